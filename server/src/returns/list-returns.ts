// The list of returns: filtered, a page at a time.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { listReturns as operation } from '@doorstep/contract/returns.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { pageById } from '../http/list-page.ts';
import { findLocation } from '../locations/find-location.ts';
import { findOrder } from '../orders/find-order.ts';
import {
  listAllReturns,
  listReturnsAmong,
  listReturnsByLocation,
  listReturnsByStatus,
  listReturnsOfOrder,
  listReturnsToDecide,
  listReturnsToRefund,
  selectSoughtReturns,
} from './list.sql.ts';
import { presentSummary } from './read-return.ts';
import type { ReturnRow } from './sql.ts';

type Query = QueryOf<typeof operation>;

export async function listReturns(
  tx: Tx,
  query: Query,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = query.order === undefined ? null : await findOrder(tx, query.order);
  if (isRefusal(order)) return order;
  const location = query.location === undefined ? null : await findLocation(tx, query.location);
  if (isRefusal(location)) return location;
  const sought = query.search === undefined ? null : await seek(tx, query.search);
  const filters = [
    query.status ?? null,
    order === null ? null : uuidOf(order),
    location === null ? null : uuidOf(location.id),
    query.reason ?? null,
    query.createdBefore ?? null,
    sought,
    query.toRefund === true,
    query.toDecide === true,
  ];
  return pageById(
    query,
    (before, limit) => tx.rows(leading(query), [before, limit, ...filters]),
    presentSummary,
  );
}

/** The returns that a search names. */
async function seek(tx: Tx, search: string): Promise<readonly string[]> {
  const text = search.trim();
  const number = /^\d{1,18}$/.test(text) ? text : null;
  const rows = await tx.rows(selectSoughtReturns, [number, text]);
  return rows.map(({ id }) => id);
}

/** The filter that leaves fewest returns leads. */
function leading(query: Query): Statement<ReturnRow> {
  if (query.search !== undefined) return listReturnsAmong;
  if (query.toDecide) return listReturnsToDecide;
  if (query.toRefund) return listReturnsToRefund;
  if (query.order !== undefined) return listReturnsOfOrder;
  if (query.status !== undefined) return listReturnsByStatus;
  return query.location === undefined ? listAllReturns : listReturnsByLocation;
}
