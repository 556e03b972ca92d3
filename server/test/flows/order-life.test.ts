// An order's life after capture: held, tagged, noted, canceled, found again, and explained.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../src/worker.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { createLocation, levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let clockAheadMs = 0;
before(async () => {
  shop = await openShop({ now: () => new Date(Date.now() + clockAheadMs) });
  await stockUp(shop, { BER: { MUG: 500, CUP: 500, POT: 500 }, HAM: { MUG: 5 } });
  const components = [
    { sku: 'CUP', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ];
  await post('/v1/skus', { code: 'TEA', title: 'Tea set', components });
  await post('/v1/channels', { code: 'shop', name: 'Shop' });
  await createLocation(shop, 'STORE', 'shop');
  await createLocation(shop, 'OFF', 'web', { active: false });
});
after(() => shop.close());

const post = (path: string, body: object): Promise<Answer> => shop.call('POST', path, body);
const get = (path: string): Promise<Answer> => shop.call('GET', path);
const buy = (units: Record<string, number>, more: object = {}) =>
  post('/v1/orders', orderOf(units, more));
const cancel = (order: Answer, more: object = {}) =>
  post(`/v1/orders/${order.body.id}/cancellations`, { reason: 'customer', ...more });
const hold = (order: Answer, more: object = {}) =>
  post(`/v1/orders/${order.body.id}/holds`, { reason: 'other', ...more });
const release = (order: Answer, held: Answer) =>
  shop.call('PUT', `/v1/orders/${order.body.id}/holds/${held.body.id}/release`);
const read = async (order: Answer) => (await get(`/v1/orders/${order.body.id}`)).body;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo()); await sleep(20))
    assert.ok(Date.now() < end, 'it did not happen in time');
}

describe('holds', () => {
  test('many may stand at once, and all must be released', async () => {
    const order = await buy({ MUG: 1 });
    const first = await hold(order, { reason: 'awaiting-payment', handle: 'pay' });
    assert.deepEqual([first.status, first.body.blocks], [201, ['release']]);
    const blocks = ['edit', 'payment'];
    const second = await hold(order, { reason: 'credit-limit', note: 'ask Ada', blocks });
    assert.deepEqual(second.body.blocks, blocks);
    assert.equal((await read(order)).status, 'on-hold');
    await release(order, first);
    assert.equal((await read(order)).status, 'on-hold');
    const released = await release(order, second);
    assert.notEqual(released.body.releasedAt, null);
    const { status, holds } = await read(order);
    assert.deepEqual([status, holds.length], ['open', 2]);
    assert.equal((await release(order, second)).body.code, 'hold-not-open');
    const nobody = { ...second, body: { id: `hld_${'0'.repeat(32)}` } };
    assert.equal((await release(order, nobody)).body.code, 'not-found');
  });

  test('a handle names one open hold of an order, and is free again after its release', async () => {
    const order = await buy({ MUG: 1 });
    const first = await hold(order, { handle: 'fraud check' });
    const taken = await hold(order, { handle: 'fraud check' });
    assert.deepEqual(
      [taken.body.code, taken.body.data],
      ['hold-handle-taken', { handle: 'fraud check' }],
    );
    assert.equal((await read(order)).version, 2);
    await release(order, first);
    assert.equal((await hold(order, { handle: 'fraud check' })).status, 201);
  });

  test('a hold may stand on one line; a line of another order is refused', async () => {
    const order = await buy({ MUG: 1, CUP: 1 });
    const held = await hold(order, { line: order.body.lines[1].id });
    assert.equal(held.body.line, 2);
    const other = await buy({ MUG: 1 });
    assert.equal((await hold(other, { line: order.body.lines[1].id })).body.code, 'line-unknown');
  });

  test('with an end a hold lapses by itself, and says who released it', async () => {
    const order = await buy({ MUG: 1 });
    const inMinutes = (minutes: number) =>
      new Date(Date.now() + clockAheadMs + minutes * 60_000).toISOString();
    await hold(order, { handle: 'soon', expiresAt: inMinutes(10) });
    await hold(order, { handle: 'later', expiresAt: inMinutes(120) });
    const worker = startWorker(shop.runtime);
    try {
      clockAheadMs += 11 * 60_000;
      await until(async () => (await read(order)).holds[0].releasedAt !== null);
    } finally {
      await worker.stop();
    }
    const { status, holds } = await read(order);
    assert.deepEqual(
      [status, holds[0].releasedBy, holds[1].releasedAt],
      ['on-hold', 'system:lapse-holds', null],
    );
  });
});

