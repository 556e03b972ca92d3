// Where every unit of an order is: its lines, the promises of stock behind them, the work asked of
// locations, and parcels. All that is decided about units is decided on this.

import type {
  FulfillmentOrderId,
  LocationId,
  OrderLineId,
  ParcelId,
  ReservationId,
  SkuId,
} from '../ids.ts';
import type { LineCounts, LineKind } from './order-line.ts';

export interface UnitLine {
  readonly id: OrderLineId;
  readonly number: number;
  readonly kind: LineKind;
  /** The number of the kit line that a component belongs to. */
  readonly kitLine: number | null;
  /** Null where the catalog does not know the SKU. */
  readonly sku: SkuId | null;
  readonly counts: LineCounts;
}

/** A promise of stock to a line. It stands until its units ship or are canceled. */
export interface Reservation {
  readonly id: ReservationId;
  readonly line: number;
  readonly sku: SkuId;
  readonly location: LocationId;
  readonly quantity: number;
  /** Set once the promise is firm. */
  readonly fulfillmentOrder: FulfillmentOrderId | null;
}

/** Every unit asked for is allocated, picked, packed, shipped, canceled or short. */
export interface WorkCounts {
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;
  /** Looked for and not found. */
  readonly short: number;
  readonly overshipped: number;
}

/** A line of a fulfillment order. */
export interface WorkLine {
  readonly fulfillmentOrder: FulfillmentOrderId;
  readonly location: LocationId;
  readonly line: number;
  readonly sku: SkuId | null;
  readonly counts: WorkCounts;
}

/** A line of a parcel. */
export interface ParcelLine {
  readonly parcel: ParcelId;
  readonly fulfillmentOrder: FulfillmentOrderId;
  /** Where the parcel was packed. */
  readonly location: LocationId;
  readonly line: number;
  readonly sku: SkuId | null;
  readonly quantity: number;
  /** Taken out again before it left. */
  readonly canceled: number;
  readonly shipped: boolean;
}

export interface OrderUnits {
  readonly lines: readonly UnitLine[];
  /** Oldest first, as are the rest. */
  readonly reservations: readonly Reservation[];
  readonly work: readonly WorkLine[];
  readonly parcels: readonly ParcelLine[];
}

/** Units of a line that are open and together in one place. */
export type Holding = {
  readonly line: number;
  readonly sku: SkuId | null;
  readonly units: number;
} & (
  | { readonly place: 'unpromised' | 'backordered' }
  | {
      readonly place: 'reserved';
      readonly reservation: ReservationId;
      readonly location: LocationId;
    }
  | {
      readonly place: 'allocated' | 'picked';
      readonly fulfillmentOrder: FulfillmentOrderId;
      readonly location: LocationId;
    }
  | {
      readonly place: 'packed';
      readonly fulfillmentOrder: FulfillmentOrderId;
      readonly location: LocationId;
      readonly parcel: ParcelId;
    }
);

/** The open units of a line, the farthest from the door first, the newest of a place first. */
export function holdingsOf(units: OrderUnits, { number, sku, counts }: UnitLine): Holding[] {
  const own = <Row extends { readonly line: number }>(rows: readonly Row[]) =>
    rows.filter((row) => row.line === number).toReversed();
  const of = (quantity: number) => ({ line: number, sku, units: quantity });
  const work = own(units.work);
  const all: Holding[] = [
    { ...of(counts.unpromised), place: 'unpromised' },
    { ...of(counts.backordered), place: 'backordered' },
    ...own(units.reservations)
      .filter((one) => one.fulfillmentOrder === null)
      .map(
        ({ id, location, quantity }): Holding => ({
          ...of(quantity),
          place: 'reserved',
          reservation: id,
          location,
        }),
      ),
    ...(['allocated', 'picked'] as const).flatMap((place) =>
      work.map(
        ({ fulfillmentOrder, location, counts: at }): Holding => ({
          ...of(at[place]),
          place,
          fulfillmentOrder,
          location,
        }),
      ),
    ),
    ...own(units.parcels)
      .filter((one) => !one.shipped)
      .map(
        ({ parcel, fulfillmentOrder, quantity, canceled }): Holding => ({
          ...of(quantity - canceled),
          place: 'packed',
          fulfillmentOrder,
          // Reserved where it was planned, wherever the box stands.
          location: locationOf(units, fulfillmentOrder),
          parcel,
        }),
      ),
  ];
  return all.filter((holding) => holding.units > 0);
}

/** Takes units out of holdings in their order. */
export function takeFrom<From extends Holding>(
  holdings: readonly From[],
  wanted: number,
): { taken: From[]; missing: number } {
  const taken: From[] = [];
  let missing = wanted;
  for (const holding of holdings) {
    if (missing === 0) break;
    const units = Math.min(missing, holding.units);
    taken.push({ ...holding, units });
    missing -= units;
  }
  return { taken, missing };
}

/** A line by its number or its id. */
export function findLine(
  lines: readonly UnitLine[],
  reference: number | string,
): UnitLine | undefined {
  return lines.find((line) => line.number === reference || line.id === reference);
}

/** The counted lines of a line: a kit's components with how many make one kit; else itself. */
export function countedLines(
  lines: readonly UnitLine[],
  line: UnitLine,
): { readonly line: UnitLine; readonly perUnit: number }[] {
  if (line.kind !== 'kit') return [{ line, perUnit: 1 }];
  return lines
    .filter((part) => part.kitLine === line.number)
    .map((part) => ({ line: part, perUnit: part.counts.ordered / line.counts.ordered }));
}

function locationOf({ work }: OrderUnits, fulfillmentOrder: FulfillmentOrderId): LocationId {
  const found = work.find((one) => one.fulfillmentOrder === fulfillmentOrder);
  if (found === undefined) throw new Error(`no work of ${fulfillmentOrder} is known`);
  return found.location;
}
