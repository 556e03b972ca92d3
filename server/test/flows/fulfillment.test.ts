// From promise to door: released by hand or by itself, shipped here or elsewhere, and never late
// without somebody knowing.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker, type Worker } from '../../src/worker.ts';
import { type Floor, floorOf, placesOf, stockAt } from '../floor.ts';
import { openShop, type Shop } from '../shop.ts';
import { createLocation, stockUp } from '../stock.ts';

const MINUTE_MS = 60_000;

let shop: Shop;
let floor: Floor;
let worker: Worker | undefined;
let clockAheadMs = 0;
before(async () => {
  shop = await openShop({ now: () => new Date(Date.now() + clockAheadMs) });
  floor = floorOf(shop);
  await stockUp(shop, { BER: { MUG: 500, CUP: 300 }, HAM: { POT: 300 }, PAR: {} });
  const components = [
    { sku: 'CUP', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ];
  await shop.call('POST', '/v1/skus', { code: 'TEA', title: 'Tea set', components });
});
after(async () => {
  await worker?.stop();
  await shop.close();
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await isSo()); await sleep(20))
    assert.ok(Date.now() < end, 'it did not happen in time');
}

const hold = (order: { id: string }, more: object = {}) =>
  shop.call('POST', `/v1/orders/${order.id}/holds`, { reason: 'other', ...more });

describe('release', () => {
  test('asks each location for its part, and the promises become firm', async () => {
    const [, reservedBefore, allocatedBefore] = await stockAt(shop, 'MUG', 'BER');
    const order = await floor.buy({ MUG: 3, POT: 1 });
    const { BER, HAM } = await floor.release(order);
    assert.deepEqual([BER.status, BER.quantity, HAM.quantity], ['released', 3, 1]);
    assert.deepEqual(
      BER.lines.map(({ line, sku, title, allocated }: Record<string, unknown>) => [
        line,
        sku,
        title,
        allocated,
      ]),
      [[1, 'MUG', 'Title of MUG', 3]],
    );
    assert.deepEqual((await stockAt(shop, 'MUG', 'BER')).slice(1), [
      reservedBefore + 3,
      allocatedBefore + 3,
    ]);
    const after = await floor.read(order);
    assert.deepEqual([after.fulfillmentStatus, placesOf(after)], ['in-progress', { allocated: 3 }]);
    const again = await floor.tryRelease(order);
    assert.deepEqual([again.status, again.body.code], [409, 'nothing-to-release']);
  });

  test('has to leave by the next cut-off of its location', async () => {
    await createLocation(shop, 'CUT', 'web', { cutOff: '14:00', handlingCostMinor: 100 });
    await shop.call('POST', '/v1/skus', { code: 'CUTE', title: 'Cute' });
    const lines = [{ sku: 'CUTE', quantity: 5 }];
    await shop.call('POST', '/v1/stock/receipts', { location: 'CUT', lines });
    const { CUT } = await floor.release(await floor.buy({ CUTE: 1 }));
    const { body: place } = await shop.call('GET', '/v1/locations/CUT');
    assert.equal(CUT.shipBy, place.nextCutOffAt);
  });

  test('is stopped by a hold on the order, and named', async () => {
    const order = await floor.buy({ MUG: 1 });
    const { body: held } = await hold(order, { handle: 'fraud check' });
    const refused = await floor.tryRelease(order);
    assert.equal(refused.body.code, 'order-on-hold');
    assert.deepEqual(refused.body.data.holds, [
      { handle: 'fraud check', reason: 'other', line: null },
    ]);
    await shop.call('PUT', `/v1/orders/${order.id}/holds/${held.id}/release`);
    assert.equal((await floor.tryRelease(order)).status, 201);
  });

  test('passes over a line on hold, and a hold on a kit keeps its components', async () => {
    const order = await floor.buy({ MUG: 1, TEA: 1 });
    await hold(order, { line: order.lines[1].id });
    const { BER, HAM } = await floor.release(order);
    assert.equal(HAM, undefined);
    assert.deepEqual(
      BER.lines.map(({ sku }: { sku: string }) => sku),
      ['MUG'],
    );
    assert.equal((await floor.tryRelease(order)).body.code, 'order-on-hold');
  });

  test('is not stopped by a hold that blocks something else', async () => {
    const order = await floor.buy({ MUG: 1 });
    await hold(order, { blocks: ['edit'] });
    assert.equal((await floor.tryRelease(order)).status, 201);
  });
});

