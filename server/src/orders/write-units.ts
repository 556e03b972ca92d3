// Writes what was decided about the units of an order: stock, promises, work, parcels and lines in
// one go, with the event that `verify` rebuilds them from. Everything that moves units of an order
// after its capture goes through here.

import type { EventType } from '@doorstep/contract/events.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import {
  type FulfillmentOrderId,
  type LocationId,
  type OrderId,
  type ParcelId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import { applyChanges, type NewRows } from '@doorstep/core/orders/apply-changes.ts';
import type { OrderUnits, WorkCounts } from '@doorstep/core/orders/order-units.ts';
import type { UnitChanges, WorkChange } from '@doorstep/core/orders/unit-changes.ts';
import { writeRows } from '../db/row-set.ts';
import type { CommandTx } from '../db/run-command.ts';
import { countArrived } from '../drops/count-arrived.ts';
import { lockStockLevels, moveStock, stockOfEvent } from '../inventory/move-stock.ts';
import {
  deleteReservations,
  insertReservations,
  shrinkReservations,
} from '../inventory/reservations.sql.ts';
import { lockBackorderLimits, returnBackorders } from '../inventory/view.sql.ts';
import { clearWhatIsGone } from './clear-what-is-gone.ts';
import { freeNumbers } from './show-taken-numbers.ts';
import {
  changeWork,
  changeWorkLines,
  firmReservations,
  insertParcelLines,
  insertWork,
  insertWorkLines,
  moveUnits,
  takeOutOfParcels,
  voidEmptyParcels,
} from './units.sql.ts';

export interface UnitsWritten {
  readonly type: EventType;
  /** Besides what moved, which every such event says. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt?: Date;
  /** Why stock moved, as its movements say. */
  readonly reason: string;
  /** A fact may leave less stock than was promised, a promise may not. */
  readonly basis: 'fact' | 'promise';
  readonly canceledMinor?: bigint;
  /** New fulfillment orders. */
  readonly work?: ReadonlyMap<
    FulfillmentOrderId,
    { readonly location: LocationId; readonly shipBy: Date | null }
  >;
  /** New parcels, whose rows the caller writes. */
  readonly parcels?: NewRows['parcels'];
  readonly leaving?: ReadonlySet<ParcelId>;
}

/**
 * The order must be locked; stock levels are locked here, in key order, unless they are already.
 *
 * @returns the units after it
 */
export async function writeUnits(
  tx: CommandTx,
  order: OrderId,
  before: OrderUnits,
  changes: UnitChanges,
  written: UnitsWritten,
): Promise<OrderUnits> {
  if (changes.stock.length > 0) await lockStockLevels(tx, changes.stock);
  const [row] = await Promise.all([
    tx.row(moveUnits, [uuidOf(order), JSON.stringify(changes.lines), written.canceledMinor ?? 0n]),
    ...(changes.stock.length === 0
      ? []
      : [moveStock(tx, changes.stock, written.basis, order, written.reason)]),
    ...writeReservations(tx, order, before, changes),
    ...writeWork(tx, order, before, changes, written),
    ...writeParcels(tx, before, changes),
    ...(changes.waited.length === 0 ? [] : [returnRoom(tx, order, changes)]),
  ]);
  if (row === undefined) throw new Error(`there is no order ${order}`);
  const event = {
    type: written.type,
    subject: order,
    version: row.version,
    data: { ...movedData(changes), ...written.data },
  };
  tx.emit(written.occurredAt === undefined ? event : { ...event, occurredAt: written.occurredAt });
  const after = applyChanges(before, changes, {
    work: new Map([...(written.work ?? [])].map(([id, { location }]) => [id, location])),
    parcels: written.parcels ?? new Map(),
    leaving: written.leaving ?? new Set(),
  });
  clearWhatIsGone(tx, order, before, after);
  await freeNumbers(tx, order, changes);
  return after;
}

function movedData(changes: UnitChanges): Readonly<Record<string, unknown>> {
  return {
    lines: changes.lines,
    stock: stockOfEvent(changes.stock),
    ...(changes.work.length === 0
      ? {}
      : { fulfillment: changes.work.map(({ sku: _, ...change }) => change) }),
    ...(changes.parcels.length === 0
      ? {}
      : { parcels: changes.parcels.map(({ sku: _, ...change }) => change) }),
  };
}

function writeReservations(
  tx: CommandTx,
  order: OrderId,
  before: OrderUnits,
  { made, firm, shrunk }: UnitChanges,
): Promise<unknown>[] {
  const unitsOf = new Map(before.reservations.map((one) => [one.id, one.quantity]));
  const gone = shrunk.filter((one) => unitsOf.get(one.reservation) === one.units);
  const smaller = shrunk.filter((one) => !gone.includes(one));
  const writes: Promise<unknown>[] = [];
  if (gone.length > 0)
    writes.push(tx.run(deleteReservations, [gone.map((one) => uuidOf(one.reservation))]));
  if (smaller.length > 0) {
    const rows = smaller.map((one) => ({ id: uuidOf(one.reservation), quantity: one.units }));
    writes.push(tx.run(shrinkReservations, [JSON.stringify(rows)]));
  }
  if (made.length > 0) {
    const rows = made.map((one) => ({
      id: uuidOf(one.id),
      sku: uuidOf(one.sku),
      location: uuidOf(one.location),
      quantity: one.quantity,
      kind: 'order',
      owner: uuidOf(order),
      line: one.line,
    }));
    writes.push(writeRows(tx, insertReservations, rows, tx.now));
  }
  for (const [fulfillmentOrder, some] of Map.groupBy(firm, (one) => one.fulfillmentOrder)) {
    const ids = some.map((one) => uuidOf(one.reservation));
    writes.push(tx.run(firmReservations, [ids, uuidOf(fulfillmentOrder)]));
  }
  return writes;
}

