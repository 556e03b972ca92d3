// Counts which units of an order's returns are settled: those whose price was given back, and all of a
// return once nothing is owed for it any more, be it that goodwill gave it before.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { ordersOfEvents } from '../log/orders-of-events.ts';
import { lockOrderRow } from '../log/sql.ts';
import { readTerms } from '../orders/settle-order.ts';
import { priceReturn } from './price-return.ts';
import {
  type ReceivedRow,
  selectIsAnythingReturned,
  selectOrdersWithReturns,
  selectReceived,
  setSettled,
} from './sql.ts';

/** Events after which a return may be owed something, or nothing any more. */
export const MOVES_WHAT_IS_OWED = [
  'return.received.',
  'return.refunded.',
  'order.refund_granted.',
  'order.canceled.',
  // What came back before it was told as sent.
  'parcel.shipped.',
  'order.reimported.',
] as const;

export async function isAnythingReturned(tx: Tx): Promise<boolean> {
  return (await tx.row(selectIsAnythingReturned))?.is_any === true;
}

/** Of the orders of these events, those of which something came back. */
export async function listWithReturns(
  tx: Tx,
  events: readonly { readonly subject: string }[],
): Promise<OrderId[]> {
  const rows = await tx.rows(selectOrdersWithReturns, [ordersOfEvents(events)]);
  return rows.map((row) => idFromUuid('order', row.order_id));
}

export async function settleReturnsAfter(tx: Tx, order: OrderId): Promise<null> {
  await tx.row(lockOrderRow, [uuidOf(order)]);
  await settleReturns(tx, order);
  return null;
}

/** The order must be locked by this transaction, and what came and was granted be written. */
export async function settleReturns(tx: Tx, order: OrderId): Promise<void> {
  const { dueMinor } = await readTerms(tx, order, 'shipment');
  for (const row of await tx.rows(selectReceived, [uuidOf(order)])) {
    const open = dueMinor > 0n ? await unitsOwed(tx, order, row) : 0;
    if (row.received - open !== row.settled)
      await tx.run(setSettled, [row.id, row.received - open]);
  }
}

async function unitsOwed(tx: Tx, order: OrderId, { id }: ReceivedRow): Promise<number> {
  const priced = await priceReturn(tx, { id: idFromUuid('return', id), order }, {});
  if (isRefusal(priced) || priced.decided.amountMinor <= 0n) return 0;
  return priced.decided.lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
