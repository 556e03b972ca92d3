// Starts a bulk action, in the name of who starts it, or stops it.

import type { BulkActionAnswer } from '@doorstep/contract/bulk-actions.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import { type BulkActionId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { type BulkRow, cancelBulk, lockBulk, startBulk } from './bulk.sql.ts';
import { bulkNotFound, presentBulk } from './read-bulk-actions.ts';
import { refuseBulkAction } from './refuse-bulk-action.ts';

const KEPT_MS = 30 * 86_400_000;

/** To run it takes the rights that making it took: who starts it need not be who made it. */
export type BulkSwitch =
  | { readonly to: 'running'; readonly scopes: readonly Scope[] }
  | { readonly to: 'canceled' };

export async function switchBulkAction(
  tx: CommandTx,
  bulk: BulkActionId,
  how: BulkSwitch,
): Promise<BulkActionAnswer | Refusal> {
  const known = await tx.row(lockBulk, [uuidOf(bulk)]);
  if (known === undefined) return bulkNotFound(bulk);
  const refused = how.to === 'running' ? refuseBulkAction(known.action, how.scopes) : undefined;
  if (refused !== undefined) return refused;
  const row = await (how.to === 'running'
    ? start(tx, known)
    : tx.row(cancelBulk, [known.id, tx.now]));
  if (row !== undefined) return presentBulk(row);
  return refuse('bulk-action-over', `It is ${known.state}.`, { state: known.state });
}

function start(tx: CommandTx, { id }: BulkRow): Promise<BulkRow | undefined> {
  const keptUntil = new Date(tx.now.getTime() + KEPT_MS);
  return tx.row(startBulk, [id, actorText(tx.actor), tx.now, keptUntil]);
}
