// Stock has come for a SKU that orders wait for: the one that waited longest gets it first. Units
// that were promised once and then not found wait like those that were sold without stock.

import { idFromUuid, type OrderId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { ordersOfEvents } from '../log/orders-of-events.ts';
import { lockOrderRow } from '../log/sql.ts';
import {
  selectIsAnybodyWaiting,
  selectNextWaiting,
  selectSkusWaitedForBy,
  selectWaitingSkus,
} from './backorders.sql.ts';
import { readUnits } from './read-units.ts';
import { lockFreeStock, type SourcingDeps, skusWaitedFor, sourceUnits } from './source-units.ts';

const BEFORE_ALL = '0'.repeat(32);

/**
 * Serves the next order that waits for the SKU, after the given one.
 *
 * @returns the order looked at, to go on behind it; null when nobody waits any more
 */
export async function fillNextBackorder(
  tx: CommandTx,
  deps: SourcingDeps,
  sku: SkuId,
  after: OrderId | null,
): Promise<OrderId | null> {
  const next = await tx.row(selectNextWaiting, [
    uuidOf(sku),
    after === null ? BEFORE_ALL : uuidOf(after),
  ]);
  if (next === undefined) return null;
  const order = idFromUuid('order', next.order_id);
  const row = await tx.row(lockOrderRow, [next.order_id]);
  const units = await readUnits(tx, order);
  // Canceled, perhaps, while we waited for its lock.
  if (row === undefined || !skusWaitedFor(units).includes(sku)) return order;

  // Stock may have come to a location made a moment ago: each round looks at them anew once.
  const stock = await lockFreeStock(tx, deps, [sku], after === null);
  // Nothing is left for anybody: a hundred thousand who wait need not be asked one by one.
  if (stock.units.get(sku)?.every((free) => free <= 0) === true) return null;
  await sourceUnits(tx, order, units, stock, {
    kind: 'backorder-filled',
    event: 'order.backorder_filled.v1',
  });
  return order;
}

/** The SKUs that anybody waits for. */
export async function listWaitingSkus(tx: Tx): Promise<SkuId[]> {
  return (await tx.rows(selectWaitingSkus)).map((row) => idFromUuid('sku', row.sku_id));
}

export async function isAnybodyWaiting(tx: Tx): Promise<boolean> {
  return (await tx.row(selectIsAnybodyWaiting))?.is_any === true;
}

/** The SKUs that the orders of these events wait for. */
export async function listSkusWaitedForBy(
  tx: Tx,
  events: readonly { readonly subject: string }[],
): Promise<SkuId[]> {
  const rows = await tx.rows(selectSkusWaitedForBy, [ordersOfEvents(events)]);
  return rows.map((row) => idFromUuid('sku', row.sku_id));
}
