// The pains users report of what happens on the way, each one a test that we pass. Numbers and names
// are those of the list of pains; the facts that contradict decisions are those of the design.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEvent } from '@doorstep/contract/log.ts';
import { startWorker } from '../../src/worker.ts';
import { delivered, openExceptions, packed, type Sent, sent, tell } from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500, CUP: 500 }, BACK: {} });
});
after(() => shop.close());

const post = (path: string, body?: object, headers = {}): Promise<Answer> =>
  shop.call('POST', path, body, headers);
const get = async (path: string) => (await shop.call('GET', path)).body;
const restocked = (quantity = 1) => ({
  location: 'BACK',
  items: [{ sku: 'MUG', quantity, condition: 'sellable', disposition: 'restock' }],
});

describe('pain 11: events early, lost, doubled', () => {
  test('events leave in commit order, after commit, exactly once in the log', async () => {
    const first = (await get('/v1/events?limit=1')).items[0]?.position ?? 0;
    const worker = startWorker(shop.runtime);
    const stopping = new AbortController();
    const following = follow(first, stopping.signal);
    const orders = await Promise.all(Array.from({ length: 16 }, (_, place) => liveOf(place)));
    const versions = await Promise.all(
      orders.map(async (order) => [order, (await get(`/v1/orders/${order}`)).version] as const),
    );
    const isAllRead = (events: readonly LogEvent[]) =>
      versions.every(([order, version]) =>
        events.some((event) => event.subject === order && event.version === version),
      );
    for (const end = Date.now() + 15_000; !isAllRead(following.events); await sleep(20))
      assert.ok(Date.now() < end, 'not all events were seen in time');
    stopping.abort();
    await following.done;
    await worker.stop();

    const { events, early } = following;
    assert.deepEqual(early, [], 'nothing is told before it is so');
    assert.deepEqual(
      events.map(({ position }) => position),
      events.map((_, place) => Number(first) + 1 + place),
    );
    assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
    for (const [order, version] of versions) {
      const own = events.filter(({ subject }) => subject === order);
      assert.deepEqual(
        own.map((event) => event.version),
        Array.from({ length: version }, (_, place) => place + 1),
      );
    }
  });

  test('what is refused, repeated or changes nothing leaves no event', async () => {
    const one = await delivered(shop, { MUG: 1 });
    await shop.sequence();
    const { version } = await get(`/v1/orders/${one.order}`);
    await tell(shop, one.trackingNumber, ['delivered', 10]);
    await post(`/v1/parcels/${one.parcel}/shipments`, {});
    await post(`/v1/orders/${one.order}/cancellations`, { reason: 'customer' });
    await post(`/v1/orders/${one.order}/returns`, {
      lines: [{ line: 1, quantity: 9, reason: 'other' }],
    });
    assert.equal((await get(`/v1/orders/${one.order}`)).version, version);
  });
});

describe('facts that contradict decisions are recorded and raised, never refused', () => {
  test('a count below reserved', async () => {
    await post('/v1/orders', orderOf({ CUP: 4 }));
    const count = (counted: number) =>
      post('/v1/stock/counts', { location: 'BER', lines: [{ sku: 'CUP', counted }] });
    const { reserved } = await levelAt(shop, 'CUP', 'BER');
    assert.equal((await count(reserved - 3)).status, 201);
    assert.equal((await levelAt(shop, 'CUP', 'BER')).shortfall, 3);
    const { id } = await get('/v1/skus/CUP');
    assert.deepEqual(await openExceptions(shop, id), ['stock-below-promised']);
    await count(500);
    assert.deepEqual(await openExceptions(shop, id), []);
  });

  test('a return before delivery', async () => {
    const one = await sent(shop, { MUG: 1 });
    const { status, body } = await post('/v1/return-receipts', {
      order: one.order,
      ...restocked(),
    });
    assert.deepEqual([status, body.differences[0].kind], [201, 'before-delivery']);
    assert.deepEqual(await openExceptions(shop, one.order), ['return-before-delivery']);
    await tell(shop, one.trackingNumber, ['delivered', 10]);
    assert.deepEqual(await openExceptions(shop, one.order), []);
  });

  test('a return of what never left', async () => {
    const one = await packed(shop, { MUG: 1 });
    const { status, body } = await post('/v1/return-receipts', {
      order: one.order,
      ...restocked(),
    });
    assert.deepEqual([status, body.differences[0].kind], [201, 'beyond-shipped']);
    assert.deepEqual(await openExceptions(shop, body.return.id), ['unexpected-return']);
  });

  test('tracking of an unknown parcel', async () => {
    assert.deepEqual(await tell(shop, 'NOBODY-KNOWS', ['delivered', 10]), ['unknown-parcel']);
    assert.deepEqual(await openExceptions(shop, 'NOBODY-KNOWS'), ['unknown-parcel']);
  });

  test('a scan of a parcel whose order was canceled', async () => {
    const one = await packed(shop, { MUG: 2 });
    await post(`/v1/orders/${one.order}/cancellations`, { reason: 'customer' });
    assert.deepEqual(await tell(shop, one.trackingNumber, ['delivered', 10]), ['recorded']);
    const [line] = (await get(`/v1/orders/${one.order}`)).lines;
    assert.deepEqual([line.canceled, line.shipped, line.overshipped, line.delivered], [2, 2, 2, 2]);
    const raised = await openExceptions(shop, one.order);
    assert.ok(raised.includes('shipped-beyond-asked'), raised.join(' '));
  });
});

/** The whole life of an order, with everybody at it at once. @returns its id */
async function liveOf(place: number): Promise<string> {
  const one = await packed(shop, { MUG: 2, CUP: 1 });
  const at = `/v1/orders/${one.order}`;
  await Promise.all([
    post(`/v1/parcels/${one.parcel}/shipments`, {}),
    tell(shop, one.trackingNumber, ['in-transit', 8], ['delivered', 10]),
    tell(shop, one.trackingNumber, ['delivered', 10], ['out-for-delivery', 9]),
    shop.call('PUT', `${at}/tags/seen-${place}`),
    post(`${at}/cancellations`, { reason: 'customer' }),
    post(`${at}/notes`, { body: 'On its way' }),
    backFrom(one),
  ]);
  await backFrom(one);
  return one.order;
}

async function backFrom(one: Sent): Promise<void> {
  const headers = { 'idempotency-key': `back ${one.order}` };
  const body = { order: one.order, ...restocked(), refund: true };
  await Promise.all(Array.from({ length: 3 }, () => post('/v1/return-receipts', body, headers)));
}

/** Reads the log as anybody would, from a position on, and looks whether what it tells is so. */
function follow(
  from: number,
  signal: AbortSignal,
): { events: LogEvent[]; early: string[]; done: Promise<void> } {
  const events: LogEvent[] = [];
  const early: string[] = [];
  const read = async (): Promise<void> => {
    let after = from;
    while (!signal.aborted) {
      const { items } = await get(`/v1/events?after=${after}&limit=7`);
      const newest = items.at(-1) as LogEvent | undefined;
      if (newest === undefined) await sleep(5);
      else after = Number(newest.position);
      events.push(...items);
      if (newest?.subject.startsWith('ord_') !== true) continue;
      const { version } = await get(`/v1/orders/${newest.subject}`);
      if (version < newest.version) early.push(`${newest.type} ${newest.version} at ${version}`);
    }
  };
  return { events, early, done: read() };
}