describe('release by itself', () => {
  before(async () => {
    for (const [code, minutes] of [
      ['at-once', 0],
      ['later', 30],
    ] as const)
      await shop.call('POST', '/v1/channels', { code, name: code, releaseAfterMinutes: minutes });
    const channels = ['web', 'at-once', 'later'].map((channel) => ({ channel }));
    await shop.call('PATCH', '/v1/locations/BER', { channels });
    worker = startWorker(shop.runtime);
    await sleep(2_100); // until what the router knows of locations is read anew
  });

  const isReleased = async (order: object) => placesOf(await floor.read(order))['allocated'] === 1;

  test('happens at once where the channel says so, and by hand where it says nothing', async () => {
    const byHand = await floor.buy({ MUG: 1 });
    const order = await floor.buy({ MUG: 1 }, { channel: 'at-once' });
    await until(() => isReleased(order));
    assert.equal(await isReleased(byHand), false);
  });

  test('waits as long as the channel says', async () => {
    const order = await floor.buy({ MUG: 1 }, { channel: 'later' });
    const atOnce = await floor.buy({ MUG: 1 }, { channel: 'at-once' });
    await until(() => isReleased(atOnce));
    assert.equal(await isReleased(order), false);
    clockAheadMs += 31 * MINUTE_MS;
    await until(() => isReleased(order));
  });

  test('what is blocked stays, and the event that unblocks it tries again', async () => {
    const order = await floor.buy({ MUG: 1 }, { channel: 'later' });
    const { body: held } = await hold(order);
    clockAheadMs += 31 * MINUTE_MS;
    const atOnce = await floor.buy({ MUG: 1 }, { channel: 'at-once' });
    await until(() => isReleased(atOnce));
    await sleep(600);
    assert.equal(await isReleased(order), false);
    await shop.call('PUT', `/v1/orders/${order.id}/holds/${held.id}/release`);
    await until(() => isReleased(order));
  });

  test('an order that is paid through us waits for its money, however it comes', async () => {
    const pay = (payment: object) => ({ channel: 'at-once', payments: [payment] });
    const byCard = await floor.buy({ MUG: 1 }, pay({ provider: 'sandbox', token: 'tok_ok' }));
    await until(() => isReleased(byCard));
    const byTransfer = await floor.buy({ MUG: 1 }, pay({ provider: 'manual' }));
    assert.equal((await floor.tryRelease(byTransfer)).body.code, 'order-not-paid');
    const { body } = await shop.call('GET', `/v1/orders/${byTransfer.id}/payments`);
    const receipt = { reference: 'statement 7' };
    const at = `/v1/payments/${body.payments[0].id}/receipts`;
    assert.equal((await shop.call('POST', at, receipt)).status, 201);
    await until(() => isReleased(byTransfer));
  });

  test('an order whose card was declined leaves once it is paid another way, or the rest is forgiven', async () => {
    const refused = { provider: 'sandbox', token: 'tok_decline' };
    const isDeclined = async (order: object) =>
      (await floor.exceptions(order)).some((one) => one.startsWith('payment-declined'));
    const paid = await floor.buy({ MUG: 1 }, { channel: 'at-once', payments: [refused] });
    await until(() => isDeclined(paid));
    await sleep(600); // until its time is over: only an event tries again
    const byHand = { provider: 'manual', received: { reference: 'till 7' } };
    await shop.call('POST', `/v1/orders/${paid.id}/payments`, byHand);
    await until(() => isReleased(paid));
    const part = { provider: 'sandbox', token: 'tok_ok', amountMinor: 400 };
    const payments = [part, refused];
    const forgiven = await floor.buy({ MUG: 1 }, { channel: 'at-once', payments });
    await until(() => isDeclined(forgiven));
    await sleep(600);
    const rest = { amountMinor: 600, reason: 'goodwill' };
    await shop.call('POST', `/v1/orders/${forgiven.id}/refunds`, rest);
    await until(() => isReleased(forgiven));
  });

  test('what misses its cut-off is shown once, until it has left', async () => {
    const order = await floor.buy({ MUG: 1 });
    const { BER } = await floor.release(order);
    assert.deepEqual(await floor.exceptions(order), []);
    clockAheadMs += 7 * 24 * 60 * MINUTE_MS;
    await until(async () => (await floor.exceptions(order)).length > 0);
    await sleep(600);
    const { body } = await shop.call('GET', `/v1/exceptions?order=${order.id}`);
    assert.deepEqual(
      body.items.map(({ type, times }: { type: string; times: number }) => [type, times]),
      [['fulfillment-late', 1]],
    );
    const { body: late } = await shop.call('GET', `/v1/fulfillment-orders/${BER.id}`);
    assert.notEqual(late.lateAt, null);
    await floor.record(order);
    assert.deepEqual(await floor.exceptions(order), []);
  });
});

