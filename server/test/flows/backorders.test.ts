// Backorders: sold within a cap without stock, served first come first served when stock comes.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker, type Worker } from '../../src/worker.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { createLocation, levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let worker: Worker | undefined;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: {}, HAM: {} });
});
after(async () => {
  await worker?.stop();
  await shop.close();
});

const post = (path: string, body: object): Promise<Answer> => shop.call('POST', path, body);
const PARTIAL = { stockPolicy: 'partial-with-backorder' };
const buy = (units: Record<string, number>, more: object = {}) =>
  post('/v1/orders', orderOf(units, { ...PARTIAL, ...more }));
const receive = (sku: string, quantity: number, location = 'BER') =>
  post('/v1/stock/receipts', { location, lines: [{ sku, quantity }] });
const capOf = (sku: string, cap: number) =>
  shop.call('PUT', `/v1/skus/${sku}/backorder-limit`, { cap });
const cancel = (order: Answer, lines?: object[]) =>
  post(`/v1/orders/${order.body.id}/cancellations`, {
    reason: 'customer',
    ...(lines === undefined ? {} : { lines }),
  });

async function skuWith(code: string, cap: number, stock = 0): Promise<void> {
  await post('/v1/skus', { code, title: code });
  await capOf(code, cap);
  if (stock > 0) await receive(code, stock);
}

async function roomOf(sku: string): Promise<number> {
  const { body } = await shop.call(
    'GET',
    `/v1/stock/availability?maxAgeMs=0&sku=${sku}&channel=web`,
  );
  return body.items[0].backorderRoom;
}

/** Reserved and backordered units of the first line of an order. */
async function promiseOf(order: Answer): Promise<[number, number]> {
  const { body } = await shop.call('GET', `/v1/orders/${order.body.id}`);
  return [body.lines[0].reserved, body.lines[0].backordered];
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo()); await sleep(20))
    assert.ok(Date.now() < end, 'it did not happen in time');
}

/** Runs the worker until every event so far is through its readers. */
async function letTheWorkerServe(): Promise<void> {
  worker ??= startWorker(shop.runtime);
  await shop.sequence();
  const { body } = await shop.call('GET', '/v1/events?limit=1000&after=0');
  const mark = await post('/v1/skus', { code: `mark ${body.items.length}`, title: 'mark' });
  assert.equal(mark.status, 201);
  await until(async () => (await laggingReaders()) === 0);
}

async function laggingReaders(): Promise<number> {
  const { rows } = await shop.runtime.clock.query(
    `select count(*)::int as lagging from log_readers
     where batch_position < (select max(coalesce(batch_position, 9e9)) from event_batches)`,
  );
  return rows[0].lagging;
}

describe('the cap', () => {
  test('units are sold beyond stock up to the cap, and not one more', async () => {
    await skuWith('CAP', 3, 2);
    const first = await buy({ CAP: 4 });
    assert.equal(first.status, 201);
    assert.equal(first.body.stock, 'backordered');
    assert.deepEqual(await promiseOf(first), [2, 2]);
    const refused = await buy({ CAP: 2 });
    assert.deepEqual(refused.body.data.skus, [
      { sku: 'CAP', requested: 2, available: 0, backorderRoom: 1 },
    ]);
    assert.equal((await buy({ CAP: 1 })).status, 201);
    assert.equal(await roomOf('CAP'), 0);
  });

  test('without a cap nothing is backordered, and all-or-nothing orders never wait', async () => {
    await post('/v1/skus', { code: 'NO-CAP', title: 'NO-CAP' });
    assert.equal((await buy({ 'NO-CAP': 1 })).body.code, 'insufficient-stock');
    await capOf('NO-CAP', 5);
    const whole = await buy({ 'NO-CAP': 1 }, { stockPolicy: 'all-or-nothing' });
    assert.equal(whole.body.code, 'insufficient-stock');
  });

  test('a cap below what waits is refused, raising it makes room', async () => {
    await skuWith('RAISE', 2);
    await buy({ RAISE: 2 });
    const lowered = await capOf('RAISE', 1);
    assert.deepEqual(
      [lowered.body.code, lowered.body.data],
      ['backorder-cap-too-low', { backordered: 2 }],
    );
    assert.deepEqual((await capOf('RAISE', 5)).body, { sku: 'RAISE', cap: 5, backordered: 2 });
    assert.equal(await roomOf('RAISE'), 3);
  });

  test('canceling backordered units gives their room back', async () => {
    await skuWith('ROOM', 6, 1);
    const order = await buy({ ROOM: 5 });
    assert.equal(await roomOf('ROOM'), 2);
    await cancel(order, [{ line: order.body.lines[0].id, quantity: 3 }]);
    assert.deepEqual(await promiseOf(order), [1, 1]);
    assert.equal(await roomOf('ROOM'), 5);
    await cancel(order);
    assert.equal(await roomOf('ROOM'), 6);
    assert.equal((await levelAt(shop, 'ROOM', 'BER')).reserved, 0);
  });
});

