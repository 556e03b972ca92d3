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
  BEYOND,
  countLeads,
  type FoundRow,
  gatherList,
  type Lead,
  listShapes,
  type ShapeRow,
  type SortKey,
  type SortWay,
  walkList,
} from './find.sql.ts';
import type { OrderCriteria, Range } from './order-criteria.ts';
import type { RiskDates } from './risk-dates.ts';

export interface FindLimits {
  /** Up to this many orders of one filter are gathered. */
  readonly gathered: number;
  /** Up to this many a filter is counted, and may narrow what another gathers. */
  readonly counted: number;
  /** Orders looked at by a walk, a few first: four of five pages need no more. */
  readonly walks: readonly number[];
}
export const FIND_LIMITS: FindLimits = {
  gathered: 20_000,
  counted: 40_000,
  walks: [400, 1200, 4000, 10_000, 25_000],
};

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
    const led = await narrowest(tx, criteria, limit + 1, limits);
    if (led !== null) {
      const params = [...criteriaParams(criteria), ...led, ...place, limit + 1];
      return pageOf(await tx.rows(gatherList[by.key][by.way], params), limit);
    }
    return walk(tx, criteria, { by, start: place, limit, batches: limits.walks });
  }
  if (criteria.shapes === null)
    return walk(tx, criteria, { by, start: place, limit, batches: limits.walks });
  const { shapes, from, to } = datesOfShapes(criteria, criteria.shapes);
  const params = [shapes, ...place, limit + 1, from, to];
  return pageOf(await tx.rows(listShapes[by.key][by.way], params), limit);
}

