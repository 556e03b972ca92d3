// Stock: what comes, is counted, moved, kept back and reserved; levels are sums of movements.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../src/worker.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { assertRefused, createLocation, levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let clockAheadMs = 0;
before(async () => {
  shop = await openShop({ now: () => new Date(Date.now() + clockAheadMs) });
  await stockUp(shop, { BER: {}, HAM: {} });
});
after(() => shop.close());

const post = (path: string, body: object): Promise<Answer> => shop.call('POST', path, body);
const skuOf = (code: string, more: object = {}) => post('/v1/skus', { code, title: code, ...more });
const lineOf = (sku: string, quantity: number) => [{ sku, quantity }];
const receive = (sku: string, quantity: number, more: object = {}) =>
  post('/v1/stock/receipts', { location: 'BER', lines: lineOf(sku, quantity), ...more });
const adjust = (sku: string, quantity: number) =>
  post('/v1/stock/adjustments', {
    location: 'BER',
    reason: 'broken',
    lines: lineOf(sku, quantity),
  });
const reserve = (sku: string, quantity: number, more: object = {}) =>
  post('/v1/reservations', {
    sku,
    location: 'BER',
    quantity,
    owner: { kind: 'cart', reference: 'cart 7' },
    ...more,
  });

async function wholeLevel(sku: string, location = 'BER') {
  const { body } = await shop.call('GET', `/v1/stock/levels?sku=${sku}&location=${location}`);
  return body.items[0];
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo()); await sleep(20))
    assert.ok(Date.now() < end, 'it did not happen in time');
}

describe('what comes in', () => {
  test('a receipt adds to what is on hand, several lines of a SKU add up', async () => {
    await skuOf('RCP');
    const received = await post('/v1/stock/receipts', {
      location: 'BER',
      reference: 'DN 4711',
      lines: [...lineOf('RCP', 3), ...lineOf('RCP', 4)],
    });
    assert.equal(received.status, 201);
    assert.deepEqual([received.body.kind, received.body.reference], ['receipt', 'DN 4711']);
    assert.deepEqual(
      received.body.levels.map((level: { onHand: number }) => level.onHand),
      [7],
    );
    assert.equal((await levelAt(shop, 'RCP', 'BER')).available, 7);
  });

  test('what is expected shows as incoming until it comes, in parts, and more than was said', async () => {
    await skuOf('EXP');
    const expected = await post('/v1/stock/expectations', {
      location: 'BER',
      expectedAt: '2030-01-01T08:00:00Z',
      lines: lineOf('EXP', 10),
    });
    assert.equal(expected.status, 201);
    assert.deepEqual(await levelAt(shop, 'EXP', 'BER'), {
      onHand: 0,
      reserved: 0,
      available: 0,
      shortfall: 0,
    });
    assert.equal((await wholeLevel('EXP')).incoming, 10);
    const expectation = { expectation: expected.body.id };
    await receive('EXP', 4, expectation);
    assert.equal((await wholeLevel('EXP')).incoming, 6);
    await receive('EXP', 8, expectation);
    const level = await wholeLevel('EXP');
    assert.deepEqual([level.onHand, level.incoming], [12, 0]);
  });

  test('an expectation of another location, or none at all, is not found', async () => {
    const expected = await post('/v1/stock/expectations', {
      location: 'HAM',
      expectedAt: '2030-01-01T08:00:00Z',
      lines: lineOf('EXP', 1),
    });
    assertRefused(await receive('EXP', 1, { expectation: expected.body.id }), 'not-found');
    const nowhere = `sdo_${'0'.repeat(32)}`;
    assertRefused(await receive('EXP', 1, { expectation: nowhere }), 'not-found');
  });

  test('more than a level can count is refused, not broken', async () => {
    await skuOf('FULL');
    const lines = Array.from({ length: 1000 }, () => ({ sku: 'FULL', quantity: 1_000_000 }));
    const full = () => post('/v1/stock/receipts', { location: 'HAM', lines });
    assert.deepEqual([(await full()).status, (await full()).status], [201, 201]);
    assertRefused(await full(), 'validation-failed');
    await post('/v1/stock/counts', { location: 'HAM', lines: [{ sku: 'FULL', counted: 0 }] });
  });

  test('a SKU or a location nobody knows is refused', async () => {
    assertRefused(await receive('NEVER', 1), 'sku-unknown');
    assertRefused(await receive('RCP', 1, { location: 'MARS' }), 'location-unknown');
  });
});

