// The invoice of a payment on terms: from its date on the days are counted.

import { idFromUuid } from '@doorstep/core/ids.ts';
import { dueDate, NET_DAYS_DEFAULT } from '@doorstep/core/payments/payment-terms.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { bindTerms, invoiceTerms as invoice, selectCredits, type TermsRow } from './terms.sql.ts';

export interface Invoice {
  readonly number: string | null;
  readonly issuedAt: Date;
  /** Null: as the terms say. */
  readonly dueAt: Date | null;
}

/** The order must be locked by this transaction. */
export async function invoiceTerms(
  tx: CommandTx,
  terms: TermsRow,
  { number, issuedAt, dueAt }: Invoice,
): Promise<TermsRow> {
  const due = dueAt ?? dueDate(issuedAt, await netDays(tx, terms));
  const row = await tx.row(invoice, [terms.payment_id, issuedAt, due, number, tx.now]);
  if (row === undefined) throw new Error('terms were not invoiced');
  const payment = idFromUuid('payment', terms.payment_id);
  const order = idFromUuid('order', terms.order_id);
  if (due > tx.now) tx.clear({ type: 'invoice-overdue', cause: payment });
  await emitOfOrder(tx, order, 'payment.invoiced.v1', { payment, dueAt: due.toISOString() });
  return row;
}

async function netDays(tx: CommandTx, terms: TermsRow): Promise<number> {
  if (terms.net_days !== null) return terms.net_days;
  // The books may be quicker than who gives credit: whose it is, the order knows already.
  const customer =
    terms.customer_id ?? (await tx.row(bindTerms, [terms.payment_id]))?.customer_id ?? null;
  const credits = customer === null ? [] : await tx.rows(selectCredits, [customer]);
  return credits.find(({ currency }) => currency === terms.currency)?.net_days ?? NET_DAYS_DEFAULT;
}
