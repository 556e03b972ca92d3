// Sends something to one endpoint, to see whether it arrives. It is an event like any other, so it
// goes the way of all events, and the log says who asked.

import type { WebhookEndpointAnswer } from '@doorstep/contract/webhooks.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { bumpEndpoint, endPause } from './endpoints.sql.ts';
import { type EndpointId, lockKnownEndpoint, readWritten } from './read-endpoint.ts';

/** @returns refusals: `not-found`, `webhook-endpoint-inactive` */
export async function pingEndpoint(
  tx: CommandTx,
  endpoint: EndpointId,
): Promise<WebhookEndpointAnswer | Refusal> {
  const known = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(known)) return known;
  if (!known.active) return refuse('webhook-endpoint-inactive', 'The endpoint is off.');
  await tx.run(endPause, [uuidOf(endpoint)]);
  const row = await tx.row(bumpEndpoint, [uuidOf(endpoint)]);
  tx.emit({
    type: 'webhook-endpoint.pinged.v1',
    subject: endpoint,
    version: row?.version ?? 0,
    data: {},
  });
  return readWritten(tx, endpoint);
}
