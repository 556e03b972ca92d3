// The connectors of Stripe and PayPal, to doubles that stand elsewhere: what those did outlives a kill of
// this process.

import { paypalPayments } from '@doorstep/connectors/paypal/paypal-payments.ts';
import { stripePayments } from '@doorstep/connectors/stripe/stripe-payments.ts';
import type { PaymentProvider } from '@doorstep/core/payments/provider.ts';

/** Where they listen is told by the environment; see doubles.ts. */
export function outsideProviders(): PaymentProvider[] {
  const { STRIPE_PORT = '1', PAYPAL_PORT = '1' } = process.env;
  const address = { protocol: 'http', host: '127.0.0.1', port: Number(STRIPE_PORT) } as const;
  return [
    stripePayments({ mode: 'test', address }),
    paypalPayments({ mode: 'test', address: `http://127.0.0.1:${PAYPAL_PORT}` }),
  ];
}
