// Orders that name a SKU before the catalog has it: once it has, they are served like any other.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker, type Worker } from '../../src/worker.ts';
import { floorOf, placesOf } from '../floor.ts';
import { importBytes } from '../importing.ts';
import { openExceptions } from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let worker: Worker;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 50 }, HAM: {} });
  worker = startWorker(shop.runtime);
});
after(async () => {
  await worker.stop();
  await shop.close();
});

const post = (path: string, body: object): Promise<Answer> => shop.call('POST', path, body);
const get = async (path: string) => (await shop.call('GET', path)).body;
const buy = async (units: Readonly<Record<string, number>>) =>
  (await post('/v1/orders', orderOf(units))).body.id as string;
const create = async (code: string, more: object = {}) =>
  assert.equal((await post('/v1/skus', { code, title: code, ...more })).status, 201);
const receive = (sku: string, quantity: number) =>
  post('/v1/stock/receipts', { location: 'BER', lines: [{ sku, quantity }] });
const open = (order: string) => openExceptions(shop, order);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo()); await sleep(20))
    assert.ok(Date.now() < end, 'it did not happen in time');
}
/** Until the order has exactly these open exceptions. */
const untilOpen = (order: string, ...types: string[]) =>
  until(async () => `${await open(order)}` === `${types}`);
const places = async (order: string, line = 1) => placesOf(await get(`/v1/orders/${order}`), line);

test('a SKU that is made is found by the lines that name it, and nobody can promise them yet', async () => {
  const order = await buy({ MUG: 1, GHOST: 2 });
  const other = await buy({ GHOST: 1 });
  assert.deepEqual(await open(order), ['unknown-sku']);
  await create('GHOST');
  await untilOpen(order, 'cannot-source');
  await untilOpen(other, 'cannot-source');
  const [known] = (await get(`/v1/exceptions?order=${order}&status=closed`)).items;
  assert.deepEqual([known.type, known.resolution], ['unknown-sku', 'cause-gone']);
  assert.deepEqual(await places(order, 2), { unpromised: 2 });
  const { id } = await get('/v1/skus/GHOST');
  const { items } = await get(`/v1/orders/${order}/timeline`);
  const matched = items.find((one: { type: string }) => one.type === 'order.skus_matched.v1');
  assert.deepEqual(matched.data, { matches: [{ line: 2, sku: id }] });

  await receive('GHOST', 3);
  await untilOpen(order);
  await untilOpen(other);
  assert.deepEqual(await places(order, 2), { reserved: 2 });
  assert.deepEqual(await places(other), { reserved: 1 });
  assert.equal((await levelAt(shop, 'GHOST', 'BER')).available, 0);
});

test('SKUs made together, by an upsert or by an import of products, are found as well', async () => {
  const order = await buy({ TWIN: 1, DOUBLE: 1, LISTED: 1 });
  const items = ['TWIN', 'DOUBLE'].map((code) => ({ code, title: code }));
  assert.equal((await shop.call('PUT', '/v1/skus/bulk', { items })).status, 200);
  await untilOpen(order, 'cannot-source', 'cannot-source', 'unknown-sku');
  const profile = 'doorstep-products';
  await importBytes(shop, 'code,title\nLISTED,Listed\n', { profile, fileName: 'products.csv' });
  await untilOpen(order, 'cannot-source', 'cannot-source', 'cannot-source');
});

test('stock that stands there already when the SKU is found is promised at once', async () => {
  const order = await buy({ LATE: 2 });
  await worker.stop();
  await create('LATE');
  await receive('LATE', 5);
  worker = startWorker(shop.runtime);
  await untilOpen(order);
  assert.deepEqual(await places(order), { reserved: 2 });
  const told = (await get(`/v1/exceptions?order=${order}&status=closed`)).items;
  assert.deepEqual(
    told.map((one: { type: string }) => one.type),
    ['unknown-sku'],
  );
});

test('what left before anybody knew the SKU stays as it left, and comes back as the SKU', async () => {
  const floor = floorOf(shop);
  const order = await buy({ EARLY: 3 });
  const left = await floor.record(
    { id: order },
    { location: 'BER', lines: [{ line: 1, quantity: 1 }] },
  );
  assert.equal(left.status, 201, JSON.stringify(left.body));
  await create('EARLY');
  await untilOpen(order, 'cannot-source');
  await receive('EARLY', 2);
  await untilOpen(order);
  assert.deepEqual(await places(order), { reserved: 2, shipped: 1 });
  await floor.record({ id: order });
  assert.deepEqual(await places(order), { shipped: 3 });
  assert.equal((await levelAt(shop, 'EARLY', 'BER')).onHand, 0);
  const { body } = await post('/v1/return-receipts', {
    order,
    location: 'BER',
    items: [{ sku: 'EARLY', quantity: 3, condition: 'sellable', disposition: 'restock' }],
  });
  assert.equal(body.return.lines[0].received, 3);
  assert.equal((await levelAt(shop, 'EARLY', 'BER')).onHand, 3);
});

test('a kit is not matched: a person cancels the line', async () => {
  const order = await buy({ SET: 1 });
  await create('SET', { components: [{ sku: 'MUG', quantity: 2 }] });
  const plain = await buy({ MARK: 1 });
  await create('MARK');
  await untilOpen(plain, 'cannot-source');
  assert.deepEqual(await open(order), ['unknown-sku']);
  await post(`/v1/orders/${order}/cancellations`, { reason: 'inventory' });
  assert.deepEqual(await open(order), []);
});

test('a canceled order is matched, and gets no stock', async () => {
  const order = await buy({ GONE: 1 });
  await post(`/v1/orders/${order}/cancellations`, { reason: 'customer' });
  await create('GONE');
  await receive('GONE', 1);
  const { id } = await get('/v1/skus/GONE');
  await until(async () => JSON.stringify(await get(`/v1/orders/${order}/timeline`)).includes(id));
  assert.deepEqual(await places(order), { canceled: 1 });
  assert.equal((await levelAt(shop, 'GONE', 'BER')).available, 1);
});