describe('pain 15: backordered units counted as on hand after split or edit', () => {
  test('never: they are neither on hand nor reserved, before and after a part is canceled', async () => {
    await skuWith('GHOST', 10, 3);
    await receive('GHOST', 2, 'HAM');
    const order = await buy({ GHOST: 9 });
    const levels = async () => [
      await levelAt(shop, 'GHOST', 'BER'),
      await levelAt(shop, 'GHOST', 'HAM'),
    ];
    const all = { available: 0, shortfall: 0 };
    const held = [
      { onHand: 3, reserved: 3, ...all },
      { onHand: 2, reserved: 2, ...all },
    ];
    assert.deepEqual(await levels(), held);
    await cancel(order, [{ line: order.body.lines[0].id, quantity: 2 }]);
    assert.deepEqual(await levels(), held);
    assert.deepEqual(await promiseOf(order), [5, 2]);
    const { body } = await shop.call(
      'GET',
      '/v1/stock/availability?maxAgeMs=0&sku=GHOST&channel=web',
    );
    assert.equal(body.items[0].availableToSell, 0);
  });
});

describe('stock that comes', () => {
  test('goes to who waited longest, in part if that is all there is', async () => {
    await skuWith('QUEUE', 20);
    const first = await buy({ QUEUE: 3 });
    const second = await buy({ QUEUE: 4 });
    const third = await buy({ QUEUE: 1 });
    await receive('QUEUE', 5);
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(first), [3, 0]);
    assert.deepEqual(await promiseOf(second), [2, 2]);
    assert.deepEqual(await promiseOf(third), [0, 1]);
    assert.equal(await roomOf('QUEUE'), 17);
    assert.equal((await levelAt(shop, 'QUEUE', 'BER')).reserved, 5);
    await receive('QUEUE', 9, 'HAM');
    await until(async () => (await promiseOf(third))[0] === 1);
    assert.deepEqual(await promiseOf(second), [4, 0]);
    assert.equal((await levelAt(shop, 'QUEUE', 'HAM')).available, 6);
  });

  test('is told in the timeline and explained in the routing of the order', async () => {
    await skuWith('TOLD', 5);
    const order = await buy({ TOLD: 2 });
    await receive('TOLD', 2, 'HAM');
    await letTheWorkerServe();
    const { items } = (await shop.call('GET', `/v1/orders/${order.body.id}/timeline`)).body;
    assert.deepEqual(
      items.map((event: { type: string }) => event.type),
      ['order.captured.v1', 'order.backorder_filled.v1'],
    );
    const { decisions } = (await shop.call('GET', `/v1/orders/${order.body.id}/routing`)).body;
    assert.equal(decisions.length, 2);
    assert.deepEqual(
      [decisions[1].kind, decisions[1].picks],
      ['backorder-filled', [{ sku: 'TOLD', location: 'HAM', quantity: 2 }]],
    );
  });

  test('fills the waiting components of a kit', async () => {
    await skuWith('WHEEL', 8);
    const components = [{ sku: 'WHEEL', quantity: 4 }];
    await post('/v1/skus', { code: 'CAR', title: 'Car', components });
    const order = await buy({ CAR: 2 });
    assert.equal(order.status, 201, JSON.stringify(order.body));
    await receive('WHEEL', 8);
    await letTheWorkerServe();
    const { body } = await shop.call('GET', `/v1/orders/${order.body.id}`);
    assert.deepEqual([body.stockStatus, body.lines[1].reserved], ['promised', 8]);
  });

  test('by cancellation, release, adjustment or transfer serves the waiting too', async () => {
    await skuWith('FREED', 9, 4);
    const holder = await buy({ FREED: 2 });
    const cart = await post('/v1/reservations', {
      sku: 'FREED',
      location: 'BER',
      quantity: 2,
      owner: { kind: 'cart', reference: 'cart' },
    });
    const waiting = await buy({ FREED: 7 });
    worker ??= startWorker(shop.runtime);
    const reserved = (units: number) => until(async () => (await promiseOf(waiting))[0] === units);
    await cancel(holder);
    await reserved(2);
    await shop.call('DELETE', `/v1/reservations/${cart.body.id}`);
    await reserved(4);
    const lines = [{ sku: 'FREED', quantity: 1 }];
    await post('/v1/stock/adjustments', { location: 'BER', reason: 'found', lines });
    await reserved(5);
    await receive('FREED', 1);
    await reserved(6);
    await createLocation(shop, 'FAR', 'web', { channels: [] });
    await receive('FREED', 1, 'FAR');
    const sent = await post('/v1/transfers', { from: 'FAR', to: 'HAM', lines });
    await post(`/v1/transfers/${sent.body.id}/receipt`, {});
    await reserved(7);
  });

  test('back from a transfer that is canceled serves who waits, before anybody later', async () => {
    await skuWith('BACK', 5, 3);
    const lines = [{ sku: 'BACK', quantity: 3 }];
    const sent = await post('/v1/transfers', { from: 'BER', to: 'HAM', lines });
    const order = await buy({ BACK: 2 });
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(order), [0, 2]);
    await post(`/v1/transfers/${sent.body.id}/cancellation`, {});
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(order), [2, 0]);
  });

  test('by being found sound, or no longer kept back, serves too', async () => {
    await skuWith('SOUND', 5, 2);
    const move = (from: string, to: string) =>
      post('/v1/stock/reclassifications', {
        location: 'BER',
        from,
        to,
        reason: 'looked at',
        lines: [{ sku: 'SOUND', quantity: 1 }],
      });
    await move('available', 'quality-control');
    const keep = (safetyStock: number) =>
      shop.call('PUT', '/v1/stock/safety-stock', { sku: 'SOUND', location: 'BER', safetyStock });
    await keep(1);
    await letTheWorkerServe();
    const order = await buy({ SOUND: 2 });
    await move('quality-control', 'available');
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(order), [1, 1]);
    await keep(0);
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(order), [2, 0]);
  });

  test('at a location made a moment ago is seen', async () => {
    await skuWith('FRESH', 5);
    const first = await buy({ FRESH: 1 });
    await receive('FRESH', 1);
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(first), [1, 0]);
    const second = await buy({ FRESH: 1 });
    await createLocation(shop, 'NEW');
    await receive('FRESH', 1, 'NEW');
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(second), [1, 0]);
  });

  test('elsewhere does not split an order that forbids splits', async () => {
    await skuWith('ONE', 9, 2);
    const order = await buy({ ONE: 5 }, { splitPolicy: 'forbid' });
    assert.deepEqual(await promiseOf(order), [2, 3]);
    await receive('ONE', 3, 'HAM');
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(order), [2, 3]);
    await receive('ONE', 3, 'BER');
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(order), [5, 0]);
  });

  test('is not kept for an order that was canceled meanwhile', async () => {
    await skuWith('GONE', 5);
    const canceled = await buy({ GONE: 2 });
    const waiting = await buy({ GONE: 1 });
    await cancel(canceled);
    await receive('GONE', 2);
    await letTheWorkerServe();
    assert.deepEqual(await promiseOf(waiting), [1, 0]);
    assert.equal((await levelAt(shop, 'GONE', 'BER')).available, 1);
  });
});
