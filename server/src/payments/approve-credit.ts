// Gives credit for an order beyond the limit of its customer: a person answers for it.

import type { TermsAnswer } from '@doorstep/contract/payment-terms.ts';
import { idFromUuid, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findTerms } from './find-terms.ts';
import { giveCredit } from './give-credit.ts';
import { selectOpenIntents } from './intents.sql.ts';
import { presentTerms } from './read-terms.ts';

export async function approveCredit(
  tx: CommandTx,
  id: PaymentId,
  { note }: { readonly note: string },
): Promise<TermsAnswer | Refusal> {
  const found = await findTerms(tx, id);
  if (isRefusal(found)) return found;
  const { order, payment, terms } = found;
  const open = await tx.rows(selectOpenIntents, [uuidOf(order)]);
  const intent = open.find(
    (one) => one.kind === 'authorize' && idFromUuid('payment', one.payment_id) === id,
  );
  if (terms.waits_since === null || intent === undefined)
    return refuse('credit-not-waiting', 'This payment does not wait for credit.');
  await giveCredit(tx, { order, payment, intent }, note);
  const now = await findTerms(tx, id);
  return isRefusal(now) ? now : presentTerms(now.terms, now.owedMinor);
}
