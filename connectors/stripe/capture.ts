// Takes money that is held. A PaymentIntent takes one capture, and gives the rest back to the buyer
// with it, unless Stripe says that the card allows several. Each capture leaves its key in the
// metadata in the same call, so whether it was made can be looked up for certain.

import type { ProviderAnswer, ProviderRequest } from '@doorstep/core/payments/provider.ts';
import type Stripe from 'stripe';
import { amountNotPayable, declined } from './authorize.ts';
import {
  bookedAt,
  capturedUnder,
  captureReference,
  chargeOf,
  feeOf,
  releasedBy,
} from './read-intent.ts';
import { toStripe } from './stripe-amount.ts';
import { failLooking } from './stripe-error.ts';

const EXPAND = ['latest_charge.balance_transaction'];

export async function captureWithStripe(
  stripe: Stripe,
  request: ProviderRequest,
): Promise<ProviderAnswer> {
  const { reference, key } = request;
  if (reference === null) return declined('authorization-missing', 'Nothing is authorized.');
  const amount = toStripe(request.amountMinor, request.currency);
  if (amount === undefined) return amountNotPayable();
  const before = await lookAt(stripe, reference);
  const done = captureOf(before, request);
  if (done !== null) return done;
  if (before.status !== 'requires_capture')
    return declined('authorization-gone', `The PaymentIntent is ${before.status}.`);
  const takesSeveral =
    chargeOf(before)?.payment_method_details?.card?.multicapture?.status === 'available';
  const after = await stripe.paymentIntents.capture(
    reference,
    {
      amount_to_capture: amount,
      ...(takesSeveral && !request.isLast ? { final_capture: false } : {}),
      metadata: { [key]: String(before.amount_received + amount) },
      expand: EXPAND,
    },
    { idempotencyKey: key },
  );
  return captureOf(after, request) ?? { outcome: 'later', reference };
}

export async function findCapture(
  stripe: Stripe,
  request: ProviderRequest,
): Promise<ProviderAnswer | null> {
  const { reference } = request;
  return reference === null ? null : captureOf(await lookAt(stripe, reference), request);
}

export function lookAt(stripe: Stripe, intent: string): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.retrieve(intent, { expand: EXPAND }).catch(failLooking);
}

/** The capture that was made under this key; null: none was. */
function captureOf(
  intent: Stripe.PaymentIntent,
  { key, amountMinor, intendedAt }: ProviderRequest,
): ProviderAnswer | null {
  const capturedToNow = capturedUnder(intent, key);
  const charge = chargeOf(intent);
  if (capturedToNow === undefined || charge === undefined) return null;
  // The charge has one booking, that of its newest capture. Its own date is that of the authorization.
  const isNewest = capturedToNow === intent.amount_received;
  const booking = isNewest ? charge.balance_transaction : null;
  return {
    outcome: 'succeeded',
    reference: captureReference(charge.id, capturedToNow),
    amountMinor,
    occurredAt: bookedAt(booking) ?? intendedAt,
    ...feeOf(booking),
    ...releasedBy(intent, capturedToNow),
  };
}
