// Orders paid in other currencies than their own, each at the worth that was stated: captured with each
// parcel, refunded in parts and whole, disputed, and always adding up in both currencies. Every
// file of tests ends with `verify`, which proves just that.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Answer } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are checked against the contract
type Any = any;

/** An order of EUR 20.00 paid with this much of another currency. */
const inDollars = { currency: 'USD', amountMinor: 2167, conversion: { orderAmountMinor: 2000 } };
const converted = (stated: object, token = 'tok_ok') => card(token, stated);
const at = (order: Answer) => `/v1/orders/${order.body.id}`;
const sumsOf = ({ account }: Any) => [
  account.authorizedMinor,
  account.capturedMinor,
  account.refundedMinor,
  account.voidedMinor,
];
const paidSumsOf = (payment: Any) => [
  payment.authorizedMinor,
  payment.capturedMinor,
  payment.refundedMinor,
  payment.voidedMinor,
];
const ship = (order: Answer, quantity: number) =>
  till.post(`${at(order)}/shipments`, { lines: [{ line: 1, quantity }] });

describe('an order in euros paid in dollars', () => {
  test('says so from the first answer on, and a retry gets the very answer', async () => {
    const body = [converted(inDollars)];
    const order = await till.buy(body);
    assert.equal(order.status, 201, JSON.stringify(order.body));
    const { id, ...told } = order.body.payments[0];
    assert.deepEqual(told, {
      provider: 'sandbox',
      amountMinor: 2167,
      currency: 'USD',
      orderAmountMinor: 2000,
    });
    const { payments, account } = await till.moneyOf(order);
    assert.equal(account.currency, 'EUR');
    const { statedBy, statedAt, ...stated } = payments[0].conversion;
    assert.deepEqual(stated, { orderAmountMinor: 2000, orderCurrency: 'EUR', rate: '0.92293' });
    assert.match(statedBy, /^api-key:/);
    assert.equal(statedAt, payments[0].createdAt);
    assert.equal(payments[0].id, id);
  });

  test('is captured with each parcel in dollars, and is paid in euros to the cent', async () => {
    const order = await till.buy([converted(inDollars)], { channel: 'web' });
    await till.shop.runPayments();
    assert.equal(await till.statusOf(order), 'authorized');
    await ship(order, 1);
    await till.shop.runPayments();
    assert.deepEqual(sumsOf(await till.moneyOf(order)), [2000, 1000, 0, 0]);
    await ship(order, 1);
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 2167', 'capture 1084', 'capture 1083']);
    const money = await till.moneyOf(order);
    assert.deepEqual(sumsOf(money), [2000, 2000, 0, 0]);
    assert.equal(await till.statusOf(order), 'paid');
    assert.deepEqual(
      money.ledger.map((one: Any) => [one.amountMinor, one.currency, one.orderAmountMinor]),
      [
        [2167, 'USD', 2000],
        [1084, 'USD', 1000],
        [1083, 'USD', 1000],
      ],
    );
    const { items } = (await till.shop.call('GET', `${at(order)}/timeline`)).body;
    const captured = items.filter(({ type }: Any) => type === 'payment.captured.v1');
    assert.deepEqual(
      captured.map(({ data }: Any) => [data.amountMinor, data.currency, data.orderAmountMinor]),
      [
        [1084, 'USD', 1000],
        [1083, 'USD', 1000],
      ],
    );
  });

  test('is refunded at the rate it was paid at, as the preview says; all of it is all of it', async () => {
    const order = await till.buy([converted(inDollars)]);
    await till.shop.runPayments();
    for (const [amountMinor, dollars] of [
      [333, 361],
      [334, 362],
      [1333, 1444],
    ] as const) {
      const preview = await till.post(`${at(order)}/refund-previews`, { amountMinor });
      const [back] = preview.body.money;
      assert.deepEqual(
        [back.amountMinor, back.currency, back.orderAmountMinor, preview.body.refundedNowMinor],
        [dollars, 'USD', amountMinor, amountMinor],
      );
      await till.refund(order, amountMinor);
      await till.shop.runPayments();
    }
    const money = await till.moneyOf(order);
    assert.deepEqual(sumsOf(money), [2000, 2000, 2000, 0]);
    assert.deepEqual(paidSumsOf(money.payments[0]), [2167, 2167, 2167, 0]);
    assert.equal(await till.statusOf(order), 'refunded');
  });

  test('gives back what is canceled, before and after it was captured', async () => {
    const order = await till.buy([converted(inDollars)], { channel: 'web' });
    await till.shop.runPayments();
    await ship(order, 1);
    await till.shop.runPayments();
    await till.cancel(order);
    await till.shop.runPayments();
    const money = await till.moneyOf(order);
    assert.deepEqual(paidSumsOf(money.payments[0]), [2167, 1084, 0, 1083]);
    assert.deepEqual(sumsOf(money), [2000, 1000, 0, 1000]);
    assert.deepEqual(await till.exceptionsOf(order), []);
  });

  test('what the provider tells, twice and of its own accord, has its worth too', async () => {
    const order = await till.buy([converted(inDollars, 'tok_twice')]);
    await till.shop.runPayments();
    const [payment] = (await till.moneyOf(order)).payments;
    const fact = {
      ...{ kind: 'refunded', reference: 'by hand there' },
      ...{ amountMinor: 500, currency: 'USD' },
    };
    const inEuros = await till.post(`/v1/payments/${payment.id}/facts`, {
      ...fact,
      currency: 'EUR',
    });
    assert.equal(inEuros.body.code, 'payment-in-other-currency');
    for (const _twice of [1, 2]) await till.post(`/v1/payments/${payment.id}/facts`, fact);
    const money = await till.moneyOf(order);
    assert.deepEqual(paidSumsOf(money.payments[0]), [2167, 2167, 500, 0]);
    assert.deepEqual(sumsOf(money), [2000, 2000, 461, 0]);
    assert.deepEqual(await till.exceptionsOf(order), ['payment-difference']);
  });
});