describe('shipping', () => {
  test('a parcel leaves: the stock goes with it, and telling it again changes nothing', async () => {
    const [onHand, reserved, allocated] = await stockAt(shop, 'CUP', 'BER');
    const order = await floor.buy({ CUP: 2 });
    const { BER } = await floor.release(order);
    await floor.pick(BER);
    const packed = await floor.pack(BER, {
      weightGrams: 700,
      dimensions: { lengthMm: 300, widthMm: 200, heightMm: 100 },
    });
    assert.deepEqual([packed.status, packed.body.status], [201, 'packed']);
    const shippedAt = '2026-11-20T10:00:00.000Z';
    const label = { carrier: 'dhl', trackingNumber: 'JD1' };
    const shipped = await floor.ship(packed.body, { ...label, shippedAt });
    assert.deepEqual(
      [shipped.body.status, shipped.body.trackingNumber, shipped.body.shippedAt],
      ['shipped', 'JD1', shippedAt],
    );
    const after = await floor.read(order);
    assert.deepEqual(
      [after.status, after.fulfillmentStatus, placesOf(after)],
      ['completed', 'fulfilled', { shipped: 2 }],
    );
    assert.deepEqual(await stockAt(shop, 'CUP', 'BER'), [onHand - 2, reserved, allocated]);

    const again = await floor.ship(packed.body, label);
    assert.equal(again.body.shippedAt, shippedAt);
    assert.equal((await floor.read(order)).version, after.version);
  });

  test('a parcel that has left may still get its tracking number', async () => {
    const { BER } = await floor.release(await floor.buy({ CUP: 1 }));
    const packed = await floor.pack(BER, { lines: [{ line: 1, quantity: 1 }] });
    await floor.ship(packed.body);
    const labeled = await floor.ship(packed.body, { carrier: 'ups', trackingNumber: '1Z9' });
    assert.deepEqual([labeled.body.carrier, labeled.body.trackingNumber], ['ups', '1Z9']);
    const { body } = await shop.call('GET', '/v1/parcels?trackingNumber=1Z9');
    assert.deepEqual(
      body.items.map(({ id }: { id: string }) => id),
      [packed.body.id],
    );
  });

  test('a shipment made elsewhere is told in one step: all that is open, a parcel per location', async () => {
    const order = await floor.buy({ MUG: 1, TEA: 1 });
    const recorded = await floor.record(order, { carrier: 'gls', trackingNumber: 'G1' });
    assert.equal(recorded.status, 201, JSON.stringify(recorded.body));
    assert.deepEqual(
      recorded.body.parcels.map((one: { location: string; lines: { sku: string }[] }) => [
        one.location,
        one.lines.map(({ sku }) => sku),
      ]),
      [
        ['BER', ['MUG', 'CUP']],
        ['HAM', ['POT']],
      ],
    );
    assert.deepEqual(recorded.body.differences, []);
    assert.equal((await floor.read(order)).fulfillmentStatus, 'fulfilled');
    assert.equal((await floor.record(order)).body.code, 'nothing-to-ship');
  });

  test('a shipment made elsewhere keeps how it travels', async () => {
    const order = await floor.buy({ MUG: 1 });
    const label = { carrier: 'gls', service: 'express', trackingNumber: 'G2' };
    const [parcel] = (await floor.record(order, label)).body.parcels;
    assert.deepEqual(
      [parcel.carrier, parcel.service, parcel.trackingNumber],
      ['gls', 'express', 'G2'],
    );
  });

  test('a kit is told by its own line, and more than was open is a fact as well', async () => {
    const order = await floor.buy({ TEA: 2 });
    const lines = [{ line: order.lines[0].id, quantity: 3 }];
    const { body } = await floor.record(order, { location: 'PAR', lines });
    assert.deepEqual(body.differences, [
      { line: 2, units: 2 },
      { line: 3, units: 1 },
    ]);
    assert.deepEqual(await floor.exceptions(order), [
      'shipped-beyond-asked 1',
      'shipped-beyond-asked 2',
    ]);
    const after = await floor.read(order);
    assert.deepEqual(placesOf(after, 2), { shipped: 6, overshipped: 2 });
    assert.equal(after.status, 'completed');
  });

  test('units that nobody promised may have left all the same; say from where', async () => {
    await shop.call('PUT', '/v1/skus/RARE/backorder-limit', { cap: 5 });
    const lines = [{ sku: 'STRANGE', quantity: 2, unitPrice: '1.00' }];
    const made = await shop.call('POST', '/v1/orders', { channel: 'web', currency: 'EUR', lines });
    const order = await floor.read(made.body);
    assert.deepEqual(placesOf(order), { unpromised: 2 });
    const asked = { lines: [{ line: 1, quantity: 2 }] };
    assert.equal((await floor.record(order, asked)).body.code, 'location-needed');
    assert.equal((await floor.record(order, { ...asked, location: 'PAR' })).status, 201);
    assert.deepEqual(placesOf(await floor.read(order)), { shipped: 2 });
    assert.deepEqual(await floor.exceptions(order), []);
  });
});

