// cspell:ignore cancelled
// Orders of the past that were still open: newer exports bring them up to date, and people work on
// cspell:ignore cancelled
// them here like on any other.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../src/worker.ts';
import { importBytes, orderOf } from '../importing.ts';
import { assertVerified, openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 10, CUP: 10 } });
});
after(() => shop.close());

const HEAD =
  'Name,Email,Financial Status,Fulfillment Status,Currency,Total,Refunded Amount,Created at,' +
  'Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status';

interface Said {
  readonly paid?: string;
  readonly refunded?: string;
  readonly mugs?: number;
  /** How far the mugs and the cup have come. */
  readonly units?: readonly [string, string];
}

/** Mugs at 10.00 and a cup at 5.00. */
const shopify = (name: string, { paid, refunded, mugs = 2, units }: Said = {}): string =>
  [
    HEAD,
    `${name},ada@example.com,${paid ?? 'paid'},,EUR,${mugs * 10 + 5}.00,${refunded ?? '0.00'},` +
      `2025-03-04 10:00:00 +0100,${mugs},Mug,10.00,MUG,${units?.[0] ?? 'pending'}`,
    `${name},,,,,,,,1,Cup,5.00,CUP,${units?.[1] ?? 'pending'}`,
  ].join('\n');

const load = (file: string, more: object = {}) =>
  importBytes(shop, file, { profile: 'shopify', ...more });

async function orderNamed(name: string) {
  const { items } = (await shop.call('GET', '/v1/orders?limit=200')).body;
  const found = items.find(({ externalId }: { externalId: string }) => externalId === name);
  return orderOf(shop, found.id);
}

async function imported(name: string, said: Said = {}): Promise<string> {
  const done = await load(shopify(name, said));
  assert.deepEqual(done.documents.create, { order: 1 }, JSON.stringify(done));
  return (await orderNamed(name)).id;
}

async function reasonOf({ id }: { id: string }): Promise<[string, string]> {
  const { items } = (await shop.call('GET', `/v1/imports/${id}/documents`)).body;
  return [items[0].outcome, items[0].reason];
}

const unitsOf = (order: { lines: Record<string, number>[] }) =>
  order.lines.map((line) => [
    line['canceled'],
    line['unpromised'],
    line['shipped'],
    line['returned'],
  ]);

async function eventsOf(order: string, type: string) {
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  return items.filter(
    (event: { subject: string; type: string }) => event.subject === order && event.type === type,
  );
}

test('a newer export moves the units on, and tells by how many', async () => {
  const order = await imported('#1');
  assert.deepEqual(unitsOf(await orderNamed('#1')), [
    [0, 2, 0, 0],
    [0, 1, 0, 0],
  ]);
  const newer = shopify('#1', {
    paid: 'partially_refunded',
    refunded: '5.00',
    units: ['fulfilled', 'cancelled'],
  });
  const dry = await load(newer, { apply: false });
  assert.deepEqual(dry.documents.change, { order: 1 });
  assert.deepEqual(unitsOf(await orderNamed('#1')), [
    [0, 2, 0, 0],
    [0, 1, 0, 0],
  ]);
  const done = await load(newer);
  assert.deepEqual(done.documents.change, { order: 1 });
  const now = await orderNamed('#1');
  assert.deepEqual(unitsOf(now), [
    [0, 0, 2, 0],
    [1, 0, 0, 0],
  ]);
  const [event, ...others] = await eventsOf(order, 'order.reimported.v1');
  assert.deepEqual(others, []);
  assert.deepEqual(event.data, {
    import: done.id,
    canceledMinor: 500,
    lines: [
      { line: 1, unpromised: -2, shipped: 2 },
      { line: 2, unpromised: -1, canceled: 1 },
    ],
  });
  await assertVerified(shop.runtime);
});

test('the same again is skipped, and so is an older export', async () => {
  const newest: Said = { units: ['fulfilled', 'fulfilled'] };
  await imported('#2');
  await load(shopify('#2', newest));
  assert.equal((await reasonOf(await load(shopify('#2', newest))))[0], 'skip');
  const [outcome, reason] = await reasonOf(await load(shopify('#2')));
  assert.equal(outcome, 'skip');
  assert.match(reason, /further/);
  assert.deepEqual(unitsOf(await orderNamed('#2')), [
    [0, 0, 2, 0],
    [0, 0, 1, 0],
  ]);
});

test('an export with other lines or amounts is refused, and says why', async () => {
  await imported('#3');
  const before = await orderNamed('#3');
  const [outcome, reason] = await reasonOf(await load(shopify('#3', { mugs: 3 })));
  assert.equal(outcome, 'refuse');
  assert.match(reason, /other lines or amounts/);
  assert.deepEqual(await orderNamed('#3'), before);
});

