// Goes on with offers where more came back at once than one transaction offers, or where captures
// left some of what was held.

import { copyBook } from '@doorstep/core/drops/drop-book.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectDropToOffer } from './holds.sql.ts';
import { openBooks } from './open-books.ts';
import { settleBook } from './settle-book.ts';

/** @returns how many of the queue were served; call again while it is not 0 */
export async function offerDue(tx: CommandTx): Promise<number> {
  const due = await tx.row(selectDropToOffer, [tx.now]);
  if (due === undefined) return 0;
  const drop = idFromUuid('drop', due.id);
  const opened = (await openBooks(tx, [drop])).get(drop);
  if (opened === undefined) throw new Error(`there is no drop ${drop}`);
  return settleBook(tx, opened, copyBook(opened.book));
}
