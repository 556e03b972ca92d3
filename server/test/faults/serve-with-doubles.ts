// The server as `npm start` opens it, but with a Stripe and a PayPal that stand elsewhere: doubles of
// the test that starts it.

import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/serve.ts';
import { outsideProviders } from './outside-providers.ts';

const server = await serve(readConfig(), (line) => process.stdout.write(`${line}\n`), {
  providers: () => [manualPayments(), ...outsideProviders()],
});
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
