// Carriers that speak at once, of the same parcels, while others work on the same orders.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../src/worker.ts';
import { at, openExceptions, packed, type Scan, scansOf, sent, tell } from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500, CUP: 500 } });
});
after(() => shop.close());

const post = (path: string, body: object, headers = {}): Promise<Answer> =>
  shop.call('POST', path, body, headers);
const get = async (path: string) => (await shop.call('GET', path)).body;
const many = <T>(count: number, one: (place: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const count = (outcomes: readonly string[], which: string) =>
  outcomes.filter((outcome) => outcome === which).length;

test('told forty times at once, a delivery is recorded once and delivers once', async () => {
  const one = await sent(shop, { MUG: 2 });
  const told = await many(40, () => tell(shop, one.trackingNumber, ['delivered', 10]));
  assert.deepEqual([count(told.flat(), 'recorded'), count(told.flat(), 'repeated')], [1, 39]);
  assert.equal((await get(`/v1/orders/${one.order}`)).lines[0].delivered, 2);
});

test('under one key, in parallel, all get the same answer', async () => {
  const one = await sent(shop, { MUG: 1 });
  const body = { events: scansOf(one.trackingNumber, ['delivered', 10]) };
  const headers = { 'idempotency-key': 'delivered once' };
  const answers = await many(15, () => post('/v1/tracking-events', body, headers));
  const told = answers.filter(({ status }) => status === 200);
  assert.equal(new Set(told.map((answer) => JSON.stringify(answer.body))).size, 1);
  assert.equal(told[0]?.body.outcomes[0].outcome, 'recorded');
});

test('packed, scanned and shipped at once, a parcel leaves once', async () => {
  const before = await levelAt(shop, 'CUP', 'BER');
  const all = await many(6, () => packed(shop, { CUP: 3 }));
  await Promise.all(
    all.flatMap((one) => [
      post(`/v1/parcels/${one.parcel}/shipments`, {}),
      tell(shop, one.trackingNumber, ['in-transit', 8], ['delivered', 10]),
      tell(shop, one.trackingNumber, ['delivered', 10], ['in-transit', 8]),
      post(`/v1/orders/${one.order}/notes`, { body: 'Where is it?' }),
      tell(shop, one.trackingNumber, ['out-for-delivery', 9]),
    ]),
  );
  for (const one of all) {
    const [line] = (await get(`/v1/orders/${one.order}`)).lines;
    assert.deepEqual([line.shipped, line.delivered, line.overshipped], [3, 3, 0]);
  }
  const now = await levelAt(shop, 'CUP', 'BER');
  assert.deepEqual([now.onHand, now.reserved], [before.onHand - 18, before.reserved]);
});

test('whatever comes first, the scan or the number of the parcel, they find each other', async () => {
  const worker = startWorker(shop.runtime);
  const all = await many(8, () => packed(shop, { MUG: 1 }));
  const numbers = all.map((_, place) => `MEET-${place}`);
  const scans: Scan[] = [
    ['in-transit', 8],
    ['delivered', 10],
  ];
  await Promise.all(
    all.flatMap((one, place) => [
      tell(shop, numbers[place] ?? '', ...scans),
      post(`/v1/parcels/${one.parcel}/shipments`, {
        trackingNumber: numbers[place],
        carrier: 'DHL',
      }),
    ]),
  );
  const areDelivered = async () => {
    const parcels = await Promise.all(all.map(({ parcel }) => get(`/v1/parcels/${parcel}`)));
    return parcels.every(({ deliveredAt }) => deliveredAt === at(10));
  };
  for (const end = Date.now() + 10_000; !(await areDelivered()); await sleep(20))
    assert.ok(Date.now() < end, 'they did not meet in time');
  await worker.stop();
  assert.deepEqual(await openExceptions(shop, 'MEET-'), []);
});

test('told to be lost and refunded at once, in whichever order, a parcel needs nobody', async () => {
  const all = await many(10, () => sent(shop, { MUG: 1, CUP: 1 }));
  const refund = ({ order }: { order: string }) =>
    post(`/v1/orders/${order}/refunds`, { amountMinor: 1000, reason: 'lost' });
  await Promise.all(
    all.flatMap((one) => [
      refund(one),
      tell(shop, one.trackingNumber, ['lost', 12]),
      refund(one),
      tell(shop, one.trackingNumber, ['lost', 13]),
    ]),
  );
  for (const { parcel } of all) assert.deepEqual(await openExceptions(shop, parcel), []);
});

test('come back, refunded and delivered at once, an order has no early return', async () => {
  const all = await many(10, () => sent(shop, { MUG: 2 }));
  const items = [{ line: 1, quantity: 1, condition: 'sellable', disposition: 'restock' }];
  await Promise.all(
    all.flatMap(({ order, trackingNumber }, place) => [
      post('/v1/return-receipts', { order, location: 'BER', items }),
      post('/v1/return-receipts', { order, location: 'BER', items, refund: true }),
      place % 2 === 0
        ? tell(shop, trackingNumber, ['delivered', 10])
        : post(`/v1/orders/${order}/refunds`, { amountMinor: 1000, reason: 'goodwill' }),
    ]),
  );
  for (const { order } of all) {
    const left = (await get(`/v1/returns?order=${order}`)).items;
    const open = await openExceptions(shop, order);
    assert.deepEqual([open.includes('return-before-delivery'), left.length > 0], [false, true]);
  }
});