describe('what is put right', () => {
  test('an adjustment below nothing is refused, line after line, and then changes nothing', async () => {
    await skuOf('ADJ');
    await receive('ADJ', 5);
    assertRefused(await adjust('ADJ', -6), 'stock-would-be-negative', { available: 5 });
    const twice = await post('/v1/stock/adjustments', {
      location: 'BER',
      reason: 'broken',
      lines: [...lineOf('ADJ', -3), ...lineOf('ADJ', -3)],
    });
    assertRefused(twice, 'stock-would-be-negative', { available: 2 });
    assert.equal((await levelAt(shop, 'ADJ', 'BER')).onHand, 5);
  });

  test('an adjustment below what is reserved is recorded, and shows as shortfall', async () => {
    await skuOf('LOST');
    await receive('LOST', 5);
    await post('/v1/orders', orderOf({ LOST: 4 }));
    assert.equal((await adjust('LOST', -3)).status, 201);
    assert.deepEqual(await levelAt(shop, 'LOST', 'BER'), {
      onHand: 2,
      reserved: 4,
      available: 0,
      shortfall: 2,
    });
  });

  test('a count below what is reserved is recorded, told in the log, and healed by a receipt', async () => {
    await skuOf('CNT');
    await receive('CNT', 6);
    await post('/v1/orders', orderOf({ CNT: 5 }));
    const counted = await post('/v1/stock/counts', {
      location: 'BER',
      lines: [{ sku: 'CNT', counted: 1 }],
    });
    assert.equal(counted.status, 201);
    assert.equal(counted.body.levels[0].shortfall, 4);
    await shop.sequence();
    const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
    const event = items.find((one: { subject: string }) => one.subject === counted.body.id);
    assert.deepEqual(
      event.data.differences.map((one: { shortfall: number }) => one.shortfall),
      [4],
    );
    assertRefused(await post('/v1/orders', orderOf({ CNT: 1 })), 'insufficient-stock');
    await receive('CNT', 6);
    assert.deepEqual(await levelAt(shop, 'CNT', 'BER'), {
      onHand: 7,
      reserved: 5,
      available: 2,
      shortfall: 0,
    });
  });

  test('units move between available, damaged and quality control, on hand stays', async () => {
    await skuOf('RCL');
    await receive('RCL', 10);
    const move = (from: string, to: string, quantity: number) =>
      post('/v1/stock/reclassifications', {
        location: 'BER',
        from,
        to,
        reason: 'looked at',
        lines: lineOf('RCL', quantity),
      });
    await move('available', 'quality-control', 6);
    await move('quality-control', 'damaged', 4);
    await move('quality-control', 'available', 2);
    const level = await wholeLevel('RCL');
    assert.deepEqual(
      [level.onHand, level.available, level.damaged, level.qualityControl],
      [10, 6, 4, 0],
    );
    assertRefused(await move('damaged', 'available', 5), 'stock-would-be-negative', {
      available: 4,
    });
    assertRefused(await move('damaged', 'damaged', 1), 'validation-failed');
    assertRefused(await post('/v1/orders', orderOf({ RCL: 7 })), 'insufficient-stock');
  });

  test('reserved units found damaged are a fact: the promise is short', async () => {
    await skuOf('DMG');
    await receive('DMG', 3);
    await post('/v1/orders', orderOf({ DMG: 3 }));
    const found = await post('/v1/stock/reclassifications', {
      location: 'BER',
      from: 'available',
      to: 'damaged',
      reason: 'fell',
      lines: lineOf('DMG', 2),
    });
    assert.equal(found.status, 201);
    assert.equal((await levelAt(shop, 'DMG', 'BER')).shortfall, 2);
  });
});

