// What providers answer: not at all, late, twice, something else; and money that people move.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { runCommand } from '../../src/db/run-command.ts';
import { recordAnswer } from '../../src/payments/record-answer.ts';
import { orderOf } from '../stock.ts';
import { card, openTill, type Till } from '../till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

describe('a provider that does not answer', () => {
  test('is asked again with the same key, ever more slowly; then a person is told', async () => {
    const order = await till.buy([card('tok_fail_8')], { channel: 'web' });
    for (let round = 0; round < 7; round += 1) {
      await till.shop.runPayments();
      till.pass(60_000);
    }
    assert.deepEqual(await till.exceptionsOf(order), ['payment-unanswered']);
    assert.equal((await till.moneyOf(order)).intents[0].failureCode, 'no-answer');
    for (let round = 0; round < 3; round += 1) {
      await till.shop.runPayments();
      till.pass(60_000);
    }
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000']);
    assert.deepEqual(await till.exceptionsOf(order), []);
  });

  test('did it all the same: the lost answer is got again, and it was done once', async () => {
    const order = await till.buy([card('tok_lost')]);
    for (let round = 0; round < 4; round += 1) {
      await till.shop.runPayments();
      till.pass(2000);
    }
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000', 'capture 2000']);
    assert.equal(await till.statusOf(order), 'paid');
  });

  test('answers later: it is inquired after', async () => {
    const order = await till.buy([card('tok_later_100')], { channel: 'web' });
    await till.shop.runPayments();
    assert.equal((await till.moneyOf(order)).account.status, 'pending');
    await new Promise((resolve) => setTimeout(resolve, 150));
    till.pass(5000);
    await till.shop.runPayments();
    assert.equal((await till.moneyOf(order)).account.status, 'authorized');
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000']);
  });
});

describe('a provider that says later for ever', () => {
  test('is as one that does not answer: a person is told, until it says what became of it', async () => {
    const order = await till.buy([card('tok_later_4000')], { channel: 'web' });
    const end = Date.now() + 4200;
    for (let round = 0; round < 6; round += 1) {
      assert.deepEqual(await till.exceptionsOf(order), []);
      await till.shop.runPayments();
      till.pass(60_000);
    }
    assert.deepEqual(await till.exceptionsOf(order), ['payment-unanswered']);
    const { body } = await till.shop.call('GET', `/v1/exceptions?order=${order.body.id}`);
    assert.equal(body.items[0].data.code, 'later');
    await sleep(Math.max(0, end - Date.now()));
    till.pass(10 * 60_000);
    await till.shop.runPayments();
    assert.deepEqual(await till.exceptionsOf(order), []);
    assert.equal((await till.moneyOf(order)).account.status, 'authorized');
  });
});

