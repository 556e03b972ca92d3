// Holds units of a drop for buyers' carts, until they are bought or their time is over.

import type { HoldAnswer, holdUnits as operation } from '@doorstep/contract/drop-room.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { DropBook, OpenHold } from '@doorstep/core/drops/drop-book.ts';
import { decideHold, openHold, type WantedUnits } from '@doorstep/core/drops/drop-hold.ts';
import type { DropId, SkuId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { type FoundSku, findKnownSkus, skusUnknown } from '../catalog/find-skus.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { buyerDigest } from './buyer-digest.ts';
import { findDrop } from './find-drop.ts';
import type { OpenedBook } from './open-books.ts';
import { settleBook } from './settle-book.ts';

type HoldInput = BodyOf<typeof operation>;

/** Holds units for many carts, decided one after the other. */
export async function holdUnits(
  tx: CommandTx,
  drop: DropId,
  inputs: readonly HoldInput[],
): Promise<(HoldAnswer | Refusal)[]> {
  const references = new Set(inputs.flatMap(({ lines }) => lines.map(({ sku }) => sku)));
  const skus = await findKnownSkus(tx, [...references]);
  const buyers = new Set(inputs.map(({ buyer }) => buyerDigest(drop, buyer)));
  const found = await findDrop(tx, drop, { buyers: [...buyers] });
  if (isRefusal(found)) return inputs.map(() => found);
  const { opened, book } = found;
  const outcomes = inputs.map((input) => {
    const wanted = wantedUnits(input, skus);
    return isRefusal(wanted) ? wanted : decideOne(book, opened, input, wanted, tx.now);
  });
  if (outcomes.some((outcome) => !isRefusal(outcome))) await settleBook(tx, opened, book);
  return outcomes;
}

/** Decides one hold and enters it in the books; nothing is written yet. */
function decideOne(
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

function wantedUnits(
  { lines }: HoldInput,
  skus: ReadonlyMap<string, FoundSku>,
): WantedUnits[] | Refusal {
  const wanted = new Map<SkuId, number>();
  const unknown: string[] = [];
  for (const { sku: reference, quantity } of lines) {
    const sku = skus.get(reference);
    if (sku === undefined) unknown.push(reference);
    else wanted.set(sku.id, (wanted.get(sku.id) ?? 0) + quantity);
  }
  if (unknown.length > 0) return skusUnknown(unknown);
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
