// The books of one drop while its row is locked: what is in the pool, held, sold, and who waits.
// All that happens to a drop is a change of its books; what changed is written afterwards.

import type { DropHoldId, DropId, DropPlaceId, LocationId, OrderId, SkuId } from '../ids.ts';
import type { DropItem, DropTerms, PlaceState, PoolUnits } from './drop.ts';

export interface BuyerUnits {
  readonly held: number;
  readonly bought: number;
}

export interface OpenHold {
  readonly id: DropHoldId;
  readonly buyer: string;
  /** The place in the queue that was offered it. */
  readonly place: DropPlaceId | null;
  readonly expiresAt: Date;
  readonly units: readonly PoolUnits[];
}

/** A place in the queue; rows of places not at hand are changed by their id alone. */
export interface QueuePlace {
  readonly id: DropPlaceId;
  readonly number: number;
  readonly sku: SkuId;
  readonly buyer: string;
  readonly quantity: number;
}

export interface PlaceChange {
  readonly state: PlaceState;
  readonly hold: DropHoldId | null;
}

/** What was told of the drop, and counted on its row. */
export interface DropTold {
  readonly version: number;
  readonly step: number;
  readonly soldOutAt: Date | null;
  readonly lastPlace: number;
}

/** What an order has of one SKU of the drop. */
export interface SaleUnits {
  readonly order: OrderId;
  readonly sku: SkuId;
  readonly buyer: string | null;
  readonly sold: number;
  readonly preordered: number;
}

/** Holds only those buyers, holds, places and sales that the work at hand is about. */
export interface DropBook {
  readonly id: DropId;
  readonly terms: DropTerms;
  /** What is left went to general sale, and what comes back goes there too. */
  readonly isClosed: boolean;
  told: DropTold;
  readonly items: Map<SkuId, DropItem>;
  readonly pool: Map<string, PoolUnits>;
  readonly buyers: Map<string, BuyerUnits>;
  readonly holds: Map<DropHoldId, OpenHold>;
  readonly placeChanges: Map<DropPlaceId, PlaceChange>;
  readonly newPlaces: Map<DropPlaceId, QueuePlace>;
  readonly sales: Map<string, SaleUnits>;
}

/** A book of its own to change; the rows in it are never changed, only replaced. */
export function copyBook(book: DropBook): DropBook {
  return {
    ...book,
    items: new Map(book.items),
    pool: new Map(book.pool),
    buyers: new Map(book.buyers),
    holds: new Map(book.holds),
    placeChanges: new Map(book.placeChanges),
    newPlaces: new Map(book.newPlaces),
    sales: new Map(book.sales),
  };
}

export function poolKey({ sku, location }: { sku: SkuId; location: LocationId }): string {
  return `${sku} ${location}`;
}

export function saleKey({ order, sku }: { order: OrderId; sku: SkuId }): string {
  return `${order} ${sku}`;
}

type Counts = Partial<Record<Exclude<keyof DropItem, 'sku' | 'code'>, number>>;

/** Adds to the counts of an item. */
export function countItem(book: DropBook, sku: SkuId, change: Counts): void {
  const item = book.items.get(sku);
  if (item === undefined) throw new Error(`the drop ${book.id} has no item ${sku}`);
  const after: Record<string, unknown> = { ...item };
  for (const [name, by] of Object.entries(change))
    after[name] = item[name as keyof Counts] + (by ?? 0);
  book.items.set(sku, after as unknown as DropItem);
}

export function countBuyer(
  book: DropBook,
  buyer: string | null,
  { held = 0, bought = 0 }: Partial<BuyerUnits>,
): void {
  if (buyer === null) return;
  const before = book.buyers.get(buyer) ?? { held: 0, bought: 0 };
  book.buyers.set(buyer, { held: before.held + held, bought: before.bought + bought });
}

/** Puts units into the pool, or takes them with a negative number. */
export function movePool(book: DropBook, units: PoolUnits): void {
  const key = poolKey(units);
  const before = book.pool.get(key);
  book.pool.set(key, { ...units, units: (before?.units ?? 0) + units.units });
  countItem(book, units.sku, { pooled: units.units });
}

export function unitsOf(rows: readonly { readonly units: number }[]): number {
  return rows.reduce((sum, row) => sum + row.units, 0);
}
