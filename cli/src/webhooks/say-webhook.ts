// Webhook endpoints in words.

import type {
  NewWebhookEndpointAnswer,
  WebhookDeliveryAnswer,
  WebhookEndpointAnswer,
} from '@doorstep/contract/webhooks.ts';
import { colors, hint, moment, say, sayTable, status } from '../print.ts';

export function stateOf({ active, health }: WebhookEndpointAnswer): string {
  if (!active) return status('off');
  return health.failingSince === null ? status('on') : status('failing');
}

export function sayWebhook(endpoint: WebhookEndpointAnswer): void {
  const { health, eventTypes, disabledReason } = endpoint;
  say(`${colors.bold(endpoint.url)}  ${stateOf(endpoint)}  ${colors.dim(endpoint.id)}`);
  if (endpoint.description !== null) say(endpoint.description);
  say(eventTypes.length === 0 ? 'Every event' : `Events: ${eventTypes.join(', ')}`);
  if (disabledReason !== null) say(colors.red(`Switched off by the server: ${disabledReason}`));
  say(`${health.pending} waiting, ${health.dead} could not be delivered`);
  if (health.lastSuccessAt !== null) say(`Last taken ${moment(health.lastSuccessAt)} UTC`);
  if (health.lastFailureAt !== null)
    say(`Last failed ${moment(health.lastFailureAt)} UTC: ${health.lastFailure}`);
  if (health.dead > 0) hint(`Send them again: doorstep webhooks retry ${endpoint.id}`);
}

/** The secret alone on stdout, so that it can be piped to where it is kept. */
export function saySecret(endpoint: NewWebhookEndpointAnswer): void {
  if (endpoint.secret === null) {
    sayWebhook(endpoint);
    return;
  }
  say(endpoint.secret);
  process.stderr.write(
    colors.dim(`The secret of ${endpoint.url} (${endpoint.id}): shown this once, keep it\n`),
  );
}

export function sayDeliveries(items: readonly WebhookDeliveryAnswer[]): void {
  sayTable(
    ['created', 'event', 'state', 'tries', 'answer', 'next try', 'id'],
    items.map((one) => [
      moment(one.createdAt),
      one.eventType,
      status(one.state),
      one.attempts,
      answerOf(one),
      one.nextAttemptAt === null ? null : moment(one.nextAttemptAt),
      colors.dim(one.id),
    ]),
  );
}

function answerOf({ lastAttempt }: WebhookDeliveryAnswer): string | null {
  if (lastAttempt === null) return null;
  return lastAttempt.error ?? String(lastAttempt.status);
}
