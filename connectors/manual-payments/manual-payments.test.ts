import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provePaymentProvider } from '../conformance/payment-provider.ts';
import { manualPayments } from './manual-payments.ts';

provePaymentProvider('manual', async () => ({
  provider: manualPayments(),
  token: null,
  effectsOf: async () => 0,
  reopen: manualPayments,
}));

test('money comes by itself: nobody is asked to authorize it', () => {
  assert.equal(manualPayments().waitsForReceipt, true);
});
