// Brings imported orders up to date with a newer export: units that went on meanwhile.

import { actorText } from '@doorstep/core/access/actor.ts';
import { shareOf } from '@doorstep/core/history/order-price.ts';
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
import { shippingPart } from './write-past-orders.ts';

const PLACES = ['canceled', 'unpromised', 'shipped', 'delivered', 'returned'] as const;
type Moves = Readonly<Record<(typeof PLACES)[number], number>>;

export interface KnownOrder {
  readonly order: PlacedOrder;
  readonly known: KnownOrderRow;
}

export async function updatePastOrders(batch: Batch, orders: readonly KnownOrder[]): Promise<void> {
  if (orders.length === 0) return;
  const { tx, work } = batch;
  const rows = await tx.rows(selectPlaces, [orders.map(({ known }) => known.id)]);
  const places = Map.groupBy(rows, (row) => row.order_id);
  const changes = orders.map((one) => changeOf(one, places.get(one.known.id) ?? []));
  await tx.run(movePlaces, [JSON.stringify(changes.flatMap(({ lines }) => lines))]);
  await tx.run(moveOrders, [JSON.stringify(changes.map(({ row }) => row))]);
  await tx.run(updateImportedOrders, [JSON.stringify(orders.map(importedRow)), work.row.id]);
  const canceled = changes.filter(({ row }) => row.amount !== '0' || row.canceled !== 0);
  if (canceled.length > 0)
    await tx.run(insertPastCancellations, [
      JSON.stringify(canceled.map((change) => cancellationRow(change, tx.now))),
      actorText(tx.actor),
    ]);
  for (const change of changes) emitReimported(batch, change);
}

interface OrderChange {
  readonly document: PlacedOrder['document'];
  readonly known: KnownOrderRow;
  readonly lines: readonly (Moves & { readonly order: string; readonly line: number })[];
  readonly row: Moves & { readonly order: string; readonly amount: string };
}

function changeOf({ order, known }: KnownOrder, rows: readonly PlacesRow[]): OrderChange {
  const lines = order.document.lines.flatMap((line, index) => {
    const before = rows.find((row) => row.number === index + 1);
    return before === undefined
      ? []
      : [{ order: known.id, line: index + 1, ...movesOf(line, before) }];
  });
  const sum = (place: keyof Moves) => lines.reduce((total, line) => total + line[place], 0);
  const amount = String(order.document.canceledMinor - known.canceled_minor);
  const moves = Object.fromEntries(PLACES.map((place) => [place, sum(place)])) as Moves;
  const { document } = order;
  return { document, known, lines, row: { order: known.id, ...moves, amount } };
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

function importedRow({ order, known }: KnownOrder): object {
  const { document, hash } = order;
  return {
    order: known.id,
    content: hash,
    payment: document.paymentStatus,
    status: document.status,
    refunded: String(document.refundedMinor),
  };
}

function cancellationRow({ document, known, row, lines }: OrderChange, at: Date): object {
  const canceled = lines.flatMap(({ line, canceled: quantity }) => {
    const past = document.lines[line - 1];
    if (quantity === 0 || past === undefined) return [];
    const share = (units: number) => shareOf(past, units, document.pricesIncludeTax);
    const amountMinor = Number(share(past.canceled) - share(past.canceled - quantity));
    return [{ line, quantity, amountMinor }];
  });
  const shipping = shippingPart(BigInt(row.amount), canceled);
  return { order: known.id, id: newUuid(), amount: row.amount, shipping, lines: canceled, at };
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
