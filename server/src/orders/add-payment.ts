// Lets the buyer pay, or pay another way: at most what no payment covers yet.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { OrderPaymentsAnswer, addPayment as operation } from '@doorstep/contract/payments.ts';
import { idFromUuid, type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { missingMinor } from '@doorstep/core/payments/payment-account.ts';
import { authorizingWorth } from '@doorstep/core/payments/payment-worth.ts';
import { planPayments } from '@doorstep/core/payments/planned-payment.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { insertIntents } from '../payments/intents.sql.ts';
import { moneyChangeOfEvent } from '../payments/money-change.ts';
import { type PaymentRows, paymentRows } from '../payments/payment-rows.ts';
import { readPayments } from '../payments/read-payments.ts';
import { requestedPayments } from '../payments/requested-payments.ts';
import {
  type AccountRow,
  addToAccount,
  insertAccounts,
  insertLedger,
  insertPayments,
  selectAccount,
} from '../payments/sql.ts';
import { insertTerms, selectTermsOfOrder } from '../payments/terms.sql.ts';
import { lockOrder } from './lock-order.ts';
import { selectPayableOrder } from './payments.sql.ts';
import { readOrderPayments } from './read-order-payments.ts';
import { readTerms, settleOrder } from './settle-order.ts';

export async function addPayment(
  tx: CommandTx,
  providers: PaymentProviders,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<OrderPaymentsAnswer | Refusal> {
  const requested = requestedPayments([input], providers);
  if (isRefusal(requested)) return requested;
  const order = await lockOrder(tx, reference, input.version);
  if (isRefusal(order)) return order;
  const account = (await tx.row(selectAccount, [uuidOf(order)])) ?? (await openAccount(tx, order));
  const payments = await readPayments(tx, order);
  const waiting = await waitingForCredit(tx, order);
  const asked = payments
    .filter(({ id }) => !waiting.has(id))
    .reduce((sum, one) => sum + authorizingWorth(one), 0n);
  const missing = missingMinor(account, asked);
  const { currency } = account;
  const isOther = input.currency !== undefined && input.currency !== currency;
  const worth = isOther ? input.conversion?.orderAmountMinor : input.amountMinor;
  const refusal = refuseBeyond(missing, worth);
  if (refusal !== undefined) return refusal;
  const planned = planPayments(requested, { totalMinor: missing, currency });
  if (isRefusal(planned)) return planned;

  const { actor, now } = tx;
  const count = payments.length;
  const context = { order, actor, now, providers, count, cause: 'staff' } as const;
  await writePayment(tx, order, paymentRows(planned, context));
  await settleOrder(tx, order, 'payment');
  return readOrderPayments(tx, order);
}

/** What waits for credit may be paid another way. */
async function waitingForCredit(tx: CommandTx, order: OrderId): Promise<ReadonlySet<PaymentId>> {
  const terms = await tx.rows(selectTermsOfOrder, [uuidOf(order)]);
  return new Set(
    terms
      .filter(({ waits_since }) => waits_since !== null)
      .map(({ payment_id }) => idFromUuid('payment', payment_id)),
  );
}

function refuseBeyond(missing: bigint, asked: number | undefined): Refusal | undefined {
  if (missing === 0n)
    return refuse('nothing-to-pay', 'The order is paid for, or its payments are under way.');
  if (asked !== undefined && BigInt(asked) > missing)
    return refuse('payment-exceeds-missing', `The order lacks ${missing} minor units.`, {
      missingMinor: Number(missing),
      amountMinor: asked,
    });
  return undefined;
}

/** An order that was captured without payments is paid through us from now on. */
async function openAccount(tx: CommandTx, order: OrderId): Promise<AccountRow> {
  const row = await tx.row(selectPayableOrder, [uuidOf(order)]);
  if (row === undefined) throw new Error(`there is no order ${order} to pay`);
  const terms = await readTerms(tx, order, row.capture_at);
  const { dueMinor, grantedMinor, earnedMinor, finished } = terms;
  if (dueMinor > 0n) {
    const account = {
      order: uuidOf(order),
      currency: row.currency,
      captureAt: row.capture_at,
      due: String(dueMinor),
      granted: String(grantedMinor),
      earned: String(earnedMinor),
      finished,
      authorized: 0,
      captured: 0,
      payBy: null,
    };
    await tx.run(insertAccounts, [JSON.stringify([account]), tx.now]);
  }
  return {
    ...terms,
    currency: row.currency,
    captureAt: row.capture_at,
    authorizedMinor: 0n,
    voidedMinor: 0n,
    capturedMinor: 0n,
    refundedMinor: 0n,
    payBy: null,
    status: 'pending',
  };
}

async function writePayment(tx: CommandTx, order: OrderId, rows: PaymentRows): Promise<void> {
  await tx.run(insertPayments, [JSON.stringify(rows.payments), tx.now]);
  if (rows.intents.length > 0) await tx.run(insertIntents, [JSON.stringify(rows.intents), tx.now]);
  if (rows.terms.length > 0) await tx.run(insertTerms, [JSON.stringify(rows.terms), tx.now]);
  if (rows.ledger.length > 0) {
    const received = rows.receivedMinor;
    await tx.run(insertLedger, [JSON.stringify(rows.ledger), tx.now]);
    await tx.run(addToAccount, [uuidOf(order), received, 0n, received, 0n]);
  }
  for (const told of rows.told)
    await emitOfOrder(tx, order, 'payment.added.v1', {
      ...told,
      money: rows.money.filter((one) => one.payment === told.payment).map(moneyChangeOfEvent),
    });
}
