// The terms of a payment that a request names, with its order locked.

import { idFromUuid, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { exposureOf } from '@doorstep/core/payments/payment-terms.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type LockedPayment, lockPayment } from './lock-payment.ts';
import { selectAccount } from './sql.ts';
import { selectTermsOfOrder, type TermsRow } from './terms.sql.ts';

export interface LockedTerms extends LockedPayment {
  readonly terms: TermsRow;
  readonly owedMinor: bigint;
}

export async function findTerms(tx: Tx, id: PaymentId): Promise<LockedTerms | Refusal> {
  const locked = await lockPayment(tx, id);
  if (isRefusal(locked)) return locked;
  const order = [uuidOf(locked.order)];
  const [rows, account] = await Promise.all([
    tx.rows(selectTermsOfOrder, order),
    tx.row(selectAccount, order),
  ]);
  const terms = rows.find((row) => idFromUuid('payment', row.payment_id) === id);
  if (terms === undefined)
    return refuse('not-on-terms', `The buyer pays ${id} otherwise than on an invoice.`);
  return { ...locked, terms, owedMinor: exposureOf(locked.payment, account?.dueMinor ?? 0n) };
}
