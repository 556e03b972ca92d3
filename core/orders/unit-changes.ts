// What becomes of units, step by step, and what that changes: counts of lines, stock, promises,
// work and parcels. One table of rules for release, pick, pack, ship, cancel and sourcing, so that
// the books of an order cannot disagree with each other.

import type { FulfillmentOrderId, LocationId, ParcelId, ReservationId, SkuId } from '../ids.ts';
import { delta, type MovementType, type StockDelta } from '../inventory/movement.ts';
import type { LineCounts } from './order-line.ts';
import type { Holding, OrderUnits, Reservation, WorkCounts } from './order-units.ts';

/** Where units go. */
export type Destination =
  | {
      readonly place: 'reserved';
      readonly reservation: ReservationId;
      readonly location: LocationId;
    }
  | { readonly place: 'allocated'; readonly fulfillmentOrder: FulfillmentOrderId }
  | { readonly place: 'picked' }
  | { readonly place: 'packed'; readonly parcel: ParcelId }
  | {
      readonly place: 'shipped';
      /** Where they left from. */
      readonly location: LocationId;
      readonly fulfillmentOrder: FulfillmentOrderId;
      readonly parcel: ParcelId;
    }
  | { readonly place: 'canceled' }
  /** Not where they should be; `known` of them the stock level missed already. */
  | { readonly place: 'short'; readonly known: number };

/** Units that left although none were open; `voided`: those that were taken out of the parcel. */
export interface Beyond {
  readonly line: number;
  readonly sku: SkuId | null;
  readonly units: number;
  readonly place: 'beyond' | 'voided';
}

export interface Step {
  readonly from: Holding | Beyond;
  readonly to: Destination;
}

type LinePlace = Exclude<keyof LineCounts, 'ordered'>;
/** Signed changes of a line's counts. */
export type LineChange = { readonly line: number } & Partial<Record<LinePlace, number>>;

export interface StockChange {
  readonly sku: SkuId;
  readonly location: LocationId;
  readonly type: MovementType;
  readonly delta: StockDelta;
}

/** Signed changes of a fulfillment order's line. */
export type WorkChange = {
  readonly fulfillmentOrder: FulfillmentOrderId;
  readonly line: number;
  readonly sku: SkuId | null;
} & Partial<Record<keyof WorkCounts, number>>;

export interface ParcelChange {
  readonly parcel: ParcelId;
  readonly line: number;
  readonly sku: SkuId | null;
  readonly quantity?: number;
  readonly canceled?: number;
}

export interface UnitChanges {
  readonly lines: readonly LineChange[];
  readonly stock: readonly StockChange[];
  readonly made: readonly Reservation[];
  /** Promises that became firm. */
  readonly firm: readonly {
    readonly reservation: ReservationId;
    readonly fulfillmentOrder: FulfillmentOrderId;
  }[];
  /** Promises that hold fewer units, or none any more. */
  readonly shrunk: readonly { readonly reservation: ReservationId; readonly units: number }[];
  /** Units that wait no longer, by SKU: their room to be backordered is free again. */
  readonly waited: readonly { readonly sku: SkuId; readonly units: number }[];
  readonly work: readonly WorkChange[];
  readonly parcels: readonly ParcelChange[];
}

/** What the steps change, each row once. */
export function changesOf(units: OrderUnits, steps: readonly Step[]): UnitChanges {
  return {
    lines: merged(steps.map(lineChange), (one) => `${one.line}`),
    stock: steps.flatMap(stockChanges),
    made: steps.flatMap(madeReservation),
    firm: steps.flatMap(({ from, to }) =>
      to.place === 'allocated' && from.place === 'reserved'
        ? [{ reservation: from.reservation, fulfillmentOrder: to.fulfillmentOrder }]
        : [],
    ),
    shrunk: shrunkReservations(units.reservations, steps),
    waited: merged(
      steps.flatMap(({ from }) =>
        from.place === 'backordered' && from.sku !== null
          ? [{ sku: from.sku, units: from.units }]
          : [],
      ),
      (one) => one.sku,
    ),
    work: merged(steps.flatMap(workChanges), (one) => `${one.fulfillmentOrder} ${one.line}`),
    parcels: merged(steps.flatMap(parcelChanges), (one) => `${one.parcel} ${one.line}`),
  };
}

function lineChange({ from, to }: Step): LineChange {
  // Short units are open again, and nobody has promised them.
  const place = to.place === 'short' ? 'unpromised' : to.place;
  const source = from.place === 'beyond' || from.place === 'voided' ? null : from.place;
  return source === null
    ? { line: from.line, [place]: from.units, overshipped: from.units }
    : { line: from.line, [source]: -from.units, [place]: from.units };
}