function writeWork(
  tx: CommandTx,
  order: OrderId,
  before: OrderUnits,
  { work }: UnitChanges,
  written: UnitsWritten,
): Promise<unknown>[] {
  const isKnown = (change: WorkChange) =>
    before.work.some(
      (one) => one.fulfillmentOrder === change.fulfillmentOrder && one.line === change.line,
    );
  const rowOf = ({ fulfillmentOrder, sku, ...change }: WorkChange) => ({
    ...change,
    work: uuidOf(fulfillmentOrder),
    sku: sku === null ? null : uuidOf(sku),
  });
  const lines = { old: work.filter(isKnown), new: work.filter((one) => !isKnown(one)) };
  const sums = sumsOf(work);
  const made = [...(written.work ?? [])].map(([id, { location, shipBy }]) => ({
    id: uuidOf(id),
    location: uuidOf(location),
    shipBy,
    ...sums.get(id),
  }));
  const changed = [...sums].filter(([id]) => written.work?.has(id) !== true);
  const by = actorText(tx.actor);
  return [
    ...(made.length === 0
      ? []
      : [tx.run(insertWork, [JSON.stringify(made), uuidOf(order), tx.now, by])]),
    ...(lines.new.length === 0
      ? []
      : [tx.run(insertWorkLines, [JSON.stringify(lines.new.map(rowOf))])]),
    ...(lines.old.length === 0
      ? []
      : [tx.run(changeWorkLines, [JSON.stringify(lines.old.map(rowOf))])]),
    ...(changed.length === 0
      ? []
      : [
          tx.run(changeWork, [
            JSON.stringify(changed.map(([id, counts]) => ({ id: uuidOf(id), ...counts }))),
          ]),
        ]),
  ];
}

function sumsOf(work: readonly WorkChange[]): Map<FulfillmentOrderId, WorkCounts> {
  const sums = new Map<FulfillmentOrderId, WorkCounts>();
  for (const change of work) {
    const sum = sums.get(change.fulfillmentOrder);
    sums.set(change.fulfillmentOrder, {
      quantity: (sum?.quantity ?? 0) + (change.quantity ?? 0),
      allocated: (sum?.allocated ?? 0) + (change.allocated ?? 0),
      picked: (sum?.picked ?? 0) + (change.picked ?? 0),
      packed: (sum?.packed ?? 0) + (change.packed ?? 0),
      shipped: (sum?.shipped ?? 0) + (change.shipped ?? 0),
      canceled: (sum?.canceled ?? 0) + (change.canceled ?? 0),
      short: (sum?.short ?? 0) + (change.short ?? 0),
      overshipped: (sum?.overshipped ?? 0) + (change.overshipped ?? 0),
    });
  }
  return sums;
}

function writeParcels(
  tx: CommandTx,
  before: OrderUnits,
  { parcels }: UnitChanges,
): Promise<unknown>[] {
  const isKnown = (one: (typeof parcels)[number]) =>
    before.parcels.some((line) => line.parcel === one.parcel && line.line === one.line);
  const packed = parcels.filter((one) => !isKnown(one));
  const taken = parcels.filter(isKnown);
  const writes: Promise<unknown>[] = [];
  if (packed.length > 0) {
    const rows = packed.map((one) => ({
      ...one,
      parcel: uuidOf(one.parcel),
      sku: one.sku === null ? null : uuidOf(one.sku),
    }));
    writes.push(tx.run(insertParcelLines, [JSON.stringify(rows)]));
  }
  if (taken.length > 0) {
    const rows = taken.map((one) => ({ ...one, parcel: uuidOf(one.parcel), sku: null }));
    writes.push(tx.run(takeOutOfParcels, [JSON.stringify(rows)]));
    writes.push(tx.run(voidEmptyParcels, [taken.map((one) => uuidOf(one.parcel)), tx.now]));
  }
  return writes;
}

/** Units that wait no longer make room for others to be backordered. */
async function returnRoom(tx: CommandTx, order: OrderId, { waited }: UnitChanges): Promise<void> {
  await tx.run(lockBackorderLimits, [waited.map(({ sku }) => uuidOf(sku))]);
  const rest = await countArrived(tx, order, waited);
  if (rest.length === 0) return;
  const rows = rest.map(({ sku, units }) => ({ sku: uuidOf(sku), units }));
  await tx.run(returnBackorders, [JSON.stringify(rows)]);
}
