// The order list: filtered, searched, a page at a time.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { listOrders as operation } from '@doorstep/contract/orders.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectChannelsByCode } from '../catalog/lookup.sql.ts';
import { CANDIDATES_MAX, findByWords } from '../db/search-tokens.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
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
} from './list.sql.ts';
import { presentSummary } from './read-order.ts';
import type { OrderRow } from './sql.ts';

const AFTER_ALL = 'f'.repeat(32);
/** Candidates looked at for one page: 20,000; what is older needs narrower words. */
const SEARCH_ROUNDS_MAX = 20;

export async function listOrders(
  tx: Tx,
  query: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const before = decodeCursor(query.cursor, [UUID_PART]);
  if (isRefusal(before)) return before;
  const channel = await channelOf(tx, query.channel);
  if (isRefusal(channel)) return channel;
  const limit = query.limit ?? 50;
  const filters = [
    before?.[0] ?? AFTER_ALL,
    limit + 1,
    query.status ?? null,
    query.fulfillmentStatus ?? null,
    query.stockStatus ?? null,
    channel,
    query.customer === undefined ? null : uuidOf(query.customer as CustomerId),
    query.paymentStatus ?? null,
  ];
  const rows = await rowsFor(tx, query, filters);
  return pageOf(rows, limit, presentSummary, (row) => [row.id.replaceAll('-', '')]);
}

async function rowsFor(
  tx: Tx,
  query: QueryOf<typeof operation>,
  filters: readonly unknown[],
): Promise<OrderRow[]> {
  if (query.search !== undefined) return searched(tx, query.search, query.tag, filters);
  if (query.tag !== undefined) return tx.rows(listByTag, [...filters, query.tag]);
  return tx.rows(leading(query), filters);
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
    const ids: string[] = await findByWords(tx, search, ['order', 'order-contact'], after);
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
function leading(query: QueryOf<typeof operation>): Statement<OrderRow> {
  if (query.customer !== undefined) return listByCustomer;
  if (query.stockStatus !== undefined) return listByStock;
  // Orders that are not paid through us have no account to walk.
  if (query.paymentStatus !== undefined && query.paymentStatus !== 'none') return listByPayment;
  if (query.status !== undefined) return listByStatus;
  if (query.fulfillmentStatus !== undefined) return listByFulfillment;
  return query.channel === undefined ? listAll : listByChannel;
}

async function channelOf(tx: Tx, code: string | undefined): Promise<string | null | Refusal> {
  if (code === undefined) return null;
  const [channel] = await tx.rows(selectChannelsByCode, [[code]]);
  return channel?.id ?? refuse('channel-unknown', `There is no channel ${code}.`);
}
