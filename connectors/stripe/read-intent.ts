// What a PaymentIntent and a Refund of Stripe say, as answers.

import type {
  Fee,
  MovedMoney,
  ProviderAnswer,
  ProviderRisk,
} from '@doorstep/core/payments/provider.ts';
import type Stripe from 'stripe';
import { fromStripe } from './stripe-amount.ts';

/** Our own names in their metadata: what is looked for when an answer was lost. */
export const OUR = {
  payment: 'doorstep_payment',
  order: 'doorstep_order',
  key: 'doorstep_intent',
} as const;

export function chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  const charge = intent.latest_charge;
  return charge === null || typeof charge === 'string' ? undefined : charge;
}

/** What became of an authorization. */
export function authorizationOf(intent: Stripe.PaymentIntent): ProviderAnswer {
  switch (intent.status) {
    case 'requires_capture':
    case 'succeeded':
      return heldBy(intent);
    case 'requires_action':
    case 'requires_confirmation':
      return { outcome: 'payer-action', reference: intent.id, link: linkOf(intent) };
    case 'processing':
      return { outcome: 'later', reference: intent.id };
    default: {
      const { code, decline_code, message } = intent.last_payment_error ?? {};
      return {
        outcome: 'declined',
        code: decline_code ?? code ?? intent.status,
        detail: message ?? '',
        final: true,
      };
    }
  }
}

function heldBy(intent: Stripe.PaymentIntent): MovedMoney {
  const expiresAt = captureBefore(chargeOf(intent));
  const risk = riskOf(chargeOf(intent));
  return {
    outcome: 'succeeded',
    reference: intent.id,
    amountMinor: fromStripe(intent.amount, intent.currency),
    occurredAt: dateOf(intent.created),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(risk === undefined ? {} : { risk }),
  };
}

/** What Radar makes of a charge; undefined where it says nothing. */
export function riskOf(charge: Stripe.Charge | undefined): ProviderRisk | undefined {
  const outcome = charge?.outcome;
  const level = outcome?.risk_level;
  if (charge === undefined || outcome === undefined || outcome === null) return undefined;
  if (level !== 'normal' && level !== 'elevated' && level !== 'highest') return undefined;
  return {
    level,
    score: outcome.risk_score ?? null,
    detail: outcome.seller_message?.slice(0, 500) ?? null,
    reference: charge.id,
  };
}

function linkOf(intent: Stripe.PaymentIntent): string | null {
  return intent.next_action?.redirect_to_url?.url ?? null;
}

export function captureBefore(charge: Stripe.Charge | undefined): Date | undefined {
  const seconds = charge?.payment_method_details?.card?.capture_before;
  return seconds === undefined || seconds === null ? undefined : dateOf(seconds);
}

/**
 * A capture has no id of its own: it is named by the charge and by how much of it was captured then,
 * which no two captures share.
 */
export function captureReference(charge: string, capturedToNow: number): string {
  return `${charge}/${capturedToNow}`;
}

/** How much was captured under this key and before; undefined: nothing was. */
export function capturedUnder(intent: Stripe.PaymentIntent, key: string): number | undefined {
  const text = intent.metadata[key];
  return text === undefined ? undefined : Number(text);
}

/** What the buyer has back: with its only capture, a card gives back the rest of what it held. */
export function releasedBy(
  intent: Stripe.PaymentIntent,
  capturedToNow: number,
): { readonly releasedMinor?: bigint } {
  const { status, amount, amount_received: received, currency } = intent;
  const card = chargeOf(intent)?.payment_method_details?.card;
  const takesOne = card?.multicapture?.status !== 'available';
  const isLast = status === 'succeeded' && capturedToNow === received;
  if (!takesOne || !isLast || received >= amount) return {};
  return { releasedMinor: fromStripe(amount - received, currency) };
}

export function voidReference(intent: string): string {
  return `${intent}/canceled`;
}

export function refundOf(refund: Stripe.Refund): ProviderAnswer {
  switch (refund.status) {
    case 'succeeded':
      return {
        outcome: 'succeeded',
        reference: refund.id,
        amountMinor: fromStripe(refund.amount, refund.currency),
        occurredAt: dateOf(refund.created),
        ...feeOf(refund.balance_transaction),
      };
    case 'failed':
    case 'canceled':
      return {
        outcome: 'declined',
        code: refund.failure_reason ?? refund.status,
        detail: '',
        final: true,
      };
    default:
      return { outcome: 'later', reference: refund.id };
  }
}

/** Only where the transaction came with it. */
export function feeOf(transaction: string | Stripe.BalanceTransaction | null | undefined): {
  readonly fee?: Fee;
} {
  if (transaction === null || transaction === undefined || typeof transaction === 'string')
    return {};
  const { fee, currency } = transaction;
  return { fee: { amountMinor: fromStripe(fee, currency), currency: currency.toUpperCase() } };
}

/** When Stripe booked it; only where the transaction came with it. */
export function bookedAt(transaction: string | Stripe.BalanceTransaction | null): Date | undefined {
  if (transaction === null || typeof transaction === 'string') return undefined;
  return dateOf(transaction.created);
}

export function dateOf(seconds: number): Date {
  return new Date(seconds * 1000);
}
