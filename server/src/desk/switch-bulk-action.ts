// Starts a bulk action, or stops it.

import type { BulkActionAnswer } from '@doorstep/contract/bulk-actions.ts';
import { type BulkActionId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { cancelBulk, selectBulk, startBulk } from './bulk.sql.ts';
import { bulkNotFound, presentBulk } from './read-bulk-actions.ts';

const KEPT_MS = 30 * 86_400_000;

export async function switchBulkAction(
  tx: CommandTx,
  bulk: BulkActionId,
  to: 'running' | 'canceled',
): Promise<BulkActionAnswer | Refusal> {
  const row =
    to === 'running'
      ? await tx.row(startBulk, [uuidOf(bulk), tx.now, new Date(tx.now.getTime() + KEPT_MS)])
      : await tx.row(cancelBulk, [uuidOf(bulk), tx.now]);
  if (row !== undefined) return presentBulk(row);
  const known = await tx.row(selectBulk, [uuidOf(bulk)]);
  if (known === undefined) return bulkNotFound(bulk);
  return refuse('bulk-action-over', `It is ${known.state}.`, { state: known.state });
}
