// Saved views of orders: whose they are, who sees them, and how many orders each holds.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listUp } from '../list-up.ts';
import { type Caller, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let second: Caller;
before(async () => {
  shop = await openShop();
  second = await shop.as(['orders:read']);
  await stockUp(shop, { BER: { MUG: 10 } });
  for (const tags of [['vip'], [], []])
    await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { tags }));
  await listUp(shop);
});
after(() => shop.close());

const SHOWN = {
  filters: { status: 'open', tag: 'vip' },
  sort: '-placed',
  columns: [{ name: 'number', width: 120 }, { name: 'total' }],
  density: 'compact',
};

test('a view is saved as it is shown, and counted', async () => {
  const made = await shop.call('POST', '/v1/order-views', { name: 'VIP', ...SHOWN });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { filters, sort, columns, density, own, shared } = made.body;
  assert.deepEqual({ filters, sort, columns, density }, SHOWN);
  assert.deepEqual([own, shared, made.body.isDefault, made.body.count], [true, false, false, null]);
  const { items } = (await shop.call('GET', '/v1/order-views?counts=true')).body;
  assert.deepEqual(items[0].count, { orders: 1, isExact: true });
  await shop.call('DELETE', `/v1/order-views/${made.body.id}`);
});

test('a shared view is seen by everybody, and changed by its owner alone', async () => {
  const { body: mine } = await shop.call('POST', '/v1/order-views', { name: 'Mine', ...SHOWN });
  const seen = async () =>
    (await second.call('GET', '/v1/order-views')).body.items.map((one: { id: string }) => one.id);
  assert.deepEqual(await seen(), []);
  const path = `/v1/order-views/${mine.id}`;
  const shared = await shop.call('PATCH', path, { shared: true, name: 'Ours', version: 1 });
  assert.deepEqual([shared.body.name, shared.body.shared, shared.body.version], ['Ours', true, 2]);
  assert.deepEqual(shared.body.filters, SHOWN.filters);
  assert.deepEqual(await seen(), [mine.id]);
  assert.equal((await second.call('PATCH', path, { name: 'Theirs' })).body.code, 'not-found');
  assert.equal((await second.call('DELETE', path)).body.code, 'not-found');
  const stale = await shop.call('PATCH', path, { name: 'Old', version: 1 });
  assert.deepEqual([stale.body.code, stale.body.data.version], ['version-conflict', 2]);
  assert.equal((await shop.call('DELETE', path)).status, 204);
  assert.deepEqual(await seen(), []);
});

test('everybody has a default of their own, and none once it is gone', async () => {
  const { body: view } = await shop.call('POST', '/v1/order-views', {
    name: 'Start',
    shared: true,
    ...SHOWN,
  });
  const defaultOf = async (caller: Caller) =>
    (await caller.call('GET', '/v1/order-views')).body.items.find(
      (one: { isDefault: boolean }) => one.isDefault,
    )?.id;
  const chosen = await second.call('PUT', '/v1/order-views/default', { view: view.id });
  assert.deepEqual(chosen.body, { view: view.id });
  assert.deepEqual([await defaultOf(second), await defaultOf(shop)], [view.id, undefined]);
  await second.call('PUT', '/v1/order-views/default', { view: null });
  assert.equal(await defaultOf(second), undefined);
  const none = { view: `ovw_${'0'.repeat(32)}` };
  assert.equal((await shop.call('PUT', '/v1/order-views/default', none)).body.code, 'not-found');
});

test('a view of what is no filter is refused, and so is the 101st', async () => {
  const wrong = { name: 'x', ...SHOWN, filters: { color: 'red' } };
  assert.equal((await shop.call('POST', '/v1/order-views', wrong)).body.code, 'validation-failed');
  const made = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      second.call('POST', '/v1/order-views', { name: `View ${n}`, ...SHOWN }),
    ),
  );
  assert.ok(made.every(({ status }) => status === 201));
  const more = await second.call('POST', '/v1/order-views', { name: 'more', ...SHOWN });
  assert.equal(more.body.code, 'validation-failed');
});
