// The drop of a small world: units set apart, carts that hold them, and orders that buy from them.
// Its books are those of core; on the shelf its units are promised like any others.

import assert from 'node:assert/strict';
import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import { type DropBook, movePool, type OpenHold, unitsOf } from '@doorstep/core/drops/drop-book.ts';
import { closeHold, decideHold, openHold } from '@doorstep/core/drops/drop-hold.ts';
import { type DropSale, decideSale, sell } from '@doorstep/core/drops/drop-sale.ts';
import type { DropHoldId, DropId, OrderId, SkuId } from '@doorstep/core/ids.ts';
import type { CaptureWorld } from '@doorstep/core/orders/capture.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Promised } from './shelf.ts';

const LIMIT = 4;
const PREORDERS_MAX = 3;

export function newDrop(skus: readonly SkuId[]): DropBook {
  const none = { setApart: 0, pooled: 0, held: 0, sold: 0, released: 0, preordered: 0, waiting: 0 };
  const itemOf = (sku: SkuId) => ({ sku, code: sku, ...none, preorderCap: PREORDERS_MAX });
  return {
    id: 'drp_1' as DropId,
    terms: {
      ...{ startsAt: at(0), endsAt: at(1_000_000), pausedAt: null, stoppedAt: null },
      limitPerBuyer: LIMIT,
    },
    isClosed: false,
    told: { version: 1, step: 0, soldOutAt: null, lastPlace: 0 },
    items: new Map(skus.map((sku) => [sku, itemOf(sku)])),
    ...{ pool: new Map(), buyers: new Map(), holds: new Map() },
    ...{ placeChanges: new Map(), newPlaces: new Map(), sales: new Map() },
  };
}

export function setApart(book: DropBook, units: PoolUnits): void {
  movePool(book, units);
  const item = book.items.get(units.sku);
  if (item !== undefined)
    book.items.set(units.sku, { ...item, setApart: item.setApart + units.units });
}

export interface DropCart {
  readonly buyer: string;
  readonly sku: SkuId;
  readonly quantity: number;
  /** The world's time. */
  readonly endsAt: number;
}

export function holdOfDrop(book: DropBook, cart: DropCart, now: number): void {
  const { buyer, sku, quantity, endsAt } = cart;
  const id = `dho_${book.told.lastPlace}` as DropHoldId;
  const request = { id, buyer, wanted: [{ sku, quantity }], expiresAt: at(endsAt) };
  const hold = decideHold(book, request, at(now));
  if (isRefusal(hold)) return;
  openHold(book, hold);
  book.told = { ...book.told, lastPlace: book.told.lastPlace + 1 };
}

/** @returns how many holds lapsed: each gave all of its units back to the pool */
export function lapseHolds(book: DropBook, now: number): number {
  const over = [...book.holds.values()].filter(({ expiresAt }) => expiresAt <= at(now));
  const before = unitsOf([...book.pool.values()]);
  for (const hold of over) closeHold(book, hold, 'lapsed');
  const freed = unitsOf(over.flatMap(({ units }) => units));
  assert.equal(unitsOf([...book.pool.values()]), before + freed, 'a hold gives back its units');
  return over.length;
}

/** What an order gets of the drop: from a hold, or as this buyer. */
export function offerOf(
  book: DropBook,
  who: OpenHold | string,
  now: number,
): NonNullable<CaptureWorld['fromDrop']> {
  const by = typeof who === 'string' ? { buyer: who, hold: null } : { buyer: null, hold: who.id };
  return (wanted) =>
    decideSale(book, { ...by, wanted, mayPreorder: true, preference: [] }, at(now));
}

/** @returns the units that stand for the order now, and stood for the drop */
export function sellOfDrop(book: DropBook, order: string, sale: DropSale): PoolUnits[] {
  const { hold } = sale;
  if (hold !== null) {
    const used = unitsOf(sale.fromHold) + unitsOf(sale.unused);
    assert.equal(used, unitsOf(hold.units), 'what was held is bought or given back');
  }
  sell(book, `ord_${order}` as OrderId, sale);
  return [...sale.fromHold, ...sale.fromPool];
}

export function checkDrop(book: DropBook, now: number): void {
  for (const hold of book.holds.values())
    assert.ok(hold.expiresAt > at(now), 'no hold outlives its time');
  for (const { units } of book.pool.values()) assert.ok(units >= 0, 'the pool owes nothing');
  for (const item of book.items.values()) {
    const { setApart, pooled, held, sold, preordered, preorderCap } = item;
    assert.equal(setApart, pooled + held + sold, JSON.stringify(item));
    assert.ok(preordered <= preorderCap, JSON.stringify(item));
  }
  for (const { held, bought } of book.buyers.values()) assert.ok(held + bought <= LIMIT);
}

/** What stands on the shelf for the drop and its holds. */
export function promisedToDrop(book: DropBook): Promised[] {
  const holds = [...book.holds.values()].flatMap(({ units }) => units);
  return [...book.pool.values(), ...holds].map(({ sku, location, units }) => ({
    ...{ sku, location, quantity: units, fulfillmentOrder: null },
  }));
}

function at(time: number): Date {
  return new Date(time * 1000);
}
