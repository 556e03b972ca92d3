// Sends one delivery now, whatever came of it before.

import type { WebhookDeliveryAnswer } from '@doorstep/contract/webhooks.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { resendDeliveryRow, selectDelivery } from './deliveries.sql.ts';
import { presentDelivery } from './present.ts';
import { type EndpointId, lockKnownEndpoint } from './read-endpoint.ts';
import { forgetAt, tellRetried } from './retry-deliveries.ts';

/** @returns refusals: `not-found`, `webhook-endpoint-inactive` */
export async function resendDelivery(
  tx: CommandTx,
  endpoint: EndpointId,
  delivery: Id<'webhookDelivery'>,
  realNow: Date,
): Promise<WebhookDeliveryAnswer | Refusal> {
  const known = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(known)) return known;
  if (!known.active) return refuse('webhook-endpoint-inactive', 'The endpoint is off.');
  const key = [uuidOf(endpoint), uuidOf(delivery)];
  const row = await tx.row(resendDeliveryRow, [...key, realNow, forgetAt(tx.now)]);
  if (row !== undefined) {
    await tellRetried(tx, endpoint, 1);
    return presentDelivery(row);
  }
  // It is on its way right now: there is nothing to do but to wait.
  const sending = await tx.row(selectDelivery, key);
  return sending === undefined
    ? refuse('not-found', `The endpoint has no delivery ${delivery}.`)
    : presentDelivery(sending);
}
