// Starts drops whose time has come and ends those whose time is over.

import { copyBook } from '@doorstep/core/drops/drop-book.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { openBooks } from './open-books.ts';
import { settleBook } from './settle-book.ts';
import { selectDueDrop } from './sql.ts';
import { closeDrop } from './stop-drop.ts';
import { switchDrop } from './switch-drop.ts';
import { tellOfDrop } from './tell-of-drop.ts';

/** @returns 1 while there was one to start or to end */
export async function advanceDrops(tx: CommandTx): Promise<number> {
  const due = await tx.row(selectDueDrop, [tx.now]);
  if (due === undefined) return 0;
  const id = idFromUuid('drop', due.id);
  const opened = (await openBooks(tx, [id])).get(id);
  if (opened === undefined) throw new Error(`there is no drop ${id}`);
  const book = copyBook(opened.book);
  const { row } = opened;
  if (row.closed_at === null && row.ends_at <= tx.now) {
    await switchDrop(tx, row, { closed_at: tx.now });
    await closeDrop(tx, opened, book, { type: 'drop.ended.v1', data: {} });
    return 1;
  }
  // Another process may have been first.
  if (row.started_at !== null || row.closed_at !== null || row.starts_at > tx.now) return 1;
  await switchDrop(tx, row, { started_at: tx.now });
  tellOfDrop(book, tx.emit, 'drop.started.v1', {});
  await settleBook(tx, opened, book);
  return 1;
}
