// Orders for an export: filtered like their list, each with all it is made of.

import assert from 'node:assert/strict';
import type { ExportedOrder } from '@doorstep/contract/export-forms.ts';
import type { exportOrders as operation } from '@doorstep/contract/exports.ts';
import type { QueryOf } from '@doorstep/contract/operation.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectChannelsByCode } from '../catalog/lookup.sql.ts';
import { ORDER_WORDS } from '../db/search-tokens.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { findOrders, type Place } from '../desk/find-orders.ts';
import { orderCriteria } from '../desk/order-criteria.ts';
import { exportOrder } from './export-order.ts';
import { exportPages, type Page, readInTurn, type Source } from './export-pages.ts';
import { exportSearch } from './export-search.ts';
import * as sql from './exports.sql.ts';

type Query = QueryOf<typeof operation>;

/** Small enough that a capture which comes between two pages hardly waits. */
const ORDERS_EACH = 250;
/** Of the orders of a page, which may have 2,000 each. */
const LINES_EACH = 5000;
/** Of one order: more than any has. */
const LINES_MAX = 1_000_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

export async function exportOrders(
  source: Source,
  query: Query,
  now: Date,
): Promise<AsyncIterable<readonly ExportedOrder[]> | Refusal> {
  if (!isWalked(query)) return exportListed(source, query, now);
  const start = await readInTurn(source, async (tx) => {
    const last = await tx.row(sql.selectLastOrder);
    return { channel: await channelOf(tx, query.channel), last: last?.id ?? BEFORE_ALL };
  });
  if (isRefusal(start.channel)) return start.channel;
  const filters = filtersOf(query, start.channel);
  const walk = await walkOf(source, query, [start.last, ORDERS_EACH, ...filters]);
  if (isRefusal(walk)) return walk;
  return exportPages(source, BEFORE_ALL, (tx, after) => readPage(tx, walk, after));
}

/** What the orders have indexes for is walked there; all else as their list finds it. */
const WALKED = new Set<string>([
  ...['search', 'status', 'fulfillmentStatus', 'stockStatus', 'paymentStatus', 'channel'],
  ...['customer', 'tag', 'placedFrom', 'placedTo', 'origin', 'format', 'columns', 'gzip'],
]);

function isWalked(query: Query): boolean {
  return Object.entries(query).every(
    ([name, value]) =>
      value === undefined ||
      (WALKED.has(name) &&
        !(/(Status|^status|^channel)$/.test(name) && String(value).includes(','))),
  );
}

/** As the list shows them, from its first page to its last. */
async function exportListed(
  source: Source,
  query: Query,
  now: Date,
): Promise<AsyncIterable<readonly ExportedOrder[]> | Refusal> {
  const { format: _format, columns: _columns, gzip: _gzip, sort = 'created', ...filters } = query;
  const last = await readInTurn(source, async (tx) => {
    const criteria = await orderCriteria(tx, filters, now);
    return isRefusal(criteria) ? criteria : tx.row(sql.selectLastOrder);
  });
  if (isRefusal(last)) return last;
  return exportPages<ExportedOrder, Place | null>(source, null, async (tx, after) => {
    const criteria = await orderCriteria(tx, filters, now);
    if (isRefusal(criteria)) throw new Error(criteria.detail);
    const found = await findOrders(tx, criteria, sort, after, ORDERS_EACH);
    const known = found.rows.filter(({ order_id }) => order_id <= (last?.id ?? BEFORE_ALL));
    const next = found.next ?? undefined;
    const { items, isCutOff } = await readOrders(
      tx,
      known.map(({ order_id }) => order_id),
      LINES_MAX,
    );
    assert(!isCutOff, 'an order has more lines than any may');
    return { items, next };
  });
}

/** Each filter of the walks has its place. */
function filtersOf(query: Query, channel: string | null): readonly unknown[] {
  const filters: Readonly<Record<Filter, unknown>> = {
    status: query.status,
    fulfillmentStatus: query.fulfillmentStatus,
    stockStatus: query.stockStatus,
    channel,
    customer: query.customer === undefined ? null : uuidOf(query.customer as CustomerId),
    placedFrom: query.placedFrom,
    placedTo: query.placedTo,
    origin: query.origin === undefined ? null : query.origin === 'imported',
    paymentStatus: query.paymentStatus,
    tag: query.tag,
  };
  return Object.values(filters).map((value) => value ?? null);
}

type Filter =
  | ('status' | 'fulfillmentStatus' | 'stockStatus' | 'paymentStatus' | 'channel' | 'customer')
  | ('placedFrom' | 'placedTo' | 'origin' | 'tag');

