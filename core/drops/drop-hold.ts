// Holds: units of a drop kept for a buyer until a time. They are bought, given back, or lapse.

import type { DropHoldId, DropPlaceId, LocationId, SkuId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { dropStatus, type PlaceState, type PoolUnits } from './drop.ts';
import {
  countBuyer,
  countItem,
  type DropBook,
  movePool,
  type OpenHold,
  unitsOf,
} from './drop-book.ts';

export interface WantedUnits {
  readonly sku: SkuId;
  readonly quantity: number;
}

export interface HoldRequest {
  readonly id: DropHoldId;
  readonly buyer: string;
  readonly wanted: readonly WantedUnits[];
  readonly expiresAt: Date;
}

export type DropRefusal = Refusal<
  | 'drop-not-running'
  | 'drop-limit-reached'
  | 'drop-sold-out'
  | 'drop-hold-not-open'
  | 'drop-buyer-needed'
  | 'sku-not-in-drop'
>;

/** Decides a hold; `openHold` carries it out. */
export function decideHold(
  book: DropBook,
  request: HoldRequest,
  now: Date,
): OpenHold | DropRefusal {
  const refused =
    refuseUnknown(book, request.wanted) ??
    refuseUnlessRunning(book, now) ??
    refuseBeyondLimit(book, request.buyer, quantityOf(request.wanted), 0);
  if (refused !== undefined) return refused;
  const units: PoolUnits[] = [];
  const short: WantedUnits[] = [];
  for (const { sku, quantity } of request.wanted) {
    const taken = takeFromPool(book, sku, quantity, []);
    units.push(...taken);
    if (unitsOf(taken) < quantity) short.push({ sku, quantity });
  }
  if (short.length > 0) return soldOut(book, short);
  const { id, buyer, expiresAt } = request;
  return { id, buyer, place: null, expiresAt, units };
}

export function openHold(book: DropBook, hold: OpenHold): void {
  for (const units of hold.units) {
    movePool(book, { ...units, units: -units.units });
    countItem(book, units.sku, { held: units.units });
  }
  countBuyer(book, hold.buyer, { held: unitsOf(hold.units) });
  book.holds.set(hold.id, hold);
}

/** Ends a hold that was not bought: its units are in the pool again at once. */
export function closeHold(book: DropBook, hold: OpenHold, placeBecomes: PlaceState): void {
  for (const units of hold.units) {
    countItem(book, units.sku, { held: -units.units });
    movePool(book, units);
  }
  countBuyer(book, hold.buyer, { held: -unitsOf(hold.units) });
  book.holds.delete(hold.id);
  endPlace(book, hold.place, placeBecomes);
}

export function endPlace(book: DropBook, place: DropPlaceId | null, state: PlaceState): void {
  if (place !== null) book.placeChanges.set(place, { state, hold: null });
}

/**
 * Units of the pool for somebody who has no place in the queue: none while others wait.
 *
 * @param preference locations, the best first; others come after them
 */
export function takeFromPool(
  book: DropBook,
  sku: SkuId,
  quantity: number,
  preference: readonly LocationId[],
): PoolUnits[] {
  return (book.items.get(sku)?.waiting ?? 0) > 0
    ? []
    : pickFromPool(book, sku, quantity, preference);
}

/** From one location if one has them all, else from the best on. */
export function pickFromPool(
  book: DropBook,
  sku: SkuId,
  quantity: number,
  preference: readonly LocationId[],
): PoolUnits[] {
  const rank = (cell: PoolUnits) => {
    const place = preference.indexOf(cell.location);
    return place === -1 ? preference.length : place;
  };
  const cells = [...book.pool.values()]
    .filter((cell) => cell.sku === sku && cell.units > 0)
    .sort((a, b) => rank(a) - rank(b) || b.units - a.units || a.number - b.number);
  const whole = cells.find((cell) => cell.units >= quantity);
  const taken: PoolUnits[] = [];
  let open = quantity;
  for (const cell of whole === undefined ? cells : [whole]) {
    if (open === 0) break;
    const units = Math.min(open, cell.units);
    taken.push({ ...cell, units });
    open -= units;
  }
  return taken;
}

export function refuseUnlessRunning(book: DropBook, now: Date): DropRefusal | undefined {
  const status = dropStatus(book.terms, book.items.values(), now);
  if (status === 'running' || status === 'sold-out') return undefined;
  const { startsAt, endsAt } = book.terms;
  const words = {
    planned: `It starts at ${startsAt.toISOString()}.`,
    paused: 'It is paused.',
    stopped: 'It was stopped.',
    ended: `It ended at ${endsAt.toISOString()}.`,
  };
  return refuse('drop-not-running', words[status], {
    status,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  });
}

/** @param inHand units counted as held already that the request is about */
export function refuseBeyondLimit(
  book: DropBook,
  buyer: string | null,
  quantity: number,
  inHand: number,
): DropRefusal | undefined {
  const left = unitsLeft(book, buyer);
  if (left === null || quantity <= left + inHand) return undefined;
  const { held, bought } = book.buyers.get(buyer ?? '') ?? { held: 0, bought: 0 };
  const limit = book.terms.limitPerBuyer;
  const told = { limit, wanted: quantity, held: held - inHand, bought };
  const detail =
    `A buyer may have ${limit} units of this drop; this one holds ${told.held} and ` +
    `has bought ${bought}.`;
  return refuse('drop-limit-reached', detail, { ...told, left: Math.max(0, left + inHand) });
}

/** Units the buyer may still have; null where there is no limit. */
export function unitsLeft(book: DropBook, buyer: string | null): number | null {
  const limit = book.terms.limitPerBuyer;
  if (limit === null) return null;
  const { held, bought } = book.buyers.get(buyer ?? '') ?? { held: 0, bought: 0 };
  return limit - held - bought;
}

export function refuseUnknown(
  book: DropBook,
  wanted: readonly WantedUnits[],
): DropRefusal | undefined {
  const unknown = wanted.filter(({ sku }) => !book.items.has(sku)).map(({ sku }) => sku);
  if (unknown.length === 0) return undefined;
  return refuse('sku-not-in-drop', 'The drop does not sell this SKU.', { skus: unknown });
}

/** Says what is merely held, so that the buyer can judge whether a place in the queue is worth it. */
export function soldOut(book: DropBook, short: readonly WantedUnits[]): DropRefusal {
  const skus = short.map(({ sku, quantity }) => {
    const { code = sku, pooled = 0, held = 0, waiting = 0 } = book.items.get(sku) ?? {};
    return {
      sku: code,
      wanted: quantity,
      available: waiting > 0 ? 0 : pooled,
      held,
      waiting,
      worthQueuing: held > waiting,
    };
  });
  const held = skus.some((one) => one.worthQueuing);
  return refuse(
    'drop-sold-out',
    held ? 'Every unit is sold or held; what is held may come back.' : 'Every unit is sold.',
    { skus },
  );
}

export function quantityOf(wanted: readonly WantedUnits[]): number {
  return wanted.reduce((sum, { quantity }) => sum + quantity, 0);
}
