// Records that a refund which was done came back: the buyer does not have the money, and what was due to
// them is owed again. Told twice, or from elsewhere, it is recorded once.

import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { worthOfMovement } from '@doorstep/core/payments/payment-worth.ts';
import type { FailedRefundNotice } from '@doorstep/core/payments/provider.ts';
import { newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import type { LockedPayment } from './lock-payment.ts';
import { type MoneyChange, moneyChangeOfEvent, moneyChangeRow, toldMoney } from './money-change.ts';
import { settleAccount } from './settle-account.ts';
import { addFacts, addToAccount, blockPayment, insertLedger, selectMovement } from './sql.ts';

/**
 * One that the ledger does not know was never done, as far as we were told: what asked for it looks.
 *
 * @returns whether the ledger knows the refund
 */
export async function recordReturnedRefund(
  tx: CommandTx,
  { order, payment }: LockedPayment,
  { reference, code, occurredAt }: Omit<FailedRefundNotice, 'about' | 'payment' | 'amountMinor'>,
): Promise<boolean> {
  const refund = await tx.row(selectMovement, [uuidOf(payment.id), 'refunded', reference]);
  if (refund === undefined) return false;
  const { intent_id: intent, amount_minor: amountMinor } = refund;
  const worthMinor = worthOfMovement(payment, 'returned', amountMinor);
  const row = {
    id: newUuid(),
    order: uuidOf(order),
    payment: uuidOf(payment.id),
    intent,
    kind: 'returned',
    amount: String(amountMinor),
    currency: payment.currency,
    worth: payment.conversion === null ? null : String(worthMinor),
    reference,
    at: occurredAt,
    by: actorText(tx.actor),
  };
  if ((await tx.run(insertLedger, [JSON.stringify([row]), tx.now])) === 0) return true;
  const change: MoneyChange = { payment: payment.id, refunded: -amountMinor };
  const unaskedMinor = intent === null ? -amountMinor : 0n;
  await Promise.all([
    tx.run(addFacts, [JSON.stringify([moneyChangeRow(change)]), null, unaskedMinor]),
    tx.run(addToAccount, [uuidOf(order), 0n, 0n, 0n, -worthMinor]),
  ]);
  await emitOfOrder(
    tx,
    order,
    'payment.refund_returned.v1',
    {
      payment: payment.id,
      intent: intent === null ? null : idFromUuid('paymentIntent', intent),
      code,
      ...toldMoney(payment, amountMinor, worthMinor),
      money: [moneyChangeOfEvent(change)],
    },
    occurredAt,
  );
  if (intent !== null) await waitForPerson(tx, { order, payment }, code, amountMinor);
  await settleAccount(tx, order, null, 'payment');
  return true;
}

/** The same way back failed for what was asked for: it is not asked again before somebody says so. */
async function waitForPerson(
  tx: CommandTx,
  { order, payment }: LockedPayment,
  code: string,
  amountMinor: bigint,
): Promise<void> {
  await tx.run(blockPayment, [uuidOf(payment.id), 'refund', code]);
  tx.raise({
    type: 'payment-failed',
    cause: `${payment.id} refund`,
    about: { order, payment: payment.id },
    data: { kind: 'refund', code, amountMinor: Number(amountMinor), currency: payment.currency },
  });
}