interface Walked {
  readonly ids: readonly string[];
  /** The last one looked at; undefined when there are no more. */
  readonly last: string | undefined;
}

type Walk = (tx: Tx, after: string) => Promise<Walked>;

async function walkOf(
  { pool, tenant }: Source,
  query: Query,
  filters: readonly unknown[],
): Promise<Walk | Refusal> {
  const { search } = query;
  if (search === undefined)
    return async (tx, after) => {
      const rows = await tx.rows(leading(query), [after, ...filters]);
      const last = rows.length < ORDERS_EACH ? undefined : rows.at(-1)?.id;
      return { ids: matching(rows), last };
    };
  const found = await exportSearch(pool, tenant, search, ORDER_WORDS);
  if (isRefusal(found)) return found;
  let at = 0;
  return async (tx, after) => {
    while ((found[at] ?? '~') <= after) at += 1;
    const among = found.slice(at, at + ORDERS_EACH);
    const rows = await tx.rows(sql.walkOrdersAmong, [after, ...filters, among]);
    const last = at + among.length < found.length ? among.at(-1) : undefined;
    return { ids: matching(rows), last };
  };
}

function matching(rows: readonly sql.WalkedRow[]): string[] {
  return rows.filter(({ matches }) => matches).map(({ id }) => id);
}

/** The filter that leaves fewest orders leads, as in the list. */
function leading(query: Query): Statement<sql.WalkedRow> {
  if (query.tag !== undefined) return sql.walkOrdersByTag;
  if (query.customer !== undefined) return sql.walkOrdersOfCustomer;
  if (query.stockStatus !== undefined) return sql.walkOrdersByStock;
  // Orders that are not paid through us have no account to walk.
  if (query.paymentStatus !== undefined && query.paymentStatus !== 'none')
    return sql.walkOrdersByPayment;
  if (query.status !== undefined) return sql.walkOrdersByStatus;
  if (query.fulfillmentStatus !== undefined) return sql.walkOrdersByFulfillment;
  return query.channel === undefined ? sql.walkOrders : sql.walkOrdersByChannel;
}

async function readPage(tx: Tx, walk: Walk, after: string): Promise<Page<ExportedOrder, string>> {
  const { ids, last } = await walk(tx, after);
  if (ids.length === 0) return { items: [], next: last };
  const { items, isCutOff } = await readOrders(tx, ids, LINES_EACH);
  if (!isCutOff) return { items, next: last };
  const kept = ids[items.length - 1];
  if (kept !== undefined) return { items, next: kept };
  // The first of them has more lines than a page may: it makes a page of its own.
  const alone = await readOrders(tx, ids.slice(0, 1), LINES_MAX);
  return { items: alone.items, next: ids[0] };
}

async function readOrders(
  tx: Tx,
  ids: readonly string[],
  linesMax: number,
): Promise<{ items: readonly ExportedOrder[]; isCutOff: boolean }> {
  const [rows, lines, charges, adjustments, tags, notes] = await Promise.all([
    tx.rows(sql.selectExportedOrders, [ids]),
    tx.rows(sql.selectExportedLines, [ids, linesMax]),
    tx.rows(sql.selectExportedCharges, [ids]),
    tx.rows(sql.selectExportedAdjustments, [ids]),
    tx.rows(sql.selectExportedTags, [ids]),
    tx.rows(sql.selectExportedNotes, [ids]),
  ]);
  // The lines of the last order may be cut off: it and those after it make the next page.
  const cutOff = lines.length < linesMax ? undefined : lines.at(-1)?.order_id;
  const parts = {
    lines: Map.groupBy(lines, ({ order_id }) => order_id),
    charges: Map.groupBy(charges, ({ order_id }) => order_id),
    adjustments: Map.groupBy(adjustments, ({ order_id }) => order_id),
    tags: Map.groupBy(tags, ({ order_id }) => order_id),
    notes: Map.groupBy(notes, ({ order_id }) => order_id),
  };
  return {
    items: rows
      .filter(({ id }) => cutOff === undefined || id < cutOff)
      .map((row) => exportOrder(row, parts)),
    isCutOff: cutOff !== undefined,
  };
}

async function channelOf(tx: Tx, code: string | undefined): Promise<string | null | Refusal> {
  if (code === undefined) return null;
  const [channel] = await tx.rows(selectChannelsByCode, [[code]]);
  return channel?.id ?? refuse('channel-unknown', `There is no channel ${code}.`);
}