describe('what people put on an order', () => {
  test('a tag is there once, however often it is put on, and gone once taken off', async () => {
    const order = await buy({ MUG: 1 }, { tags: ['vip'] });
    const tag = (method: string, name: string) =>
      shop.call(method, `/v1/orders/${order.body.number}/tags/${encodeURIComponent(name)}`);
    await tag('PUT', 'gift wrap');
    const again = await tag('PUT', 'gift wrap');
    assert.deepEqual([again.body.tags, again.body.version], [['gift wrap', 'vip'], 2]);
    const gone = await tag('DELETE', 'vip');
    assert.deepEqual([gone.body.tags, gone.body.version], [['gift wrap'], 3]);
    assert.equal((await tag('DELETE', 'vip')).body.version, 3);
  });

  test('notes are kept in order; their words stay out of the log', async () => {
    const order = await buy({ MUG: 1 }, { note: 'Ring twice' });
    const noted = await post(`/v1/orders/${order.body.id}/notes`, { body: 'Called Ada' });
    assert.deepEqual(
      noted.body.notes.map((note: { body: string }) => note.body),
      ['Ring twice', 'Called Ada'],
    );
    const { items } = (await get(`/v1/orders/${order.body.id}/timeline`)).body;
    assert.ok(!JSON.stringify(items).includes('Ada'));
    assert.equal(items.length, noted.body.version);
  });

  test('custom fields merge, null removes, and an outdated version is refused', async () => {
    const order = await buy({ MUG: 1 }, { customFields: { color: 'red', size: 3 } });
    const set = (customFields: object, version?: number) =>
      shop.call('PATCH', `/v1/orders/${order.body.id}/custom-fields`, {
        customFields,
        ...(version === undefined ? {} : { version }),
      });
    const changed = await set({ color: null, gift: true }, 1);
    assert.deepEqual(changed.body.customFields, { size: 3, gift: true });
    const stale = await set({ size: 4 }, 1);
    assert.deepEqual([stale.body.code, stale.body.data.version], ['version-conflict', 2]);
    const many = Object.fromEntries(Array.from({ length: 49 }, (_, place) => [`f${place}`, 1]));
    assert.equal((await set(many)).body.code, 'validation-failed');
  });
});

