// The money of an order, whole: what is due, what was asked for, what happened.

import type { OrderPaymentsAnswer } from '@doorstep/contract/payments.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { type DisputeRow, selectDisputesOfOrder } from '../payments/disputes.sql.ts';
import { type IntentRow, selectOpenIntents } from '../payments/intents.sql.ts';
import { presentPayment } from '../payments/present-payment.ts';
import { readPayments } from '../payments/read-payments.ts';
import { readTermsOfOrder } from '../payments/read-terms.ts';
import { type AccountRow, type LedgerRow, selectAccount, selectLedger } from '../payments/sql.ts';
import { isOrder, orderNotFound } from './find-order.ts';
import { selectGrantedRefunds } from './payments.sql.ts';
import { presentGrant } from './present-grant.ts';
import { presentRefundRequest } from './present-refund-request.ts';
import { selectRefundRequests } from './refund-requests.sql.ts';

export async function readOrderPayments(
  tx: Tx,
  order: OrderId,
): Promise<OrderPaymentsAnswer | Refusal> {
  const id = [uuidOf(order)];
  const [account, payments, intents, ledger, disputes, terms, granted, requests] =
    await Promise.all([
      tx.row(selectAccount, id),
      readPayments(tx, order),
      tx.rows(selectOpenIntents, id),
      tx.rows(selectLedger, id),
      tx.rows(selectDisputesOfOrder, id),
      readTermsOfOrder(tx, order),
      tx.rows(selectGrantedRefunds, id),
      tx.rows(selectRefundRequests, id),
    ]);
  if (account === undefined && !(await isOrder(tx, order))) return orderNotFound(order);
  const currencies = new Map(payments.map(({ id: of, currency }) => [uuidOf(of), currency]));
  const currencyOf = (payment: string) =>
    currencies.get(uuidOf(idFromUuid('payment', payment))) ?? '';
  return {
    order,
    account: account === undefined ? null : presentAccount(account),
    payments: payments.map((payment) =>
      presentPayment(order, payment, account?.currency ?? payment.currency),
    ),
    intents: intents.map((intent) => presentIntent(intent, currencyOf(intent.payment_id))),
    ledger: ledger.map(presentEntry),
    disputes: disputes.map((dispute) => presentDispute(dispute, currencyOf(dispute.payment_id))),
    terms,
    grantedRefunds: granted.map(presentGrant),
    refundRequests: requests.map(presentRefundRequest),
    names: await nameActors(tx, [
      ...ledger.map((entry) => entry.actor),
      ...payments.map((payment) => payment.statedBy),
      ...granted.flatMap((grant) => [grant.granted_by, grant.approved_by]),
      ...requests.flatMap((request) => [request.requested_by, request.decided_by]),
      ...terms.map((one) => one.approvedBy),
    ]),
  };
}

function presentAccount(row: AccountRow): NonNullable<OrderPaymentsAnswer['account']> {
  return {
    status: row.status,
    currency: row.currency,
    captureAt: row.captureAt,
    dueMinor: Number(row.dueMinor),
    grantedMinor: Number(row.grantedMinor),
    earnedMinor: Number(row.earnedMinor),
    finished: row.finished,
    authorizedMinor: Number(row.authorizedMinor),
    voidedMinor: Number(row.voidedMinor),
    capturedMinor: Number(row.capturedMinor),
    refundedMinor: Number(row.refundedMinor),
    payBy: row.payBy?.toISOString() ?? null,
  };
}

function presentIntent(row: IntentRow, currency: string): OrderPaymentsAnswer['intents'][number] {
  return {
    id: idFromUuid('paymentIntent', row.id),
    payment: idFromUuid('payment', row.payment_id),
    kind: row.kind,
    amountMinor: Number(row.amount_minor),
    currency,
    state: row.state === 'by-hand' ? 'by-hand' : 'open',
    cause: row.cause,
    attempts: row.attempts,
    failureCode: row.failure_code,
    createdAt: row.created_at.toISOString(),
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
  };
}

function presentEntry(row: LedgerRow): OrderPaymentsAnswer['ledger'][number] {
  return {
    id: idFromUuid('ledgerEntry', row.id),
    payment: idFromUuid('payment', row.payment_id),
    intent: row.intent_id === null ? null : idFromUuid('paymentIntent', row.intent_id),
    kind: row.kind,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    orderAmountMinor: Number(row.order_amount_minor ?? row.amount_minor),
    fee:
      row.fee_minor === null || row.fee_currency === null
        ? null
        : { amountMinor: Number(row.fee_minor), currency: row.fee_currency },
    reference: row.provider_reference,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    actor: row.actor,
  };
}

function presentDispute(
  row: DisputeRow,
  currency: string,
): OrderPaymentsAnswer['disputes'][number] {
  return {
    id: idFromUuid('dispute', row.id),
    payment: idFromUuid('payment', row.payment_id),
    reference: row.provider_reference,
    status: row.status,
    amountMinor: Number(row.amount_minor),
    currency,
    reason: row.reason,
    respondBy: row.respond_by?.toISOString() ?? null,
    openedAt: row.opened_at.toISOString(),
  };
}
