// Records that money came without a provider: a bank transfer, cash, a payment taken elsewhere. It
// is authorized and captured in one.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { recordReceipt as operation, PaymentAnswer } from '@doorstep/contract/payments.ts';
import { idFromUuid, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { atLeastZero } from '@doorstep/core/payments/payment.ts';
import { TERMS_PROVIDER } from '@doorstep/core/payments/payment-terms.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectOpenIntents } from './intents.sql.ts';
import { lockPayment } from './lock-payment.ts';
import { presentPaymentNow } from './present-payment.ts';
import { recordMoney } from './record-money.ts';
import { recordTermsReceipt } from './record-terms-receipt.ts';
import { refuseOtherCurrency } from './refuse-other-currency.ts';
import { settleAccount } from './settle-account.ts';
import { selectLedger } from './sql.ts';

export async function recordReceipt(
  tx: CommandTx,
  id: PaymentId,
  input: BodyOf<typeof operation>,
): Promise<PaymentAnswer | Refusal> {
  const locked = await lockPayment(tx, id);
  if (isRefusal(locked)) return locked;
  const { order, payment } = locked;
  const other = refuseOtherCurrency(payment, input.currency);
  if (other !== undefined) return other;
  const known = (await tx.rows(selectLedger, [uuidOf(order)])).some(
    (row) =>
      idFromUuid('payment', row.payment_id) === id && row.provider_reference === input.reference,
  );
  if (known) return presentPaymentNow(tx, order, payment);
  if (payment.provider === TERMS_PROVIDER && payment.authorized > 0n) {
    const paid = await recordTermsReceipt(tx, locked, input);
    return isRefusal(paid) ? paid : presentPaymentNow(tx, order, payment);
  }
  const missing = atLeastZero(payment.amountMinor - payment.authorized);
  const amountMinor = input.amountMinor === undefined ? missing : BigInt(input.amountMinor);
  if (amountMinor === 0n) return refuse('nothing-to-pay', 'All of this payment has come already.');

  const open = await tx.rows(selectOpenIntents, [uuidOf(order)]);
  const intent = open.find(
    (one) => one.kind === 'authorize' && idFromUuid('payment', one.payment_id) === id,
  );
  const fact = {
    payment,
    amountMinor,
    reference: input.reference,
    occurredAt: input.receivedAt === undefined ? tx.now : new Date(input.receivedAt),
  };
  await recordMoney(tx, order, {
    ...fact,
    kind: 'authorized',
    intent: intent ?? null,
    expectedMinor: missing,
  });
  await recordMoney(tx, order, {
    ...fact,
    kind: 'captured',
    intent: null,
    expectedMinor: amountMinor,
  });
  await settleAccount(tx, order, null, 'payment');
  return presentPaymentNow(tx, order, payment);
}
