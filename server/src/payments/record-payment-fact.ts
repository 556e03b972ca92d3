// Records what a provider says it did. It may answer an intent, come late, come twice, or be
// something that nobody here asked for.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { recordPaymentFact as operation, PaymentAnswer } from '@doorstep/contract/payments.ts';
import { idFromUuid, type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { INTENT_OF } from '@doorstep/core/payments/payment.ts';
import type { Fee } from '@doorstep/core/payments/provider.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { type IntentRow, selectOpenIntents } from './intents.sql.ts';
import { lockPayment } from './lock-payment.ts';
import { presentPaymentNow } from './present-payment.ts';
import { recordMoney, tellFee } from './record-money.ts';
import { recordRelease } from './record-release.ts';
import { refuseOtherCurrency } from './refuse-other-currency.ts';
import { settleAccount } from './settle-account.ts';
import { selectLedger } from './sql.ts';

type Fact = BodyOf<typeof operation>;

interface FactTelling {
  readonly fee?: Fee | undefined;
  /** The provider says which intent it answers: one that is not named did not ask for it. */
  readonly isCertain?: boolean;
  /** What the authorization gave back with this capture. */
  readonly releasedMinor?: bigint | undefined;
}

export async function recordPaymentFact(
  tx: CommandTx,
  id: PaymentId,
  fact: Fact,
  { fee, isCertain = false, releasedMinor = 0n }: FactTelling = {},
): Promise<PaymentAnswer | Refusal> {
  const locked = await lockPayment(tx, id);
  if (isRefusal(locked)) return locked;
  const { order, payment } = locked;
  const other = refuseOtherCurrency(payment, fact.currency);
  if (other !== undefined) return other;
  if (!(await isKnown(tx, order, id, fact))) {
    const intent = await findIntent(tx, order, id, fact, isCertain);
    const { kind, reference } = fact;
    const occurredAt = fact.occurredAt === undefined ? tx.now : new Date(fact.occurredAt);
    const isNew = await recordMoney(tx, order, {
      payment,
      kind,
      amountMinor: BigInt(fact.amountMinor),
      reference,
      occurredAt,
      intent: intent ?? null,
      expectedMinor: intent?.amount_minor ?? 0n,
      fee,
    });
    await recordRelease(tx, order, payment, { reference, occurredAt, releasedMinor });
    if (isNew) await settleAccount(tx, order, null, 'payment');
  } else await tellFee(tx, order, { payment, kind: fact.kind, reference: fact.reference, fee });
  return presentPaymentNow(tx, order, payment);
}

/** Looked up first, so that a fact told twice does not close another intent the second time. */
async function isKnown(
  tx: CommandTx,
  order: OrderId,
  payment: PaymentId,
  fact: Fact,
): Promise<boolean> {
  const ledger = await tx.rows(selectLedger, [uuidOf(order)]);
  return ledger.some(
    (row) =>
      idFromUuid('payment', row.payment_id) === payment &&
      row.kind === fact.kind &&
      row.provider_reference === fact.reference,
  );
}

/**
 * The open intent that the fact answers: the one it names, or the one the provider calls by this
 * reference. Only where it names none is it one that asked for just this.
 */
async function findIntent(
  tx: CommandTx,
  order: OrderId,
  payment: PaymentId,
  fact: Fact,
  isCertain: boolean,
): Promise<IntentRow | undefined> {
  const open = (await tx.rows(selectOpenIntents, [uuidOf(order)])).filter(
    (one) => idFromUuid('payment', one.payment_id) === payment && one.kind === INTENT_OF[fact.kind],
  );
  return (
    open.find((one) => idFromUuid('paymentIntent', one.id) === fact.intent) ??
    open.find((one) => one.provider_reference === fact.reference) ??
    (fact.intent === undefined && !isCertain ? alike(open, fact) : undefined)
  );
}

function alike(open: readonly IntentRow[], fact: Fact): IntentRow | undefined {
  return (
    open.find((one) => one.amount_minor === BigInt(fact.amountMinor)) ??
    open.find((one) => one.kind === 'authorize')
  );
}
