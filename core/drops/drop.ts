// A drop: a livestream or launch, with units set apart from general sale.

import type { LocationId, SkuId } from '../ids.ts';

export const DROP_STATUSES = [
  'planned',
  'running',
  'paused',
  'sold-out',
  'stopped',
  'ended',
] as const;
export type DropStatus = (typeof DROP_STATUSES)[number];

export const PLACE_STATES = ['waiting', 'offered', 'bought', 'lapsed', 'left', 'over'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

export interface DropTerms {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly pausedAt: Date | null;
  readonly stoppedAt: Date | null;
  /** Units that one buyer may have, held and bought. */
  readonly limitPerBuyer: number | null;
}

/** The units of one SKU in a drop: `setApart` = `pooled` + `held` + `sold`. */
export interface DropItem {
  readonly sku: SkuId;
  readonly code: string;
  readonly setApart: number;
  readonly pooled: number;
  readonly held: number;
  readonly sold: number;
  readonly released: number;
  readonly preorderCap: number;
  readonly preordered: number;
  /** Buyers in the queue who were not offered anything yet. */
  readonly waiting: number;
}

/** Units of a SKU at a location that stand for the drop or for a hold of it. */
export interface PoolUnits {
  readonly sku: SkuId;
  readonly location: LocationId;
  /** The tenant's own small number of the location. */
  readonly number: number;
  readonly units: number;
}

/** Derived from times, switches and counts; nobody sets it. */
export function dropStatus(
  terms: DropTerms,
  items: Iterable<Pick<DropItem, 'pooled' | 'held' | 'sold'>>,
  now: Date,
): DropStatus {
  if (terms.stoppedAt !== null) return 'stopped';
  if (now >= terms.endsAt) return 'ended';
  if (now < terms.startsAt) return 'planned';
  if (terms.pausedAt !== null) return 'paused';
  return isSoldOut(items) ? 'sold-out' : 'running';
}

/** Nothing is in the pool and nothing held could come back to it. */
export function isSoldOut(items: Iterable<Pick<DropItem, 'pooled' | 'held' | 'sold'>>): boolean {
  let sold = 0;
  for (const item of items) {
    if (item.pooled + item.held > 0) return false;
    sold += item.sold;
  }
  return sold > 0;
}

/** The tenths of all units ever set apart that are sold: 0 to 10. */
export function sellThroughStep(items: Iterable<DropItem>): number {
  const { sold, all } = sumsOf(items);
  return all === 0 ? 0 : Math.floor((10 * sold) / all);
}

/** Sold of all units ever set apart, 0 to 1, to four places. */
export function sellThrough(items: Iterable<DropItem>): number {
  const { sold, all } = sumsOf(items);
  return all === 0 ? 0 : Math.round((10_000 * sold) / all) / 10_000;
}

function sumsOf(items: Iterable<DropItem>): { sold: number; all: number } {
  let sold = 0;
  let all = 0;
  for (const item of items) {
    sold += item.sold;
    all += item.setApart + item.released;
  }
  return { sold, all };
}
