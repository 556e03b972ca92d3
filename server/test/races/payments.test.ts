// Money, many times at once: facts told a hundred times, refunds granted side by side, two workers
// on the same intents, and the last moment to pay against the authorization.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '../../src/db/transaction.ts';
import { lapseUnpaid } from '../../src/orders/lapse-unpaid.ts';
import { leaseIntents, selectTenantsWithDueAccounts } from '../../src/payments/intents.sql.ts';
import { runIntents } from '../../src/payments/run-intents.ts';
import { runDue } from '../../src/run-due.ts';
import { startWorker } from '../../src/worker.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let clockAheadMs = 0;
/** The same for the clock that leases run on. */
let realAheadMs = 0;
before(async () => {
  shop = await openShop({
    now: () => new Date(Date.now() + clockAheadMs),
    realNow: () => new Date(Date.now() + realAheadMs),
  });
  await stockUp(shop, { BER: { MUG: 5000 } });
  const hasty = {
    code: 'hasty',
    name: 'Hasty',
    captureAt: 'authorization',
    paymentTimeoutMinutes: 5,
  };
  await post('/v1/channels', hasty);
  await shop.call('PATCH', '/v1/locations/BER', {
    channels: ['web', 'hasty'].map((channel) => ({ channel })),
  });
});
after(() => shop.close());

const post = (path: string, body?: object, headers = {}): Promise<Answer> =>
  shop.call('POST', path, body, headers);
