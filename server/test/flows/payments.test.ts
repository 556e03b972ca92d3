// How an order is paid: authorized, captured, refunded, voided, declined, and not in time.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ROLES, type Scope } from '@doorstep/core/access/scope.ts';
import { lapseUnpaid } from '../../src/orders/lapse-unpaid.ts';
import { selectTenantsWithDueAccounts } from '../../src/payments/intents.sql.ts';
import { runDue } from '../../src/run-due.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';
import { card, openTill, type Till } from '../till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

describe('an order paid by card', () => {
  test('is answered at commit, then authorized and captured, once each', async () => {
    const order = await till.buy([card()]);
    assert.deepEqual([order.status, order.body.paymentStatus], [201, 'pending']);
    assert.equal(order.body.payments[0].amountMinor, 2000);
    assert.deepEqual(await till.deedsOf(order), []);
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000', 'capture 2000']);
    const { account, payments, intents, ledger } = await till.moneyOf(order);
    assert.deepEqual(
      [account.status, account.dueMinor, account.capturedMinor, intents],
      ['paid', 2000, 2000, []],
    );
    assert.equal(payments[0].reference, ledger[0].reference);
    assert.deepEqual(await till.timelineOf(order), [
      'order.captured.v1',
      'payment.authorized.v1',
      'payment.intended.v1',
      'payment.captured.v1',
    ]);
    assert.equal(await till.statusOf(order), 'paid');
  });

  test('is only authorized where money is captured with the goods', async () => {
    const order = await till.buy([card()], { channel: 'web' });
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000']);
    assert.equal(await till.statusOf(order), 'authorized');
  });

  test('gives back what was authorized when it is canceled', async () => {
    const order = await till.buy([card()], { channel: 'web' });
    await till.shop.runPayments();
    await till.cancel(order);
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000', 'void 2000']);
    assert.equal(await till.statusOf(order), 'voided');
  });

  test('canceled before anybody was asked, nobody is asked', async () => {
    const order = await till.buy([card()]);
    await till.cancel(order);
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), []);
    assert.equal(await till.statusOf(order), 'voided');
    assert.equal((await till.timelineOf(order)).at(-1), 'payment.intent_closed.v1');
  });

  test('refunds what is canceled after capture, exactly that', async () => {
    const order = await till.buy([card()]);
    await till.shop.runPayments();
    await till.cancel(order, { lines: [{ line: order.body.lines[0].id, quantity: 1 }] });
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000', 'capture 2000', 'refund 1000']);
    assert.equal(await till.statusOf(order), 'partially-refunded');
    await till.cancel(order);
    await till.shop.runPayments();
    assert.equal(await till.statusOf(order), 'refunded');
  });

  test('costs nothing: there is nothing to pay', async () => {
    const lines = [{ sku: 'MUG', quantity: 1, unitPriceMinor: 0 }];
    const order = await till.buy([card()], { lines });
    assert.deepEqual([order.body.paymentStatus, order.body.payments], ['none', []]);
    assert.equal((await till.moneyOf(order)).account, null);
  });

  test('a retry of the capture gets the very answer', async () => {
    const key = { 'idempotency-key': 'paid once' };
    const body = orderOf({ MUG: 1 }, { channel: 'now', payments: [card()] });
    const first = await till.post('/v1/orders', body, key);
    await till.shop.runPayments();
    const second = await till.post('/v1/orders', body, key);
    assert.deepEqual(second.body, first.body);
    assert.equal((await till.moneyOf(first)).payments.length, 1);
  });
});

