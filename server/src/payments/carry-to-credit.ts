// Sends a refund to the buyer's store credit: the payments that were captured keep their money, and a
// payment by store credit gives it in their place. Settlement asks for it next, as for any refund.

import { type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { carryOver } from '@doorstep/core/payments/carry-over.ts';
import type { AccountTerms } from '@doorstep/core/payments/payment-account.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import { STORE_CREDIT } from '@doorstep/core/payments/stored-value-provider.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { moneyChangeOfEvent, moneyChangeRow } from './money-change.ts';
import { type OrderPayment, readPayments } from './read-payments.ts';
import { readAllocation } from './read-refund-policy.ts';
import { carryMoney, insertPayments } from './sql.ts';

export interface CarriedRefund {
  /** What the order says with it. */
  readonly terms: AccountTerms;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** From which payments it would have gone back, where that was said. */
  readonly allocation: RefundAllocation | null;
}

/** The order must be locked by this transaction. @returns `refund-not-captured`, or undefined when done */
export async function carryToCredit(
  tx: CommandTx,
  order: OrderId,
  { terms, currency, amountMinor, allocation: said }: CarriedRefund,
): Promise<Refusal | undefined> {
  const payments = await readPayments(tx, order);
  const allocation = said ?? (await readAllocation(tx, payments.length));
  const parts = carryOver(terms, payments, { amountMinor, allocation });
  if (isRefusal(parts)) return parts;
  const to =
    payments.find(takesOver)?.id ??
    (await addPaymentByCredit(tx, order, { currency, amountMinor, count: payments.length }));
  const changes = [
    ...payments.map(({ id }, place) => ({ payment: id, carried: -(parts[place] ?? 0n) })),
    { payment: to, carried: amountMinor },
  ].filter(({ carried }) => carried !== 0n);
  await tx.run(carryMoney, [JSON.stringify(changes.map(moneyChangeRow))]);
  await emitOfOrder(tx, order, 'payment.carried.v1', {
    payment: to,
    amountMinor: Number(amountMinor),
    money: changes.map(moneyChangeOfEvent),
  });
  return undefined;
}

/** One that was made for it: of one that paid for the order nobody could tell what it gives for whom. */
function takesOver({ provider, carried }: OrderPayment): boolean {
  return provider === STORE_CREDIT && carried > 0n;
}

interface NewCredit {
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly count: number;
}

async function addPaymentByCredit(
  tx: CommandTx,
  order: OrderId,
  { currency, amountMinor, count }: NewCredit,
): Promise<PaymentId> {
  const id = newId('payment');
  const row = {
    ...{ id: uuidOf(id), order: uuidOf(order), number: count + 1, provider: STORE_CREDIT },
    ...{ currency, amount: String(amountMinor), token: null, reference: null },
    ...{ authorized: '0', captured: '0', authorizing: '0' },
  };
  await tx.run(insertPayments, [JSON.stringify([row]), tx.now]);
  await emitOfOrder(tx, order, 'payment.added.v1', {
    ...{ payment: id, provider: STORE_CREDIT, amountMinor: Number(amountMinor), money: [] },
  });
  return id;
}
