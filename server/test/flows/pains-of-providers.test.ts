// Pains of money that users report of today's systems, with real providers on the other side: what
// the ledger says is compared with what Stripe and PayPal really did.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { minorDigits } from '@doorstep/core/money.ts';
import fc from 'fast-check';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';

let at: ProviderShop;
before(async () => {
  at = await openProviderShop();
});
after(() => at.close());

const post = (path: string, body: object): Promise<Answer> => at.shop.call('POST', path, body);
const moneyOf = async (order: Answer) =>
  (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body;

/** Two ways of paying one order: so much by Stripe, the rest by PayPal. */
async function buy(
  currency: string,
  [byStripe, byPaypal]: readonly [number, number],
  channel: string,
): Promise<Answer> {
  const value = (byPaypal / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));
  const order = await post('/v1/orders', {
    channel,
    currency,
    lines: [{ sku: 'MUG', quantity: 10, unitPriceMinor: Math.floor((byStripe + byPaypal) / 10) }],
    shipping: [{ title: 'The rest', amountMinor: (byStripe + byPaypal) % 10 }],
    payments: [
      { provider: 'stripe-test', token: 'pm_card_multicapture', amountMinor: byStripe },
      { provider: 'paypal-test', token: at.paypal.book.approved(value, currency) },
    ],
  });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  return order;
}

// biome-ignore lint/suspicious/noExplicitAny: what the doubles answer, as they answer it
type Made = any;

/** What was really taken and given back, as the providers know it, in minor units. */
function really(payments: readonly { id: string; currency: string }[]): number[] {
  let [taken, back] = [0, 0];
  for (const { id, currency } of payments) {
    const minor = ({ value }: { value: string }) =>
      Math.round(Number(value) * 10 ** minorDigits(currency));
    for (const one of at.stripe.book.intents() as Made[]) {
      if (one.metadata.doorstep_payment !== id) continue;
      taken += one.amount_received;
      back += one.latest_charge?.amount_refunded ?? 0;
    }
    for (const { purchase_units } of at.paypal.book.orders() as Made[]) {
      const [{ custom_id, payments: made }] = purchase_units;
      if (!custom_id?.startsWith(id)) continue;
      for (const { amount } of made.captures) taken += minor(amount);
      for (const { amount } of made.refunds) back += minor(amount);
    }
  }
  return [taken, back];
}

async function compare(order: Answer): Promise<void> {
  await at.shop.runPayments();
  const { account, payments, ledger } = await moneyOf(order);
  assert.deepEqual([account.capturedMinor, account.refundedMinor], really(payments));
  const sum = (kind: string) =>
    ledger
      .filter((one: { kind: string }) => one.kind === kind)
      .reduce((total: number, one: { amountMinor: number }) => total + one.amountMinor, 0);
  assert.deepEqual([sum('captured'), sum('refunded')], really(payments));
}

describe('pain 5: totals drift after repeated edits, refunds, returns', () => {
  test('a random walk over Stripe and PayPal: the ledger is what they did, after each step', async () => {
    const step = fc.record({
      what: fc.constantFrom('ship', 'cancel', 'refund'),
      quantity: fc.integer({ min: 1, max: 3 }),
    });
    const lives = fc.sample(fc.array(step, { minLength: 12, maxLength: 12 }), { numRuns: 3 });
    for (const [place, steps] of lives.entries()) {
      const order = await buy(place === 0 ? 'JPY' : 'EUR', [4321, 5678], 'web');
      const path = `/v1/orders/${order.body.id}`;
      await compare(order);
      for (const { what, quantity } of steps) {
        const lines = [{ line: 1, quantity }];
        if (what === 'ship') await post(`${path}/shipments`, { lines });
        else if (what === 'cancel')
          await post(`${path}/cancellations`, { reason: 'customer', lines });
        else await post(`${path}/refunds`, { amountMinor: quantity * 137, reason: 'goodwill' });
        await compare(order);
      }
      await post(`${path}/cancellations`, { reason: 'customer' });
      await compare(order);
      const { account } = await moneyOf(order);
      assert.equal(account.capturedMinor - account.refundedMinor, account.dueMinor);
    }
  });
});

describe('pain 6: captured payment not refundable; decimals block it', () => {
  for (const currency of ['JPY', 'EUR'])
    test(`every minor unit is refundable, over Stripe and PayPal, never more than captured: ${currency}`, async () => {
      const order = await buy(currency, [1001, 999], 'now');
      await compare(order);
      const path = `/v1/orders/${order.body.id}/refunds`;
      for (const amountMinor of [1, 999, 500, 499]) {
        assert.equal((await post(path, { amountMinor, reason: 'goodwill' })).status, 201);
        await compare(order);
      }
      const more = await post(path, { amountMinor: 2, reason: 'goodwill' });
      assert.equal(more.body.code, 'refund-exceeds-due');
      await post(path, { amountMinor: 1, reason: 'goodwill' });
      await compare(order);
      const { account } = await moneyOf(order);
      assert.deepEqual([account.status, account.refundedMinor], ['refunded', 2000]);
    });
});