describe('what an order says of its payments', () => {
  test('several ways of paying share the total; one without an amount takes what is left', async () => {
    const order = await till.buy([card('tok_ok', { amountMinor: 500 }), card()]);
    assert.deepEqual(
      order.body.payments.map((one: { amountMinor: number }) => one.amountMinor),
      [500, 1500],
    );
    await till.shop.runPayments();
    await till.refund(order, 1600);
    await till.shop.runPayments();
    assert.deepEqual((await till.deedsOf(order)).slice(-2).sort(), ['refund 100', 'refund 1500']);
  });

  test('more than the total, a provider we do not have, and half of a promise are refused', async () => {
    const tooMuch = await till.buy([card('tok_ok', { amountMinor: 2001 })]);
    assert.deepEqual(
      [tooMuch.body.code, tooMuch.body.data.totalMinor],
      ['payments-exceed-total', 2000],
    );
    assert.equal((await till.buy([card(), card()])).body.code, 'payments-exceed-total');
    const unknown = await till.buy([{ provider: 'shells' }]);
    assert.equal(unknown.body.code, 'payment-provider-unknown');
    const own = ['store-credit', 'gift-card'];
    const installed = ['manual', 'terms', 'sandbox', 'stripe-test', 'paypal-test', ...own];
    assert.deepEqual(unknown.body.data.providers, installed);
  });

  test('paid already: the money is there from the first moment', async () => {
    const order = await till.buy([{ provider: 'manual', received: { reference: 'POS-1' } }], {
      channel: 'web',
    });
    assert.equal(order.body.paymentStatus, 'paid');
    const { account, ledger, intents } = await till.moneyOf(order);
    assert.deepEqual([account.capturedMinor, account.earnedMinor, intents], [2000, 0, []]);
    assert.deepEqual(
      ledger.map((one: { kind: string; reference: string }) => `${one.kind} ${one.reference}`),
      ['authorized POS-1', 'captured POS-1'],
    );
    await till.shop.runPayments();
    assert.equal((await till.moneyOf(order)).ledger.length, 2);
  });

  test('orders are listed by how they are paid', async () => {
    const order = await till.buy([card()], { externalId: 'listed', tags: ['listed'] });
    const unpaid = await till.post('/v1/orders', orderOf({ MUG: 1 }, { tags: ['listed'] }));
    const listed = async (status: string) =>
      (await till.shop.call('GET', `/v1/orders?paymentStatus=${status}&tag=listed`)).body.items.map(
        (one: { id: string }) => one.id,
      );
    assert.deepEqual(await listed('pending'), [order.body.id]);
    assert.deepEqual(await listed('none'), [unpaid.body.id]);
    await till.shop.runPayments();
    assert.deepEqual([await listed('pending'), await listed('paid')], [[], [order.body.id]]);
    const { items } = (await till.shop.call('GET', '/v1/orders?paymentStatus=paid')).body;
    assert.equal(items[0].id, order.body.id);
  });
});

describe('a provider that says no', () => {
  test('to the authorization: a person is told, and the buyer may pay another way', async () => {
    const order = await till.buy([card('tok_decline')]);
    await till.shop.runPayments();
    assert.deepEqual(await till.exceptionsOf(order), ['payment-declined']);
    assert.equal(await till.statusOf(order), 'pending');
    const path = `/v1/orders/${order.body.id}/payments`;
    const tooMuch = await till.post(path, card('tok_ok', { amountMinor: 2001 }));
    assert.deepEqual(
      [tooMuch.body.code, tooMuch.body.data.missingMinor],
      ['payment-exceeds-missing', 2000],
    );
    const added = await till.post(path, card('tok_ok'));
    assert.equal(added.body.payments[1].amountMinor, 2000);
    assert.equal((await till.post(path, card('tok_ok'))).body.code, 'nothing-to-pay');
    await till.shop.runPayments();
    assert.equal(await till.statusOf(order), 'paid');
    assert.deepEqual(await till.exceptionsOf(order), []);
  });

  test('to the authorization, and the order is canceled: nothing is left to tell', async () => {
    const order = await till.buy([card('tok_decline')]);
    await till.shop.runPayments();
    await till.cancel(order);
    assert.deepEqual(await till.exceptionsOf(order), []);
  });

  test('to a capture for good: nothing more is asked until somebody says so', async () => {
    const order = await till.buy([card('tok_decline-capture')]);
    await till.shop.runPayments();
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000', 'no capture 2000']);
    assert.deepEqual(await till.exceptionsOf(order), ['payment-failed']);
    const { payments } = await till.moneyOf(order);
    assert.deepEqual(payments[0].blocked, ['capture']);
    const retried = await till.post(`/v1/payments/${payments[0].id}/retries`);
    assert.deepEqual([retried.status, retried.body.blocked], [201, []]);
    await till.shop.runPayments();
    assert.equal((await till.deedsOf(order)).length, 3);
    await till.cancel(order);
    await till.shop.runPayments();
    assert.deepEqual(await till.exceptionsOf(order), []);
    assert.equal(await till.statusOf(order), 'voided');
  });

  test('to a capture for good: its exception asks the provider again for who may', async () => {
    const order = await till.buy([card('tok_decline-capture')]);
    await till.shop.runPayments();
    const { items } = (await till.shop.call('GET', '/v1/exceptions?type=payment-failed')).body;
    const of = items.find((one: Answer['body']) => one.about.order.id === order.body.id);
    const retry = async (scopes: readonly Scope[]) => {
      const caller = await till.shop.as(scopes);
      const asked = { exceptions: [of.id] };
      const { body } = await caller.call('POST', '/v1/exceptions/retries', asked);
      return [body.rows[0].outcome, body.rows[0].reason];
    };
    const needed = 'This needs the scope payments:write.';
    assert.deepEqual(await retry(ROLES.warehouse), ['kept', needed]);
    await till.shop.runPayments();
    assert.deepEqual((await till.moneyOf(order)).payments[0].blocked, ['capture']);
    assert.equal((await retry(ROLES.service))[0], 'asked');
    assert.deepEqual((await till.moneyOf(order)).payments[0].blocked, []);
    await till.cancel(order);
    await till.shop.runPayments();
  });

  test('to a capture for the moment: it is asked again under the same key', async () => {
    const order = await till.buy([card('tok_busy_7')]);
    for (let round = 0; round < 7; round += 1) {
      await till.shop.runPayments();
      till.pass(60_000);
    }
    assert.deepEqual(
      await till.exceptionsOf(order),
      ['payment-failed'],
      'a person is told in the end',
    );
    const [intent] = (await till.moneyOf(order)).intents;
    assert.deepEqual([intent.failureCode, intent.kind], ['busy', 'capture']);
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000', 'capture 2000']);
    assert.deepEqual(await till.exceptionsOf(order), []);
  });
});