describe('canceling', () => {
  test('units: first some, then the rest, and the money of all parts is the price', async () => {
    const order = await post('/v1/orders', {
      ...orderOf({}),
      lines: [{ sku: 'MUG', quantity: 3, unitPrice: '3.3333' }],
      shipping: [{ title: 'Post', amountMinor: 490 }],
    });
    const line = order.body.lines[0].id;
    const first = await cancel(order, { lines: [{ line, quantity: 1 }], note: 'too many' });
    assert.deepEqual([first.body.status, first.body.canceledMinor], ['open', 333]);
    await cancel(order, { lines: [{ line, quantity: 1 }] });
    const tooMany = await cancel(order, { lines: [{ line, quantity: 2 }] });
    assert.deepEqual([tooMany.body.code, tooMany.body.data.cancelable], ['not-cancelable', 1]);
    const last = await cancel(order);
    assert.deepEqual([last.body.status, last.body.canceledMinor], ['canceled', 1490]);
    assert.deepEqual(
      last.body.cancellations.map((one: { amountMinor: number }) => one.amountMinor),
      [333, 333, 824],
    );
    assert.equal((await cancel(order)).body.code, 'nothing-to-cancel');
  });

  test('a line: the others stay as they are', async () => {
    const before = await levelAt(shop, 'CUP', 'BER');
    const order = await buy({ MUG: 2, CUP: 3 });
    const canceled = await cancel(order, {
      lines: [{ line: order.body.lines[0].id, quantity: 2 }],
    });
    assert.deepEqual(
      canceled.body.lines.map((line: { canceled: number }) => line.canceled),
      [2, 0],
    );
    assert.deepEqual([canceled.body.status, canceled.body.totalMinor], ['open', 5000]);
    assert.equal((await levelAt(shop, 'CUP', 'BER')).reserved, before.reserved + 3);
  });

  test('a kit goes with its components, kit by kit; a component alone does not', async () => {
    const before = await levelAt(shop, 'CUP', 'BER');
    const order = await buy({ TEA: 3 });
    const [kit, cups] = order.body.lines;
    const part = await cancel(order, { lines: [{ line: cups.id, quantity: 1 }] });
    assert.deepEqual([part.body.code, part.body.data.kitLine], ['not-cancelable', kit.id]);
    const two = await cancel(order, { lines: [{ line: kit.id, quantity: 2 }] });
    assert.deepEqual(
      two.body.lines.map((line: { canceled: number }) => line.canceled),
      [2, 4, 2],
    );
    assert.equal((await levelAt(shop, 'CUP', 'BER')).reserved, before.reserved + 2);
    assert.equal((await cancel(order)).body.status, 'canceled');
    assert.equal((await levelAt(shop, 'CUP', 'BER')).reserved, before.reserved);
  });

  test('with the version one saw: refused when it has changed since', async () => {
    const order = await buy({ MUG: 1 });
    await hold(order);
    assert.equal((await cancel(order, { version: 1 })).body.code, 'version-conflict');
    assert.equal((await cancel(order, { version: 2 })).body.status, 'canceled');
  });
  test('a line that lowers the total is money like any other', async () => {
    const order = await post('/v1/orders', {
      ...orderOf({}),
      lines: [
        { sku: 'MUG', quantity: 1, unitPrice: '10.00' },
        { sku: 'voucher', quantity: 1, unitPrice: '-4.00' },
      ],
    });
    assert.equal(order.body.totals.totalMinor, 600);
    const line = order.body.lines[0].id;
    const first = await cancel(order, { lines: [{ line, quantity: 1 }] });
    assert.equal(first.body.canceledMinor, 1000, JSON.stringify(first.body));
    assert.equal((await cancel(order)).body.canceledMinor, 600);
  });

  test('an order that is not there is not found, by id and by number', async () => {
    const nowhere = `ord_${'0'.repeat(32)}`;
    for (const order of [nowhere, '999999'])
      for (const path of ['', '/timeline', '/routing'])
        assert.equal((await get(`/v1/orders/${order}${path}`)).body.code, 'not-found', path);
    assert.equal((await cancel({ ...(await get('/')), body: { id: nowhere } })).status, 404);
  });
});

describe('money as given', () => {
  const line = {
    sku: 'MUG',
    quantity: 2,
    unitPriceMinor: 1000,
    taxes: [{ name: 'VAT', rate: '0.19', amountMinor: 342 }],
    discounts: [{ name: 'Summer', code: 'SUN', amountMinor: 200 }],
  };
  const shipping = [
    { title: 'Express', amountMinor: 900, taxes: [{ name: 'VAT', amountMinor: 171 }] },
  ];
  const order = { channel: 'web', currency: 'EUR', lines: [line], shipping };

  test('taxes, discounts and shipping are kept row by row and summed', async () => {
    const captured = await post('/v1/orders', { ...order, totalMinor: 3213 });
    assert.deepEqual(captured.body.totals, {
      currency: 'EUR',
      pricesIncludeTax: false,
      itemsMinor: 2000,
      shippingMinor: 900,
      discountMinor: 200,
      taxMinor: 513,
      totalMinor: 3213,
    });
    const { adjustments, charges, lines } = await read(captured);
    assert.equal(lines[0].payableMinor + charges[0].payableMinor, 3213);
    assert.deepEqual(
      adjustments.map((one: Record<string, unknown>) => [one['kind'], one['line'], one['charge']]),
      [
        ['tax', 1, null],
        ['discount', 1, null],
        ['tax', null, 1],
      ],
    );
  });

  test('prices that include tax are not taxed again', async () => {
    const captured = await post('/v1/orders', { ...order, pricesIncludeTax: true });
    assert.equal(captured.body.totals.totalMinor, 2700);
  });

  test('a stated total that is not the sum is refused, with both amounts', async () => {
    const refused = await post('/v1/orders', { ...order, totalMinor: 3212 });
    assert.deepEqual(
      [refused.body.code, refused.body.data],
      ['order-total-mismatch', { statedTotalMinor: 3212, totalMinor: 3213 }],
    );
  });

  test('an amount beyond what JSON can hold is refused, not rounded', async () => {
    const huge = { sku: 'huge', quantity: 1_000_000, unitPrice: '999999999999' };
    const refused = await post('/v1/orders', { ...orderOf({}), lines: [huge] });
    assert.equal(refused.status, 400, JSON.stringify(refused.body));
  });
});

