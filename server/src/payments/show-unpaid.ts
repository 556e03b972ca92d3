// An order that left while money is waited for that comes by hand: nobody asks the buyer for it
// again unless a person does.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { atLeastZero } from '@doorstep/core/payments/payment.ts';
import { capturableWorth } from '@doorstep/core/payments/payment-worth.ts';
import { captureMissing } from '@doorstep/core/payments/settlement.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectOpenIntents, selectOpenUnpaid } from './intents.sql.ts';
import type { OrderPayment } from './read-payments.ts';
import type { AccountRow } from './sql.ts';

/** What happened to the order, or to its money. */
export type SettlementCause = 'shipment' | 'cancellation' | 'return' | 'refund' | 'payment';

/** The order must be locked by this transaction. */
export async function showUnpaid(
  tx: CommandTx,
  order: OrderId,
  account: AccountRow,
  payments: readonly OrderPayment[],
  cause: SettlementCause,
): Promise<void> {
  const held = payments.reduce((sum, payment) => sum + capturableWorth(payment), 0n);
  const openMinor = atLeastZero(captureMissing(account, payments) - held);
  if (openMinor === 0n) {
    tx.clear({ type: 'shipped-unpaid', cause: order });
    return;
  }
  const payment = await waitingPayment(tx, order, cause);
  if (payment === null) return;
  tx.raise({
    type: 'shipped-unpaid',
    cause: order,
    about: { order, payment },
    data: { amountMinor: Number(openMinor), currency: account.currency },
  });
}

/** The payment whose money has not come: when it left, and as long as that stands afterwards. */
async function waitingPayment(tx: CommandTx, order: OrderId, cause: SettlementCause) {
  if (cause === 'shipment') {
    const intents = await tx.rows(selectOpenIntents, [uuidOf(order)]);
    const waiting = intents.find(({ kind, state }) => kind === 'authorize' && state === 'by-hand');
    if (waiting !== undefined) return idFromUuid('payment', waiting.payment_id);
  }
  // Some of it came, or less is due: what is open now is said anew.
  const row = await tx.row(selectOpenUnpaid, [order]);
  return row === undefined ? null : idFromUuid('payment', row.payment_id);
}
