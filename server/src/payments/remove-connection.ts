// Removes a tenant's account at a payment provider. What is asked of it just now is finished first.

import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { countOpenOfConnection, removeConnectionRow } from './connections.sql.ts';
import type { ConnectionId } from './provider-account.ts';
import { lockKnownConnection } from './read-connection.ts';

/** @returns null, or a refusal: `not-found`, `provider-connection-busy` */
export async function removeConnection(tx: CommandTx, id: ConnectionId): Promise<null | Refusal> {
  const known = await lockKnownConnection(tx, id);
  if (isRefusal(known)) return known;
  const waiting = await tx.row(countOpenOfConnection, [uuidOf(id)]);
  if (waiting?.open === true)
    return refuse('provider-connection-busy', 'The provider owes answers to what it was asked.');
  const removed = await tx.row(removeConnectionRow, [uuidOf(id), tx.now]);
  tx.clear({ type: 'provider-connection-refused', cause: id });
  tx.emit({
    type: 'provider-connection.removed.v1',
    subject: id,
    version: removed?.version ?? 0,
    data: {},
  });
  return null;
}
