// The terms of an order's payments, as people see them.

import type { TermsAnswer } from '@doorstep/contract/payment-terms.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { exposureOf } from '@doorstep/core/payments/payment-terms.ts';
import type { Tx } from '../db/transaction.ts';
import { readPayments } from './read-payments.ts';
import { selectAccount } from './sql.ts';
import { selectTermsOfOrder, type TermsRow } from './terms.sql.ts';

export async function readTermsOfOrder(tx: Tx, order: OrderId): Promise<TermsAnswer[]> {
  const rows = await tx.rows(selectTermsOfOrder, [uuidOf(order)]);
  if (rows.length === 0) return [];
  const [payments, account] = await Promise.all([
    readPayments(tx, order),
    tx.row(selectAccount, [uuidOf(order)]),
  ]);
  return rows.map((row) => {
    const payment = payments.find((one) => one.id === idFromUuid('payment', row.payment_id));
    const owed = payment === undefined ? 0n : exposureOf(payment, account?.dueMinor ?? 0n);
    return presentTerms(row, owed);
  });
}

export function presentTerms(row: TermsRow, owedMinor: bigint): TermsAnswer {
  return {
    payment: idFromUuid('payment', row.payment_id),
    state: stateOf(row),
    purchaseOrder: row.purchase_order,
    netDays: row.net_days,
    invoiceNumber: row.invoice_number,
    invoicedAt: row.invoiced_at?.toISOString() ?? null,
    dueAt: row.due_at?.toISOString() ?? null,
    overdue: row.overdue_at !== null && owedMinor > 0n,
    owedMinor: Number(owedMinor),
    approvedBy: row.approved_by,
    approvalNote: row.approval_note,
  };
}

function stateOf({ settled_at, waits_since, granted_at }: TermsRow): TermsAnswer['state'] {
  if (settled_at !== null) return 'settled';
  if (waits_since !== null) return 'waiting';
  return granted_at === null ? 'asked' : 'granted';
}
