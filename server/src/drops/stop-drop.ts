// Stops a drop for good: the pool goes to general sale at once, the queue is over. What is held is a
// promise and is kept, unless it is to be taken back as well.

import type { DropAnswer, stopDrop as operation } from '@doorstep/contract/drops.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { countItem, type DropBook } from '@doorstep/core/drops/drop-book.ts';
import { closeHold } from '@doorstep/core/drops/drop-hold.ts';
import { type DropId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { addHolds } from './add-holds.ts';
import { findDrop } from './find-drop.ts';
import { endQueue } from './holds.sql.ts';
import type { OpenedBook } from './open-books.ts';
import { readDrop } from './read-drop.ts';
import { refuseOver } from './refuse-over.ts';
import { settleBook } from './settle-book.ts';
import { switchDrop } from './switch-drop.ts';

export async function stopDrop(
  tx: CommandTx,
  id: DropId,
  { releaseHolds = false }: BodyOf<typeof operation>,
): Promise<DropAnswer | Refusal> {
  const found = await findDrop(tx, id);
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  const over = refuseOver(opened.row, tx.now);
  if (over !== undefined) return over;
  await switchDrop(tx, opened.row, { stopped_at: tx.now, closed_at: tx.now });
  if (releaseHolds) {
    await addHolds(tx, opened, book, 'infinity', null);
    for (const hold of [...book.holds.values()]) closeHold(book, hold, 'over');
  }
  const stopped = { ...book, terms: { ...book.terms, stoppedAt: tx.now } };
  await closeDrop(tx, opened, stopped, { type: 'drop.stopped.v1', data: { releaseHolds } });
  return readDrop(tx, id);
}

/** What is left goes to general sale; the drop must be switched to closed. */
export async function closeDrop(
  tx: CommandTx,
  opened: OpenedBook,
  book: DropBook,
  closing: NonNullable<Parameters<typeof settleBook>[3]>,
): Promise<void> {
  await tx.run(endQueue, [uuidOf(book.id)]);
  for (const { sku, waiting } of book.items.values()) countItem(book, sku, { waiting: -waiting });
  await settleBook(tx, opened, { ...book, isClosed: true }, closing);
}
