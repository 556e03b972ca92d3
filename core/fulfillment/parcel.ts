// Parcels: packed, and gone. That a parcel left is a fact, whatever was asked for: what was not
// open any more is counted as shipped beyond.

import type { FulfillmentOrderId, LocationId, ParcelId } from '../ids.ts';
import { type Holding, holdingsOf, type OrderUnits, takeFrom } from '../orders/order-units.ts';
import type { Beyond, Destination, Step } from '../orders/unit-changes.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { heldHere, type Surplus } from './pick.ts';

export interface LineQuantity {
  readonly line: number;
  readonly quantity: number;
}

export interface Packing {
  readonly steps: readonly Step[];
  readonly surplus: readonly Surplus[];
}

/**
 * What goes into a box: picked units first, then such as nobody reported picked.
 *
 * @param asked each line once; null: everything that is picked
 */
export function decidePacking(
  units: OrderUnits,
  fulfillmentOrder: FulfillmentOrderId,
  asked: readonly LineQuantity[] | null,
  parcel: ParcelId,
): Packing | Refusal<'nothing-to-pack'> {
  const steps: Step[] = [];
  const surplus: Surplus[] = [];
  for (const { line, quantity } of asked ?? everythingPicked(units, fulfillmentOrder)) {
    const here = heldHere(units, fulfillmentOrder, line);
    const { taken, missing } = takeFrom(
      [...at(here, 'picked'), ...at(here, 'allocated')],
      quantity,
    );
    for (const from of taken) steps.push({ from, to: { place: 'packed', parcel } });
    if (missing > 0) surplus.push({ line, units: missing });
  }
  return steps.length === 0
    ? refuse('nothing-to-pack', 'None of these units is to be packed any more.', { surplus })
    : { steps, surplus };
}

/** A packed parcel leaves with what is in it; one that was voided with what was taken out. */
export function decideDeparture(units: OrderUnits, parcel: ParcelId, location: LocationId): Step[] {
  const contents = units.parcels.filter((one) => one.parcel === parcel);
  const isVoided = contents.every((one) => one.canceled === one.quantity);
  return contents.flatMap(({ line, sku, quantity, canceled, fulfillmentOrder }): Step[] => {
    const to = { place: 'shipped', location, fulfillmentOrder, parcel } as const;
    if (isVoided) return [{ from: { line, sku, units: quantity, place: 'voided' }, to }];
    return heldHere(units, fulfillmentOrder, line)
      .filter((one) => one.place === 'packed' && one.parcel === parcel && quantity > canceled)
      .map((from) => ({ from, to }));
  });
}

export interface Shipment {
  /** Where it left from. */
  readonly location: LocationId;
  readonly fulfillmentOrder: FulfillmentOrderId;
  readonly parcel: ParcelId;
}

/**
 * A shipment made elsewhere, told in one step: any open unit of the lines may be what left.
 *
 * @param asked counted lines, each once
 */
export function decideShipment(
  units: OrderUnits,
  asked: readonly LineQuantity[],
  shipment: Shipment,
): Step[] {
  const to: Destination = { place: 'shipped', ...shipment };
  return asked.flatMap(({ line: number, quantity }) => {
    const line = units.lines.find((one) => one.number === number);
    if (line === undefined) return [];
    const holdings = inOrderOfShipping(holdingsOf(units, line), shipment);
    const { taken, missing } = takeFrom(holdings, quantity);
    const beyond: Beyond = { line: number, sku: line.sku, units: missing, place: 'beyond' };
    return [...taken, ...(missing > 0 ? [beyond] : [])].map((from) => ({ from, to }));
  });
}

export type ShipmentRefusal = Refusal<'nothing-to-ship' | 'location-needed'>;

/**
 * What left from where, when a shipment made elsewhere does not say it all: units left from where
 * they were promised; one that was not, from where all others are.
 *
 * @param asked counted lines, each once; null: everything open at the location, or at all of them
 */
export function planShipments(
  units: OrderUnits,
  asked: readonly LineQuantity[] | null,
  location: LocationId | null,
): Map<LocationId, LineQuantity[]> | ShipmentRefusal {
  if (location !== null && asked !== null) return new Map([[location, [...asked]]]);
  const found = new Map<LocationId, Map<number, number>>();
  const add = (place: LocationId, line: number, quantity: number) => {
    const lines = found.get(place) ?? new Map<number, number>();
    lines.set(line, (lines.get(line) ?? 0) + quantity);
    found.set(place, lines);
  };
  const homeless: LineQuantity[] = [];
  for (const line of units.lines.filter((one) => one.kind !== 'kit')) {
    const placed = holdingsOf(units, line).filter((one) => 'location' in one);
    const wanted =
      asked === null ? Infinity : (asked.find((one) => one.line === line.number)?.quantity ?? 0);
    const { taken, missing } = takeFrom(placed.toReversed(), wanted);
    for (const one of taken)
      if (location === null || one.location === location) add(one.location, line.number, one.units);
    if (asked !== null && missing > 0) homeless.push({ line: line.number, quantity: missing });
  }
  const [only, ...others] = found.size > 0 ? found.keys() : locationsOf(units);
  for (const { line, quantity } of homeless) {
    if (only === undefined || others.length > 0)
      return refuse('location-needed', 'Nothing says where these units left from.', { line });
    add(only, line, quantity);
  }
  if (found.size === 0) return refuse('nothing-to-ship', 'No unit is open that could have left.');
  return new Map(
    [...found].map(([place, lines]) => [
      place,
      [...lines].map(([line, quantity]) => ({ line, quantity })),
    ]),
  );
}

function locationsOf({ work, reservations }: OrderUnits): Set<LocationId> {
  return new Set([...work, ...reservations].map((one) => one.location));
}

/** Steps that shipped what was not open. */
export function beyondOf(steps: readonly Step[]): Surplus[] {
  return steps
    .filter(({ from }) => from.place === 'beyond' || from.place === 'voided')
    .map(({ from }) => ({ line: from.line, units: from.units }));
}

function everythingPicked(units: OrderUnits, fulfillmentOrder: FulfillmentOrderId): LineQuantity[] {
  return units.work
    .filter((one) => one.fulfillmentOrder === fulfillmentOrder && one.counts.picked > 0)
    .map(({ line, counts }) => ({ line, quantity: counts.picked }));
}

function at(holdings: readonly Holding[], place: Holding['place']): Holding[] {
  return holdings.filter((one) => one.place === place);
}

/**
 * What was asked of the place it left from went first. Else units that wait: so what others promised
 * stays promised. What is packed in a box elsewhere is the last that one would think of.
 */
function inOrderOfShipping(holdings: readonly Holding[], shipment: Shipment): Holding[] {
  const rank = (holding: Holding): number => {
    const here = 'location' in holding && holding.location === shipment.location;
    const asked =
      'fulfillmentOrder' in holding && holding.fulfillmentOrder === shipment.fulfillmentOrder;
    const places = ['picked', 'allocated', 'reserved', 'packed'];
    if (here) return (asked && holding.place !== 'packed' ? 0 : 10) + places.indexOf(holding.place);
    const elsewhere = ['unpromised', 'backordered', 'reserved', 'allocated', 'picked', 'packed'];
    return 20 + elsewhere.indexOf(holding.place);
  };
  return holdings.toSorted((a, b) => rank(a) - rank(b));
}
