// Holds units of a drop for a buyer's cart, until they are bought or their time is over.

import type { HoldAnswer, holdUnits as operation } from '@doorstep/contract/drop-room.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { DropBook, OpenHold } from '@doorstep/core/drops/drop-book.ts';
import { decideHold, openHold, type WantedUnits } from '@doorstep/core/drops/drop-hold.ts';
import type { DropId, SkuId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { findSkus } from '../catalog/find-skus.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { buyerDigest } from './buyer-digest.ts';
import { findDrop } from './find-drop.ts';
import type { OpenedBook } from './open-books.ts';
import { settleBook } from './settle-book.ts';

type HoldInput = BodyOf<typeof operation>;

export async function holdUnits(
  tx: CommandTx,
  drop: DropId,
  input: HoldInput,
): Promise<HoldAnswer | Refusal> {
  const wanted = await findWanted(tx, input.lines);
  if (isRefusal(wanted)) return wanted;
  const buyer = buyerDigest(drop, input.buyer);
  const found = await findDrop(tx, drop, { buyers: [buyer] });
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  const hold = decideOne(book, opened, input, wanted, tx.now);
  if (!isRefusal(hold)) await settleBook(tx, opened, book);
  return hold;
}

/** Decides one hold and enters it in the books; nothing is written yet. */
export function decideOne(
  book: DropBook,
  { row }: OpenedBook,
  input: HoldInput,
  wanted: readonly WantedUnits[],
  now: Date,
): HoldAnswer | Refusal {
  const seconds = Math.min(input.seconds ?? row.hold_seconds, row.hold_seconds);
  const expiresAt = new Date(now.getTime() + seconds * 1000);
  const buyer = buyerDigest(book.id, input.buyer);
  const hold = decideHold(book, { id: newId('dropHold'), buyer, wanted, expiresAt }, now);
  if (isRefusal(hold)) return hold;
  openHold(book, hold);
  return presentHold(book.id, hold, (sku) => book.items.get(sku)?.code ?? sku);
}

export async function findWanted(
  tx: CommandTx,
  lines: readonly { readonly sku: string; readonly quantity: number }[],
): Promise<WantedUnits[] | Refusal> {
  const skus = await findSkus(
    tx,
    lines.map(({ sku }) => sku),
  );
  if (isRefusal(skus)) return skus;
  const wanted = new Map<SkuId, number>();
  for (const { sku: reference, quantity } of lines) {
    const sku = skus.get(reference);
    if (sku !== undefined) wanted.set(sku.id, (wanted.get(sku.id) ?? 0) + quantity);
  }
  return [...wanted].map(([sku, quantity]) => ({ sku, quantity }));
}

export function presentHold(
  drop: DropId,
  hold: OpenHold,
  codeOf: (sku: SkuId) => string,
): HoldAnswer {
  const units = new Map<SkuId, number>();
  for (const cell of hold.units) units.set(cell.sku, (units.get(cell.sku) ?? 0) + cell.units);
  return {
    id: hold.id,
    drop,
    place: hold.place,
    lines: [...units].map(([sku, quantity]) => ({ sku: codeOf(sku), quantity })),
    expiresAt: hold.expiresAt.toISOString(),
  };
}