/** The dates to ship by that are wanted of each shape. */
function datesOfShapes({ risk }: OrderCriteria, wanted: readonly ShapeRow[]): RiskDates {
  const shapes = wanted.map(({ shape }) => shape);
  if (risk === null)
    return { shapes, from: shapes.map(() => -BEYOND), to: shapes.map(() => BEYOND) };
  const places = risk.shapes.flatMap((shape, place) => (shapes.includes(shape) ? [place] : []));
  return {
    shapes: places.map((place) => risk.shapes[place] ?? 0),
    from: places.map((place) => risk.from[place] ?? -BEYOND),
    to: places.map((place) => risk.to[place] ?? BEYOND),
  };
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
/** Where to begin, and the bounds that filters set to the key of the sort itself. */
function placeOf(criteria: OrderCriteria, { key, way }: Sorted, after: Place | null): PlaceParams {
  const range = rangeOf(criteria, key);
  const start = way === 'asc' ? { key: -BEYOND, id: FIRST_ID } : { key: BEYOND, id: LAST_ID };
  const place = after ?? start;
  return [place.key, place.id, range.from ?? -BEYOND, range.to ?? BEYOND];
}

function rangeOf(criteria: OrderCriteria, key: SortKey): Range {
  if (key === 'placed') return criteria.placed;
  // Nothing happens to an order before it is placed.
  if (key === 'updated')
    return { from: larger(criteria.updated.from, criteria.placed.from), to: null };
  if (key === 'shipBy') return criteria.shipBy;
  return key === 'total' ? criteria.total : { from: null, to: null };
}

function larger(a: bigint | null, b: bigint | null): bigint | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Filters that neither shapes nor the bounds of the sort answer for. */
function filtersBesides(criteria: OrderCriteria, { key }: Sorted): readonly unknown[] {
  const { placed, total, shipBy } = criteria;
  return [
    ...[criteria.countries, criteria.customer, criteria.tags, criteria.anyTags, criteria.sku],
    ...[criteria.location, criteria.holds, criteria.exceptions, criteria.words],
    ...(key === 'updated' ? [] : [criteria.updated.from]),
    ...(key === 'placed' ? [] : [placed.from, placed.to]),
    ...(key === 'total' ? [] : [total.from, total.to]),
    ...(key === 'shipBy' ? [] : [shipBy.from, shipBy.to, criteria.risk]),
  ].filter((filter) => filter !== null);
}

export function isBesidesShapes(criteria: OrderCriteria): boolean {
  return filtersBesides(criteria, { key: 'created', way: 'asc' }).length > 0;
}

/** $21 to $25 of find.sql.ts. */
type Led = readonly [
  lead: string,
  word: string | null,
  limit: number,
  second: string | null,
  secondLimit: number,
];

/** Gathering so few is always quicker. */
const FEW = 500;
/** What looking for words on an order costs, against reading it. */
const WORDS_COST = 8;
/** What following an index costs, against reading an order of the list. */
const LEAD_COST = 0.15;
/** Where counting stopped, a filter is taken to leave so many times more. */
const BEYOND_COUNT = 3;

/**
 * The filter that leaves fewest orders, if they are few enough to gather them, and if walking the
 * list would take longer: where filters leave `d` of all orders, a page of `n` is full after `n / d`.
 *
 * @param page orders wanted; null when all are
 */
export async function narrowest(
  tx: Tx,
  criteria: OrderCriteria,
  page: number | null,
  { gathered, counted } = FIND_LIMITS,
): Promise<Led | null> {
  const leads = await countEach(tx, criteria, counted);
  const [best, next] = leads;
  if (best === undefined || best.orders > gathered) return null;
  const isBoth =
    best.orders > FEW && next !== undefined && !isWord(next.lead) && next.orders <= counted;
  const second = isBoth ? next : null;
  if (page !== null && best.orders > FEW) {
    const all = ordersOf(criteria.allShapes);
    const shares = leads.map(({ orders }) =>
      Math.min(1, ((orders > counted ? BEYOND_COUNT : 1) * orders) / all),
    );
    const density = shares.reduce((product, share) => product * share, 1);
    const words = criteria.words?.length ?? 0;
    const isWordsAlone = leads.every(({ lead }) => isWord(lead));
    const walked = (page / density) * (words > 0 && isWordsAlone ? WORDS_COST : 1);
    const found = second === null ? best.orders : (best.orders * second.orders) / all;
    const gathering = found * (words > (isWord(best.lead) ? 1 : 0) ? WORDS_COST : 1);
    const leading = LEAD_COST * (best.orders + (second?.orders ?? 0));
    if (walked < gathering + leading) return null;
  }
  const words = criteria.words ?? [];
  const place = isWord(best.lead) ? Number(best.lead.slice('word '.length)) - 1 : -1;
  const lead = place < 0 ? best.lead : words.length === 1 ? 'only word' : 'word';
  return [lead, words[place] ?? null, gathered, second?.lead ?? null, counted];
}

function isWord(lead: Lead): boolean {
  return lead.startsWith('word');
}

/** What each filter leaves, fewest first. */
async function countEach(
  tx: Tx,
  criteria: OrderCriteria,
  most: number,
): Promise<readonly { lead: Lead; orders: number }[]> {
  const counted = await tx.rows(countLeads, [...criteriaParams(criteria), most + 1]);
  const leads: { lead: Lead; orders: number }[] = counted.map(({ lead, orders }) => ({
    lead,
    orders: Number(orders),
  }));
  if (criteria.shapes !== null) leads.push({ lead: 'shapes', orders: ordersOf(criteria.shapes) });
  // Of a small shop all orders are few.
  const all = ordersOf(criteria.allShapes);
  if (all <= most) leads.push({ lead: 'total', orders: all });
  return leads.sort((a, b) => a.orders - b.orders);
}

export function ordersOf(shapes: readonly { orders: bigint }[]): number {
  return shapes.reduce((sum, { orders }) => sum + Number(orders), 0);
}

/** $1 to $20 of find.sql.ts. */
export function criteriaParams(criteria: OrderCriteria): readonly unknown[] {
  return [
    criteria.shapes?.map(({ shape }) => shape) ?? null,
    criteria.countries,
    criteria.updated.from ?? -BEYOND,
    criteria.customer,
    criteria.placed.from ?? -BEYOND,
    criteria.placed.to ?? BEYOND,
    criteria.total.from ?? -BEYOND,
    criteria.total.to ?? BEYOND,
    criteria.tags,
    criteria.sku,
    criteria.location,
    criteria.holds,
    criteria.exceptions,
    criteria.words,
    criteria.shipBy.from ?? -BEYOND,
    criteria.shipBy.to ?? BEYOND,
    criteria.risk?.shapes ?? null,
    criteria.risk?.from ?? null,
    criteria.risk?.to ?? null,
    criteria.anyTags,
  ];
}