describe('currencies with other decimals', () => {
  for (const [currency, amountMinor] of [
    ['JPY', 3216],
    ['KWD', 6653],
    ['GBP', 1709],
  ] as const)
    test(`parts of ${currency} add up to the whole, and leave nothing behind`, async () => {
      const stated = { currency, amountMinor, conversion: { orderAmountMinor: 2000 } };
      const order = await till.buy([converted(stated)], { channel: 'web' });
      await till.shop.runPayments();
      await ship(order, 1);
      await till.shop.runPayments();
      await till.refund(order, 777);
      await till.shop.runPayments();
      await ship(order, 1);
      await till.shop.runPayments();
      const { account, intents } = await till.moneyOf(order);
      const isCoarser = amountMinor < 2000;
      const kept = account.capturedMinor - account.refundedMinor;
      assert.ok(kept === 1223 || (isCoarser && kept === 1224), `${kept}`);
      assert.deepEqual(intents, []);
      await till.refund(order, 1223);
      await till.shop.runPayments();
      const money = await till.moneyOf(order);
      const [authorized, captured, refunded, voided] = paidSumsOf(money.payments[0]);
      assert.deepEqual([captured, authorized], [refunded, captured + voided]);
      assert.equal(money.account.capturedMinor, money.account.refundedMinor);
      assert.deepEqual(await till.exceptionsOf(order), []);
    });
});

describe('several payments in several currencies', () => {
  test('share the total by their worths, and give back by the policy, the newest first', async () => {
    const yen = { currency: 'JPY', amountMinor: 1300, conversion: { orderAmountMinor: 800 } };
    const order = await till.buy([converted(yen), card()]);
    assert.deepEqual(
      order.body.payments.map((one: Any) => one.amountMinor),
      [1300, 1200],
    );
    await till.shop.runPayments();
    assert.equal(await till.statusOf(order), 'paid');
    await till.refund(order, 1600);
    await till.shop.runPayments();
    const { payments } = await till.moneyOf(order);
    assert.deepEqual(
      payments.map((one: Any) => one.refundedMinor),
      [650, 1200],
    );
  });

  test('one is added to what is open, also one that came: at most what is missing', async () => {
    const order = await till.buy([card('tok_half')], { channel: 'web' });
    await till.shop.runPayments();
    const add = (body: object) => till.post(`${at(order)}/payments`, body);
    const cash = { provider: 'manual', currency: 'KWD', amountMinor: 3300 };
    const tooMuch = await add({ ...cash, conversion: { orderAmountMinor: 1001 } });
    assert.deepEqual(
      [tooMuch.body.code, tooMuch.body.data.missingMinor],
      ['payment-exceeds-missing', 1000],
    );
    const received = { reference: 'cash box' };
    const added = await add({ ...cash, conversion: { orderAmountMinor: 1000 }, received });
    assert.equal(added.status, 201, JSON.stringify(added.body));
    assert.deepEqual(sumsOf(added.body), [2000, 1000, 0, 0]);
    assert.equal(await till.statusOf(order), 'partially-paid');
  });

  test('a receipt of what is waited for is in the currency of the payment', async () => {
    const stated = { currency: 'USD', amountMinor: 2167, conversion: { orderAmountMinor: 2000 } };
    const order = await till.buy([{ provider: 'manual', ...stated }]);
    const [payment] = (await till.moneyOf(order)).payments;
    const receipt = (body: object) => till.post(`/v1/payments/${payment.id}/receipts`, body);
    const inEuros = await receipt({ reference: 'part', amountMinor: 1000, currency: 'EUR' });
    assert.deepEqual(
      [inEuros.body.code, inEuros.body.data],
      ['payment-in-other-currency', { currency: 'USD' }],
    );
    await receipt({ reference: 'part', amountMinor: 1000, currency: 'USD' });
    const answer = await receipt({ reference: 'rest' });
    assert.deepEqual(paidSumsOf(answer.body), [2167, 2167, 0, 0]);
    assert.deepEqual(sumsOf(await till.moneyOf(order)), [2000, 2000, 0, 0]);
  });
});

describe('what is not stated is refused', () => {
  test('no rate is looked up, and the currency of the order needs none', async () => {
    const refused = async (payment: object) => {
      const { body } = await till.buy([payment]);
      return [body.code, body.data];
    };
    const missing = ['payment-not-converted', { currency: 'USD', orderCurrency: 'EUR' }];
    const { amountMinor, currency, conversion } = inDollars;
    assert.deepEqual(await refused(converted({ amountMinor, currency })), missing);
    assert.deepEqual(await refused(converted({ currency, conversion })), missing);
    const differs = converted({ amountMinor: 1999, conversion });
    assert.equal((await refused(differs))[0], 'conversion-differs');
    const tooMuch = converted({ ...inDollars, conversion: { orderAmountMinor: 2001 } });
    assert.equal((await refused(tooMuch))[0], 'payments-exceed-total');
    const onTerms = { ...inDollars, provider: 'terms' };
    assert.equal((await refused(onTerms))[0], 'validation-failed');
    const same = await till.buy([converted({ amountMinor: 2000, conversion, currency: 'EUR' })]);
    assert.equal((await till.moneyOf(same)).payments[0].conversion, null);
  });
});
