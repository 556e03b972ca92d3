// Brings imported orders up to date with a newer export: units that went on meanwhile.

import { actorText } from '@doorstep/core/access/actor.ts';
import { canceledOfLine } from '@doorstep/core/history/order-price.ts';
import { openUnits, type PastLine } from '@doorstep/core/history/past-order.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { newUuid } from '../db/ids.ts';
import type { Batch, PlacedOrder } from './batch.ts';
import {
  insertPastCancellations,
  type KnownOrderRow,
  moveOrders,
  movePlaces,
  type PlacesRow,
  selectPlaces,
  updateImportedOrders,
} from './past-orders.sql.ts';

const PLACES = ['canceled', 'unpromised', 'shipped', 'delivered', 'returned'] as const;
type Moves = Readonly<Record<(typeof PLACES)[number], number>>;

export interface KnownOrder {
  readonly order: PlacedOrder;
  readonly known: KnownOrderRow;
}

/** What a newer export changes of orders that the caller has locked. */
export async function findChanges(
  { tx }: Batch,
  orders: readonly KnownOrder[],
): Promise<readonly OrderChange[]> {
  if (orders.length === 0) return [];
  const rows = await tx.rows(selectPlaces, [orders.map(({ known }) => known.id)]);
  const places = Map.groupBy(rows, (row) => row.order_id);
  return orders.map((one) => changeOf(one, places.get(one.known.id) ?? []));
}

export async function updatePastOrders(
  batch: Batch,
  changes: readonly OrderChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const { tx, work } = batch;
  await tx.run(movePlaces, [JSON.stringify(changes.flatMap(({ lines }) => lines))]);
  await tx.run(moveOrders, [JSON.stringify(changes.map(({ row }) => row))]);
  await tx.run(updateImportedOrders, [JSON.stringify(changes.map(importedRow)), work.row.id]);
  const canceled = changes.filter(({ row }) => row.amount !== '0' || row.canceled !== 0);
  if (canceled.length > 0)
    await tx.run(insertPastCancellations, [
      JSON.stringify(canceled.map((change) => cancellationRow(change, tx.now))),
      actorText(tx.actor),
    ]);
  for (const change of changes) emitReimported(batch, change);
}

export interface OrderChange extends KnownOrder {
  /** Units only go on: where they would go back the file is older, or contradicts what was done here. */
  readonly fits: 'wholly' | 'older' | 'not';
  /** By the number of the line. */
  readonly before: ReadonlyMap<number, PlacesRow>;
  readonly lines: readonly (Moves & { readonly order: string; readonly line: number })[];
  readonly row: Moves & { readonly order: string; readonly amount: string };
}

function changeOf({ order, known }: KnownOrder, rows: readonly PlacesRow[]): OrderChange {
  const pairs = order.document.lines.flatMap((line, index) => {
    const before = rows.find((row) => row.number === index + 1);
    return before === undefined ? [] : [{ before, moves: movesOf(line, before) }];
  });
  const lines = pairs.map(({ before, moves }) => ({
    order: known.id,
    line: before.number,
    ...moves,
  }));
  const sum = (place: keyof Moves) => lines.reduce((total, line) => total + line[place], 0);
  const amount = String(order.document.canceledMinor - known.canceled_minor);
  const moves = Object.fromEntries(PLACES.map((place) => [place, sum(place)])) as Moves;
  return {
    order,
    known,
    fits: fitOf(pairs),
    before: new Map(rows.map((line) => [line.number, line])),
    lines,
    row: { order: known.id, ...moves, amount },
  };
}

function fitOf(pairs: readonly { before: PlacesRow; moves: Moves }[]): OrderChange['fits'] {
  const steps = pairs.flatMap(({ moves: { unpromised: _, ...moves } }) => Object.values(moves));
  const isBack = steps.some((units) => units < 0);
  const isOn = steps.some((units) => units > 0);
  const isTooMuch = pairs.some(
    ({ before, moves }) =>
      before.all_returned + moves.returned > before.all_shipped + moves.shipped,
  );
  if (isTooMuch || (isBack && isOn)) return 'not';
  return isBack ? 'older' : 'wholly';
}

function movesOf(line: PastLine, before: PlacesRow): Moves {
  return {
    canceled: line.canceled - before.canceled,
    unpromised: openUnits(line) - before.unpromised,
    shipped: line.shipped - before.shipped,
    delivered: line.delivered - before.delivered,
    returned: line.returned - before.returned,
  };
}

function importedRow({ order, known }: OrderChange): object {
  const { document, hash } = order;
  return {
    order: known.id,
    content: hash,
    payment: document.paymentStatus,
    status: document.status,
    refunded: String(document.refundedMinor),
  };
}

function cancellationRow({ order, known, row, lines, before }: OrderChange, at: Date): object {
  const { pricesIncludeTax, lines: sold } = order.document;
  const canceled = lines.flatMap(({ line, canceled: quantity }) => {
    const one = sold[line - 1];
    if (quantity === 0 || one === undefined) return [];
    const worth = (units: number) => Number(canceledOfLine(one, units, pricesIncludeTax));
    const earlier = before.get(line)?.canceled ?? 0;
    return [{ line, quantity, amountMinor: worth(earlier + quantity) - worth(earlier) }];
  });
  const amount = Number(row.amount);
  const shipping = canceled.reduce((rest, { amountMinor }) => rest - amountMinor, amount);
  return { order: known.id, id: newUuid(), shipping, amount, lines: canceled, at };
}

function emitReimported({ tx, work }: Batch, { known, lines, row }: OrderChange): void {
  const moved = lines.flatMap(({ line, order: _, ...moves }) => {
    const some = Object.entries(moves).filter(([, units]) => units !== 0);
    return some.length === 0 ? [] : [{ line, ...Object.fromEntries(some) }];
  });
  tx.emit({
    type: 'order.reimported.v1',
    subject: idFromUuid('order', known.id),
    version: known.version + 1,
    data: {
      import: idFromUuid('import', work.row.id),
      canceledMinor: Number(row.amount),
      lines: moved,
    },
  });
}
