// Records that money moved: in the ledger, in the sums, and for everybody who follows the log. A
// fact is never refused, and told twice it is recorded once.

import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { ASKED_OF, type FactKind } from '@doorstep/core/payments/payment.ts';
import { worthOfMovement } from '@doorstep/core/payments/payment-worth.ts';
import type { Fee } from '@doorstep/core/payments/provider.ts';
import { newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { closeIntent, type IntentRow } from './intents.sql.ts';
import { type MoneyChange, moneyChangeOfEvent, moneyChangeRow, toldMoney } from './money-change.ts';
import type { OrderPayment } from './read-payments.ts';
import { addFacts, addToAccount, fillFee, insertLedger, joinLedger } from './sql.ts';

export interface MoneyFact {
  /** As it is before this, at least in what this kind changes: by that its worth is told. */
  readonly payment: OrderPayment;
  readonly kind: FactKind;
  readonly amountMinor: bigint;
  /** What the provider calls this movement. */
  readonly reference: string;
  readonly occurredAt: Date;
  /** The open intent it answers; null: nobody here asked for it. */
  readonly intent: IntentRow | null;
  /** What was to be expected; another amount raises an exception. */
  readonly expectedMinor: bigint;
  /** What the provider keeps for it, as far as it says. */
  readonly fee?: Fee | undefined;
}

const EVENT_OF = {
  authorized: 'payment.authorized.v1',
  captured: 'payment.captured.v1',
  refunded: 'payment.refunded.v1',
  voided: 'payment.voided.v1',
} as const satisfies Record<FactKind, string>;

/**
 * The order must be locked by this transaction; the caller settles its account afterwards.
 *
 * @returns false when it was known already
 */
export async function recordMoney(
  tx: CommandTx,
  order: OrderId,
  fact: MoneyFact,
): Promise<boolean> {
  const { payment, kind, amountMinor, intent } = fact;
  const worthMinor = worthOfMovement(payment, kind, amountMinor);
  const row = ledgerRow(tx, order, fact, worthMinor);
  const isNew = (await tx.run(insertLedger, [row, tx.now])) > 0;
  if (intent !== null) {
    await tx.run(closeIntent, [intent.id, 'succeeded', tx.now, null, null]);
    clearIntent(tx, payment, intent);
  }
  if (!isNew) {
    await tellFee(tx, order, fact);
    if (intent !== null) await joinToldBefore(tx, order, fact, intent);
    return false;
  }
  const asked = intent === null ? {} : { [ASKED_OF[intent.kind]]: -intent.amount_minor };
  const change: MoneyChange = { payment: payment.id, ...asked, [kind]: amountMinor };
  const sum = (one: FactKind) => (one === kind ? worthMinor : 0n);
  await Promise.all([
    tx.run(addFacts, [
      JSON.stringify([moneyChangeRow(change)]),
      kind === 'authorized' ? fact.reference : null,
      kind === 'refunded' && intent === null ? amountMinor : 0n,
    ]),
    tx.run(addToAccount, [
      uuidOf(order),
      sum('authorized'),
      sum('voided'),
      sum('captured'),
      sum('refunded'),
    ]),
  ]);
  const data = {
    payment: payment.id,
    intent: intent === null ? null : idFromUuid('paymentIntent', intent.id),
    ...toldMoney(payment, amountMinor, worthMinor),
    money: [moneyChangeOfEvent(change)],
  };
  await emitOfOrder(tx, order, EVENT_OF[kind], data, fact.occurredAt);
  if (amountMinor !== fact.expectedMinor)
    tx.raise({
      type: 'payment-difference',
      cause: payment.id,
      about: { order, payment: payment.id },
      data: {
        kind,
        amountMinor: Number(amountMinor),
        expectedMinor: Number(fact.expectedMinor),
        currency: payment.currency,
      },
    });
  return true;
}

/** What an answer says of a fee stands with a capture only: of all else the statement tells it. */
function feeKept({ kind, fee }: Pick<MoneyFact, 'kind' | 'fee'>): Fee | undefined {
  return kind === 'captured' ? fee : undefined;
}

/** Told before, without what it cost: who keeps books entered it without, and hears of it. */
export async function tellFee(
  tx: CommandTx,
  order: OrderId,
  fact: Pick<MoneyFact, 'payment' | 'kind' | 'reference' | 'fee'>,
): Promise<void> {
  const { payment, kind, reference } = fact;
  const fee = feeKept(fact);
  if (fee === undefined) return;
  const { amountMinor, currency } = fee;
  const filled = await tx.run(fillFee, [
    uuidOf(payment.id),
    kind,
    reference,
    amountMinor,
    currency,
  ]);
  if (filled === 0) return;
  await emitOfOrder(tx, order, 'payment.fee_told.v1', {
    payment: payment.id,
    reference,
    feeMinor: Number(amountMinor),
    feeCurrency: currency,
  });
}

/** The provider's notification came before its answer, and nobody knew what it was about. */
async function joinToldBefore(
  tx: CommandTx,
  order: OrderId,
  { payment, kind, reference }: MoneyFact,
  intent: IntentRow,
): Promise<void> {
  const joined = await tx.row(joinLedger, [uuidOf(payment.id), kind, reference, intent.id]);
  const unasked = kind === 'refunded' ? (joined?.amount_minor ?? 0n) : 0n;
  await dropAsked(tx, order, payment, intent, 'told-before', unasked);
}

/**
 * Takes back what was asked for, without a movement of money.
 *
 * @param unaskedMinor what turned out to have been asked for after all
 */
export async function dropAsked(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
  reason: 'not-needed' | 'told-before',
  unaskedMinor = 0n,
): Promise<void> {
  const change: MoneyChange = {
    payment: payment.id,
    [ASKED_OF[intent.kind]]: -intent.amount_minor,
  };
  await tx.run(addFacts, [JSON.stringify([moneyChangeRow(change)]), null, -unaskedMinor]);
  await emitOfOrder(tx, order, 'payment.intent_closed.v1', {
    payment: payment.id,
    intent: idFromUuid('paymentIntent', intent.id),
    kind: intent.kind,
    reason,
    money: [moneyChangeOfEvent(change)],
  });
}

/** What stood in the way of an intent is gone with it. */
export function clearIntent(tx: CommandTx, payment: OrderPayment, intent: IntentRow): void {
  const id = idFromUuid('paymentIntent', intent.id);
  tx.clear({ type: 'payment-failed', cause: `${payment.id} ${intent.kind}` });
  if (intent.attempts > 1) tx.clear({ type: 'payment-unanswered', cause: id });
  if (intent.state === 'by-hand') tx.clear({ type: 'payment-by-hand', cause: id });
}

function ledgerRow(tx: CommandTx, order: OrderId, fact: MoneyFact, worthMinor: bigint): string {
  const { payment, kind, amountMinor, reference, occurredAt, intent } = fact;
  const fee = feeKept(fact);
  return JSON.stringify([
    {
      id: newUuid(),
      order: uuidOf(order),
      payment: uuidOf(payment.id),
      intent: intent?.id ?? null,
      kind,
      amount: String(amountMinor),
      currency: payment.currency,
      worth: payment.conversion === null ? null : String(worthMinor),
      reference,
      at: occurredAt,
      by: actorText(tx.actor),
      fee: fee === undefined ? null : String(fee.amountMinor),
      feeCurrency: fee?.currency ?? null,
    },
  ]);
}
