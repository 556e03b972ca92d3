// Lines of an order that named a SKU before the catalog had it are matched with it, and stock is
// looked for. Lines of imported orders are matched in the room history: they want no stock.

import { idFromUuid, type OrderId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { lockOrderRow } from '../log/sql.ts';
import {
  matchLinesOfOrder,
  selectMatchableCodes,
  selectMatchableOrders,
  selectNextMatchable,
} from './match.sql.ts';
import { raiseCannotSource } from './raise-cannot-source.ts';
import { readUnits } from './read-units.ts';
import { lockFreeStock, type SourcingDeps, skusWaitedFor, sourceUnits } from './source-units.ts';

/** @returns the SKUs that the order waits for now */
export async function matchUnknownSkus(
  tx: CommandTx,
  deps: SourcingDeps,
  order: OrderId,
): Promise<SkuId[]> {
  await tx.row(lockOrderRow, [uuidOf(order)]);
  const matched = await tx.rows(matchLinesOfOrder, [uuidOf(order)]);
  if (matched.length === 0) return [];
  const matches = matched.map(({ number, sku_id }) => ({
    line: number,
    sku: idFromUuid('sku', sku_id),
  }));
  for (const { line } of matches) tx.clear({ type: 'unknown-sku', cause: `${order} ${line}` });
  await emitOfOrder(tx, order, 'order.skus_matched.v1', { matches });

  const units = await readUnits(tx, order);
  const found = new Set(matches.map(({ sku }) => sku));
  const waiting = skusWaitedFor(units).filter((sku) => found.has(sku));
  if (waiting.length === 0) return [];
  const stock = await lockFreeStock(tx, deps, waiting, true);
  const after = await sourceUnits(tx, order, units, stock, {
    kind: 'sourced',
    event: 'order.sourced.v1',
  });
  raiseCannotSource(tx, order, after, waiting);
  return skusWaitedFor(after).filter((sku) => found.has(sku));
}

/** Of these codes, those that lines of orders name and the catalog has by now. */
export async function listMatchableCodes(tx: Tx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  return (await tx.rows(selectMatchableCodes, [codes])).map(({ code }) => code);
}

/** Of these orders, those with a line that can be matched. */
export async function listMatchableOrders(tx: Tx, orders: readonly OrderId[]): Promise<OrderId[]> {
  if (orders.length === 0) return [];
  const rows = await tx.rows(selectMatchableOrders, [orders.map(uuidOf)]);
  return rows.map(({ id }) => idFromUuid('order', id)).sort();
}

/** The next order after the given one with a line that can be matched with this code. */
export async function findNextMatchable(
  tx: Tx,
  code: string,
  after: OrderId | null,
): Promise<OrderId | null> {
  const row = await tx.row(selectNextMatchable, [
    code,
    after === null ? BEFORE_ALL : uuidOf(after),
  ]);
  return row === undefined ? null : idFromUuid('order', row.order_id);
}

const BEFORE_ALL = '0'.repeat(32);
