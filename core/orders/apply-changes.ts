// The units of an order after a change, as the database then has them.

import type { FulfillmentOrderId, LocationId, ParcelId } from '../ids.ts';
import type { OrderUnits, ParcelLine, WorkCounts, WorkLine } from './order-units.ts';
import type { ParcelChange, UnitChanges, WorkChange } from './unit-changes.ts';

/** What a change makes anew or ships, and its rows do not say. */
export interface NewRows {
  /** New fulfillment orders, and where they stand. */
  readonly work: ReadonlyMap<FulfillmentOrderId, LocationId>;
  readonly parcels: ReadonlyMap<
    ParcelId,
    { readonly fulfillmentOrder: FulfillmentOrderId; readonly location: LocationId }
  >;
  /** Parcels that leave with this change. */
  readonly leaving: ReadonlySet<ParcelId>;
}

export function applyChanges(units: OrderUnits, changes: UnitChanges, made: NewRows): OrderUnits {
  const shrunk = new Map(changes.shrunk.map((one) => [one.reservation, one.units]));
  const firm = new Map(changes.firm.map((one) => [one.reservation, one.fulfillmentOrder]));
  return {
    lines: units.lines.map((line) => {
      const { line: _, ...change } = changes.lines.find((one) => one.line === line.number) ?? {
        line: line.number,
      };
      return { ...line, counts: plus(line.counts, change) };
    }),
    reservations: [...units.reservations, ...changes.made]
      .map((one) => ({
        ...one,
        quantity: one.quantity - (shrunk.get(one.id) ?? 0),
        fulfillmentOrder: firm.get(one.id) ?? one.fulfillmentOrder,
      }))
      .filter((one) => one.quantity > 0),
    work: [
      ...units.work.map((line) => ({
        ...line,
        counts: plus(line.counts, changes.work.find((one) => isOfWork(line, one)) ?? {}),
      })),
      ...changes.work
        .filter((change) => !units.work.some((line) => isOfWork(line, change)))
        .map((change) => newWork(change, units, made)),
    ],
    parcels: [
      ...units.parcels.map((line) => {
        const change = changes.parcels.find((one) => isOfParcel(line, one));
        return {
          ...line,
          quantity: line.quantity + (change?.quantity ?? 0),
          canceled: line.canceled + (change?.canceled ?? 0),
          shipped: line.shipped || made.leaving.has(line.parcel),
        };
      }),
      ...changes.parcels
        .filter((change) => !units.parcels.some((line) => isOfParcel(line, change)))
        .map((change) => newParcel(change, made)),
    ],
  };
}

const NO_WORK: WorkCounts = {
  quantity: 0,
  allocated: 0,
  picked: 0,
  packed: 0,
  shipped: 0,
  canceled: 0,
  short: 0,
  overshipped: 0,
};

function newWork(change: WorkChange, { work }: OrderUnits, made: NewRows): WorkLine {
  const { fulfillmentOrder, line, sku } = change;
  const location =
    made.work.get(fulfillmentOrder) ??
    work.find((one) => one.fulfillmentOrder === fulfillmentOrder)?.location;
  if (location === undefined) throw new Error(`nobody says where ${fulfillmentOrder} stands`);
  return { fulfillmentOrder, location, line, sku, counts: plus(NO_WORK, change) };
}

function newParcel({ parcel, line, sku, quantity, canceled }: ParcelChange, made: NewRows) {
  const box = made.parcels.get(parcel);
  if (box === undefined) throw new Error(`nobody says whose parcel ${parcel} is`);
  const shipped = made.leaving.has(parcel);
  const counts = { quantity: quantity ?? 0, canceled: canceled ?? 0 };
  return { parcel, ...box, line, sku, ...counts, shipped } satisfies ParcelLine;
}

function plus<Counts extends object>(counts: Counts, change: object): Counts {
  const given = change as Readonly<Record<string, number | undefined>>;
  return Object.fromEntries(
    Object.entries(counts).map(([name, units]) => [name, units + (given[name] ?? 0)]),
  ) as Counts;
}

function isOfWork(line: WorkLine, change: WorkChange): boolean {
  return line.fulfillmentOrder === change.fulfillmentOrder && line.line === change.line;
}

function isOfParcel(line: ParcelLine, change: ParcelChange): boolean {
  return line.parcel === change.parcel && line.line === change.line;
}
