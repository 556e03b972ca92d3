// Takes a stock entry back by an entry of its own: what is there now must be what it left.

import type { StockEntryAnswer } from '@doorstep/contract/stock-entries.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { writeEntry } from './enter-stock.ts';
import { lockEntry, markReversed, selectEntryLevels } from './entries.sql.ts';

export async function reverseStockEntry(
  tx: CommandTx,
  id: Id<'stockEntry'>,
): Promise<StockEntryAnswer | Refusal> {
  const entry = await tx.row(lockEntry, [uuidOf(id)]);
  if (entry === undefined) return refuse('not-found', 'There is no such stock entry.');
  if (entry.reversed_by !== null)
    return refuse('stock-changed-since', 'This entry was taken back before.', {
      reversedBy: idFromUuid('stockEntry', entry.reversed_by),
      levels: [],
    });
  const rows = await tx.rows(selectEntryLevels, [uuidOf(id)]);
  const levels = rows.map((row) => ({
    sku: idFromUuid('sku', row.sku_id),
    location: idFromUuid('location', row.location_id),
    onHand: row.on_hand_before,
    seenOnHand: row.on_hand_after,
  }));
  const reversal = await writeEntry(tx, levels, `Takes back ${id}`, id);
  if (!isRefusal(reversal))
    await tx.run(markReversed, [uuidOf(id), uuidOf(reversal.id as Id<'stockEntry'>)]);
  return reversal;
}
