// Gives held units back before their time is over.

import { closeHold } from '@doorstep/core/drops/drop-hold.ts';
import type { DropHoldId, DropId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findDrop } from './find-drop.ts';
import { holdNotOpen } from './read-hold.ts';
import { settleBook } from './settle-book.ts';

export async function releaseDropHold(
  tx: CommandTx,
  drop: DropId,
  id: DropHoldId,
): Promise<undefined | Refusal> {
  const found = await findDrop(tx, drop, { holds: [id] });
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  const hold = book.holds.get(id);
  if (hold === undefined) return holdNotOpen(id);
  closeHold(book, hold, 'left');
  await settleBook(tx, opened, book);
  return undefined;
}
