// The rows of planned payments: what capture writes for a whole batch, and addPayment for one.

import type { Actor } from '@doorstep/core/access/actor.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { worthOf } from '@doorstep/core/payments/conversion.ts';
import type { PlannedPayment } from '@doorstep/core/payments/planned-payment.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { newId, newUuid } from '../db/ids.ts';
import { type MoneyChange, toldMoney } from './money-change.ts';

export interface PaymentRows {
  readonly payments: readonly object[];
  readonly intents: readonly object[];
  readonly ledger: readonly object[];
  /** Of those that are made later. */
  readonly terms: readonly object[];
  /** What events say of them. */
  readonly told: readonly ToldPayment[];
  readonly money: readonly MoneyChange[];
  /** What came already, in the currency of the order. */
  readonly receivedMinor: bigint;
}

export interface ToldPayment {
  readonly payment: PaymentId;
  readonly provider: string;
  readonly amountMinor: number;
  /** Where it is not in the currency of the order. */
  readonly currency?: string;
  readonly orderAmountMinor?: number;
}

export interface PaymentContext {
  readonly order: OrderId;
  readonly actor: Actor;
  readonly now: Date;
  readonly providers: PaymentProviders;
  /** Payments that the order has already. */
  readonly count: number;
  readonly cause: 'capture' | 'staff';
}

export function paymentRows(
  planned: readonly PlannedPayment[],
  context: PaymentContext,
): PaymentRows {
  const made = planned.map((one, index) => ({
    ...one,
    id: newId('payment'),
    number: context.count + index + 1,
    receivedMinor: one.received?.amountMinor ?? 0n,
  }));
  const asked = made.filter(({ received }) => received === null);
  return {
    payments: made.map((one) => ({
      id: uuidOf(one.id),
      order: uuidOf(context.order),
      number: one.number,
      provider: one.provider,
      currency: one.currency,
      amount: String(one.amountMinor),
      ...statedRow(one, context.actor),
      token: one.token,
      reference: one.received?.reference ?? null,
      authorized: String(one.receivedMinor),
      captured: String(one.receivedMinor),
      authorizing: String(one.received === null ? one.amountMinor : 0n),
    })),
    intents: asked.map((one) => ({
      id: newUuid(),
      order: uuidOf(context.order),
      payment: uuidOf(one.id),
      kind: 'authorize',
      amount: String(one.amountMinor),
      state: context.providers.get(one.provider)?.waitsForReceipt === true ? 'by-hand' : 'open',
      cause: context.cause,
      by: actorText(context.actor),
    })),
    ledger: made.flatMap((one) => ledgerRows(one, context)),
    terms: made.flatMap(({ id, terms, currency }) =>
      terms === undefined
        ? []
        : [
            {
              payment: uuidOf(id),
              order: uuidOf(context.order),
              currency,
              ...terms,
            },
          ],
    ),
    told: made.map((one) => ({
      payment: one.id,
      provider: one.provider,
      ...toldMoney(one, one.amountMinor, one.conversion?.orderAmountMinor ?? 0n),
    })),
    money: made.map((one) =>
      one.received === null
        ? { payment: one.id, authorizing: one.amountMinor }
        : { payment: one.id, authorized: one.receivedMinor, captured: one.receivedMinor },
    ),
    receivedMinor: made.reduce((sum, one) => sum + worthOf(one.receivedMinor, one.conversion), 0n),
  };
}

/** Nothing where nothing is converted, as with nearly all: a surge writes no more than it needs. */
function statedRow({ conversion }: PlannedPayment, actor: Actor): object {
  if (conversion === null) return {};
  return { worth: String(conversion.orderAmountMinor), statedBy: actorText(actor) };
}

function ledgerRows(
  { id, received, currency, conversion }: PlannedPayment & { readonly id: PaymentId },
  { order, actor, now }: PaymentContext,
): object[] {
  if (received === null) return [];
  const worth = worthOf(received.amountMinor, conversion);
  return ['authorized', 'captured'].map((kind) => ({
    id: newUuid(),
    order: uuidOf(order),
    payment: uuidOf(id),
    intent: null,
    kind,
    amount: String(received.amountMinor),
    currency,
    ...(conversion === null ? {} : { worth: String(worth) }),
    reference: received.reference,
    at: received.receivedAt ?? now,
    by: actorText(actor),
  }));
}
