// What carriers say of parcels: early, late, twice, out of order, and of parcels nobody knows.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../src/worker.ts';
import {
  at,
  openExceptions as exceptionsOf,
  packed,
  type Scan,
  scansOf,
  sent,
  tell as told,
} from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500, CUP: 500 } });
});
after(() => shop.close());

const post = (path: string, body: object, headers = {}): Promise<Answer> =>
  shop.call('POST', path, body, headers);
const get = async (path: string) => (await shop.call('GET', path)).body;
const tell = (trackingNumber: string, ...scans: Scan[]) => told(shop, trackingNumber, ...scans);
const openExceptions = (of: string) => exceptionsOf(shop, of);
const daysAgo = (days: number) => ({
  occurredAt: new Date(Date.now() - days * 86_400_000).toISOString(),
});
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo()); await sleep(20))
    assert.ok(Date.now() < end, 'it did not happen in time');
}

describe('tracking', () => {
  test('a parcel is delivered, and its order with it', async () => {
    const { order, parcel, trackingNumber } = await sent(shop, { MUG: 2, CUP: 1 });
    const outcomes = await tell(
      trackingNumber,
      ['in-transit', 8],
      ['out-for-delivery', 9],
      ['delivered', 10],
    );
    assert.deepEqual(outcomes, ['recorded', 'recorded', 'recorded']);
    const { lines, fulfillmentStatus } = await get(`/v1/orders/${order}`);
    assert.deepEqual(
      [fulfillmentStatus, ...lines.map((line: { delivered: number }) => line.delivered)],
      ['delivered', 2, 1],
    );
    const tracking = await get(`/v1/parcels/${parcel}/tracking`);
    assert.deepEqual(
      [tracking.status, tracking.deliveredAt, tracking.events.length],
      ['delivered', at(10), 3],
    );
    const { items } = await get(`/v1/orders/${order}/timeline`);
    const delivered = items.find((event: { type: string }) => event.type === 'parcel.delivered.v1');
    assert.deepEqual([delivered.occurredAt, delivered.data.lines.length], [at(10), 2]);
  });

  test('told again it is repeated, by its id or by its status and time, and changes nothing', async () => {
    const { order, trackingNumber } = await sent(shop, { MUG: 1 });
    const twice: Scan[] = [
      ['delivered', 10],
      ['delivered', 10],
      ['in-transit', 8, { id: 'a' }],
      ['in-transit', 9, { id: 'a' }],
    ];
    assert.deepEqual(await tell(trackingNumber, ...twice), [
      'recorded',
      'repeated',
      'recorded',
      'repeated',
    ]);
    const { version } = await get(`/v1/orders/${order}`);
    assert.deepEqual(new Set(await tell(trackingNumber, ...twice)), new Set(['repeated']));
    const again = await get(`/v1/orders/${order}`);
    assert.deepEqual([again.version, again.lines[0].delivered], [version, 1]);
  });

  test('a request repeated under its key gets the same answer', async () => {
    const { trackingNumber } = await sent(shop, { MUG: 1 });
    const body = { events: scansOf(trackingNumber, ['delivered', 10]) };
    const headers = { 'idempotency-key': 'told once' };
    const [first, second] = [
      await post('/v1/tracking-events', body, headers),
      await post('/v1/tracking-events', body, headers),
    ];
    assert.deepEqual([first.body.outcomes[0].outcome, second.body], ['recorded', first.body]);
  });

  test('a scan of a parcel that is only packed means that it left', async () => {
    const { order, parcel, trackingNumber } = await packed(shop, { MUG: 3 });
    assert.deepEqual(await tell(trackingNumber, ['label-created', 6]), ['recorded']);
    assert.equal((await get(`/v1/parcels/${parcel}`)).shippedAt, null);
    await tell(trackingNumber, ['delivered', 10], ['in-transit', 8]);
    const { shippedAt, deliveredAt } = await get(`/v1/parcels/${parcel}`);
    assert.deepEqual([shippedAt, deliveredAt], [at(8), at(10)]);
    const [line] = (await get(`/v1/orders/${order}`)).lines;
    assert.deepEqual([line.packed, line.shipped, line.delivered], [0, 3, 3]);
  });

  test('events out of order end in the same place as in order', async () => {
    const scans: Scan[] = [
      ['in-transit', 8],
      ['delivery-failed', 9],
      ['out-for-delivery', 10],
      ['delivered', 11],
      ['delivered', 12],
    ];
    const ends: unknown[] = [];
    for (const order of [scans, scans.toReversed(), [...scans.slice(2), ...scans.slice(0, 2)]]) {
      const { parcel, trackingNumber } = await sent(shop, { MUG: 1 });
      for (const one of order) await tell(trackingNumber, one);
      const { status, deliveredAt, trouble } = await get(`/v1/parcels/${parcel}/tracking`);
      ends.push([status, deliveredAt, trouble, await openExceptions(parcel)]);
    }
    assert.deepEqual(ends, Array(3).fill(['delivered', at(11), null, []]));
  });
});