const many = (count: number, one: (place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
const buy = (token: string, channel: string) =>
  post('/v1/orders', orderOf({ MUG: 1 }, { channel, payments: [{ provider: 'sandbox', token }] }));
const moneyOf = async (order: Answer) =>
  (await shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body;

async function deedsOf(payment: string): Promise<string[]> {
  const deeds = await shop.sandbox.deeds();
  return deeds.filter((deed) => deed.payment === payment).map(({ kind }) => kind);
}

test('a fact told 100 times at once has one effect', async () => {
  const order = await buy('tok_ok', 'web');
  const [payment] = (await moneyOf(order)).payments;
  const fact = { kind: 'authorized', reference: 'told', amountMinor: 1000 };
  const answers = await many(100, () => post(`/v1/payments/${payment.id}/facts`, fact));
  assert.equal(withStatus(answers, 201), 100);
  const { account, ledger, intents } = await moneyOf(order);
  assert.deepEqual([account.authorizedMinor, ledger.length, intents], [1000, 1, []]);
});

test('100 results of one intent, some by its notification, have one effect', async () => {
  const order = await buy('tok_ok', 'web');
  const { payments, intents } = await moneyOf(order);
  const reference = 'both ways';
  const answers = await many(100, (place) =>
    place % 2 === 0
      ? post(`/v1/payment-intents/${intents[0].id}/results`, { outcome: 'succeeded', reference })
      : post(`/v1/payments/${payments[0].id}/facts`, {
          kind: 'authorized',
          reference,
          amountMinor: 1000,
        }),
  );
  assert.equal(withStatus(answers, 201), 100);
  const { account, ledger } = await moneyOf(order);
  assert.deepEqual([account.authorizedMinor, ledger.length], [1000, 1]);
});

test('a receipt recorded 50 times at once comes in once', async () => {
  const order = await post(
    '/v1/orders',
    orderOf({ MUG: 1 }, { payments: [{ provider: 'manual' }] }),
  );
  const [payment] = (await moneyOf(order)).payments;
  const answers = await many(50, () =>
    post(`/v1/payments/${payment.id}/receipts`, { reference: 'bank' }),
  );
  assert.equal(withStatus(answers, 201), 50);
  assert.equal((await moneyOf(order)).account.capturedMinor, 1000);
});

test('of 30 refunds granted at once, those that are due stand, and are made once each', async () => {
  const order = await buy('tok_ok', 'hasty');
  await shop.runPayments();
  const answers = await many(30, () =>
    post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 90, reason: 'goodwill' }),
  );
  assert.equal(withStatus(answers, 201), 11);
  await shop.runPayments();
  const { account, payments } = await moneyOf(order);
  assert.deepEqual([account.dueMinor, account.refundedMinor], [10, 990]);
  const made = (await deedsOf(payments[0].id)).filter((kind) => kind === 'refund');
  assert.equal(made.length, 11);
});

test('of 20 payments added at once, one covers what is missing', async () => {
  const order = await post('/v1/orders', orderOf({ MUG: 1 }, { channel: 'hasty' }));
  const answers = await many(20, () =>
    post(`/v1/orders/${order.body.id}/payments`, { provider: 'sandbox' }),
  );
  assert.deepEqual([withStatus(answers, 201), withStatus(answers, 409)], [1, 19]);
  await shop.runPayments();
  assert.equal((await moneyOf(order)).account.capturedMinor, 1000);
});

test('retries asked for at once ask for the money once', async () => {
  const order = await buy('tok_decline-capture', 'hasty');
  await shop.runPayments();
  const [payment] = (await moneyOf(order)).payments;
  const answers = await many(20, () => post(`/v1/payments/${payment.id}/retries`));
  assert.ok(withStatus(answers, 201) >= 1);
  await shop.runPayments();
  const captures = (await deedsOf(payment.id)).filter((kind) => kind === 'capture');
  assert.equal(captures.length, 2);
  await post(`/v1/orders/${order.body.id}/cancellations`, { reason: 'other' });
  await shop.runPayments();
});

test('three workers on the same intents do each of them once', async () => {
  const orders = await many(60, (place) =>
    buy(place % 3 === 0 ? 'tok_delay_5' : 'tok_ok', 'hasty'),
  );
  const runners = [1, 2, 3].map(() => runIntents(shop.runtime));
  const run = async (runner: (typeof runners)[number]) => {
    for (let idle = 0; idle < 5; ) {
      idle = (await runner.step()) > 0 ? 0 : idle + 1;
      await runner.pause(10);
    }
    await runner.settled();
  };
  await Promise.all(runners.map(run));
  await shop.runPayments();
  for (const order of orders) {
    const { account, payments } = await moneyOf(order);
    assert.equal(account.status, 'paid');
    assert.deepEqual(await deedsOf(payments[0].id), ['authorize', 'capture']);
  }
});

test('nobody takes what is being done, however long its call takes', async () => {
  const order = await buy('tok_delay_2500', 'hasty');
  // A process that is not given the machine for a second has lost its lease, and rightly.
  const lease = { leaseMs: 1000, renewedMs: 50 };
  const [holder, other] = [1, 2].map(() => runIntents({ ...shop.runtime, lease }));
  assert.ok(holder && other);
  let taken = 0;
  while ((await moneyOf(order)).account.status !== 'paid') {
    taken += await holder.step();
    taken += await other.step();
    await holder.pause(20);
  }
  await Promise.all([holder.settled(), other.settled()]);
  // The second is there when the first is done, for whoever comes first.
  assert.equal(taken, 2);
  const [payment] = (await moneyOf(order)).payments;
  assert.deepEqual(await deedsOf(payment.id), ['authorize', 'capture']);
});

test('what a process left behind is done by another when its lease has run out', async () => {
  const order = await buy('tok_ok', 'hasty');
  const [intent] = (await moneyOf(order)).intents;
  const { now, realNow } = shop.runtime;
  const until = new Date(realNow().getTime() + 10_000);
  await inTransaction(shop.runtime.app, shop.tenant, (tx) =>
    tx.rows(leaseIntents, [now(), 100, realNow(), until]),
  );
  await shop.runPayments();
  assert.equal((await moneyOf(order)).intents[0].id, intent.id, 'nobody takes what is being done');
  // An hour in the shop may be seconds on the machine, and the call is still under way.
  clockAheadMs += 3_600_000;
  await shop.runPayments();
  assert.equal((await moneyOf(order)).intents[0].id, intent.id, 'a sped-up clock ends no lease');
  realAheadMs += 11_000;
  await shop.runPayments();
  assert.equal((await moneyOf(order)).account.status, 'paid');
});

test('a provider that hangs keeps neither another tenant nor the end of the process waiting', async () => {
  const busy = await openShop();
  try {
    await stockUp(busy, { BER: { MUG: 100 } });
    const other = await busy.anotherTenant('other');
    await stockUp(other, { BER: { MUG: 10 } });
    const order = (token: string) =>
      orderOf({ MUG: 1 }, { payments: [{ provider: 'sandbox', token }] });
    await many(30, () => busy.call('POST', '/v1/orders', order('tok_delay_60000')));
    const worker = startWorker(busy.runtime);
    const { body } = await other.call('POST', '/v1/orders', order('tok_ok'));
    const status = async () =>
      (await other.call('GET', `/v1/orders/${body.id}`)).body.paymentStatus;
    for (const end = Date.now() + 10_000; (await status()) !== 'authorized'; await sleep(20))
      assert.ok(Date.now() < end, 'it waited for another');
    const stopping = performance.now();
    await worker.stop();
    assert.ok(performance.now() - stopping < 5000, 'it waited for the provider');
  } finally {
    await busy.close();
  }
});

test('the worker pays orders as they come', async () => {
  const worker = startWorker(shop.runtime);
  try {
    const started = performance.now();
    const order = await buy('tok_ok', 'hasty');
    while ((await moneyOf(order)).account.status !== 'paid')
      assert.ok(performance.now() - started < 10_000, 'it was not paid in time');
  } finally {
    await worker.stop();
  }
});

test('the last moment to pay against the authorization: paid and kept, or canceled and given back', async () => {
  const orders = await many(40, (place) => buy(`tok_delay_${place % 20}`, 'hasty'));
  clockAheadMs += 6 * 60_000;
  const due = {
    name: 'lapse-unpaid',
    tenants: selectTenantsWithDueAccounts,
    verb: lapseUnpaid,
  };
  await Promise.all([shop.runPayments(), runDue(shop.runtime, due), runDue(shop.runtime, due)]);
  await shop.runPayments();
  const seen = new Set<string>();
  for (const order of orders) {
    const { status } = (await shop.call('GET', `/v1/orders/${order.body.id}`)).body;
    const { account, payments } = await moneyOf(order);
    const deeds = (await deedsOf(payments[0].id)).join(' ');
    const kept = account.capturedMinor - account.refundedMinor;
    const held = account.authorizedMinor - account.voidedMinor - account.capturedMinor;
    assert.deepEqual(
      [kept, held, account.payBy],
      [status === 'canceled' ? 0 : 1000, 0, null],
      `${status} after ${deeds}`,
    );
    seen.add(status);
  }
  assert.ok(seen.size > 0);
});

test('cancellation against capture: the buyer pays what is left, to the minor unit', async () => {
  const orders = await many(20, () =>
    post(
      '/v1/orders',
      orderOf({ MUG: 3 }, { channel: 'hasty', payments: [{ provider: 'sandbox' }] }),
    ),
  );
  const cancelOne = (order: Answer) =>
    post(`/v1/orders/${order.body.id}/cancellations`, {
      reason: 'customer',
      lines: [{ line: 1, quantity: 1 }],
    });
  await Promise.all([shop.runPayments(), ...orders.map(cancelOne), ...orders.map(cancelOne)]);
  await shop.runPayments();
  for (const order of orders) {
    const { account } = await moneyOf(order);
    assert.equal(account.capturedMinor - account.refundedMinor, 1000);
  }
});

test('shipped and paid by hand at once, in whichever order, nobody is asked for the money', async () => {
  const payments = [{ provider: 'manual' }];
  const orders = await many(10, () => post('/v1/orders', orderOf({ MUG: 1 }, { payments })));
  await Promise.all(
    orders.flatMap(({ body: { id, payments: made } }) => [
      post(`/v1/orders/${id}/shipments`, {}),
      post(`/v1/payments/${made[0].id}/receipts`, { reference: 'bank' }),
    ]),
  );
  const { body } = await shop.call('GET', '/v1/exceptions?type=shipped-unpaid');
  assert.deepEqual(body.items, []);
});
