// Puts a level back to what it was before a count of a file, if nothing moved it since and nobody
// was promised what would go.

import { shortfallUnits } from '@doorstep/core/inventory/stock-level.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { writeEntry } from '../inventory/enter-stock.ts';
import { levelKey, lockStockLevels } from '../inventory/move-stock.ts';
import { findLevels, lockFoundLevels } from './find-levels.ts';
import type { Undoer } from './undoer.ts';

/** What the import keeps of a level that it counted. */
export interface StockUndo {
  /** Ids, for codes and names change; of older imports what the file said. */
  readonly sku: string;
  readonly location: string;
  readonly before: number;
  readonly after: number;
}

const UNKNOWN = 'It was imported before this was kept.';
const MOVED = 'The stock moved since.';

export const undoStock: Undoer = async (tx, { undo }) => {
  if (undo === null) return UNKNOWN;
  const { sku, location, before, after } = undo as StockUndo;
  const found = (await findLevels(tx, [{ sku, location }]))({ sku, location });
  if (isRefusal(found)) return MOVED;
  const level = { sku: found.sku, location: found.location, onHand: before, seenOnHand: after };
  const written = await writeEntry(tx, [level], 'An import was taken back', null);
  if (isRefusal(written)) return MOVED;
  // Looked at after the level was locked: an order may have come in between.
  const now = (await lockStockLevels(tx, [level])).get(levelKey(level));
  return now !== undefined && shortfallUnits(now) > 0
    ? 'Orders were promised units of it since.'
    : null;
};

/** All of a batch, before the first of them moves. */
export async function lockLevelsToUndo(
  tx: Tx,
  documents: readonly { readonly undo: unknown }[],
): Promise<void> {
  const named = documents.flatMap(({ undo }) => (undo === null ? [] : [undo as StockUndo]));
  await lockFoundLevels(tx, named, await findLevels(tx, named));
}