describe('what goes from one location to another', () => {
  const send = (sku: string, quantity: number, more: object = {}) =>
    post('/v1/transfers', { from: 'BER', to: 'HAM', lines: lineOf(sku, quantity), ...more });

  test('is on its way, and nowhere to sell, until it is received', async () => {
    await skuOf('TRF');
    await receive('TRF', 9);
    const sent = await send('TRF', 5, { reference: 'truck 3' });
    assert.equal(sent.status, 201);
    assert.equal(sent.body.status, 'in-transit');
    assert.equal((await wholeLevel('TRF')).onHand, 4);
    const there = await wholeLevel('TRF', 'HAM');
    assert.deepEqual([there.onHand, there.inTransit, there.available], [0, 5, 0]);

    const received = await post(`/v1/transfers/${sent.body.id}/receipt`, {});
    assert.equal(received.status, 200);
    assert.deepEqual(received.body.lines, [{ sku: 'TRF', quantity: 5, received: 5 }]);
    const arrived = await wholeLevel('TRF', 'HAM');
    assert.deepEqual([arrived.onHand, arrived.inTransit], [5, 0]);
    assertRefused(await post(`/v1/transfers/${sent.body.id}/receipt`, {}), 'transfer-received');
    const seen = await shop.call('GET', `/v1/transfers/${sent.body.id}`);
    assert.deepEqual(seen.body, received.body);
  });

  test('may come short, or with what was not sent: recorded as it is', async () => {
    await skuOf('SHORT');
    await skuOf('EXTRA');
    await receive('SHORT', 5);
    const sent = await send('SHORT', 5);
    const received = await post(`/v1/transfers/${sent.body.id}/receipt`, {
      lines: [...lineOf('SHORT', 3), ...lineOf('EXTRA', 1)],
    });
    assert.deepEqual(received.body.lines, [{ sku: 'SHORT', quantity: 5, received: 3 }]);
    const short = await wholeLevel('SHORT', 'HAM');
    assert.deepEqual([short.onHand, short.inTransit], [3, 0]);
    assert.equal((await levelAt(shop, 'EXTRA', 'HAM')).onHand, 1);
  });

  test('is taken back as a whole, as long as nothing of it was received', async () => {
    await skuOf('BACK');
    await receive('BACK', 9);
    const sent = await send('BACK', 5);
    const at = `/v1/transfers/${sent.body.id}`;
    const canceled = await post(`${at}/cancellation`, {});
    assert.equal(canceled.status, 200);
    assert.deepEqual(
      [canceled.body.status, canceled.body.receivedAt, canceled.body.lines],
      ['canceled', null, [{ sku: 'BACK', quantity: 5, received: null }]],
    );
    assert.equal((await wholeLevel('BACK')).onHand, 9);
    const there = await wholeLevel('BACK', 'HAM');
    assert.deepEqual([there.onHand, there.inTransit], [0, 0]);
    assertRefused(await post(`${at}/cancellation`, {}), 'transfer-canceled');
    assertRefused(await post(`${at}/receipt`, {}), 'transfer-canceled');
    const other = await send('BACK', 1);
    await post(`/v1/transfers/${other.body.id}/receipt`, { lines: lineOf('BACK', 1) });
    assertRefused(
      await post(`/v1/transfers/${other.body.id}/cancellation`, {}),
      'transfer-received',
    );
  });

  test('is only what nobody was promised', async () => {
    await skuOf('HELD');
    await receive('HELD', 5);
    await reserve('HELD', 3);
    assertRefused(await send('HELD', 3), 'stock-would-be-negative', { available: 2 });
    assertRefused(await send('HELD', 1, { to: 'BER' }), 'validation-failed');
    assertRefused(await send('HELD', 1, { to: 'MARS' }), 'location-unknown');
    assert.equal((await levelAt(shop, 'HELD', 'BER')).onHand, 5);
  });
});