describe('what people look at', () => {
  test('a fulfillment order says where to send it, what is in it, and its parcels', async () => {
    const address = { name: 'Ada', street: 'Street 1', city: 'Berlin', country: 'DE' };
    const order = await floor.buy(
      { MUG: 2 },
      { shippingAddress: address, customer: { email: 'ada@example.com', name: 'Ada' } },
    );
    const { BER } = await floor.release(order);
    await floor.pack(BER, { lines: [{ line: 1, quantity: 1 }] });
    const { body } = await shop.call('GET', `/v1/fulfillment-orders/${BER.id}`);
    assert.deepEqual(
      [body.orderNumber, body.status, body.shipTo.name, body.shipTo.address.city],
      [order.number, 'picking', 'Ada', 'Berlin'],
    );
    assert.deepEqual(
      body.parcels.map(({ lines }: { lines: { quantity: number }[] }) => lines[0]?.quantity),
      [1],
    );
  });

  test('lists are filtered by location, status and order, page by page', async () => {
    const list = async (query: string) =>
      (await shop.call('GET', `/v1/fulfillment-orders?${query}`)).body;
    const all = await list('limit=200');
    const { items: released } = await list('location=BER&status=released&limit=200');
    assert.deepEqual(
      released,
      all.items.filter(
        (one: { location: string; status: string }) =>
          one.location === 'BER' && one.status === 'released',
      ),
    );
    const [first] = released;
    assert.deepEqual((await list(`order=${first.order}`)).items.at(-1)?.order, first.order);
    const page = await list('location=BER&limit=1');
    const next = await list(`location=BER&limit=1&cursor=${page.nextCursor}`);
    assert.notEqual(next.items[0].id, page.items[0].id);
    const { body: parcels } = await shop.call('GET', '/v1/parcels?status=shipped');
    assert.ok(parcels.items.length > 0);
  });
});
