// Puts dead deliveries back to be tried again, with all their tries before them.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type {
  retryWebhookDeliveries as operation,
  WebhookDeliveryAnswer,
} from '@doorstep/contract/webhooks.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { DAYS_PENDING_KEPT } from '@doorstep/core/webhooks/attempt.ts';
import type { CommandTx } from '../db/run-command.ts';
import { reviveDeliveries, reviveDelivery, selectDelivery } from './deliveries.sql.ts';
import { bumpEndpoint, endPause } from './endpoints.sql.ts';
import { presentDelivery } from './present.ts';
import { type EndpointId, lockKnownEndpoint } from './read-endpoint.ts';

/** Put back in one transaction. */
const RETRIED_MAX = 10_000;
const DAY_MS = 86_400_000;

/** @returns refusal: `not-found` */
export async function retryDeliveries(
  tx: CommandTx,
  endpoint: EndpointId,
  realNow: Date,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const known = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(known)) return known;
  const values = [uuidOf(endpoint), realNow, forgetAt(tx.now), RETRIED_MAX];
  const retried = await tx.run(reviveDeliveries, values);
  if (retried > 0) await tellRetried(tx, endpoint, retried);
  return { retried, remaining: retried === RETRIED_MAX };
}

/** @returns refusals: `not-found`, `webhook-delivery-not-dead` */
export async function retryDelivery(
  tx: CommandTx,
  endpoint: EndpointId,
  delivery: Id<'webhookDelivery'>,
  realNow: Date,
): Promise<WebhookDeliveryAnswer | Refusal> {
  const known = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(known)) return known;
  const key = [uuidOf(endpoint), uuidOf(delivery)];
  const row = await tx.row(reviveDelivery, [...key, realNow, forgetAt(tx.now)]);
  if (row !== undefined) {
    await tellRetried(tx, endpoint, 1);
    return presentDelivery(row);
  }
  const alive = await tx.row(selectDelivery, key);
  return alive === undefined
    ? refuse('not-found', `The endpoint has no delivery ${delivery}.`)
    : refuse('webhook-delivery-not-dead', `The delivery is ${alive.state}.`, {
        state: alive.state,
      });
}

/** Ends a pause of the endpoint, and says in the log that some are tried again. */
export async function tellRetried(
  tx: CommandTx,
  endpoint: EndpointId,
  deliveries: number,
): Promise<void> {
  await tx.run(endPause, [uuidOf(endpoint)]);
  const row = await tx.row(bumpEndpoint, [uuidOf(endpoint)]);
  tx.emit({
    type: 'webhook-endpoint.deliveries_retried.v1',
    subject: endpoint,
    version: row?.version ?? 0,
    data: { deliveries },
  });
}

export function forgetAt(now: Date): Date {
  return new Date(now.getTime() + DAYS_PENDING_KEPT * DAY_MS);
}
