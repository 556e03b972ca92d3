// Reads many holds of a drop into its books: those that lapse, or all of them.

import type { DropBook } from '@doorstep/core/drops/drop-book.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { selectHoldsOfDrop } from './holds.sql.ts';
import { holdsOf, type OpenedBook } from './open-books.ts';
import { selectBuyersOfHolds, selectPool } from './sql.ts';

/**
 * @param until holds that expire up to this moment
 * @param most how many at most, the oldest first; null: all
 */
export async function addHolds(
  tx: Tx,
  { book: before }: OpenedBook,
  book: DropBook,
  until: Date | 'infinity',
  most: number | null,
): Promise<void> {
  const rows = await tx.rows(selectHoldsOfDrop, [uuidOf(book.id), until, most]);
  const ids = rows.map(({ id }) => id);
  const [units, buyers] = await Promise.all([
    tx.rows(selectPool, [ids]),
    tx.rows(selectBuyersOfHolds, [ids]),
  ]);
  for (const { buyer, held, bought } of buyers) {
    const known = { held, bought };
    before.buyers.set(buyer, known);
    book.buyers.set(buyer, known);
  }
  for (const hold of holdsOf(rows, units)) {
    before.holds.set(hold.id, hold);
    book.holds.set(hold.id, hold);
  }
}
