// Asks for what the account of an order needs by now: captures, refunds, voids. The rule is
// core/payments/settlement.ts; here its intents become rows, in the transaction of their cause.

import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { ASKED_OF, capturable } from '@doorstep/core/payments/payment.ts';
import { type AccountTerms, isPaidFor } from '@doorstep/core/payments/payment-account.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import {
  captureMissing,
  type DecidedIntent,
  decideSettlement,
  isSettled,
  refundOwed,
} from '@doorstep/core/payments/settlement.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { followTerms } from './follow-terms.ts';
import { insertIntents } from './intents.sql.ts';
import { type MoneyChange, moneyChangeOfEvent, moneyChangeRow, toldMoney } from './money-change.ts';
import { type OrderPayment, readPayments } from './read-payments.ts';
import { readAllocation } from './read-refund-policy.ts';
import { type SettlementCause, showUnpaid } from './show-unpaid.ts';
import { type AccountRow, addAsked, forgetRefusals, selectAccount, updateTerms } from './sql.ts';

export type { SettlementCause };

/**
 * The order must be locked by this transaction. An order that is not paid through us has no
 * account, and nothing happens.
 *
 * @param terms what the order says now; null when only money changed
 * @param said from which payments money goes back, where that was said for this one
 */
export async function settleAccount(
  tx: CommandTx,
  order: OrderId,
  terms: AccountTerms | null,
  cause: SettlementCause,
  said: RefundAllocation | null = null,
): Promise<void> {
  const account = await accountWith(tx, order, terms);
  if (account === undefined) return;
  const payments = await readPayments(tx, order);
  const allocation = said ?? (await readAllocation(tx, payments.length));
  const intents = decideSettlement(account, payments, allocation);
  if (intents.length > 0) await intend(tx, order, payments, intents, cause);
  await clearGone(tx, order, account, payments);
  await showUnpaid(tx, order, account, payments, cause);
  await followTerms(tx, order, account, payments);
}

function accountWith(
  tx: CommandTx,
  order: OrderId,
  terms: AccountTerms | null,
): Promise<AccountRow | undefined> {
  if (terms === null) return tx.row(selectAccount, [uuidOf(order)]);
  const { dueMinor, grantedMinor, earnedMinor, finished } = terms;
  return tx.row(updateTerms, [uuidOf(order), dueMinor, grantedMinor, earnedMinor, finished]);
}

async function intend(
  tx: CommandTx,
  order: OrderId,
  payments: readonly OrderPayment[],
  intents: readonly DecidedIntent[],
  cause: SettlementCause,
): Promise<void> {
  const made = intents.map((intent) => ({ ...intent, id: newId('paymentIntent') }));
  const by = actorText(tx.actor);
  const rows = made.map(({ id, payment, kind, amountMinor }) => ({
    id: uuidOf(id),
    order: uuidOf(order),
    payment: uuidOf(payment),
    kind,
    amount: String(amountMinor),
    state: 'open',
    cause,
    by,
  }));
  const money = askedOf(made);
  await Promise.all([
    tx.run(insertIntents, [JSON.stringify(rows), tx.now]),
    tx.run(addAsked, [JSON.stringify(money.map(moneyChangeRow))]),
  ]);
  await emitOfOrder(tx, order, 'payment.intended.v1', {
    cause,
    intents: made.map(({ id, payment, kind, amountMinor, worthMinor }) => ({
      intent: id,
      payment,
      kind,
      ...toldMoney(paymentNamed(payments, payment), amountMinor, worthMinor),
    })),
    money: money.map(moneyChangeOfEvent),
  });
}

function paymentNamed(payments: readonly OrderPayment[], id: PaymentId): OrderPayment {
  const payment = payments.find((one) => one.id === id);
  if (payment === undefined) throw new Error(`payment ${id} went from its order`);
  return payment;
}

/** One change per payment: of one that is finished, some may be refunded and the rest voided. */
function askedOf(intents: readonly DecidedIntent[]): MoneyChange[] {
  const changes = new Map<PaymentId, MoneyChange>();
  for (const { payment, kind, amountMinor } of intents)
    changes.set(payment, { payment, ...changes.get(payment), [ASKED_OF[kind]]: amountMinor });
  return [...changes.values()];
}

/** Closes what needs nobody any more, and forgets what was refused of it. */
async function clearGone(
  tx: CommandTx,
  order: OrderId,
  account: AccountRow,
  payments: readonly OrderPayment[],
): Promise<void> {
  const isPaid = isPaidFor(account) || account.dueMinor === 0n;
  if (isPaid) tx.clear({ type: 'payment-declined', cause: order });
  const agrees = isPaid && isSettled(account, payments);
  const nothingToCapture = captureMissing(account, payments) === 0n;
  const nothingToRefund = refundOwed(account, payments) === 0n;
  for (const payment of payments) {
    const nothingHeld = capturable(payment) === 0n;
    if (agrees) tx.clear({ type: 'payment-difference', cause: payment.id });
    if (payment.expiresAt !== null && nothingHeld)
      tx.clear({ type: 'authorization-expiring', cause: payment.id });
    const gone = [
      ...(payment.captureBlocked && nothingToCapture ? ['capture'] : []),
      ...(payment.refundBlocked && nothingToRefund ? ['refund'] : []),
      ...(payment.voidBlocked && nothingHeld ? ['void'] : []),
    ];
    for (const kind of gone) tx.clear({ type: 'payment-failed', cause: `${payment.id} ${kind}` });
    if (gone.length > 0) await tx.run(forgetRefusals, [uuidOf(payment.id), gone]);
  }
}
