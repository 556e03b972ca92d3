// Plans a drop and sets its units apart from general sale at once.

import type { DropAnswer, createDrop as operation } from '@doorstep/contract/drops.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import type { DropItem } from '@doorstep/core/drops/drop.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { stockOfEvent } from '../inventory/move-stock.ts';
import { findDrop } from './find-drop.ts';
import { findItems } from './find-items.ts';
import { readDrop } from './read-drop.ts';
import { setApart } from './set-apart.ts';
import { settleBook } from './settle-book.ts';
import { insertDrop } from './sql.ts';
import { tellOfDrop } from './tell-of-drop.ts';

export const HOLD_SECONDS = 600;
export const OFFER_SECONDS = 120;

export async function createDrop(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<DropAnswer | Refusal> {
  const startsAt = new Date(input.startsAt);
  const endsAt = new Date(input.endsAt);
  if (endsAt <= startsAt) return refuseTimes();
  const items = await findItems(tx, input.items);
  if (isRefusal(items)) return items;
  const id = newId('drop');
  await tx.run(insertDrop, [
    uuidOf(id),
    input.name,
    input.reference ?? null,
    startsAt,
    endsAt,
    input.limitPerBuyer ?? null,
    input.holdSeconds ?? HOLD_SECONDS,
    input.offerSeconds ?? OFFER_SECONDS,
    tx.now,
    actorText(tx.actor),
  ]);
  const found = await findDrop(tx, id);
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  for (const item of items) book.items.set(item.sku.id, emptyItem(item));
  const moves = await setApart(
    tx,
    book,
    items.flatMap(({ pool }) => pool),
  );
  if (isRefusal(moves)) return moves;
  tellOfDrop(book, tx.emit, 'drop.created.v1', {
    startsAt,
    endsAt,
    limitPerBuyer: input.limitPerBuyer ?? null,
    items: items.map(({ sku, preorderCap }) => ({ sku: sku.id, preorderCap })),
    stock: stockOfEvent(moves),
  });
  await settleBook(tx, opened, book);
  return readDrop(tx, id);
}

export function refuseTimes(): Refusal {
  return refuse('validation-failed', 'A drop ends after it starts.');
}

export function emptyItem({
  sku,
  preorderCap,
}: {
  sku: { id: DropItem['sku']; code: string };
  preorderCap: number;
}): DropItem {
  const none = { setApart: 0, pooled: 0, held: 0, sold: 0, released: 0, preordered: 0, waiting: 0 };
  return { sku: sku.id, code: sku.code, ...none, preorderCap };
}
