// Invoices whose day has come and that are not paid are shown to people.

import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { findTerms } from './find-terms.ts';
import { markOverdue as mark, selectDueInvoice } from './terms.sql.ts';

/** @returns how many were looked at; call again while it is not 0 */
export async function markOverdue(tx: CommandTx): Promise<number> {
  const due = await tx.row(selectDueInvoice, [tx.now]);
  if (due === undefined) return 0;
  const payment = idFromUuid('payment', due.payment_id);
  const found = await findTerms(tx, payment);
  if (isRefusal(found)) return 0;
  const { order, terms, owedMinor } = found;
  // Read under the lock: it may have been paid, or its day moved, while we waited for it.
  if (terms.due_at === null || terms.due_at > tx.now || terms.overdue_at !== null) return 1;
  await tx.run(mark, [due.payment_id, tx.now]);
  if (owedMinor === 0n) return 1;
  await emitOfOrder(tx, order, 'payment.overdue.v1', { payment, owedMinor: Number(owedMinor) });
  tx.raise({
    type: 'invoice-overdue',
    cause: payment,
    about: { order, payment },
    data: {
      amountMinor: Number(owedMinor),
      currency: terms.currency,
      dueAt: terms.due_at.toISOString(),
      ...(terms.invoice_number === null ? {} : { invoice: terms.invoice_number }),
    },
  });
  return 1;
}
