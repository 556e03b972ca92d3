// The order list: filtered, searched, sorted, a page at a time.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { ListedOrder, listOrders as operation } from '@doorstep/contract/orders.ts';
import { idFromUuid, type OrderId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, encodeCursor, UUID_PART } from '../http/cursor.ts';
import { presentSummary } from '../orders/read-order.ts';
import { type FoundOrders, findOrders, type Place } from './find-orders.ts';
import { selectListProgress } from './keep.sql.ts';
import { isPlain, listNewest } from './list-newest.ts';
import { type ListedRow, selectListed } from './newest.sql.ts';
import { type OrderCriteria, type OrderFilters, orderCriteria } from './order-criteria.ts';

const LIMIT_DEFAULT = 50;
/** Microseconds of the year 10000, and amounts, are shorter. */
const KEY_PART = /^-?\d{1,18}$/;

type Query = QueryOf<typeof operation>;

export async function listOrders(
  tx: Tx,
  query: Query,
  now: Date,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const { limit = LIMIT_DEFAULT, cursor, sort, ...filters } = query;
  const after = placeIn(cursor);
  if (isRefusal(after)) return after;
  const [criteria, behind] = await Promise.all([orderCriteria(tx, filters, now), readBehind(tx)]);
  if (isRefusal(criteria)) return criteria;
  const { found, isLive } =
    sort === undefined && behind > 0 && isPlain(filters, criteria.axes.get('channel')?.size ?? 0)
      ? { found: await findNewest(tx, filters, criteria, after, limit), isLive: true }
      : { found: await findOrders(tx, criteria, sort ?? '-created', after, limit), isLive: false };
  const rows = await tx.rows(selectListed, [found.rows.map(({ order_id }) => order_id)]);
  return {
    items: rows.map(presentListed),
    nextCursor: found.next === null ? null : cursorAt(found.next),
    behind: isLive ? 0 : behind,
    match: query.search === undefined || after !== null ? null : matchOf(query.search, rows, found),
  };
}

/** Events that the list does not know yet; what is not sequenced counts as one. */
export async function readBehind(tx: Tx): Promise<number> {
  const progress = await tx.row(selectListProgress);
  return Number(progress?.behind ?? 0) + (progress?.is_more_pending === true ? 1 : 0);
}

async function findNewest(
  tx: Tx,
  filters: OrderFilters,
  { axes }: OrderCriteria,
  after: Place | null,
  limit: number,
): Promise<FoundOrders> {
  const [channel = null] = axes.get('channel') ?? [];
  const rows = await listNewest(tx, filters, channel, after?.id ?? null, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ id }) => ({ order_id: id, key: 0n })),
    next: rows.length > limit && last !== undefined ? { key: 0n, id: last.id } : null,
  };
}

function cursorAt({ key, id }: Place): string {
  return encodeCursor([String(key), id.replaceAll('-', '')]);
}

/** A cursor of a list without a sort was once an id alone. */
function placeIn(cursor: string | undefined): Place | null | Refusal {
  const old = decodeCursor(cursor, [UUID_PART]);
  if (old === null) return null;
  if (!isRefusal(old)) return { key: 0n, id: old[0] ?? '' };
  const parts = decodeCursor(cursor, [KEY_PART, UUID_PART]);
  if (isRefusal(parts) || parts === null) return parts;
  return { key: BigInt(parts[0] ?? 0), id: parts[1] ?? '' };
}

function presentListed(row: ListedRow): ListedOrder {
  return {
    ...presentSummary(row),
    name: row.name,
    tags: row.tags,
    holdReasons: row.hold_reasons,
    exceptionTypes: row.exception_types,
    updatedAt: row.updated === null ? null : new Date(Number(row.updated) / 1000).toISOString(),
  };
}

/** The order that was meant: the only one of that number or external id, or the only one found. */
function matchOf(
  search: string,
  rows: readonly ListedRow[],
  { next }: FoundOrders,
): OrderId | null {
  const asked = search.trim().toLowerCase().replace(/^#/, '');
  const named = rows.filter(
    ({ number, external_id }) => String(number) === asked || external_id?.toLowerCase() === asked,
  );
  const [only, more] = named.length > 0 || next !== null ? named : rows;
  return only === undefined || more !== undefined ? null : idFromUuid('order', only.id);
}
