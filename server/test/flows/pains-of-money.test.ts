// The pains of money that users report of today's systems, each one a test that we pass. Numbers
// and names are those of the list of pains.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 100_000, CUP: 100_000, POT: 100_000 } });
  await post('/v1/channels', { code: 'now', name: 'Now', captureAt: 'authorization' });
  const channels = ['web', 'now'].map((channel) => ({ channel }));
  await shop.call('PATCH', '/v1/locations/BER', { channels });
  const components = [
    { sku: 'CUP', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ];
  await post('/v1/skus', { code: 'TEA', title: 'Tea set', components });
});
after(() => shop.close());

const post = (path: string, body: object, headers = {}): Promise<Answer> =>
  shop.call('POST', path, body, headers);
const moneyOf = async (order: Answer) =>
  (await shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body;
const netOf = async (order: Answer): Promise<number> => {
  const { account } = await moneyOf(order);
  return account.capturedMinor - account.refundedMinor;
};
const refund = (order: Answer, amountMinor: number) =>
  post(`/v1/orders/${order.body.id}/refunds`, { amountMinor, reason: 'goodwill' });
const cancel = (order: Answer, lines?: object[]) =>
  post(`/v1/orders/${order.body.id}/cancellations`, {
    reason: 'customer',
    ...(lines === undefined ? {} : { lines }),
  });
const ship = (order: Answer, lines?: object[]) =>
  post(`/v1/orders/${order.body.id}/shipments`, lines === undefined ? {} : { lines });

/** A payment that is worth so much: in the currency of the order, or this much of dollars. */
interface Worth {
  readonly worth: number;
  readonly dollars: number | null;
}

function paymentOf({ worth, dollars }: Worth): object {
  const provider = 'sandbox';
  if (dollars === null) return { provider, amountMinor: worth };
  const conversion = { orderAmountMinor: worth };
  return { provider, currency: 'USD', amountMinor: dollars, conversion };
}

/** Less than a cent of dollars is worth stays until the next refund. */
function isKept(kept: number, due: number, payments: readonly Worth[]): boolean {
  const isBelowUnit = ({ worth, dollars }: Worth) =>
    dollars !== null && (kept - due) * dollars < worth;
  return kept === due || (due > 0 && kept > due && payments.some(isBelowUnit));
}

const amount = fc.integer({ min: 1, max: 9999 });
const worths = fc.array(fc.record({ worth: amount, dollars: fc.option(amount, { freq: 1 }) }), {
  minLength: 1,
  maxLength: 4,
});

describe('pain 6: captured payment not refundable; decimals block it', () => {
  for (const currency of ['JPY', 'EUR', 'KWD'])
    test(`every minor unit of every currency (0, 2, 3 decimals) refundable, over several payments, some in dollars, never more than captured: ${currency}`, async () => {
      await fc.assert(
        fc.asyncProperty(worths, fc.array(amount, { maxLength: 4 }), async (paid, refunds) => {
          const total = paid.reduce((sum, { worth }) => sum + worth, 0);
          const order = await post('/v1/orders', {
            channel: 'now',
            currency,
            lines: [{ sku: 'MUG', quantity: 7, unitPriceMinor: 0 }],
            shipping: [{ title: 'All of it', amountMinor: total }],
            payments: paid.map(paymentOf),
          });
          assert.equal(order.status, 201, JSON.stringify(order.body));
          await shop.runPayments();
          assert.equal(await netOf(order), total);
          let left = total;
          for (const asked of refunds) {
            const granted = await refund(order, asked);
            assert.equal(granted.status, asked <= left ? 201 : 409);
            if (asked <= left) left -= asked;
            await shop.runPayments();
            assert.ok(isKept(await netOf(order), left, paid));
          }
          if (left > 0) await refund(order, left);
          await shop.runPayments();
          const { account, payments } = await moneyOf(order);
          assert.deepEqual([account.status, account.refundedMinor], ['refunded', total]);
          for (const payment of payments)
            assert.equal(payment.refundedMinor, payment.capturedMinor);
          assert.equal((await refund(order, 1)).body.code, 'refund-exceeds-due');
        }),
        { numRuns: 8 },
      );
    });
});

describe('pain 9: double capture on double tap or webhook race', () => {
  test('same request or webhook 100 times, in parallel: one effect', async () => {
    const body = orderOf(
      { MUG: 1 },
      { channel: 'now', payments: [{ provider: 'sandbox', token: 'tok_lost' }] },
    );
    const taps = await Promise.all(
      Array.from({ length: 100 }, () => post('/v1/orders', body, { 'idempotency-key': 'tap' })),
    );
    const orders = new Set(taps.map((answer) => answer.body.id));
    assert.equal(orders.size, 1);
    const order = taps[0] as Answer;
    const [payment] = (await moneyOf(order)).payments;
    await shop.runPayments(); // authorized, and the answer is lost
    const [deed] = (await shop.sandbox.deeds()).filter((one) => one.payment === payment.id);
    const authorized = { kind: 'authorized', reference: deed?.reference, amountMinor: 1000 };
    const webhook = (fact: object) => post(`/v1/payments/${payment.id}/facts`, fact);
    await Promise.all(Array.from({ length: 100 }, () => webhook(authorized)));
    await shop.runPayments(); // captured, and the answer is lost
    const [intent] = (await moneyOf(order)).intents;
    const capture = (await shop.sandbox.deeds()).find((one) => one.key === intent.id);
    const captured = { kind: 'captured', reference: capture?.reference, amountMinor: 1000 };
    await Promise.all(Array.from({ length: 100 }, () => webhook(captured)));
    const deeds = (await shop.sandbox.deeds()).filter((one) => one.payment === payment.id);
    assert.deepEqual(
      deeds.map(({ kind }) => kind),
      ['authorize', 'capture'],
    );
    const { account, ledger } = await moneyOf(order);
    assert.deepEqual([account.capturedMinor, account.status, ledger.length], [1000, 'paid', 2]);
  });
});

describe('pain 16: cannot cancel after capture or part shipment', () => {
  const buy = (units: Record<string, number>, channel: string) =>
    post(
      '/v1/orders',
      orderOf(units, {
        channel,
        shipping: [{ title: 'Parcel', amountMinor: 490 }],
        payments: [{ provider: 'sandbox' }],
      }),
    );

  test('cancel what has not shipped, refund exactly that', async () => {
    const order = await buy({ MUG: 3, CUP: 2 }, 'now');
    await shop.runPayments();
    assert.equal(await netOf(order), 5490);
    assert.equal((await ship(order, [{ line: 1, quantity: 1 }])).status, 201);
    const canceled = await cancel(order);
    assert.equal(canceled.status, 201, JSON.stringify(canceled.body));
    await shop.runPayments();
    const { account } = await moneyOf(order);
    assert.deepEqual(
      [account.capturedMinor, account.refundedMinor, account.dueMinor],
      [5490, 4000, 1490],
    );
    const { status, lines } = (await shop.call('GET', `/v1/orders/${order.body.id}`)).body;
    assert.deepEqual([status, lines[0].shipped, lines[0].canceled], ['completed', 1, 2]);
  });

  test('captured with the goods: each shipment takes its share, the rest is given back', async () => {
    const order = await buy({ MUG: 3, TEA: 2 }, 'web');
    await shop.runPayments();
    assert.equal(await netOf(order), 0);
    await ship(order, [{ line: 1, quantity: 1 }]);
    await shop.runPayments();
    assert.equal(await netOf(order), 1490, 'one mug, and the parcel');
    await ship(order, [{ line: 1, quantity: 1 }]);
    await shop.runPayments();
    assert.equal(await netOf(order), 2490);
    await refund(order, 300);
    await shop.runPayments();
    assert.equal(await netOf(order), 2190, 'what is granted is paid back at once');
    await cancel(order);
    await shop.runPayments();
    const { account } = await moneyOf(order);
    assert.deepEqual(
      [account.authorizedMinor, account.capturedMinor, account.voidedMinor, account.refundedMinor],
      [5490, 2490, 3000, 300],
    );
    assert.equal(await netOf(order), account.dueMinor);
  });

  test('any life of an order ends with the buyer having paid what is due, to the minor unit', async () => {
    const step = fc.record({
      do: fc.constantFrom('ship', 'cancel', 'refund', 'pay'),
      line: fc.integer({ min: 1, max: 2 }),
      quantity: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.constantFrom('web', 'now'),
        fc.record({ worth: amount, dollars: fc.option(amount, { freq: 1 }) }),
        async (steps, channel, first) => {
          const price = first.worth;
          const order = await post('/v1/orders', {
            channel,
            currency: 'EUR',
            lines: ['MUG', 'TEA'].map((sku) => ({
              sku,
              quantity: 3,
              unitPriceMinor: price,
              discounts: [{ name: 'Round', amountMinor: price % 7 }],
            })),
            payments: [paymentOf(first), { provider: 'sandbox' }],
          });
          assert.equal(order.status, 201, JSON.stringify(order.body));
          for (const { do: what, line, quantity } of steps) {
            if (what === 'ship') await ship(order, [{ line, quantity }]);
            else if (what === 'cancel') await cancel(order, [{ line, quantity }]);
            else if (what === 'refund') await refund(order, quantity * 111);
            else await shop.runPayments();
          }
          await shop.runPayments();
          await ship(order);
          await shop.runPayments();
          const { account, intents } = await moneyOf(order);
          assert.deepEqual(intents, []);
          assert.equal(account.finished, true);
          assert.ok(
            isKept(account.capturedMinor - account.refundedMinor, account.dueMinor, [first]),
          );
          assert.equal(account.authorizedMinor, account.capturedMinor + account.voidedMinor);
        },
      ),
      { numRuns: 25 },
    );
  });
});