describe('a provider that did something else', () => {
  test('authorized less: the rest is to be paid another way', async () => {
    const order = await till.buy([card('tok_half')], { channel: 'web' });
    await till.shop.runPayments();
    assert.equal((await till.moneyOf(order)).account.status, 'pending');
    assert.deepEqual(await till.exceptionsOf(order), ['payment-difference']);
    await till.post(`/v1/orders/${order.body.id}/payments`, card());
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 1000', 'authorize 1000']);
    assert.equal((await till.moneyOf(order)).account.status, 'authorized');
    assert.deepEqual(await till.exceptionsOf(order), []);
  });

  test('captured more: it is recorded, and given back', async () => {
    const order = await till.buy([card('tok_more')]);
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(order), ['authorize 2000', 'capture 2001', 'refund 1']);
    assert.deepEqual(await till.exceptionsOf(order), []);
    assert.equal((await till.moneyOf(order)).account.refundedMinor, 1);
  });

  test('answered with the reference of another refund: it stays open, and is asked again', async () => {
    const order = await till.buy([card()]);
    await till.shop.runPayments();
    await till.refund(order, 100);
    await till.shop.runPayments();
    const { reference } = (await till.moneyOf(order)).ledger.at(-1);
    await till.refund(order, 200);
    const [intent] = (await till.moneyOf(order)).intents;
    const { app, now } = till.shop.runtime;
    const context = { tenant: till.shop.tenant, actor: systemActor('test'), now: now() };
    const answer = {
      outcome: 'succeeded',
      reference,
      amountMinor: 200n,
      occurredAt: now(),
    } as const;
    await runCommand(app, context, null, (tx) => recordAnswer(tx, intent.id, answer));
    const [open] = (await till.moneyOf(order)).intents;
    assert.deepEqual([open?.id, open?.failureCode], [intent.id, 'reference-taken']);
    till.pass(60_000);
    await till.shop.runPayments();
    const { account, intents } = await till.moneyOf(order);
    assert.deepEqual([account.refundedMinor, intents], [300, []]);
  });

  test('refunded unasked: it is recorded, a person is told, and it is not captured once more', async () => {
    const order = await till.buy([card()]);
    await till.shop.runPayments();
    const { payments } = await till.moneyOf(order);
    const fact = { kind: 'refunded', reference: 'dashboard-1', amountMinor: 300 };
    const told = await till.post(`/v1/payments/${payments[0].id}/facts`, fact);
    assert.equal(told.body.refundedMinor, 300);
    await till.shop.runPayments();
    assert.deepEqual(await till.exceptionsOf(order), ['payment-difference']);
    assert.deepEqual((await till.moneyOf(order)).intents, []);
    await till.refund(order, 300);
    assert.deepEqual(
      [await till.exceptionsOf(order), (await till.moneyOf(order)).intents],
      [[], []],
    );
  });

  test('a notification before the answer closes the intent; the answer then changes nothing', async () => {
    const order = await till.buy([card()], { channel: 'web' });
    const { payments, intents } = await till.moneyOf(order);
    const reference = `sbx_authorize_${intents[0].id.slice(-12)}`;
    const fact = { kind: 'authorized', reference, amountMinor: 2000 };
    await till.post(`/v1/payments/${payments[0].id}/facts`, fact);
    const result = { outcome: 'succeeded', reference };
    const recorded = await till.post(`/v1/payment-intents/${intents[0].id}/results`, result);
    assert.deepEqual([recorded.status, recorded.body.authorizedMinor], [201, 2000]);
    assert.equal((await till.moneyOf(order)).ledger.length, 1);
    assert.deepEqual(await till.exceptionsOf(order), []);
  });

  test('a notification that fits no amount is joined when the answer names it', async () => {
    const order = await till.buy([card()]);
    await till.shop.runPayments();
    await till.refund(order, 500);
    const { payments, intents } = await till.moneyOf(order);
    const fact = { kind: 'refunded', reference: 'odd', amountMinor: 400 };
    await till.post(`/v1/payments/${payments[0].id}/facts`, fact);
    assert.deepEqual(await till.exceptionsOf(order), ['payment-difference']);
    const result = { outcome: 'succeeded', reference: 'odd', amountMinor: 400 };
    await till.post(`/v1/payment-intents/${intents[0].id}/results`, result);
    await till.shop.runPayments();
    const { account, ledger } = await till.moneyOf(order);
    assert.equal(account.refundedMinor, 500);
    assert.ok(ledger.every((one: { kind: string; intent: string | null }) => one.intent !== null));
  });
});

