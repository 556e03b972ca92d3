// Closes what was raised of units that came back undelivered, once there is nothing to give back for
// them any more.

import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectGivenUnits } from '../orders/payments.sql.ts';
import { readTerms } from '../orders/settle-order.ts';
import { selectReturnedUndelivered } from '../shipping/sql.ts';

/** The order must be locked by this transaction. */
export async function clearRefundedEarly(tx: CommandTx, order: OrderId): Promise<void> {
  const early = await tx.rows(selectReturnedUndelivered, [uuidOf(order)]);
  const [refunded, { dueMinor }] = await Promise.all([
    tx.rows(selectGivenUnits, [uuidOf(order)]),
    readTerms(tx, order, 'shipment'),
  ]);
  const refundedOf = (number: number) => refunded.find((one) => one.line === number)?.units ?? 0;
  // Units sent beyond what was ordered cost nothing, and come back first.
  const isRefunded = early.every(
    ({ number, returned, overshipped }) => refundedOf(number) >= returned - overshipped,
  );
  if (isRefunded || dueMinor === 0n) tx.clear({ type: 'return-before-delivery', cause: order });
}
