// The numbers of the control tower: each is that of the list it leads to.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Floor, floorOf } from '../floor.ts';
import { sumUpSales } from '../reports.ts';
import { openShop, type Shop } from '../shop.ts';
import { createLocation, orderOf, stockUp } from '../stock.ts';

const HOUR_MS = 3_600_000;

let shop: Shop;
let floor: Floor;
let now = new Date('2026-11-27T09:30:00.000Z');
before(async () => {
  shop = await openShop({ now: () => now });
  floor = floorOf(shop);
  await stockUp(shop, { BER: { MUG: 500 } });
});
after(() => shop.close());

async function get(path: string, caller: Pick<Shop, 'call'> = shop) {
  const { status, body } = await caller.call('GET', path);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

async function countOf(stage: string): Promise<number> {
  const { stages } = await get('/v1/work/summary');
  return stages.find((one: { stage: string }) => one.stage === stage).count;
}

/** What the list of a stage holds. */
const LISTS = {
  'awaiting-payment': '/v1/orders?paymentStatus=pending',
  'on-hold': '/v1/orders?status=on-hold',
  'to-release': '/v1/orders?status=open&fulfillmentStatus=unfulfilled&stockStatus=promised',
  'to-pick': '/v1/fulfillment-orders?status=released',
  'to-pack': '/v1/fulfillment-orders?status=picking',
  'to-ship': '/v1/fulfillment-orders?status=packed',
  'partly-shipped': '/v1/fulfillment-orders?status=partially-shipped',
  'in-transit': '/v1/parcels?status=shipped',
  'to-refund': '/v1/returns?toRefund=true',
} as const;

test('an order is counted at the stage where it waits, from the buy button to the refund', async () => {
  const order = await floor.buy({ MUG: 2 });
  assert.equal(await countOf('to-release'), 1);
  const { BER } = await floor.release(order);
  assert.deepEqual([await countOf('to-release'), await countOf('to-pick')], [0, 1]);
  await floor.pick(BER, [{ line: 1, picked: 1 }]);
  assert.deepEqual([await countOf('to-pick'), await countOf('to-pack')], [0, 1]);
  await floor.pick(BER);
  const { body: parcel } = await floor.pack(BER);
  assert.deepEqual([await countOf('to-pack'), await countOf('to-ship')], [0, 1]);
  await floor.ship(parcel);
  assert.deepEqual([await countOf('to-ship'), await countOf('in-transit')], [0, 1]);
  const items = [{ line: 1, quantity: 1, condition: 'sellable', disposition: 'restock' }];
  const back = { location: 'BER', order: order.id, items };
  const received = await shop.call('POST', '/v1/return-receipts', back);
  assert.equal(received.status, 201, JSON.stringify(received.body));
  assert.equal(await countOf('to-refund'), 1);
  for (const [stage, path] of Object.entries(LISTS))
    assert.equal((await get(path)).items.length, await countOf(stage), stage);
});

test('who may not see money or work is not told of it', async () => {
  const caller = await shop.as(['orders:read']);
  const { stages, locations } = await get('/v1/work/summary', caller);
  assert.deepEqual(
    stages.map((one: { stage: string }) => one.stage),
    ['on-hold', 'to-release'],
  );
  assert.deepEqual(locations, []);
});

test('released work is due by its cut-off: late, soon, or later, and listed so', async () => {
  await createLocation(shop, 'CUT', 'web', { cutOff: '12:00', timeZone: 'UTC' });
  await shop.call('POST', '/v1/skus', { code: 'CUP', title: 'Cup' });
  const lines = [{ sku: 'CUP', quantity: 50 }];
  await shop.call('POST', '/v1/stock/receipts', { location: 'CUT', lines });
  await floor.release(await floor.buy({ CUP: 3 }));
  const due = async () => (await get('/v1/work/summary')).due;
  const before = await due();
  now = new Date('2026-11-27T11:00:00.000Z');
  assert.equal((await due()).soon, before.soon + 1);
  now = new Date('2026-11-27T12:30:00.000Z');
  const late = await due();
  assert.deepEqual([late.overdue, late.soon], [1, 0]);
  const { locations } = await get('/v1/work/summary');
  const cut = locations.find((one: { location: string }) => one.location === 'CUT');
  assert.deepEqual([cut.toPick, cut.overdue], [1, 1]);
  const listed = await get(`/v1/work/due?location=CUT&before=${now.toISOString()}`);
  assert.deepEqual([listed.items.length, listed.items[0].units], [1, 3]);
  assert.deepEqual((await get(`/v1/work/due?location=CUT&from=${now.toISOString()}`)).items, []);
});

test('due work comes a page at a time, each once', async () => {
  for (let order = 0; order < 5; order += 1) await floor.release(await floor.buy({ CUP: 1 }));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page = await get(`/v1/work/due?location=CUT&limit=2${next}`);
    seen.push(...page.items.map((one: { fulfillmentOrder: string }) => one.fulfillmentOrder));
    cursor = page.nextCursor;
  } while (cursor !== null);
  assert.deepEqual([seen.length, new Set(seen).size], [6, 6]);
});

test('orders are counted by the hour they were placed in, as the log tells', async () => {
  const from = new Date('2026-11-20T00:00:00.000Z');
  const at = (hours: number) => new Date(from.getTime() + hours * HOUR_MS).toISOString();
  for (const hours of [1, 1.5, 1.99, 26])
    await shop.call('POST', '/v1/orders', { ...orderOf({ MUG: 1 }), placedAt: at(hours) });
  await sumUpSales(shop);
  const { hours } = await get(`/v1/reports/order-hours?from=${at(0)}&to=${at(48)}`);
  assert.deepEqual(hours, [
    { hour: at(1), orders: 3 },
    { hour: at(26), orders: 1 },
  ]);
  const { status, body } = await shop.call('GET', `/v1/reports/order-hours?from=${at(-1000)}`);
  assert.deepEqual([status, body.code], [400, 'validation-failed']);
});
