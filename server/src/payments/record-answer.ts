// Records what a provider answered to an intent: in one transaction with everything that follows.

import { type Id, idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { worthOf } from '@doorstep/core/payments/conversion.ts';
import { ASKED_OF, FACT_OF } from '@doorstep/core/payments/payment.ts';
import { isPaidFor } from '@doorstep/core/payments/payment-account.ts';
import { TERMS_PROVIDER } from '@doorstep/core/payments/payment-terms.ts';
import type { MovedMoney, ProviderAnswer } from '@doorstep/core/payments/provider.ts';
import { retryDelayMs, UNANSWERED_ATTEMPTS } from '@doorstep/core/payments/retry-delay.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { lockOrderRow } from '../log/sql.ts';
import { abandonIntent } from './abandon-intent.ts';
import { handOverTerms } from './hand-over-terms.ts';
import {
  closeIntent,
  handOverIntent,
  type IntentRow,
  postponeIntent,
  selectIntent,
} from './intents.sql.ts';
import { type MoneyChange, moneyChangeOfEvent, moneyChangeRow, toldMoney } from './money-change.ts';
import { type OrderPayment, readPayments } from './read-payments.ts';
import { recordAuthorization } from './record-authorization.ts';
import { clearIntent, recordMoney } from './record-money.ts';
import { recordRelease } from './record-release.ts';
import { recordRiskSignal } from './record-risk-signal.ts';
import { refuseTakenReference } from './refuse-taken-reference.ts';
import { settleAccount } from './settle-account.ts';
import { addFacts, blockPayment, selectAccount, setPayerAction } from './sql.ts';
import { waitForPayer } from './wait-for-payer.ts';

/** What the runner found out; the provider's own words, or that there were none. */
export type Answer =
  | ProviderAnswer
  | { readonly outcome: 'unknown'; readonly detail: string }
  /** Nothing is due any more, so the provider was not asked. */
  | { readonly outcome: 'not-needed' };

export interface Answered {
  readonly order: OrderId;
  readonly payment: OrderPayment;
}

/** Idempotent: an intent that is closed stays so, and a movement is recorded once. */
export async function recordAnswer(
  tx: CommandTx,
  id: Id<'paymentIntent'>,
  answer: Answer,
): Promise<Answered | Refusal> {
  const found = await tx.row(selectIntent, [uuidOf(id)]);
  if (found === undefined) return refuse('not-found', `There is no payment intent ${id}.`);
  await tx.row(lockOrderRow, [found.order_id]);
  // Read again under the lock: the answer may have been recorded from elsewhere meanwhile.
  const intent = (await tx.row(selectIntent, [uuidOf(id)])) ?? found;
  const order = idFromUuid('order', intent.order_id);
  const paymentId = idFromUuid('payment', intent.payment_id);
  const payment = (await readPayments(tx, order)).find((one) => one.id === paymentId);
  if (payment === undefined) throw new Error(`intent ${id} is of no payment`);
  const isOpen = intent.state === 'open' || intent.state === 'by-hand';
  if (answer.outcome === 'succeeded') {
    const taken = isOpen && (await refuseTakenReference(tx, intent, answer.reference));
    if (isRefusal(taken)) {
      await askLater(tx, order, payment, intent, taken.refused, taken.detail);
      return { order, payment };
    }
    await recordMoved(tx, order, payment, { intent, isOpen }, answer);
    await settleAccount(tx, order, null, 'payment');
  } else if (isOpen) await recordNoMoney(tx, order, payment, intent, answer);
  return { order, payment };
}

async function recordMoved(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  { intent, isOpen }: { readonly intent: IntentRow; readonly isOpen: boolean },
  answer: MovedMoney,
): Promise<void> {
  const { amountMinor, reference, occurredAt, risk } = answer;
  // Before the money: nobody releases what was not looked at since.
  if (risk !== undefined)
    await recordRiskSignal(tx, order, {
      ...risk,
      source: payment.provider,
      payment: payment.id,
    });
  const expectedMinor = answer.isPart === true ? amountMinor : intent.amount_minor;
  await recordMoney(tx, order, {
    payment,
    kind: FACT_OF[intent.kind],
    amountMinor,
    reference,
    occurredAt,
    intent: isOpen ? intent : null,
    expectedMinor: isOpen ? expectedMinor : 0n,
    fee: answer.fee,
  });
  if (intent.kind === 'authorize') await recordAuthorization(tx, payment, answer);
  await recordRelease(tx, order, payment, answer);
}

type NoMoney = Exclude<Answer, { outcome: 'succeeded' }>;

async function recordNoMoney(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
  answer: NoMoney,
): Promise<void> {
  switch (answer.outcome) {
    case 'declined':
      if (answer.final || intent.kind === 'authorize')
        return decline(tx, order, payment, intent, answer);
      return askLater(tx, order, payment, intent, answer.code, answer.detail);
    case 'unknown':
      return askLater(tx, order, payment, intent, 'no-answer', answer.detail);
    case 'later':
      await tx.run(postponeIntent, [
        intent.id,
        nextAttempt(tx, intent),
        answer.reference,
        null,
        null,
      ]);
      return tellOfWaiting(tx, order, payment, intent, 'later');
    case 'payer-action':
      return waitForPayer(tx, order, payment, intent, answer);
    case 'by-hand':
      return handOver(tx, order, payment, intent);
    case 'not-needed':
      await abandonIntent(tx, order, payment, intent);
  }
}

async function decline(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
  { code, detail }: { readonly code: string; readonly detail: string },
): Promise<void> {
  const { kind } = intent;
  const change: MoneyChange = { payment: payment.id, [ASKED_OF[kind]]: -intent.amount_minor };
  clearIntent(tx, payment, intent);
  await Promise.all([
    tx.run(closeIntent, [intent.id, 'declined', tx.now, code, detail]),
    tx.run(addFacts, [JSON.stringify([moneyChangeRow(change)]), null, 0n]),
    tx.run(blockPayment, [uuidOf(payment.id), kind, code]),
    tx.run(setPayerAction, [uuidOf(payment.id), false, null]),
  ]);
  await emitOfOrder(tx, order, 'payment.declined.v1', {
    payment: payment.id,
    intent: idFromUuid('paymentIntent', intent.id),
    kind,
    code,
    ...toldMoney(payment, intent.amount_minor, worthOf(intent.amount_minor, payment.conversion)),
    money: [moneyChangeOfEvent(change)],
  });
  const about = { order, payment: payment.id };
  const amountMinor = Number(intent.amount_minor);
  const data = { code, kind, amountMinor, currency: payment.currency };
  const account = await tx.row(selectAccount, [uuidOf(order)]);
  await settleAccount(tx, order, null, 'payment');
  if (kind !== 'authorize')
    tx.raise({ type: 'payment-failed', cause: `${payment.id} ${kind}`, about, data });
  else if (!isPaidFor(account)) tx.raise({ type: 'payment-declined', cause: order, about, data });
}

/** The same key again after a while. */
async function askLater(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
  code: string,
  detail: string,
): Promise<void> {
  await tx.run(postponeIntent, [intent.id, nextAttempt(tx, intent), null, code, detail]);
  tellOfWaiting(tx, order, payment, intent, code);
}

/** A person is told when it has gone on for long, whether nobody answers or all say: later. */
function tellOfWaiting(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
  code: string,
): void {
  if (intent.attempts < UNANSWERED_ATTEMPTS) return;
  const id = idFromUuid('paymentIntent', intent.id);
  const about = { order, payment: payment.id };
  const data = { intent: id, kind: intent.kind, attempts: intent.attempts, code };
  if (code === 'no-answer' || code === 'later')
    tx.raise({ type: 'payment-unanswered', cause: id, about, data });
  else tx.raise({ type: 'payment-failed', cause: `${payment.id} ${intent.kind}`, about, data });
}

const NO_CUSTOMER = {
  code: 'no-customer',
  detail: 'The order has no customer who could have credit.',
};

async function handOver(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
): Promise<void> {
  if (payment.provider === TERMS_PROVIDER && intent.kind !== 'refund') {
    const handed = await handOverTerms(tx, order, payment, intent);
    if (handed === 'nobody') await decline(tx, order, payment, intent, NO_CUSTOMER);
    return;
  }
  await tx.run(handOverIntent, [intent.id]);
  const id = idFromUuid('paymentIntent', intent.id);
  tx.raise({
    type: 'payment-by-hand',
    cause: id,
    about: { order, payment: payment.id },
    data: {
      intent: id,
      kind: intent.kind,
      amountMinor: Number(intent.amount_minor),
      currency: payment.currency,
    },
  });
}

function nextAttempt(tx: CommandTx, intent: IntentRow): Date {
  return new Date(tx.now.getTime() + retryDelayMs(intent.attempts, Math.random()));
}
