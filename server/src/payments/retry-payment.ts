// Has the provider asked again: somebody mended what it refused for good, or does not want to wait.

import type { PaymentAnswer } from '@doorstep/contract/payments.ts';
import { idFromUuid, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { hurryIntents, selectOpenIntents } from './intents.sql.ts';
import { lockPayment } from './lock-payment.ts';
import { presentPaymentNow } from './present-payment.ts';
import { settleAccount } from './settle-account.ts';
import { unblockPayment } from './sql.ts';

export async function retryPayment(tx: CommandTx, id: PaymentId): Promise<PaymentAnswer | Refusal> {
  const locked = await lockPayment(tx, id);
  if (isRefusal(locked)) return locked;
  const { order, payment } = locked;
  const isBlocked = payment.captureBlocked || payment.refundBlocked || payment.voidBlocked;
  const open = await tx.rows(selectOpenIntents, [uuidOf(order)]);
  const waits = open.some(
    (one) => one.state === 'open' && idFromUuid('payment', one.payment_id) === id,
  );
  if (!isBlocked && !waits)
    return refuse('nothing-to-retry', 'The provider refused nothing and owes no answer.');
  await tx.run(unblockPayment, [uuidOf(id)]);
  await tx.run(hurryIntents, [uuidOf(order), tx.now, uuidOf(id)]);
  await emitOfOrder(tx, order, 'payment.retried.v1', { payment: id });
  await settleAccount(tx, order, null, 'payment');
  return presentPaymentNow(tx, order, payment);
}
