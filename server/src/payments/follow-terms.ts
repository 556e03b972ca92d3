// Keeps the terms of an order in line with its money: what is settled, and what nobody needs to look
// at any more.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { exposureOf, TERMS_PROVIDER } from '@doorstep/core/payments/payment-terms.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { OrderPayment } from './read-payments.ts';
import type { AccountRow } from './sql.ts';
import { dropWaiting, grantTerms, selectTermsOfOrder, settleTerms } from './terms.sql.ts';

/** The order must be locked by this transaction. */
export async function followTerms(
  tx: CommandTx,
  order: OrderId,
  account: AccountRow,
  payments: readonly OrderPayment[],
): Promise<void> {
  const onTerms = payments.filter(({ provider }) => provider === TERMS_PROVIDER);
  if (onTerms.length === 0) return;
  const rows = await tx.rows(selectTermsOfOrder, [uuidOf(order)]);
  for (const payment of onTerms) {
    const id = uuidOf(payment.id);
    const row = rows.find((one) => idFromUuid('payment', one.payment_id) === payment.id);
    if (row === undefined) throw new Error(`payment ${payment.id} has no terms`);
    const owed = exposureOf(payment, account.dueMinor);
    const isUnderWay = payment.authorizing + payment.capturing + payment.refunding > 0n;
    // Nothing was given by it and nothing is asked for: it was paid another way.
    const isDropped = payment.authorized + payment.authorizing === 0n;
    const isOver = account.finished || account.dueMinor === 0n || isDropped;
    const isSettled = owed === 0n && !isUnderWay && isOver;
    // Money that came in advance needs no credit.
    if (row.granted_at === null && payment.authorized > 0n)
      await tx.run(grantTerms, [id, tx.now, row.approved_by, row.approval_note]);
    else if (row.waits_since !== null && payment.authorizing === 0n)
      await tx.run(dropWaiting, [id]);
    if (payment.authorizing === 0n) tx.clear({ type: 'credit-waiting', cause: payment.id });
    if (owed === 0n) tx.clear({ type: 'invoice-overdue', cause: payment.id });
    await tx.run(settleTerms, [id, isSettled ? tx.now : null]);
  }
}
