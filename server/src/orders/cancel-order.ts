// Cancels what has not shipped: the whole order, lines, or units; the stock is free at once.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { OrderAnswer, cancelOrder as operation } from '@doorstep/contract/orders.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import {
  idFromUuid,
  type OrderId,
  type OrderLineId,
  type ReservationId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import {
  type CancelableLine,
  type CanceledLine,
  type Cancellation,
  decideCancellation,
} from '@doorstep/core/orders/cancellation.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import {
  lockStockLevels,
  moveStock,
  type StockMove,
  stockOfEvent,
} from '../inventory/move-stock.ts';
import { deleteReservations, shrinkReservations } from '../inventory/reservations.sql.ts';
import { lockBackorderLimits, returnBackorders } from '../inventory/view.sql.ts';
import { lockOrder } from './lock-order.ts';
import { readOrderById } from './read-order.ts';
import {
  cancelLines,
  cancelUnits,
  insertCancellation,
  type OrderLineRow,
  type OrderReservationRow,
  selectOrderLines,
  selectOrderReservations,
  selectPayableCharges,
} from './sql.ts';

export async function cancelOrder(
  tx: CommandTx,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<OrderAnswer | Refusal> {
  const order = await lockOrder(tx, reference, input.version);
  if (isRefusal(order)) return order;

  const id = [uuidOf(order)];
  const [rows, reservations, charges] = await Promise.all([
    tx.rows(selectOrderLines, id),
    tx.rows(selectOrderReservations, id),
    tx.row(selectPayableCharges, id),
  ]);
  const scope =
    input.lines?.map((one) => ({ line: one.line as OrderLineId, quantity: one.quantity })) ??
    'whole';
  const lines = rows.map((row) => cancelableLine(row, rows, reservations));
  const decided = decideCancellation(lines, scope, charges?.payable_minor ?? 0n);
  if (isRefusal(decided)) return decided;
  await carryOut(tx, order, decided, rows, reservations, input);
  return readOrderById(tx, order);
}

function cancelableLine(
  row: OrderLineRow,
  rows: readonly OrderLineRow[],
  reservations: readonly OrderReservationRow[],
): CancelableLine {
  const kit = rows.find((one) => one.number === row.kit_line);
  return {
    id: idFromUuid('orderLine', row.id),
    kind: row.kind,
    kitLine: kit === undefined ? null : idFromUuid('orderLine', kit.id),
    counts: row,
    payableMinor: row.payable_minor,
    reservations: reservations
      .filter((one) => one.line_number === row.number)
      .map((one) => ({ id: idFromUuid('reservation', one.id), quantity: one.quantity })),
  };
}

async function carryOut(
  tx: CommandTx,
  order: OrderId,
  decided: Cancellation,
  rows: readonly OrderLineRow[],
  reservations: readonly OrderReservationRow[],
  input: BodyOf<typeof operation>,
): Promise<void> {
  const rowOf = new Map(rows.map((row) => [idFromUuid('orderLine', row.id), row]));
  const moves = await releaseStock(tx, order, decided.lines, reservations);
  await freeBackorders(tx, decided.lines, rowOf);

  const lines = decided.lines.map((line) => ({
    line: rowOf.get(line.line)?.number ?? 0,
    quantity: line.quantity,
    unpromised: line.fromUnpromised,
    backordered: line.fromBackordered,
    reserved: line.fromReserved,
    amountMinor: Number(line.amountMinor),
  }));
  await tx.run(cancelLines, [uuidOf(order), JSON.stringify(lines)]);
  const counted = decided.lines.filter((line) => rowOf.get(line.line)?.kind !== 'kit');
  const sum = (units: (line: CanceledLine) => number) =>
    counted.reduce((total, line) => total + units(line), 0);
  const changed = await tx.row(cancelUnits, [
    uuidOf(order),
    sum((line) => line.quantity),
    sum((line) => line.fromUnpromised),
    sum((line) => line.fromBackordered),
    decided.amountMinor,
  ]);
  const id = newId('cancellation');
  await tx.run(insertCancellation, [
    uuidOf(order),
    uuidOf(id),
    input.reason,
    input.note ?? null,
    decided.shippingMinor,
    decided.amountMinor,
    JSON.stringify(
      lines.map(({ line, quantity, amountMinor }) => ({ line, quantity, amountMinor })),
    ),
    actorText(tx.actor),
    tx.now,
  ]);
  tx.emit({
    type: 'order.canceled.v1',
    subject: order,
    version: changed?.version ?? 0,
    data: {
      cancellation: id,
      reason: input.reason,
      amountMinor: Number(decided.amountMinor),
      shippingMinor: Number(decided.shippingMinor),
      lines: lines.map(({ line, quantity, unpromised, backordered, reserved }) => ({
        line,
        canceled: quantity,
        unpromised: -unpromised,
        backordered: -backordered,
        reserved: -reserved,
      })),
      stock: stockOfEvent(moves),
    },
  });
}

async function releaseStock(
  tx: CommandTx,
  order: OrderId,
  canceled: readonly CanceledLine[],
  reservations: readonly OrderReservationRow[],
): Promise<StockMove[]> {
  const byId = new Map(reservations.map((row) => [idFromUuid('reservation', row.id), row]));
  const releases = canceled.flatMap((line) => line.releases);
  const moves = releases.map(({ reservation, quantity }): StockMove => {
    const row = byId.get(reservation);
    if (row === undefined) throw new Error(`reservation ${reservation} was not read`);
    return {
      sku: idFromUuid('sku', row.sku_id),
      location: idFromUuid('location', row.location_id),
      type: 'released',
      delta: delta.released(quantity),
    };
  });
  if (moves.length === 0) return moves;
  await lockStockLevels(tx, moves);
  await moveStock(tx, moves, 'promise', order, 'canceled');
  const isWhole = ({ reservation, quantity }: { reservation: ReservationId; quantity: number }) =>
    byId.get(reservation)?.quantity === quantity;
  const gone = releases.filter(isWhole).map(({ reservation }) => uuidOf(reservation));
  const shrunk = releases
    .filter((release) => !isWhole(release))
    .map(({ reservation, quantity }) => ({ id: uuidOf(reservation), quantity }));
  if (gone.length > 0) await tx.run(deleteReservations, [gone]);
  if (shrunk.length > 0) await tx.run(shrinkReservations, [JSON.stringify(shrunk)]);
  return moves;
}

async function freeBackorders(
  tx: CommandTx,
  canceled: readonly CanceledLine[],
  rowOf: ReadonlyMap<OrderLineId, OrderLineRow>,
): Promise<void> {
  const units = new Map<string, number>();
  for (const line of canceled) {
    const sku = rowOf.get(line.line)?.sku_id;
    if (sku !== null && sku !== undefined && line.fromBackordered > 0)
      units.set(sku, (units.get(sku) ?? 0) + line.fromBackordered);
  }
  if (units.size === 0) return;
  await tx.run(lockBackorderLimits, [[...units.keys()]]);
  const rows = [...units].map(([sku, given]) => ({ sku, units: given }));
  await tx.run(returnBackorders, [JSON.stringify(rows)]);
}
