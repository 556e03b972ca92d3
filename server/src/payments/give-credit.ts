// Gives a customer credit for an order, if the limit allows it. The row of the credit is locked, and
// what is owed is read behind the lock: two orders at once never use the same part of it.

import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { fitsLimit } from '@doorstep/core/payments/payment-terms.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { handOverIntent, type IntentRow } from './intents.sql.ts';
import type { OrderPayment } from './read-payments.ts';
import { recordMoney } from './record-money.ts';
import { settleAccount } from './settle-account.ts';
import { forgetPayBy } from './sql.ts';
import { bindTerms, grantTerms, holdTerms, lockCredit, selectOwed } from './terms.sql.ts';

export interface CreditAsked {
  readonly order: OrderId;
  readonly payment: OrderPayment;
  /** To authorize it. */
  readonly intent: IntentRow;
}

/**
 * The order must be locked by this transaction.
 *
 * @param beyond why it is given whatever the limit says; null: only within
 * @returns `nobody`: the order has no customer who could have credit
 */
export async function giveCredit(
  tx: CommandTx,
  asked: CreditAsked,
  beyond: string | null = null,
): Promise<'given' | 'waits' | 'nobody'> {
  const { order, payment, intent } = asked;
  const id = uuidOf(payment.id);
  const terms = await tx.row(bindTerms, [id]);
  if (terms === undefined) throw new Error(`payment ${payment.id} has no terms`);
  if (terms.customer_id === null) return 'nobody';
  const whose = [terms.customer_id, terms.currency];
  const credit = await tx.row(lockCredit, whose);
  const owed = (await tx.row(selectOwed, whose))?.owed_minor ?? 0n;
  const limit = credit?.limit_minor ?? 0n;
  const isWithin = fitsLimit(limit, owed, intent.amount_minor);
  if (!isWithin && beyond === null) {
    await wait(tx, asked, { owed, limit, waitedBefore: terms.waits_since !== null });
    return 'waits';
  }
  const by = isWithin ? null : actorText(tx.actor);
  await tx.run(grantTerms, [id, tx.now, by, by === null ? null : beyond]);
  await emitOfOrder(tx, order, 'payment.terms_granted.v1', {
    payment: payment.id,
    owedMinor: Number(owed + intent.amount_minor),
    limitMinor: Number(limit),
    beyondLimit: !isWithin,
  });
  await recordMoney(tx, order, {
    payment,
    kind: 'authorized',
    amountMinor: intent.amount_minor,
    reference: 'credit',
    occurredAt: tx.now,
    intent,
    expectedMinor: intent.amount_minor,
  });
  await settleAccount(tx, order, null, 'payment');
  return 'given';
}

interface Waiting {
  readonly owed: bigint;
  readonly limit: bigint;
  readonly waitedBefore: boolean;
}

/** Nothing is canceled for it: whoever sells on account decides how long to wait. */
async function wait(
  tx: CommandTx,
  { order, payment, intent }: CreditAsked,
  { owed, limit, waitedBefore }: Waiting,
): Promise<void> {
  await tx.run(handOverIntent, [intent.id]);
  await tx.run(holdTerms, [uuidOf(payment.id), tx.now]);
  await tx.run(forgetPayBy, [uuidOf(order)]);
  const data = {
    amountMinor: Number(intent.amount_minor),
    owedMinor: Number(owed),
    limitMinor: Number(limit),
  };
  if (waitedBefore) return;
  tx.raise({
    type: 'credit-waiting',
    cause: payment.id,
    about: { order, payment: payment.id },
    data: { ...data, currency: payment.currency },
  });
  await emitOfOrder(tx, order, 'payment.terms_waiting.v1', { payment: payment.id, ...data });
}
