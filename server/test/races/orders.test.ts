// Every write on an order, many times at once: identical, and in each other's way.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../src/worker.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 1000, CUP: 1000 }, HAM: { MUG: 50 } });
  await post('/v1/skus', {
    code: 'SET',
    title: 'Set',
    components: [
      { sku: 'CUP', quantity: 2 },
      { sku: 'MUG', quantity: 1 },
    ],
  });
});
after(() => shop.close());

const post = (path: string, body: object, headers = {}): Promise<Answer> =>
  shop.call('POST', path, body, headers);
const many = (count: number, one: (place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const withCode = (answers: readonly Answer[], code: string) =>
  answers.filter((answer) => answer.body?.code === code).length;
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
const buy = (units: Record<string, number>, more: object = {}) =>
  post('/v1/orders', orderOf(units, more));
const cancel = (order: Answer, more: object = {}, headers = {}) =>
  post(`/v1/orders/${order.body.id}/cancellations`, { reason: 'customer', ...more }, headers);
const read = async (order: Answer) => (await shop.call('GET', `/v1/orders/${order.body.id}`)).body;

async function reservedNow(): Promise<number[]> {
  const levels = await Promise.all([
    levelAt(shop, 'MUG', 'BER'),
    levelAt(shop, 'CUP', 'BER'),
    levelAt(shop, 'MUG', 'HAM'),
  ]);
  return levels.map((level) => level.reserved);
}

test('of 30 cancellations of one order, one takes effect', async () => {
  const before = await reservedNow();
  const order = await buy({ MUG: 2, SET: 1 });
  const answers = await many(30, () => cancel(order));
  assert.deepEqual([withStatus(answers, 201), withCode(answers, 'nothing-to-cancel')], [1, 29]);
  const { cancellations, version } = await read(order);
  assert.deepEqual([cancellations.length, version], [1, 2]);
  assert.deepEqual(await reservedNow(), before);
});

test('units are canceled once each, kits in whole kits, though 40 ask for them', async () => {
  const before = await reservedNow();
  const order = await buy({ MUG: 5, SET: 6 });
  const [mug, set] = order.body.lines;
  const answers = await many(40, (place) =>
    cancel(order, { lines: [{ line: place % 2 === 0 ? mug.id : set.id, quantity: 2 }] }),
  );
  assert.deepEqual([withStatus(answers, 201), withCode(answers, 'not-cancelable')], [5, 35]);
  const { lines } = await read(order);
  assert.deepEqual(
    lines.map((line: { canceled: number }) => line.canceled),
    [4, 6, 12, 6],
  );
  assert.equal((await cancel(order)).body.canceledMinor, order.body.totals.totalMinor);
  assert.deepEqual(await reservedNow(), before);
});

test('cancellations under one idempotency key, or with the version seen, have one effect', async () => {
  const order = await buy({ MUG: 9 });
  const one = { lines: [{ line: order.body.lines[0].id, quantity: 1 }] };
  const keyed = await many(15, () => cancel(order, one, { 'idempotency-key': 'cancel one' }));
  assert.equal(withStatus(keyed, 201), 15);
  assert.equal(new Set(keyed.map((answer) => JSON.stringify(answer.body))).size, 1);
  const seen = await many(15, () => cancel(order, { ...one, version: 2 }));
  assert.deepEqual([withStatus(seen, 201), withCode(seen, 'version-conflict')], [1, 14]);
  assert.equal((await read(order)).lines[0].canceled, 2);
});

test('a hold is released once, a handle is taken once', async () => {
  const order = await buy({ MUG: 1 });
  const path = `/v1/orders/${order.body.id}/holds`;
  const placed = await many(20, () => post(path, { reason: 'other', handle: 'one' }));
  assert.deepEqual([withStatus(placed, 201), withCode(placed, 'hold-handle-taken')], [1, 19]);
  const hold = placed.find((answer) => answer.status === 201)?.body.id;
  const released = await many(20, () => shop.call('PUT', `${path}/${hold}/release`));
  assert.deepEqual([withStatus(released, 200), withCode(released, 'hold-not-open')], [1, 19]);
  const { status, version } = await read(order);
  assert.deepEqual([status, version], ['open', 3]);
});

test('a hold that ends while it is released by hand is released once', async () => {
  const order = await buy({ MUG: 1 });
  const path = `/v1/orders/${order.body.id}/holds`;
  const expiresAt = new Date(Date.now() + 300).toISOString();
  const placed = await many(12, () => post(path, { reason: 'other', expiresAt }));
  const worker = startWorker(shop.runtime);
  await sleep(400);
  await Promise.all(placed.map(({ body }) => shop.call('PUT', `${path}/${body.id}/release`)));
  for (const end = Date.now() + 5000; (await read(order)).status !== 'open'; await sleep(20))
    assert.ok(Date.now() < end, 'the holds did not end in time');
  await worker.stop();
  assert.equal((await read(order)).version, 1 + 12 + 12);
});

test('tags put on and taken off at once change the order once each', async () => {
  const order = await buy({ MUG: 1 });
  const tag = (method: string, name: string) =>
    shop.call(method, `/v1/orders/${order.body.id}/tags/${name}`);
  await many(20, () => tag('PUT', 'same'));
  assert.equal((await read(order)).version, 2);
  await many(20, () => tag('DELETE', 'same'));
  assert.equal((await read(order)).version, 3);
  await many(40, (place) => tag(place % 2 === 0 ? 'PUT' : 'DELETE', 'mixed'));
  await many(20, (place) => tag('PUT', `t${place}`));
  const { tags } = await read(order);
  assert.equal(tags.filter((name: string) => name.startsWith('t')).length, 20);
});

test('notes and custom fields written at once are all kept', async () => {
  const order = await buy({ MUG: 1 });
  const path = `/v1/orders/${order.body.id}`;
  const answers = await many(40, (place) =>
    place % 2 === 0
      ? post(`${path}/notes`, { body: `Note ${place}` })
      : shop.call('PATCH', `${path}/custom-fields`, { customFields: { [`f${place}`]: place } }),
  );
  assert.equal(withStatus(answers, 201) + withStatus(answers, 200), 40);
  const { notes, customFields, version } = await read(order);
  assert.deepEqual([notes.length, Object.keys(customFields).length, version], [20, 20, 41]);
  const seen = await many(10, () =>
    shop.call('PATCH', `${path}/custom-fields`, { customFields: { last: 1 }, version: 41 }),
  );
  assert.deepEqual([withStatus(seen, 200), withCode(seen, 'version-conflict')], [1, 9]);
});

test('captures under one key or one external id, mixed with others, have one effect', async () => {
  const before = await reservedNow();
  const answers = await many(60, (place) => {
    if (place % 3 === 0)
      return post('/v1/orders', orderOf({ MUG: 1 }), { 'idempotency-key': `k${place % 2}` });
    return place % 3 === 1 ? buy({ MUG: 1 }, { externalId: `E${place % 2}` }) : buy({ MUG: 1 });
  });
  assert.ok(answers.every(({ status }) => status === 201 || status === 200));
  assert.equal(new Set(answers.map((answer) => answer.body.id)).size, 2 + 2 + 20);
  const [mugs = 0] = await reservedNow();
  assert.equal(mugs - (before[0] ?? 0), 24);
});

test('cancel, capture, receipt and backorder filling at once: nothing lost, nothing sold twice', async () => {
  await post('/v1/skus', { code: 'HOT', title: 'Hot' });
  await shop.call('PUT', '/v1/skus/HOT/backorder-limit', { cap: 60 });
  const partial = { stockPolicy: 'partial-with-backorder' };
  const worker = startWorker(shop.runtime);
  const orders = await many(30, () => buy({ HOT: 2, MUG: 1 }, partial));
  assert.equal(withStatus(orders, 201), 30);
  const answers = await many(60, (place) => {
    const order = orders[place % 30];
    if (place % 4 === 0)
      return post('/v1/stock/receipts', {
        location: place % 8 === 0 ? 'BER' : 'HAM',
        lines: [{ sku: 'HOT', quantity: 3 }],
      });
    if (place % 4 === 1 || order === undefined) return buy({ HOT: 1 }, partial);
    return cancel(order);
  });
  assert.ok(answers.every(({ status }) => status < 500));
  const levels = async () => [await levelAt(shop, 'HOT', 'BER'), await levelAt(shop, 'HOT', 'HAM')];
  const open = async () => {
    const { body } = await shop.call('GET', '/v1/orders?limit=200&stockStatus=backordered');
    return body.items.length;
  };
  const isServed = async () =>
    (await open()) === 0 || (await levels()).every((level) => level.available === 0);
  for (const end = Date.now() + 10_000; !(await isServed()); await sleep(20))
    assert.ok(Date.now() < end, 'the waiting were not served in time');
  await worker.stop();
  for (const level of await levels()) assert.equal(level.shortfall, 0);
});
