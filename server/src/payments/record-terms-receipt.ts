// Records that an invoice was paid, in whole or in part. Credit was given before, so the money is
// captured only.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { recordReceipt as operation } from '@doorstep/contract/payments.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { exposureOf } from '@doorstep/core/payments/payment-terms.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectOpenIntents } from './intents.sql.ts';
import type { LockedPayment } from './lock-payment.ts';
import { recordMoney } from './record-money.ts';
import { settleAccount } from './settle-account.ts';
import { selectAccount } from './sql.ts';

export async function recordTermsReceipt(
  tx: CommandTx,
  { order, payment }: LockedPayment,
  input: BodyOf<typeof operation>,
): Promise<undefined | Refusal> {
  const account = await tx.row(selectAccount, [uuidOf(order)]);
  const owed = exposureOf(payment, account?.dueMinor ?? 0n);
  const amountMinor = input.amountMinor === undefined ? owed : BigInt(input.amountMinor);
  if (amountMinor === 0n) return refuse('nothing-to-pay', 'Nothing of this invoice is owed.');
  const intent = (await tx.rows(selectOpenIntents, [uuidOf(order)])).find(
    (one) => one.kind === 'capture' && idFromUuid('payment', one.payment_id) === payment.id,
  );
  await recordMoney(tx, order, {
    payment,
    kind: 'captured',
    amountMinor,
    reference: input.reference,
    occurredAt: input.receivedAt === undefined ? tx.now : new Date(input.receivedAt),
    intent: intent ?? null,
    // An invoice may be paid in parts; more than is owed is a difference.
    expectedMinor: amountMinor <= owed ? amountMinor : owed,
  });
  await settleAccount(tx, order, null, 'payment');
  return undefined;
}