describe('spaces and line breaks around a number', () => {
  const label = (trackingNumber: string) => ({ carrier: 'DHL', trackingNumber });
  const newOrder = async () => (await post('/v1/orders', orderOf({ MUG: 1 }))).body.id;

  test('are not kept of a parcel, however it gets the number', async () => {
    const { fulfillmentOrders } = (await post(`/v1/orders/${await newOrder()}/releases`, {})).body;
    const work = `/v1/fulfillment-orders/${fulfillmentOrders[0].id}`;
    await post(`${work}/picks`, {});
    const { body: box } = await post(`${work}/parcels`, label(' PLAIN-1\r\n'));
    const ship = (trackingNumber: string) =>
      post(`/v1/parcels/${box.id}/shipments`, label(trackingNumber));
    const shipped = (await ship('\tPLAIN-2 ')).body;
    const corrected = (await ship('PLAIN-3\n')).body;
    const elsewhere = await post(`/v1/orders/${await newOrder()}/shipments`, label(' PLAIN-4'));
    assert.deepEqual(
      [box, shipped, corrected, elsewhere.body.parcels[0]].map((one) => one.trackingNumber),
      ['PLAIN-1', 'PLAIN-2', 'PLAIN-3', 'PLAIN-4'],
    );
    const { items } = await get(`/v1/parcels?trackingNumber=${encodeURIComponent('PLAIN-3\n')}`);
    assert.deepEqual(
      items.map(({ id }: { id: string }) => id),
      [box.id],
    );
    const again = (await ship(' \n')).body;
    assert.equal(again.trackingNumber, 'PLAIN-3', 'nothing but spaces is no number');
  });

  test('do not keep a scan from its parcel, nor from being told again', async () => {
    const { parcel, trackingNumber } = await sent(shop, { MUG: 1 });
    assert.deepEqual(await tell(` ${trackingNumber}\n`, ['delivered', 10]), ['recorded']);
    assert.deepEqual(await tell(trackingNumber, ['delivered', 10]), ['repeated']);
    assert.equal((await get(`/v1/parcels/${parcel}`)).status, 'delivered');
    const events = [
      ...scansOf(trackingNumber, ['lost', 11]),
      ...scansOf(`${trackingNumber} `, ['lost', 11]),
    ];
    const { body } = await post('/v1/tracking-events', { events });
    assert.deepEqual(
      body.outcomes.map(({ outcome }: { outcome: string }) => outcome),
      ['recorded', 'repeated'],
    );
    const nothing = await post('/v1/tracking-events', { events: scansOf(' \n', ['lost', 11]) });
    assert.equal(nothing.status, 400);
  });
});

