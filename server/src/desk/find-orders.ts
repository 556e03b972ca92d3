// Finds the next orders of a list, in time that does not grow with the number of orders.
//
// - Statuses alone: the next of each shape that matches, merged.
// - A filter that leaves few orders leads: all of them are gathered, checked and sorted.
// - Filters that each leave many: the list is walked in the order of the sort, and what does not
//   match is passed over. It is found soon, for much matches; where it is not, the walk ends, and the
//   page with it, and the next one goes on.

import type { OrderSort } from '@doorstep/contract/order-filters.ts';
import type { Tx } from '../db/transaction.ts';
import {
  countLeads,
  type FoundRow,
  gatherList,
  type Lead,
  listShapes,
  type SortKey,
  type SortWay,
  walkList,
} from './find.sql.ts';
import type { OrderCriteria, Range } from './order-criteria.ts';

export interface FindLimits {
  /** Up to this many orders of one filter are gathered. */
  readonly gathered: number;
  /** Orders looked at by a walk, a few first: four of five pages need no more. */
  readonly walks: readonly number[];
}
export const FIND_LIMITS: FindLimits = { gathered: 20_000, walks: [400, 4000, 12_000, 25_000] };

export interface Place {
  readonly key: bigint;
  readonly id: string;
}

export interface FoundOrders {
  readonly rows: readonly FoundRow[];
  /** Where to go on; null at the end. */
  readonly next: Place | null;
}

export interface Sorted {
  readonly key: SortKey;
  readonly way: SortWay;
}

export function sortedBy(sort: OrderSort): Sorted {
  const isDescending = sort.startsWith('-');
  return {
    key: (isDescending ? sort.slice(1) : sort) as SortKey,
    way: isDescending ? 'desc' : 'asc',
  };
}

/** @param after the last order of the page before, or null for the first page */
export async function findOrders(
  tx: Tx,
  criteria: OrderCriteria,
  sort: OrderSort,
  after: Place | null,
  limit: number,
  limits = FIND_LIMITS,
): Promise<FoundOrders> {
  if (criteria.shapes?.length === 0 || criteria.words?.length === 0)
    return { rows: [], next: null };
  const by = sortedBy(sort);
  const place = placeOf(criteria, by, after);
  const others = filtersBesides(criteria, by);
  if (others.length > 0) {
    const led = await narrowest(tx, criteria, limits.gathered);
    if (led !== null) {
      const params = [...criteriaParams(criteria), ...led, ...place, limit + 1];
      return pageOf(await tx.rows(gatherList[by.key][by.way], params), limit);
    }
    return walk(tx, criteria, { by, start: place, limit, batches: limits.walks });
  }
  if (criteria.shapes === null)
    return walk(tx, criteria, { by, start: place, limit, batches: limits.walks });
  const shapes = criteria.shapes.map(({ shape }) => shape);
  return pageOf(await tx.rows(listShapes[by.key][by.way], [shapes, ...place, limit + 1]), limit);
}

function pageOf(rows: readonly FoundRow[], limit: number): FoundOrders {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? placeAt(last) : null;
  return { rows: shown, next };
}

function placeAt(row: FoundRow): Place {
  return { key: BigInt(row.key), id: row.order_id };
}

type PlaceParams = readonly [key: bigint, id: string, from: bigint, to: bigint];

interface Walk {
  readonly by: Sorted;
  readonly start: PlaceParams;
  readonly limit: number;
  readonly batches: readonly number[];
}

async function walk(
  tx: Tx,
  criteria: OrderCriteria,
  { by: { key, way }, start, limit, batches }: Walk,
): Promise<FoundOrders> {
  const rows: FoundRow[] = [];
  let place = start;
  for (const batch of batches) {
    const wanted = limit + 1 - rows.length;
    const walked = await tx.rows(walkList[key][way], [
      ...criteriaParams(criteria),
      ...place,
      Math.max(batch, wanted),
      wanted,
    ]);
    const edge = walked[0];
    if (edge === undefined) return pageOf(rows, limit);
    for (const row of walked)
      if (row.order_id !== null) rows.push({ order_id: row.order_id, key: row.key });
    if (rows.length > limit) return pageOf(rows, limit);
    if (Number(edge.walked) < Math.max(batch, wanted)) return { rows, next: null };
    place = [BigInt(edge.last_key), edge.last_id, place[2], place[3]];
  }
  return { rows, next: { key: place[0], id: place[1] } };
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** What no time and no amount comes near. */
const BEYOND = 9_000_000_000_000_000_000n;

/** Where to begin, and the bounds that filters set to the key of the sort itself. */
function placeOf(criteria: OrderCriteria, { key, way }: Sorted, after: Place | null): PlaceParams {
  const range = rangeOf(criteria, key);
  const start =
    way === 'asc' ? { key: -BEYOND, id: FIRST_ID } : { key: BEYOND, id: LAST_ID };
  const place = after ?? start;
  return [place.key, place.id, range.from ?? -BEYOND, range.to ?? BEYOND];
}

function rangeOf(criteria: OrderCriteria, key: SortKey): Range {
  if (key === 'placed') return criteria.placed;
  if (key === 'updated') return criteria.updated;
  return key === 'total' ? criteria.total : { from: null, to: null };
}

/** Filters that neither shapes nor the bounds of the sort answer for. */
function filtersBesides(criteria: OrderCriteria, { key }: Sorted): readonly unknown[] {
  const { placed, total } = criteria;
  return [
    ...[criteria.countries, criteria.customer, criteria.tag, criteria.sku],
    ...[criteria.location, criteria.holds, criteria.exceptions, criteria.words],
    ...(key === 'updated' ? [] : [criteria.updated.from]),
    ...(key === 'placed' ? [] : [placed.from, placed.to]),
    ...(key === 'total' ? [] : [total.from, total.to]),
  ].filter((filter) => filter !== null);
}

type Led = readonly [lead: string, word: string | null, limit: number];

/** The filter that leaves fewest orders, if it leaves few enough to gather them. */
export async function narrowest(
  tx: Tx,
  criteria: OrderCriteria,
  most = FIND_LIMITS.gathered,
): Promise<Led | null> {
  const counted = await tx.rows(countLeads, [...criteriaParams(criteria), most + 1]);
  const leads: { lead: Lead; orders: number }[] = counted.map(({ lead, orders }) => ({
    lead,
    orders: Number(orders),
  }));
  if (criteria.shapes !== null)
    leads.push({ lead: 'shapes', orders: ordersOf(criteria.shapes) });
  // Of a small shop all orders are few.
  leads.push({ lead: 'total', orders: ordersOf(criteria.allShapes) });
  leads.sort((a, b) => a.orders - b.orders);
  const best = leads[0];
  if (best === undefined || best.orders > most) return null;
  const word = /^word (\d+)$/.exec(best.lead)?.[1];
  return word === undefined
    ? [best.lead, null, most]
    : ['word', criteria.words?.[Number(word) - 1] ?? '', most];
}

export function ordersOf(shapes: readonly { orders: bigint }[]): number {
  return shapes.reduce((sum, { orders }) => sum + Number(orders), 0);
}

/** $1 to $14 of find.sql.ts. */
export function criteriaParams(criteria: OrderCriteria): readonly unknown[] {
  return [
    criteria.shapes?.map(({ shape }) => shape) ?? null,
    criteria.countries,
    criteria.updated.from,
    criteria.customer,
    criteria.placed.from,
    criteria.placed.to,
    criteria.total.from,
    criteria.total.to,
    criteria.tag,
    criteria.sku,
    criteria.location,
    criteria.holds,
    criteria.exceptions,
    criteria.words,
  ];
}
