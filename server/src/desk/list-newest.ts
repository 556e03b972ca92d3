// The newest orders as they are this moment, from the orders themselves: for plain filters, while
// the order list is behind the log.

import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { CANDIDATES_MAX, findByWords, ORDER_WORDS } from '../db/search-tokens.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import type { OrderRow } from '../orders/sql.ts';
import {
  listAll,
  listByChannel,
  listByCustomer,
  listByFulfillment,
  listByIds,
  listByIdsAndTag,
  listByPayment,
  listByStatus,
  listByStock,
  listByTag,
} from './newest.sql.ts';
import type { OrderFilters } from './order-criteria.ts';

const AFTER_ALL = 'f'.repeat(32);
/** Candidates looked at for one page: 20,000; what is older needs narrower words. */
const SEARCH_ROUNDS_MAX = 20;

/** The filters that the orders have an index for, with one value each. */
const PLAIN = new Set<string>([
  ...['search', 'status', 'fulfillmentStatus', 'stockStatus', 'paymentStatus'],
  ...['channel', 'customer', 'tag'],
]);

export function isPlain(filters: OrderFilters, channels: number): boolean {
  return (
    channels <= 1 &&
    Object.entries(filters).every(
      ([name, value]) =>
        value === undefined ||
        (PLAIN.has(name) && !(/status$/i.test(name) && String(value).includes(','))),
    )
  );
}

/** @returns up to `limit` orders with an id below `before` */
export async function listNewest(
  tx: Tx,
  filters: OrderFilters,
  channel: string | null,
  before: string | null,
  limit: number,
): Promise<OrderRow[]> {
  const params = [
    before ?? AFTER_ALL,
    limit,
    filters.status ?? null,
    filters.fulfillmentStatus ?? null,
    filters.stockStatus ?? null,
    channel,
    filters.customer === undefined ? null : uuidOf(filters.customer as CustomerId),
    filters.paymentStatus ?? null,
  ];
  if (filters.search !== undefined) return searched(tx, filters.search, filters.tag, params);
  if (filters.tag !== undefined) return tx.rows(listByTag, [...params, filters.tag]);
  return tx.rows(leading(filters), params);
}

/**
 * What the words find, newest first, a thousand candidates at a time until the page is full: the
 * filters may leave few of each thousand.
 */
async function searched(
  tx: Tx,
  search: string,
  tag: string | undefined,
  filters: readonly unknown[],
): Promise<OrderRow[]> {
  const [before, rowsWanted] = filters as [string, number];
  const rows: OrderRow[] = [];
  let after: string | undefined = before;
  for (let round = 0; round < SEARCH_ROUNDS_MAX && after !== undefined; round += 1) {
    const ids: string[] = await findByWords(tx, search, ORDER_WORDS, after);
    rows.push(
      ...(tag === undefined
        ? await tx.rows(listByIds, [...filters, ids])
        : await tx.rows(listByIdsAndTag, [...filters, ids, tag])),
    );
    after = ids.length < CANDIDATES_MAX || rows.length >= rowsWanted ? undefined : ids.at(-1);
  }
  return rows.slice(0, rowsWanted);
}

/** The filter that leaves fewest orders leads; one customer's before a status. */
function leading(filters: OrderFilters): Statement<OrderRow> {
  if (filters.customer !== undefined) return listByCustomer;
  if (filters.stockStatus !== undefined) return listByStock;
  // Orders that are not paid through us have no account to walk.
  if (filters.paymentStatus !== undefined && filters.paymentStatus !== 'none') return listByPayment;
  if (filters.status !== undefined) return listByStatus;
  if (filters.fulfillmentStatus !== undefined) return listByFulfillment;
  return filters.channel === undefined ? listAll : listByChannel;
}
