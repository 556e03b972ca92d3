// Cancels an order whose time to be paid has run out. An authorization that is on its way comes to
// a canceled order, and is voided.

import { idFromUuid } from '@doorstep/core/ids.ts';
import { isPaidFor } from '@doorstep/core/payments/payment-account.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrderRow } from '../log/sql.ts';
import { selectUnpaidOrder } from '../payments/intents.sql.ts';
import { forgetPayBy, selectAccount } from '../payments/sql.ts';
import { cancelOrder } from './cancel-order.ts';

/**
 * One order in a transaction: it holds the locks of its stock, and must not wait for another order.
 *
 * @returns how many were looked at; call again while it is not 0
 */
export async function lapseUnpaid(tx: CommandTx): Promise<number> {
  const due = await tx.row(selectUnpaidOrder, [tx.now]);
  if (due === undefined) return 0;
  await tx.row(lockOrderRow, [due.order_id]);
  // Read under the lock: the money may have come while we waited for it.
  const account = await tx.row(selectAccount, [due.order_id]);
  const isLate = account !== undefined && account.payBy !== null && account.payBy <= tx.now;
  if (!isLate) return 1;
  // What shipped stays as it is; an order that is all shipped has nothing left to cancel.
  if (!isPaidFor(account))
    await cancelOrder(tx, idFromUuid('order', due.order_id), { reason: 'payment' });
  await tx.run(forgetPayBy, [due.order_id]);
  return 1;
}
