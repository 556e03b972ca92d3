// Records what became of an intent: a person did it, or the provider told somebody else.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  recordIntentResult as operation,
  PaymentAnswer,
} from '@doorstep/contract/payments.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrderRow } from '../log/sql.ts';
import { selectIntent } from './intents.sql.ts';
import { presentPaymentNow } from './present-payment.ts';
import { type Answer, recordAnswer } from './record-answer.ts';
import { refuseTakenReference } from './refuse-taken-reference.ts';

export async function recordIntentResult(
  tx: CommandTx,
  id: Id<'paymentIntent'>,
  input: BodyOf<typeof operation>,
): Promise<PaymentAnswer | Refusal> {
  const intent = await tx.row(selectIntent, [uuidOf(id)]);
  if (intent === undefined) return refuse('not-found', `There is no payment intent ${id}.`);
  if (input.outcome === 'succeeded') {
    await tx.row(lockOrderRow, [intent.order_id]);
    const taken = await refuseTakenReference(tx, intent, input.reference);
    if (taken !== undefined) return taken;
  }
  const recorded = await recordAnswer(tx, id, answerOf(input, intent.amount_minor, tx.now));
  if (isRefusal(recorded)) return recorded;
  return presentPaymentNow(tx, recorded.order, recorded.payment);
}

function answerOf(input: BodyOf<typeof operation>, askedMinor: bigint, now: Date): Answer {
  if (input.outcome === 'declined')
    return { outcome: 'declined', code: input.code, detail: input.detail ?? '', final: true };
  return {
    outcome: 'succeeded',
    reference: input.reference,
    amountMinor: input.amountMinor === undefined ? askedMinor : BigInt(input.amountMinor),
    occurredAt: input.occurredAt === undefined ? now : new Date(input.occurredAt),
  };
}
