// Holds whose time is over: their units are in the pool again, and offered to those who wait.

import { copyBook } from '@doorstep/core/drops/drop-book.ts';
import { closeHold } from '@doorstep/core/drops/drop-hold.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { addHolds } from './add-holds.ts';
import { selectDropWithDueHolds } from './holds.sql.ts';
import { openBooks } from './open-books.ts';
import { settleBook } from './settle-book.ts';

/** Holds lapsed in one transaction; the drop is locked meanwhile, so it must not take long. */
const LAPSED_MAX = 2_500;

/** @returns how many lapsed; call again while it is not 0 */
export async function lapseDropHolds(tx: CommandTx): Promise<number> {
  const due = await tx.row(selectDropWithDueHolds, [tx.now]);
  if (due === undefined) return 0;
  const drop = idFromUuid('drop', due.drop_id);
  const opened = (await openBooks(tx, [drop])).get(drop);
  if (opened === undefined) throw new Error(`there is no drop ${drop}`);
  const book = copyBook(opened.book);
  await addHolds(tx, opened, book, tx.now, LAPSED_MAX);
  const lapsed = [...book.holds.values()];
  for (const hold of lapsed) closeHold(book, hold, 'lapsed');
  if (lapsed.length > 0) await settleBook(tx, opened, book);
  return lapsed.length;
}
