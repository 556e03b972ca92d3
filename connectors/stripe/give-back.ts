// Gives money back: a refund of what was captured, or the release of what is held.

import type { ProviderAnswer, ProviderRequest } from '@doorstep/core/payments/provider.ts';
import type Stripe from 'stripe';
import { amountNotPayable, declined } from './authorize.ts';
import { OUR, refundOf, voidReference } from './read-intent.ts';
import { toStripe } from './stripe-amount.ts';
import { failLooking } from './stripe-error.ts';

export async function refundWithStripe(
  stripe: Stripe,
  { reference, key, payment, amountMinor, currency }: ProviderRequest,
): Promise<ProviderAnswer> {
  if (reference === null) return declined('authorization-missing', 'Nothing was captured.');
  const amount = toStripe(amountMinor, currency);
  if (amount === undefined) return amountNotPayable();
  const refund = await stripe.refunds.create(
    {
      payment_intent: reference,
      amount,
      metadata: { [OUR.key]: key, [OUR.payment]: payment },
      expand: ['balance_transaction'],
    },
    { idempotencyKey: key },
  );
  return refundOf(refund);
}

export async function findRefund(
  stripe: Stripe,
  { reference, key }: ProviderRequest,
): Promise<ProviderAnswer | null> {
  if (reference === null) return null;
  try {
    const all = stripe.refunds.list({ payment_intent: reference, limit: 100 });
    for await (const refund of all) if (refund.metadata?.[OUR.key] === key) return refundOf(refund);
  } catch (error) {
    return failLooking(error);
  }
  return null;
}

export async function voidWithStripe(
  stripe: Stripe,
  request: ProviderRequest,
): Promise<ProviderAnswer> {
  const { reference, key } = request;
  if (reference === null) return declined('authorization-missing', 'Nothing is authorized.');
  const known = await findVoid(stripe, request);
  if (known !== null) return known;
  await stripe.paymentIntents.cancel(reference, {}, { idempotencyKey: key });
  return released(request, new Date());
}

/** It may have run out, or somebody canceled it at Stripe: the buyer has the money either way. */
export async function findVoid(
  stripe: Stripe,
  request: ProviderRequest,
): Promise<ProviderAnswer | null> {
  const { reference } = request;
  if (reference === null) return null;
  const intent = await stripe.paymentIntents.retrieve(reference).catch(failLooking);
  const isReleased =
    intent.status === 'canceled' ||
    (intent.status === 'succeeded' && intent.amount_received < intent.amount);
  if (!isReleased) return null;
  const at = intent.canceled_at === null ? request.intendedAt : new Date(intent.canceled_at * 1000);
  return released(request, at);
}

function released({ reference, amountMinor }: ProviderRequest, occurredAt: Date): ProviderAnswer {
  return {
    outcome: 'succeeded',
    reference: voidReference(reference ?? ''),
    amountMinor,
    occurredAt,
  };
}
