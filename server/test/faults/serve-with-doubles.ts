// The server as `npm start` opens it, but with a Stripe and a PayPal that stand elsewhere: doubles of
// the test that starts it. What they did outlives a kill of this process.

import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import { paypalPayments } from '@doorstep/connectors/paypal/paypal-payments.ts';
import { stripePayments } from '@doorstep/connectors/stripe/stripe-payments.ts';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/serve.ts';

const { STRIPE_PORT = '1', PAYPAL_PORT = '1' } = process.env;
const address = { protocol: 'http', host: '127.0.0.1', port: Number(STRIPE_PORT) } as const;

const server = await serve(readConfig(), (line) => process.stdout.write(`${line}\n`), {
  providers: () => [
    manualPayments(),
    stripePayments({ mode: 'test', address }),
    paypalPayments({ mode: 'test', address: `http://127.0.0.1:${PAYPAL_PORT}` }),
  ],
});
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