describe('granted refunds', () => {
  test('lower what is due; more than that is refused', async () => {
    const order = await till.buy([card()]);
    await till.shop.runPayments();
    const granted = await till.refund(order, 700);
    assert.deepEqual(
      [granted.status, granted.body.account.dueMinor, granted.body.grantedRefunds[0].amountMinor],
      [201, 1300, 700],
    );
    const tooMuch = await till.refund(order, 1301);
    assert.deepEqual([tooMuch.body.code, tooMuch.body.data.dueMinor], ['refund-exceeds-due', 1300]);
    await till.shop.runPayments();
    assert.deepEqual((await till.deedsOf(order)).at(-1), 'refund 700');
    const { grantedMinor } = (await till.shop.call('GET', `/v1/orders/${order.body.id}`)).body;
    assert.equal(grantedMinor, 700);
  });
});

describe('an order that is not paid in time', () => {
  const lapse = () =>
    runDue(till.shop.runtime, {
      name: 'lapse-unpaid',
      tenants: selectTenantsWithDueAccounts,
      verb: lapseUnpaid,
    });

  test('is canceled for it, and its stock is free', async () => {
    const order = await till.buy([card('tok_decline')], { channel: 'hasty' });
    await till.shop.runPayments();
    assert.notEqual((await till.moneyOf(order)).account.payBy, null);
    await lapse();
    assert.equal((await till.shop.call('GET', `/v1/orders/${order.body.id}`)).body.status, 'open');
    till.pass(11 * 60_000);
    await lapse();
    const { body } = await till.shop.call('GET', `/v1/orders/${order.body.id}`);
    assert.deepEqual([body.status, body.cancellations[0].reason], ['canceled', 'payment']);
    assert.equal((await till.moneyOf(order)).account.payBy, null);
    assert.deepEqual(await till.exceptionsOf(order), []);
  });

  test('is kept when the money came in time', async () => {
    const order = await till.buy([card()], { channel: 'hasty' });
    await till.shop.runPayments();
    assert.equal((await till.moneyOf(order)).account.payBy, null);
    till.pass(11 * 60_000);
    await lapse();
    assert.equal((await till.shop.call('GET', `/v1/orders/${order.body.id}`)).body.status, 'open');
  });

  test('what came in part is given back', async () => {
    const order = await till.buy([card('tok_half')], { channel: 'hasty' });
    await till.shop.runPayments();
    till.pass(11 * 60_000);
    await lapse();
    await till.shop.runPayments();
    assert.equal((await till.deedsOf(order)).length, 3, 'authorized, captured, refunded');
    assert.equal(await till.statusOf(order), 'refunded');
  });
});

test('the erasure of an order takes what is personal in its payments, and refunds still work', async () => {
  const order = await till.buy([card()]);
  await till.shop.runPayments();
  const grant = { amountMinor: 100, reason: 'goodwill', note: 'Ada was not at home' };
  await till.post(`/v1/orders/${order.body.id}/refunds`, grant);
  await till.post(`/v1/orders/${order.body.id}/erasure`);
  await till.shop.runPayments();
  const { account, grantedRefunds } = await till.moneyOf(order);
  assert.deepEqual([account.refundedMinor, grantedRefunds[0].note], [100, null]);
});
