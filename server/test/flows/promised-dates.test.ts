// The dates that orders are promised for: told by the channel, or made of cut-offs; kept, changed,
// and watched.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Floor, floorOf } from '../floor.ts';
import { listUp } from '../list-up.ts';
import { openShop, type Shop } from '../shop.ts';
import { assertRefused, createLocation, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let floor: Floor;
// A Friday.
let now = new Date('2026-11-27T09:30:00.000Z');
before(async () => {
  shop = await openShop({ now: () => now });
  floor = floorOf(shop);
  await stockUp(shop, {});
  await createLocation(shop, 'NOON', 'web', { cutOff: '12:00', timeZone: 'UTC' });
  await createLocation(shop, 'FIVE', 'web', { cutOff: '17:00', timeZone: 'UTC' });
  for (const [location, sku] of [
    ['NOON', 'MUG'],
    ['FIVE', 'CUP'],
  ] as const) {
    await shop.call('POST', '/v1/skus', { code: sku, title: sku });
    await shop.call('POST', '/v1/stock/receipts', { location, lines: [{ sku, quantity: 50 }] });
  }
});
after(() => shop.close());

async function buy(units: Readonly<Record<string, number>>, more: object = {}) {
  const { status, body } = await shop.call('POST', '/v1/orders', orderOf(units, more));
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

interface Dated {
  readonly shipBy: string | null;
  readonly promisedBy: string | null;
  readonly deliverBy: string | null;
}

const datesOf = ({ shipBy, promisedBy, deliverBy }: Dated) => [shipBy, promisedBy, deliverBy];
const look = async (order: { readonly id: string }) =>
  (await shop.call('GET', `/v1/orders/${order.id}`)).body;

test('what the channel promised is kept, answered, listed and exported', async () => {
  const told = {
    externalId: 'A-1',
    shipBy: '2026-12-01T22:59:59.000Z',
    deliverBy: '2026-12-04T22:59:59.000Z',
  };
  const dates = [told.shipBy, 'channel', told.deliverBy];
  const order = await buy({ MUG: 1 }, told);
  assert.deepEqual(datesOf(order), dates);
  assert.deepEqual(datesOf(await look(order)), dates);
  const again = await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, told));
  assert.deepEqual([again.status, again.body], [200, order]);
  await listUp(shop);
  const { items } = (await shop.call('GET', '/v1/orders?sort=shipBy&channel=web')).body;
  assert.deepEqual(datesOf(items[0]), dates);
  const { body } = await shop.call('GET', '/v1/exports/orders?format=csv&channel=web');
  const [head = '', row = ''] = String(body).split('\r\n');
  const cell = (name: string) => row.split(',')[head.split(',').indexOf(name)];
  assert.deepEqual(['shipBy', 'promisedBy', 'deliverBy'].map(cell), dates);
});

test('without a word of the channel it is the latest cut-off, and says so', async () => {
  assert.deepEqual(datesOf(await buy({ MUG: 1 })), ['2026-11-27T12:00:00.000Z', 'cut-off', null]);
  const both = await buy({ MUG: 1, CUP: 1 });
  assert.deepEqual(datesOf(both), ['2026-11-27T17:00:00.000Z', 'cut-off', null]);
  const early = await buy({ CUP: 1 }, { deliverBy: '2026-11-27T15:00:00.000Z' });
  assert.deepEqual(datesOf(early), [
    ...['2026-11-27T15:00:00.000Z', 'cut-off', '2026-11-27T15:00:00.000Z'],
  ]);
});

test('an order that waits for stock has no date until it is released', async () => {
  await shop.call('PUT', '/v1/skus/CUP/backorder-limit', { cap: 100 });
  const order = await buy({ UNKNOWN: 1, CUP: 1 }, { stockPolicy: 'partial-with-backorder' });
  assert.deepEqual(datesOf(order), [null, null, null]);
  await floor.release(order);
  assert.deepEqual(datesOf(await look(order)), ['2026-11-27T17:00:00.000Z', 'cut-off', null]);
});

test('released work is due by what was promised, where that is before the cut-off', async () => {
  const order = await buy({ CUP: 1 }, { shipBy: '2026-11-27T14:00:00.000Z' });
  const { FIVE } = await floor.release(order);
  assert.equal(FIVE.shipBy, '2026-11-27T14:00:00.000Z');
});

test('somebody changes it with a reason, and the log tells what it was', async () => {
  const order = await buy({ MUG: 1 }, { deliverBy: '2026-12-04T12:00:00.000Z' });
  const at = `/v1/orders/${order.id}/promise`;
  const late = { shipBy: '2026-12-05T12:00:00.000Z', reason: 'inventory' };
  assertRefused(await shop.call('PUT', at, late), 'validation-failed');
  const moved = { shipBy: '2026-12-02T12:00:00.000Z', reason: 'inventory', version: 1 };
  const { status, body } = await shop.call('PUT', at, moved);
  assert.equal(status, 200, JSON.stringify(body));
  const dates = [moved.shipBy, 'changed', '2026-12-04T12:00:00.000Z'];
  assert.deepEqual([datesOf(body), body.version], [dates, 2]);
  assertRefused(await shop.call('PUT', at, { ...moved, deliverBy: null }), 'version-conflict');
  const same = await shop.call('PUT', at, { ...moved, version: 2 });
  assert.deepEqual([same.status, same.body.version], [200, 2]);
  const gone = await shop.call('PUT', at, { shipBy: null, deliverBy: null, reason: 'channel' });
  assert.deepEqual(datesOf(gone.body), [null, null, null]);
  const { items } = (await shop.call('GET', `/v1/orders/${order.id}/timeline?kind=order`)).body;
  const changes = items.filter((one: { type: string }) => one.type.startsWith('order.promise'));
  assert.deepEqual(changes[0].data, {
    before: {
      shipBy: '2026-11-27T12:00:00.000Z',
      promisedBy: 'cut-off',
      deliverBy: dates[2],
    },
    after: { shipBy: dates[0], promisedBy: 'changed', deliverBy: dates[2] },
    reason: 'inventory',
  });
  assert.equal(changes.length, 2);
});

test('home counts what is late and at risk, as its lists show them', async () => {
  await listUp(shop);
  const counted = async () => (await shop.call('GET', '/v1/work/summary')).body.promised;
  const listed = async (risk: string) =>
    (await shop.call('GET', `/v1/orders?promiseRisk=${risk}&sort=shipBy`)).body.items.length;
  const both = async () => ({ late: await listed('late'), atRisk: await listed('at-risk') });
  const before = await counted();
  assert.deepEqual(before, await both());
  assert.ok(before.late === 0 && before.atRisk > 0);
  now = new Date('2026-11-27T16:59:00.000Z');
  const later = await counted();
  assert.deepEqual(later, await both());
  assert.ok(later.late > 0 && later.atRisk > 0);
});
