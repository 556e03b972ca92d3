// Gives a place in the queue up, and what was offered with it.

import { closeHold } from '@doorstep/core/drops/drop-hold.ts';
import { leaveQueue as leave } from '@doorstep/core/drops/drop-queue.ts';
import { type DropId, type DropPlaceId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findDrop } from './find-drop.ts';
import { selectPlaces } from './holds.sql.ts';
import { placeNotFound } from './read-place.ts';
import { settleBook } from './settle-book.ts';

export async function leaveQueue(
  tx: CommandTx,
  drop: DropId,
  id: DropPlaceId,
): Promise<undefined | Refusal> {
  const seen = await tx.row(selectPlaces, [[uuidOf(id)], uuidOf(drop)]);
  if (seen === undefined) return placeNotFound(id);
  // Looked at again under the lock: meanwhile it may have been offered something.
  const locked = await findDrop(tx, drop);
  if (isRefusal(locked)) return locked;
  const row = await tx.row(selectPlaces, [[uuidOf(id)], uuidOf(drop)]);
  if (row === undefined) return placeNotFound(id);
  const hold = row.hold_id === null ? [] : [idFromUuid('dropHold', row.hold_id)];
  const found = await findDrop(tx, drop, { holds: hold });
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  const { buyer, quantity, number } = row;
  const sku = idFromUuid('sku', row.sku_id);
  if (row.state === 'waiting') leave(book, { id, sku, buyer, quantity, number: Number(number) });
  for (const offered of [...book.holds.values()]) closeHold(book, offered, 'left');
  await settleBook(tx, opened, book);
  return undefined;
}