describe('what is kept back', () => {
  test('safety stock and channel buffers are respected by capture and told in availability', async () => {
    await post('/v1/channels', { code: 'live', name: 'Live' });
    await post('/v1/channels', { code: 'outlet', name: 'Outlet' });
    const channels = [{ channel: 'live', bufferUnits: 3 }, { channel: 'outlet' }];
    await createLocation(shop, 'KEEP', 'live', { safetyStock: 2, channels });
    await skuOf('SAFE');
    await receive('SAFE', 10, { location: 'KEEP' });
    const sold = async (channel: string) => {
      const asked = await shop.call(
        'GET',
        `/v1/stock/availability?maxAgeMs=0&sku=SAFE&channel=${channel}`,
      );
      return asked.body.items[0].availableToSell;
    };
    assert.deepEqual([await sold('live'), await sold('outlet'), await sold('web')], [5, 8, 0]);

    const buy = (channel: string, quantity: number) =>
      post('/v1/orders', orderOf({ SAFE: quantity }, { channel }));
    assertRefused(await buy('live', 6), 'insufficient-stock');
    assertRefused(await buy('web', 1), 'insufficient-stock');
    assert.equal((await buy('live', 5)).status, 201);
    assertRefused(await buy('live', 1), 'insufficient-stock');
    assert.equal((await buy('outlet', 3)).status, 201);
    assertRefused(await buy('outlet', 1), 'insufficient-stock');

    const keep = (safetyStock: number | null) =>
      shop.call('PUT', '/v1/stock/safety-stock', { sku: 'SAFE', location: 'KEEP', safetyStock });
    assert.equal((await keep(0)).body.available, 2);
    assert.equal((await buy('outlet', 1)).status, 201);
    assert.equal((await keep(null)).body.safetyStock, 2);
    assertRefused(await buy('outlet', 1), 'insufficient-stock');
    assert.equal(await sold('live'), 0);
  });

  test('a kit can be sold as often as its scarcest component allows', async () => {
    await skuOf('LEG');
    await skuOf('TOP');
    const parts = [
      { sku: 'LEG', quantity: 4 },
      { sku: 'TOP', quantity: 1 },
    ];
    await skuOf('TABLE', { components: parts });
    await receive('LEG', 11);
    await receive('TOP', 9);
    await shop.call('PUT', '/v1/skus/LEG/backorder-limit', { cap: 9 });
    await shop.call('PUT', '/v1/skus/TOP/backorder-limit', { cap: 1 });
    const asked = await shop.call(
      'GET',
      '/v1/stock/availability?maxAgeMs=0&sku=TABLE,LEG&channel=web',
    );
    assert.deepEqual(asked.body.items, [
      { sku: 'TABLE', channel: 'web', availableToSell: 2, backorderRoom: 1 },
      { sku: 'LEG', channel: 'web', availableToSell: 11, backorderRoom: 9 },
    ]);
  });

  test('availability of every active channel is told when none is named', async () => {
    const asked = await shop.call('GET', '/v1/stock/availability?maxAgeMs=0&sku=LEG');
    const channels = asked.body.items.map((one: { channel: string }) => one.channel);
    assert.ok(channels.includes('web') && channels.includes('outlet'));
    const wrong = await shop.call('GET', '/v1/stock/availability?maxAgeMs=0&sku=LEG&channel=none');
    assertRefused(wrong, 'channel-unknown');
  });
});

describe('reservations', () => {
  test('hold units for a cart until they are released', async () => {
    await skuOf('CART');
    await receive('CART', 5);
    const made = await reserve('CART', 4);
    assert.equal(made.status, 201);
    assert.equal(made.body.expiresAt, null);
    assertRefused(await reserve('CART', 2), 'insufficient-stock');
    assertRefused(await post('/v1/orders', orderOf({ CART: 2 })), 'insufficient-stock');
    const { status } = await shop.call('DELETE', `/v1/reservations/${made.body.id}`);
    assert.equal(status, 204);
    assertRefused(await shop.call('DELETE', `/v1/reservations/${made.body.id}`), 'not-found');
    assert.equal((await levelAt(shop, 'CART', 'BER')).available, 5);
  });

  test('of an order are not released here', async () => {
    const captured = await post('/v1/orders', orderOf({ CART: 1 }));
    const { id } = captured.body.reservations[0];
    assertRefused(await shop.call('DELETE', `/v1/reservations/${id}`), 'not-found');
  });

  test('lapse on time, by themselves, and those without an end stay', async () => {
    await skuOf('LAPSE');
    await receive('LAPSE', 9);
    await reserve('LAPSE', 2, { expiresInSeconds: 600 });
    await reserve('LAPSE', 3, { expiresInSeconds: 7200 });
    await reserve('LAPSE', 1);
    const worker = startWorker(shop.runtime);
    try {
      await sleep(400);
      assert.equal((await levelAt(shop, 'LAPSE', 'BER')).reserved, 6);
      clockAheadMs = 601_000;
      await until(async () => (await levelAt(shop, 'LAPSE', 'BER')).reserved === 4);
      clockAheadMs = 7_201_000;
      await until(async () => (await levelAt(shop, 'LAPSE', 'BER')).reserved === 1);
    } finally {
      await worker.stop();
    }
    const listed = await shop.call('GET', '/v1/reservations?sku=LAPSE&location=BER');
    assert.deepEqual(
      listed.body.items.map((one: { quantity: number }) => one.quantity),
      [1],
    );
  });
});