describe('money by hand', () => {
  test('a transfer is waited for without a word, and recorded when it came', async () => {
    const order = await till.buy([{ provider: 'manual' }]);
    await till.shop.runPayments();
    assert.deepEqual(await till.exceptionsOf(order), []);
    const [payment] = (await till.moneyOf(order)).payments;
    assert.equal(payment.authorizingMinor, 2000);
    const receipt = { reference: 'bank-1', receivedAt: '2026-01-05T10:00:00Z' };
    const came = await till.post(`/v1/payments/${payment.id}/receipts`, receipt);
    assert.deepEqual(
      [came.status, came.body.capturedMinor, came.body.authorizingMinor],
      [201, 2000, 0],
    );
    assert.deepEqual(
      (await till.post(`/v1/payments/${payment.id}/receipts`, receipt)).body,
      came.body,
    );
    const again = await till.post(`/v1/payments/${payment.id}/receipts`, { reference: 'bank-2' });
    assert.equal(again.body.code, 'nothing-to-pay');
    assert.equal(await till.statusOf(order), 'paid');
  });

  test('too little is recorded and waits for the rest; too much is to be given back by hand', async () => {
    const order = await till.buy([{ provider: 'manual' }]);
    const [payment] = (await till.moneyOf(order)).payments;
    const receive = (reference: string, amountMinor?: number) =>
      till.post(`/v1/payments/${payment.id}/receipts`, { reference, amountMinor });
    await receive('first', 700);
    assert.deepEqual(await till.exceptionsOf(order), ['payment-difference']);
    assert.equal(await till.statusOf(order), 'partially-paid');
    await receive('second');
    assert.deepEqual([await till.statusOf(order), await till.exceptionsOf(order)], ['paid', []]);
    await receive('third', 50);
    await till.shop.runPayments();
    assert.deepEqual(await till.exceptionsOf(order), ['payment-by-hand', 'payment-difference']);
    const [intent] = (await till.moneyOf(order)).intents;
    assert.deepEqual([intent.kind, intent.state, intent.amountMinor], ['refund', 'by-hand', 50]);
    const result = { outcome: 'succeeded', reference: 'sent back' };
    await till.post(`/v1/payment-intents/${intent.id}/results`, result);
    assert.deepEqual(await till.exceptionsOf(order), []);
    assert.equal((await till.moneyOf(order)).account.refundedMinor, 50);
  });

  test('what was granted before the transfer came, or is granted for what it lacks, is not sent back', async () => {
    const order = await till.buy([{ provider: 'manual' }], { channel: 'web' });
    const [payment] = (await till.moneyOf(order)).payments;
    await till.refund(order, 500);
    const receipt = { reference: 'bank', amountMinor: 1480 };
    await till.post(`/v1/payments/${payment.id}/receipts`, receipt);
    await till.refund(order, 20);
    await till.shop.runPayments();
    assert.deepEqual((await till.moneyOf(order)).intents, []);
    assert.deepEqual([await till.statusOf(order), await till.exceptionsOf(order)], ['paid', []]);
    const released = await till.post(`/v1/orders/${order.body.id}/releases`);
    assert.equal(released.status, 201, JSON.stringify(released.body));
  });

  test('a reference names one movement: under that of another refund none is recorded', async () => {
    const order = await till.buy([{ provider: 'manual', received: { reference: 'POS' } }]);
    await till.refund(order, 100);
    await till.refund(order, 200);
    await till.shop.runPayments();
    const [first, second] = (await till.moneyOf(order)).intents;
    const record = (intent: { id: string }, reference: string) =>
      till.post(`/v1/payment-intents/${intent.id}/results`, { outcome: 'succeeded', reference });
    await record(first, 'bank');
    const taken = await record(second, 'bank');
    assert.deepEqual(
      [taken.status, taken.body.code, taken.body.data],
      [409, 'reference-taken', { intent: first.id }],
    );
    assert.deepEqual(await till.exceptionsOf(order), ['payment-by-hand']);
    assert.equal((await record(second, 'bank-2')).body.refundedMinor, 300);
    // Recording it again changes nothing.
    assert.equal((await record(second, 'bank-2')).body.refundedMinor, 300);
    assert.deepEqual(
      [(await till.moneyOf(order)).intents, await till.exceptionsOf(order)],
      [[], []],
    );
  });

  test('what could not be done by hand is asked for again after a retry', async () => {
    const order = await till.buy([{ provider: 'manual', received: { reference: 'POS' } }]);
    await till.refund(order, 100);
    await till.shop.runPayments();
    const [intent] = (await till.moneyOf(order)).intents;
    const no = { outcome: 'declined', code: 'account-closed' };
    const declined = await till.post(`/v1/payment-intents/${intent.id}/results`, no);
    assert.deepEqual(declined.body.blocked, ['refund']);
    assert.deepEqual(await till.exceptionsOf(order), ['payment-failed']);
    await till.post(`/v1/payments/${declined.body.id}/retries`);
    await till.shop.runPayments();
    const [next] = (await till.moneyOf(order)).intents;
    await till.post(`/v1/payment-intents/${next.id}/results`, {
      outcome: 'succeeded',
      reference: 'x',
    });
    assert.deepEqual(await till.exceptionsOf(order), []);
    const none = await till.post(`/v1/payments/${declined.body.id}/retries`);
    assert.equal(none.body.code, 'nothing-to-retry');
  });

  test('once it was given another way, the next refund is asked for again', async () => {
    const order = await till.buy([{ provider: 'manual', received: { reference: 'POS' } }]);
    await till.refund(order, 100);
    await till.shop.runPayments();
    const { intents, payments } = await till.moneyOf(order);
    const no = { outcome: 'declined', code: 'account-closed' };
    await till.post(`/v1/payment-intents/${intents[0].id}/results`, no);
    const given = { kind: 'refunded', amountMinor: 100, reference: 'in cash' };
    await till.post(`/v1/payments/${payments[0].id}/facts`, given);
    assert.deepEqual(await till.exceptionsOf(order), []);
    await till.refund(order, 50);
    await till.shop.runPayments();
    const { intents: asked } = await till.moneyOf(order);
    assert.deepEqual(
      asked.map(({ amountMinor }: { amountMinor: number }) => amountMinor),
      [50],
    );
  });

  test('an order captured without a payment can be paid afterwards', async () => {
    const order = await till.post('/v1/orders', orderOf({ MUG: 3 }, { channel: 'now' }));
    assert.equal(order.body.paymentStatus, 'none');
    await till.refund(order, 500);
    const added = await till.post(`/v1/orders/${order.body.id}/payments`, {
      provider: 'sandbox',
      amountMinor: 2500,
    });
    assert.equal(added.status, 201, JSON.stringify(added.body));
    await till.shop.runPayments();
    assert.equal(await till.statusOf(order), 'paid');
  });
});

describe('a process whose clock was ahead', () => {
  test('puts nothing off: a provider is asked at once what was written down then', async () => {
    const HOURS_MS = 2 * 3_600_000;
    till.pass(HOURS_MS);
    const order = await till.buy([card()], { channel: 'web' });
    till.pass(-HOURS_MS);
    await till.shop.runPayments();
    assert.equal(await till.statusOf(order), 'authorized');
    till.pass(HOURS_MS);
    await till.cancel(order);
    till.pass(-HOURS_MS);
    await till.shop.runPayments();
    assert.equal(await till.statusOf(order), 'voided');
  });
});
