// Brings the money of an order in line with what became of it: see payments/settle-account.ts.

import type { CaptureMoment } from '@doorstep/core/catalog/channel.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { accountTerms } from '@doorstep/core/orders/earned.ts';
import type { AccountTerms } from '@doorstep/core/payments/payment-account.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { type SettlementCause, settleAccount } from '../payments/settle-account.ts';
import { selectAccount } from '../payments/sql.ts';
import { selectEarningLines, selectEarningOrder } from './payments.sql.ts';

export type { SettlementCause };

/**
 * The order must be locked by this transaction, and its lines and counts written.
 *
 * @param allocation from which payments money goes back, where that was said
 */
export async function settleOrder(
  tx: CommandTx,
  order: OrderId,
  cause: SettlementCause,
  allocation: RefundAllocation | null = null,
): Promise<void> {
  const account = await tx.row(selectAccount, [uuidOf(order)]);
  if (account === undefined) return;
  const terms = await readTerms(tx, order, account.captureAt);
  await settleAccount(tx, order, terms, cause, allocation);
}

/** What the order owes, and how much of it is earned by now. */
export async function readTerms(
  tx: Tx,
  order: OrderId,
  captureAt: CaptureMoment,
): Promise<AccountTerms> {
  const id = [uuidOf(order)];
  const [row, lines] = await Promise.all([
    tx.row(selectEarningOrder, id),
    tx.rows(selectEarningLines, id),
  ]);
  if (row === undefined) throw new Error(`there is no order ${order} to settle`);
  return accountTerms({ ...row, lines }, captureAt);
}