async function sendBack(order: string): Promise<void> {
  const lines = [{ line: 1, quantity: 1, reason: 'damaged' }];
  const asked = await shop.call('POST', `/v1/orders/${order}/returns`, { lines });
  assert.equal(asked.status, 201, JSON.stringify(asked.body));
  const found = { sku: 'MUG', quantity: 1, condition: 'damaged', disposition: 'damaged' };
  const receipt = { location: 'BER', items: [found] };
  const got = await shop.call('POST', `/v1/returns/${asked.body.id}/receipts`, receipt);
  assert.equal(got.status, 201, JSON.stringify(got.body));
}

test('what comes back here is counted beside what came back before', async () => {
  const said: Said = { units: ['fulfilled', 'restocked'] };
  const order = await imported('#4', said);
  await sendBack(order);
  const after = [
    [0, 0, 2, 1],
    [0, 0, 1, 1],
  ];
  assert.deepEqual(unitsOf(await orderNamed('#4')), after);
  await assertVerified(shop.runtime);
  assert.equal((await reasonOf(await load(shopify('#4', said))))[0], 'skip');
  assert.deepEqual(unitsOf(await orderNamed('#4')), after);
  // The other system has heard of it, and of more than is left to come back.
  const both = await load(shopify('#4', { units: ['restocked', 'restocked'] }));
  assert.equal((await reasonOf(both))[0], 'refuse');
  assert.equal(both.state, 'done');
  assert.deepEqual(unitsOf(await orderNamed('#4')), after);
});

test('an imported order is held, tagged, noted and canceled like any other', async () => {
  const at = `/v1/orders/${await imported('#5')}`;
  const hold = await shop.call('POST', `${at}/holds`, { reason: 'other' });
  assert.equal(hold.status, 201);
  await shop.call('PUT', `${at}/holds/${hold.body.id}/release`);
  assert.equal((await shop.call('PUT', `${at}/tags/old`)).status < 300, true);
  assert.equal((await shop.call('POST', `${at}/notes`, { body: 'Called' })).status, 201);
  const part = { reason: 'customer', lines: [{ line: 1, quantity: 1 }] };
  const canceled = await shop.call('POST', `${at}/cancellations`, part);
  assert.equal(canceled.status, 201, JSON.stringify(canceled.body));
  assert.deepEqual(unitsOf(await orderNamed('#5')), [
    [1, 1, 0, 0],
    [0, 1, 0, 0],
  ]);
  assert.equal((await reasonOf(await load(shopify('#5'))))[0], 'skip');
  // Of the two mugs one was canceled here; the file has both as shipped.
  const sent = await load(shopify('#5', { units: ['fulfilled', 'fulfilled'] }));
  assert.equal((await reasonOf(sent))[0], 'refuse');
  assert.deepEqual(unitsOf(await orderNamed('#5')), [
    [1, 1, 0, 0],
    [0, 1, 0, 0],
  ]);
  await assertVerified(shop.runtime);
});

/** Somebody buys more than there is; when stock comes they get it, for all that others came before. */
async function serveWaiting(): Promise<void> {
  const { available } = await levelAt(shop, 'MUG', 'BER');
  await shop.call('PUT', '/v1/skus/MUG/backorder-limit', { cap: 10 });
  const { body } = await shop.call('POST', '/v1/orders', {
    channel: 'web',
    externalId: 'live',
    stockPolicy: 'partial-with-backorder',
    currency: 'EUR',
    lines: [{ sku: 'MUG', quantity: available + 5, unitPriceMinor: 100 }],
  });
  assert.equal(body.stock, 'backordered', JSON.stringify(body));
  const worker = startWorker(shop.runtime);
  const lines = [{ sku: 'MUG', quantity: 10 }];
  await shop.call('POST', '/v1/stock/receipts', { location: 'BER', lines });
  const waiting = async () =>
    (await shop.call('GET', `/v1/orders/${body.id}`)).body.lines[0].backordered;
  while ((await waiting()) > 0) await sleep(50);
  await worker.stop();
}

test('open units of the past are never promised stock, and never give any back', async () => {
  const level = async () => {
    const { onHand, available, reserved } = await levelAt(shop, 'MUG', 'BER');
    return { onHand, available, reserved };
  };
  const before = await level();
  const at = `/v1/orders/${await imported('#6')}`;
  assert.deepEqual(await level(), before);
  const sourced = await shop.call('POST', `${at}/sourcings`);
  assert.equal(sourced.body.code, 'nothing-to-source');
  await serveWaiting();
  const left = { ...before, onHand: before.onHand + 10, available: 5 };
  assert.deepEqual(await level(), { ...left, reserved: before.available + 5 });
  const served = await level();
  const canceled = await shop.call('POST', `${at}/cancellations`, { reason: 'customer' });
  assert.equal(canceled.status, 201);
  assert.deepEqual(await level(), served);
  const { body } = await shop.call('GET', '/v1/stock/movements?sku=MUG&location=BER');
  assert.ok(!JSON.stringify(body).includes(at.slice('/v1/orders/'.length)));
});