describe('trouble on the way', () => {
  test('a lost parcel is raised, and closed when it is delivered after all', async () => {
    const { parcel, trackingNumber } = await sent(shop, { MUG: 1 });
    await tell(trackingNumber, ['lost', 12]);
    assert.deepEqual(await openExceptions(parcel), ['parcel-lost']);
    assert.equal((await get(`/v1/parcels/${parcel}`)).status, 'lost');
    await tell(trackingNumber, ['delivered', 13]);
    assert.deepEqual(await openExceptions(parcel), []);
  });

  test('a lost parcel needs nobody any more when its value is refunded', async () => {
    const one = await sent(shop, { MUG: 2 });
    const refund = (amountMinor: number, reason = 'goodwill') =>
      post(`/v1/orders/${one.order}/refunds`, { amountMinor, reason });
    await refund(100);
    await tell(one.trackingNumber, ['lost', 12]);
    await refund(1899);
    assert.deepEqual(await openExceptions(one.parcel), ['parcel-lost'], '1.00 is still due');
    await refund(1, 'lost');
    assert.deepEqual(await openExceptions(one.parcel), [], 'nothing is left to refund');
  });

  test('a parcel that was refunded as lost before the carrier says so needs nobody', async () => {
    const one = await sent(shop, { MUG: 1, CUP: 1 });
    await post(`/v1/orders/${one.order}/refunds`, { amountMinor: 1500, reason: 'lost' });
    await tell(one.trackingNumber, ['lost', 12]);
    assert.deepEqual(await openExceptions(one.parcel), ['parcel-lost'], '5.00 are still due');
    await post(`/v1/orders/${one.order}/refunds`, { amountMinor: 500, reason: 'lost' });
    const other = await sent(shop, { MUG: 1 });
    await post(`/v1/orders/${other.order}/refunds`, { amountMinor: 1000, reason: 'lost' });
    await tell(other.trackingNumber, ['lost', 12]);
    assert.deepEqual(await openExceptions(one.parcel), []);
    assert.deepEqual(await openExceptions(other.parcel), []);
  });

  test('of two lost parcels of an order a refund covers the one whose value it has', async () => {
    const order = (await post('/v1/orders', orderOf({ MUG: 1, CUP: 2 }))).body.id;
    const parcels: { id: string; trackingNumber: string }[] = [];
    for (const [line, quantity] of [
      [1, 1],
      [2, 2],
    ]) {
      const { body } = await post(`/v1/orders/${order}/shipments`, {
        carrier: 'DHL',
        trackingNumber: `${order} ${line}`,
        lines: [{ line, quantity }],
      });
      parcels.push(body.parcels[0]);
    }
    for (const { trackingNumber } of parcels) await tell(trackingNumber, ['damaged', 12]);
    const open = () => Promise.all(parcels.map(({ id }) => openExceptions(id)));
    assert.deepEqual(await open(), [['parcel-lost'], ['parcel-lost']]);
    await post(`/v1/orders/${order}/refunds`, { amountMinor: 1500, reason: 'lost' });
    assert.deepEqual(await open(), [[], ['parcel-lost']]);
    await post(`/v1/orders/${order}/refunds`, { amountMinor: 1500, reason: 'lost' });
    assert.deepEqual(await open(), [[], []]);
  });

  test('a lost parcel is back when all that left of its lines is back', async () => {
    const { order, parcel, trackingNumber } = await sent(shop, { MUG: 2 });
    await tell(trackingNumber, ['lost', 12]);
    const back = () =>
      post('/v1/return-receipts', {
        order,
        location: 'BER',
        items: [{ line: 1, quantity: 1, condition: 'sellable', disposition: 'restock' }],
      });
    await back();
    assert.ok((await openExceptions(parcel)).includes('parcel-lost'));
    await back();
    assert.ok(!(await openExceptions(parcel)).includes('parcel-lost'));
  });

  test('a failed delivery is closed by the next attempt, or when the parcel comes back', async () => {
    const { parcel, trackingNumber } = await sent(shop, { MUG: 1 });
    await tell(trackingNumber, ['delivery-failed', 12]);
    assert.deepEqual(await openExceptions(parcel), ['delivery-failed']);
    await tell(trackingNumber, ['out-for-delivery', 13]);
    assert.deepEqual(await openExceptions(parcel), []);
    await tell(trackingNumber, ['returning', 14], ['returned-to-sender', 15]);
    assert.deepEqual(await openExceptions(parcel), ['delivery-failed']);
    const receipt = await post('/v1/return-receipts', {
      location: 'BER',
      trackingNumber,
      items: [{ sku: 'MUG', quantity: 1, condition: 'sellable', disposition: 'restock' }],
    });
    assert.deepEqual(
      receipt.body.differences.map(({ kind }: { kind: string }) => kind),
      ['before-delivery'],
    );
    assert.deepEqual(await openExceptions(parcel), []);
  });

  test('delivered and later said to be lost: both are known, and a person is asked', async () => {
    const { order, parcel, trackingNumber } = await sent(shop, { MUG: 1 });
    await tell(trackingNumber, ['delivered', 10], ['lost', 12]);
    const { status, trouble, deliveredAt } = await get(`/v1/parcels/${parcel}/tracking`);
    assert.deepEqual([status, trouble, deliveredAt], ['delivered', 'lost', at(10)]);
    assert.deepEqual(await openExceptions(parcel), ['parcel-lost']);
    assert.equal((await get(`/v1/orders/${order}`)).lines[0].delivered, 1);
  });
});