describe('capture again, and capture of what is not known', () => {
  test('a known external id answers 200 with the same order, whatever else is said', async () => {
    const first = await buy({ MUG: 1 }, { externalId: 'W-100' });
    const second = await buy({ MUG: 9 }, { externalId: 'W-100' });
    assert.deepEqual([first.status, second.status], [201, 200]);
    assert.deepEqual(second.body, first.body);
    const elsewhere = await buy({ NEW: 1 }, { externalId: 'W-100', channel: 'shop' });
    assert.equal(elsewhere.status, 201);
  });

  test('a SKU nobody knows becomes an unmatched line of an order that is not promised', async () => {
    const order = await buy({ 'NEVER-SEEN': 2, MUG: 1 });
    assert.deepEqual([order.status, order.body.stock], [201, 'unpromised']);
    const { stockStatus, lines } = await read(order);
    assert.deepEqual([stockStatus, lines[0].skuId, lines[0].unpromised], ['unpromised', null, 2]);
    assert.equal((await cancel(order)).body.stockStatus, 'none');
  });
  test('what no database can hold is refused, not broken', async () => {
    const hostile = ['a\u0000b', '\ud800', '\udc00x'];
    const orders = hostile.flatMap((text) => [
      orderOf({ [text]: 1 }),
      orderOf({ MUG: 1 }, { externalId: text }),
      orderOf({ MUG: 1 }, { note: text }),
      orderOf({ MUG: 1 }, { tags: [text] }),
      orderOf({ MUG: 1 }, { customFields: { text } }),
      orderOf({ MUG: 1 }, { shippingAddress: { country: 'DE', name: text } }),
    ]);
    const moments = ['9999-12-31T23:59:60Z', '2016-12-31T23:59:60Z'];
    const later = moments.map((placedAt) => orderOf({ MUG: 1 }, { placedAt }));
    for (const order of [...orders, ...later]) {
      const { status } = await post('/v1/orders', order);
      assert.ok(status < 500, JSON.stringify(order));
    }
    for (const path of ['stock/levels?sku=%00', 'stock/levels?location=%00', 'orders?search=%00'])
      assert.ok((await get(`/v1/${path}`)).status < 500, path);
  });

  test('routing names every location once, with its outcome in words', async () => {
    const order = await buy({ MUG: 6 });
    const { decisions } = (await get(`/v1/orders/${order.body.id}/routing`)).body;
    const told = decisions[0].candidates.map((one: { location: string; outcome: string }) => [
      one.location,
      one.outcome,
    ]);
    assert.deepEqual(Object.fromEntries(told), {
      BER: 'chosen',
      HAM: 'too-little-stock',
      STORE: 'channel-not-served',
      OFF: 'inactive',
    });
    assert.deepEqual([told.length, decisions[0].othersCount], [4, 0]);
    assert.ok(decisions[0].candidates.every((one: { reason: string }) => one.reason.length > 0));
  });
});

test('erasing the order of a guest leaves money and stock, and nothing personal', async () => {
  const own = await openShop();
  try {
    await stockUp(own, { BER: { MUG: 5 } });
    const captured = await own.call(
      'POST',
      '/v1/orders',
      orderOf(
        { MUG: 2 },
        {
          customer: { name: 'Wilhelmina Guest', phone: '+49 30 5550199' },
          shippingAddress: { name: 'Wilhelmina Guest', street: 'Secret Lane 7', country: 'DE' },
          note: 'Ring twice, says Wilhelmina',
        },
      ),
    );
    const erased = await own.call('POST', `/v1/orders/${captured.body.id}/erasure`);
    assert.equal(erased.status, 200);
    assert.equal(erased.body.totalMinor, 2000);
    assert.equal(erased.body.lines[0].reserved, 2);
    assert.doesNotMatch(JSON.stringify(erased.body), /Wilhelmina|5550199|Secret Lane/);
    const timeline = await own.call('GET', `/v1/orders/${captured.body.id}/timeline`);
    assert.doesNotMatch(JSON.stringify(timeline.body), /Wilhelmina|5550199|Secret Lane/);
  } finally {
    await own.close();
  }
});
