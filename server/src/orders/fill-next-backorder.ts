// Stock has come for a SKU that orders wait for: the one that waited longest gets it first.

import { idFromUuid, type OrderId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import type { LocationRanking } from '@doorstep/core/routing/location-ranking.ts';
import {
  chooseProvisionalLocations,
  type Demand,
  type ProvisionalPlan,
} from '@doorstep/core/routing/provisional-location.ts';
import { newId, newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { moveStock, type StockMove } from '../inventory/move-stock.ts';
import { insertReservations } from '../inventory/reservations.sql.ts';
import type { Available, StockView } from '../inventory/stock-view.ts';
import { lockBackorderLimits, lockLevelsOfSkus, returnBackorders } from '../inventory/view.sql.ts';
import type { LocationBook, LocationBooks } from '../routing/location-book.ts';
import {
  fillLines,
  fillOrder,
  insertDecision,
  lockWaitingOrder,
  selectNextWaiting,
  selectWaitingLines,
  selectWaitingSkus,
  type WaitingOrderRow,
} from './backorders.sql.ts';
import { storedDecision } from './captured-rows.ts';
import { selectOrderReservations } from './sql.ts';

const BEFORE_ALL = '0'.repeat(32);

/**
 * Serves the next order that waits for the SKU, after the given one.
 *
 * @returns the order looked at, to go on behind it; null when nobody waits any more
 */
export async function fillNextBackorder(
  tx: CommandTx,
  deps: { books: LocationBooks; view: StockView },
  sku: SkuId,
  after: OrderId | null,
): Promise<OrderId | null> {
  const next = await tx.row(selectNextWaiting, [
    uuidOf(sku),
    after === null ? BEFORE_ALL : uuidOf(after),
  ]);
  if (next === undefined) return null;
  const order = idFromUuid('order', next.order_id);
  const row = await tx.row(lockWaitingOrder, [next.order_id]);
  const lines = await tx.rows(selectWaitingLines, [next.order_id, uuidOf(sku)]);
  const units = lines.reduce((sum, line) => sum + line.backordered, 0);
  if (row === undefined || units === 0) return order; // canceled while we waited for its lock

  const demand = { sku, quantity: units };
  // Stock may have come to a location made a moment ago: each round looks at them anew once.
  const book = await deps.books.open(tx, tx.tenant, after === null);
  const stock = await lockFreeStock(tx, deps.view, sku, book);
  // Nothing is left for anybody: a hundred thousand who wait need not be asked one by one.
  if (stock.every((units) => units <= 0)) return null;
  const plan = await planFor(tx, book, stock, { ...row, order }, demand);
  if (plan.picks.length > 0) await carryOut(tx, order, demand, plan, lines);
  return order;
}

/** The SKUs that anybody waits for. */
export async function listWaitingSkus(tx: Tx): Promise<SkuId[]> {
  return (await tx.rows(selectWaitingSkus)).map((row) => idFromUuid('sku', row.sku_id));
}

/** Locks every level of the SKU; units free at each location, by its number. */
async function lockFreeStock(
  tx: CommandTx,
  view: StockView,
  sku: SkuId,
  book: LocationBook,
): Promise<Available> {
  await tx.run(lockLevelsOfSkus, [[uuidOf(sku)]]);
  const stock = await view.read(tx, tx.tenant, [sku], book.highestNumber + 1, new Set([sku]));
  return stock.get(sku) ?? new Int32Array();
}

async function planFor(
  tx: CommandTx,
  book: LocationBook,
  stock: Available,
  row: WaitingOrderRow & { order: OrderId },
  demand: Demand,
): Promise<ProvisionalPlan> {
  const channel = book.channels.get(row.channel);
  const destination =
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude };
  return chooseProvisionalLocations(
    [demand],
    channel === undefined
      ? { ranked: [], excluded: [] }
      : await rankingFor(tx, row, book.rank(channel.id, destination)),
    (_sku, location) => (stock[location.number] ?? 0) - location.bufferUnits,
    row.split_policy,
  );
}

/** An order that may not be split waits for the location that has its other units already. */
async function rankingFor(
  tx: CommandTx,
  row: WaitingOrderRow & { order: OrderId },
  ranking: LocationRanking,
): Promise<LocationRanking> {
  if (row.split_policy === 'allow') return ranking;
  const held = await tx.rows(selectOrderReservations, [uuidOf(row.order)]);
  if (held.length === 0) return ranking;
  const places = new Set(held.map((one) => idFromUuid('location', one.location_id)));
  return { ...ranking, ranked: ranking.ranked.filter(({ id }) => places.has(id)) };
}

async function carryOut(
  tx: CommandTx,
  order: OrderId,
  demand: Demand,
  plan: ProvisionalPlan,
  lines: readonly { number: number; backordered: number }[],
): Promise<void> {
  const fills = spreadOver(lines, plan);
  const taken = fills.reduce((sum, fill) => sum + fill.units, 0);
  const reservations = fills.map((fill) => ({ ...fill, id: newId('reservation') }));
  const moves = reservations.map(
    (one): StockMove => ({
      sku: demand.sku,
      location: one.location.id,
      type: 'reserved',
      delta: delta.reserved(one.units),
    }),
  );
  await moveStock(tx, moves, 'promise', order, 'backorder filled');
  await tx.run(lockBackorderLimits, [[uuidOf(demand.sku)]]);
  await tx.run(returnBackorders, [JSON.stringify([{ sku: uuidOf(demand.sku), units: taken }])]);
  const rows = reservations.map((one) => ({
    id: uuidOf(one.id),
    sku: uuidOf(demand.sku),
    location: uuidOf(one.location.id),
    quantity: one.units,
    kind: 'order',
    owner: uuidOf(order),
    line: one.line,
  }));
  await tx.run(insertReservations, [JSON.stringify(rows), tx.now]);
  const perLine = lines.map(({ number }) => ({
    line: number,
    units: fills.filter((fill) => fill.line === number).reduce((sum, fill) => sum + fill.units, 0),
  }));
  await tx.run(fillLines, [uuidOf(order), JSON.stringify(perLine)]);
  const changed = await tx.row(fillOrder, [uuidOf(order), taken]);
  const decision = JSON.stringify(storedDecision([demand], plan));
  await tx.run(insertDecision, [uuidOf(order), newUuid(), 'backorder-filled', tx.now, decision]);
  tx.emit({
    type: 'order.backorder_filled.v1',
    subject: order,
    version: changed?.version ?? 0,
    data: {
      lines: perLine.map(({ line, units }) => ({ line, backordered: -units, reserved: units })),
      stock: reservations.map((one) => ({
        line: one.line,
        reservation: one.id,
        sku: demand.sku,
        location: one.location.id,
        reserved: one.units,
      })),
    },
  });
}

/** Hands the picked units to the waiting lines in their order. */
function spreadOver(
  lines: readonly { number: number; backordered: number }[],
  plan: ProvisionalPlan,
) {
  const fills: {
    line: number;
    location: ProvisionalPlan['picks'][0]['location'];
    units: number;
  }[] = [];
  const left = plan.picks.map(({ location, quantity }) => ({ location, quantity }));
  for (const line of lines) {
    let open = line.backordered;
    for (const pick of left) {
      const units = Math.min(open, pick.quantity);
      if (units === 0) continue;
      fills.push({ line: line.number, location: pick.location, units });
      pick.quantity -= units;
      open -= units;
    }
  }
  return fills;
}