describe('parcels nobody knows', () => {
  test('what is said of them is kept, and joined when a parcel gets the number', async () => {
    const trackingNumber = 'EARLY-1';
    const { order, parcel } = await packed(shop, { MUG: 1 });
    assert.deepEqual(await tell(trackingNumber, ['in-transit', 8], ['delivered', 10]), [
      'unknown-parcel',
      'unknown-parcel',
    ]);
    assert.deepEqual(await openExceptions(trackingNumber), ['unknown-parcel']);
    const worker = startWorker(shop.runtime);
    await post(`/v1/parcels/${parcel}/shipments`, { carrier: 'DHL', trackingNumber });
    await until(async () => (await get(`/v1/parcels/${parcel}`)).deliveredAt !== null);
    await worker.stop();
    assert.deepEqual(await openExceptions(trackingNumber), []);
    assert.equal((await get(`/v1/orders/${order}`)).lines[0].delivered, 1);
    assert.deepEqual(await tell(trackingNumber, ['delivered', 10]), ['repeated']);
  });

  test('what was said of a number long before its parcel was packed is of another one', async () => {
    const trackingNumber = 'REUSED-1';
    const { order, parcel } = await packed(shop, { MUG: 1 });
    await tell(trackingNumber, ['delivered', 0, daysAgo(61)], ['in-transit', 0, daysAgo(59)]);
    const worker = startWorker(shop.runtime);
    await post(`/v1/parcels/${parcel}/shipments`, { carrier: 'DHL', trackingNumber });
    await until(async () => (await get(`/v1/parcels/${parcel}`)).trackingStatus !== null);
    await worker.stop();
    const { status, events } = await get(`/v1/parcels/${parcel}/tracking`);
    assert.deepEqual([status, events.length], ['shipped', 1]);
    assert.equal((await get(`/v1/orders/${order}`)).lines[0].delivered, 0);
    assert.deepEqual(await openExceptions(trackingNumber), ['unknown-parcel'], 'one waits still');
    await tell(trackingNumber, ['delivered', 10]);
    assert.equal((await get(`/v1/parcels/${parcel}/tracking`)).events.length, 2);
    assert.deepEqual(await openExceptions(trackingNumber), ['unknown-parcel']);
  });

  test('an id that a carrier used when the number was another parcel’s is a new event', async () => {
    const trackingNumber = 'REUSED-2';
    const { order, parcel } = await packed(shop, { MUG: 1 });
    await tell(trackingNumber, ['delivered', 0, { id: '1', ...daysAgo(90) }]);
    await post(`/v1/parcels/${parcel}/shipments`, { carrier: 'DHL', trackingNumber });
    const anew: Scan = ['delivered', 10, { id: '1' }];
    assert.deepEqual(await tell(trackingNumber, anew), ['recorded']);
    assert.deepEqual(await tell(trackingNumber, anew), ['repeated']);
    const first: Scan = ['delivered', 0, { id: '1', ...daysAgo(89) }];
    assert.deepEqual(await tell(trackingNumber, first), ['repeated']);
    assert.equal((await get(`/v1/orders/${order}`)).lines[0].delivered, 1);
  });

  test('a shipment that is told long after it left gets what was said of it then', async () => {
    const trackingNumber = 'LATE-1';
    const { id } = (await post('/v1/orders', orderOf({ MUG: 1 }))).body;
    await tell(trackingNumber, ['delivered', 0, daysAgo(88)]);
    const worker = startWorker(shop.runtime);
    const { occurredAt: shippedAt } = daysAgo(90);
    await post(`/v1/orders/${id}/shipments`, { carrier: 'DHL', trackingNumber, shippedAt });
    await until(async () => (await get(`/v1/orders/${id}`)).fulfillmentStatus === 'delivered');
    await worker.stop();
    assert.deepEqual(await openExceptions(trackingNumber), []);
  });

  test('another carrier with the same number speaks of another parcel', async () => {
    const { parcel, trackingNumber } = await sent(shop, { MUG: 1 });
    const [scan] = scansOf(trackingNumber, ['delivered', 10]);
    const events = [{ ...scan, carrier: 'UPS' }, scan];
    const { body } = await post('/v1/tracking-events', { events });
    assert.deepEqual(body.outcomes, [
      { outcome: 'unknown-parcel', parcel: null },
      { outcome: 'recorded', parcel },
    ]);
  });

  test('a thousand events at once have an outcome each, in their order', async () => {
    const parcels = await Promise.all(Array.from({ length: 5 }, () => sent(shop, { MUG: 1 })));
    const events = Array.from({ length: 1000 }, (_, place) => {
      const trackingNumber =
        place % 2 === 0 ? parcels[(place / 2) % 5]?.trackingNumber : `X${place}`;
      return scansOf(trackingNumber ?? '', ['in-transit', 8, { id: `${place % 500}` }]);
    }).flat();
    const { body } = await post('/v1/tracking-events', { events });
    const outcomes = body.outcomes.map(({ outcome }: { outcome: string }) => outcome);
    assert.equal(outcomes.length, 1000);
    assert.deepEqual(
      [0, 1, 500, 501].map((place) => outcomes[place]),
      ['recorded', 'unknown-parcel', 'repeated', 'unknown-parcel'],
    );
    assert.equal(
      outcomes.filter((outcome: string, place: number) => place % 2 === 0 && outcome === 'recorded')
        .length,
      250,
    );
  });

  test('a parcel that is not there is not found', async () => {
    const nobody = await shop.call('GET', `/v1/parcels/pcl_${'0'.repeat(32)}/tracking`);
    assert.equal(nobody.body.code, 'not-found');
  });
});
