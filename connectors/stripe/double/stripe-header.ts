// The signature of a webhook, made by the SDK's own hand.

import Stripe from 'stripe';

export function stripeHeader(payload: string, secret: string, at = new Date()): string {
  const timestamp = Math.floor(at.getTime() / 1000);
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
}
