// Removes a webhook endpoint. What waits for it goes with the next look at what is due.

import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockHealth, removeEndpointRow } from './endpoints.sql.ts';
import { type EndpointId, lockKnownEndpoint } from './read-endpoint.ts';

/** @returns null, or the refusal `not-found` */
export async function removeEndpoint(tx: CommandTx, endpoint: EndpointId): Promise<null | Refusal> {
  const known = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(known)) return known;
  // What is just being told of a delivery that died is told, and is over below.
  await tx.run(lockHealth, [[uuidOf(endpoint)]]);
  const removed = await tx.row(removeEndpointRow, [uuidOf(endpoint), tx.now]);
  tx.clear({ type: 'webhook-failing', cause: endpoint });
  tx.emit({
    type: 'webhook-endpoint.removed.v1',
    subject: endpoint,
    version: removed?.version ?? 0,
    data: {},
  });
  return null;
}
