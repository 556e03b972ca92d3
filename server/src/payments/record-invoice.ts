// Records the invoice of a payment on terms, as the books have it.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { recordInvoice as operation, TermsAnswer } from '@doorstep/contract/payment-terms.ts';
import type { PaymentId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findTerms } from './find-terms.ts';
import { invoiceTerms } from './invoice-terms.ts';
import { presentTerms } from './read-terms.ts';

export async function recordInvoice(
  tx: CommandTx,
  id: PaymentId,
  { number, issuedAt, dueAt }: BodyOf<typeof operation>,
): Promise<TermsAnswer | Refusal> {
  const found = await findTerms(tx, id);
  if (isRefusal(found)) return found;
  const { terms, owedMinor } = found;
  const at = issuedAt === undefined ? (terms.invoiced_at ?? tx.now) : new Date(issuedAt);
  const row = await invoiceTerms(tx, terms, {
    number,
    issuedAt: at,
    dueAt: dueAt === undefined ? null : new Date(dueAt),
  });
  return presentTerms(row, owedMinor);
}
