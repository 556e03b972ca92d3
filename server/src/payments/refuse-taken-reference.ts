// A reference names one movement of a payment: what was done for one intent, another did not bring about.

import { idFromUuid } from '@doorstep/core/ids.ts';
import { FACT_OF } from '@doorstep/core/payments/payment.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import type { IntentRow } from './intents.sql.ts';
import { selectMovement } from './sql.ts';

/** The order must be locked by this transaction. What nobody asked for is taken by no intent yet. */
export async function refuseTakenReference(
  tx: Tx,
  { id, kind, payment_id: payment }: IntentRow,
  reference: string,
): Promise<Refusal<'reference-taken'> | undefined> {
  const moved = await tx.row(selectMovement, [payment, FACT_OF[kind], reference]);
  const owner = moved?.intent_id ?? null;
  if (owner === null || owner === id) return undefined;
  return refuse('reference-taken', `${reference} names what was done before, for another intent.`, {
    intent: idFromUuid('paymentIntent', owner),
  });
}