function stockChanges({ from, to }: Step): StockChange[] {
  const { sku, units } = from;
  if (sku === null) return [];
  const at = (location: LocationId, type: MovementType, change: StockDelta): StockChange[] => [
    { sku, location, type, delta: change },
  ];
  if (to.place === 'picked' || to.place === 'packed') return [];
  if (to.place === 'reserved') return at(to.location, 'reserved', delta.reserved(units));
  if (!('location' in from))
    return to.place === 'shipped' ? at(to.location, 'shipped', delta.shippedUnplanned(units)) : [];
  if (to.place === 'allocated') return at(from.location, 'allocated', delta.allocated(units));
  if (to.place === 'short') return at(from.location, 'short', delta.short(units, to.known));
  const isFirm = from.place !== 'reserved';
  if (to.place === 'shipped' && to.location === from.location)
    return at(
      from.location,
      'shipped',
      isFirm
        ? delta.shipped(units)
        : { ...delta.shippedUnplanned(units), ...delta.released(units) },
    );
  const freed = isFirm ? delta.deallocated(units) : delta.released(units);
  return [
    ...at(from.location, 'released', freed),
    ...(to.place === 'shipped' ? at(to.location, 'shipped', delta.shippedUnplanned(units)) : []),
  ];
}

function madeReservation({ from, to }: Step): Reservation[] {
  if (to.place !== 'reserved' || from.sku === null) return [];
  const { line, sku, units } = from;
  const { reservation, location } = to;
  return [{ id: reservation, line, sku, location, quantity: units, fulfillmentOrder: null }];
}

/** Units that ship, are canceled or are short leave the promise that held them, the oldest first. */
function shrunkReservations(
  reservations: readonly Reservation[],
  steps: readonly Step[],
): { reservation: ReservationId; units: number }[] {
  const left = new Map(reservations.map((one) => [one.id, one.quantity]));
  const shrunk: { reservation: ReservationId; units: number }[] = [];
  for (const { from, to } of steps) {
    if (!['shipped', 'canceled', 'short'].includes(to.place) || !('location' in from)) continue;
    const holding = reservations.filter((one) =>
      from.place === 'reserved'
        ? one.id === from.reservation
        : one.fulfillmentOrder === from.fulfillmentOrder && one.line === from.line,
    );
    let open = from.units;
    for (const { id } of holding) {
      const units = Math.min(open, left.get(id) ?? 0);
      if (units === 0) continue;
      left.set(id, (left.get(id) ?? 0) - units);
      shrunk.push({ reservation: id, units });
      open -= units;
    }
  }
  return merged(shrunk, (one) => one.reservation);
}

function workChanges({ from, to }: Step): WorkChange[] {
  const { line, sku, units } = from;
  const of = (fulfillmentOrder: FulfillmentOrderId, change: Partial<WorkCounts>): WorkChange => ({
    fulfillmentOrder,
    line,
    sku,
    ...change,
  });
  const shipped = (fulfillmentOrder: FulfillmentOrderId, isAsked: boolean) =>
    of(fulfillmentOrder, {
      shipped: units,
      ...(isAsked ? { quantity: units } : { overshipped: units }),
    });
  if (to.place === 'allocated')
    return [of(to.fulfillmentOrder, { quantity: units, allocated: units })];
  if (from.place === 'beyond' || from.place === 'voided')
    return to.place === 'shipped' ? [shipped(to.fulfillmentOrder, false)] : [];
  if (!('fulfillmentOrder' in from))
    return to.place === 'shipped' ? [shipped(to.fulfillmentOrder, true)] : [];
  if (to.place === 'reserved') return [];
  const leaves = { [from.place]: -units };
  // What another fulfillment order ships is no longer asked of this one.
  if (to.place === 'shipped' && to.fulfillmentOrder !== from.fulfillmentOrder)
    return [
      of(from.fulfillmentOrder, { ...leaves, canceled: units }),
      shipped(to.fulfillmentOrder, true),
    ];
  return [of(from.fulfillmentOrder, { ...leaves, [to.place]: units })];
}

function parcelChanges({ from, to }: Step): ParcelChange[] {
  const { line, sku, units } = from;
  const into = 'parcel' in to ? to.parcel : null;
  if (from.place === 'voided')
    return into === null ? [] : [{ parcel: into, line, sku, canceled: -units }];
  if (from.place === 'packed' && from.parcel === into) return [];
  return [
    ...(from.place === 'packed' ? [{ parcel: from.parcel, line, sku, canceled: units }] : []),
    ...(into === null ? [] : [{ parcel: into, line, sku, quantity: units }]),
  ];
}

/** Rows with the same key become one: their numbers are added, all else is the same. */
function merged<Row extends object>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const known = byKey.get(keyOf(row));
    byKey.set(keyOf(row), known === undefined ? row : added(known, row));
  }
  return [...byKey.values()];
}

function added<Row extends object>(a: Row, b: Row): Row {
  const sum = Object.fromEntries(Object.entries(a));
  for (const [name, value] of Object.entries(b)) {
    const before: unknown = sum[name];
    sum[name] =
      name !== 'line' && typeof value === 'number' && typeof before === 'number'
        ? before + value
        : value;
  }
  return sum as Row;
}
