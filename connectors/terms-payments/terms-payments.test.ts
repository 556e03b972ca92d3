import { provePaymentProvider } from '../conformance/payment-provider.ts';
import { termsPayments } from './terms-payments.ts';

provePaymentProvider('terms', async () => ({
  provider: termsPayments(),
  token: null,
  effectsOf: async () => 0,
  reopen: termsPayments,
}));
