// Finding orders again: search, filters, pages.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { orderListReader } from '../../src/desk/keep-order-list.ts';
import { startWorker } from '../../src/worker.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { createLocation, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let ada: Answer;
let bob: Answer;
let eve: Answer;

before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { 'RED-MUG': 50, 'BLUE-CUP': 50 } });
  await shop.call('POST', '/v1/channels', { code: 'shop', name: 'Shop' });
  await createLocation(shop, 'STORE', 'shop', { channels: [{ channel: 'shop' }] });
  await shop.call('PUT', '/v1/skus/RED-MUG/backorder-limit', { cap: 9 });
  ada = await buy(
    { 'RED-MUG': 1 },
    {
      externalId: 'SHOPIFY-1001',
      customer: { email: 'ada.lovelace@example.org', name: 'Ada Lovelace', phone: '+4930123456' },
      tags: ['vip', 'gift'],
    },
  );
  bob = await buy(
    { 'BLUE-CUP': 2 },
    {
      externalId: 'SHOPIFY-1002',
      customer: { email: 'bob@example.com', name: 'Bob Café' },
      tags: ['vip'],
    },
  );
  eve = await buy({ 'NO-SUCH-SKU': 1 }, { channel: 'shop', tags: ['gift'] });
  const worker = startWorker(shop.runtime);
  for (const end = Date.now() + 10_000; (await found('NO-SUCH')).length === 0; await sleep(20))
    assert.ok(Date.now() < end, 'orders were not made findable in time');
  await worker.stop();
});
after(() => shop.close());

async function buy(units: Record<string, number>, more: object): Promise<Answer> {
  const answer = await shop.call('POST', '/v1/orders', orderOf(units, more));
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer;
}

async function listed(query: string): Promise<string[]> {
  const { status, body } = await shop.call('GET', `/v1/orders?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body.items.map((order: { id: string }) => order.id);
}

const found = (words: string) => listed(`search=${encodeURIComponent(words)}`);
const idsOf = (...orders: Answer[]) => orders.map((order) => order.body.id).sort();

describe('search', () => {
  test('finds an order by number, external id, SKU, e-mail, name and phone', async () => {
    for (const words of [
      ada.body.number,
      'SHOPIFY-1001',
      'shopify-1001',
      'RED-MUG',
      'ada.lovelace@example.org',
      'Ada Lovelace',
      'lovelace ada',
      '+4930123456',
      '030 12 34 56',
      'ada (030) 123456',
      '123456',
    ])
      assert.ok((await found(words)).includes(ada.body.id), words);
    assert.deepEqual(await found('030 12 34 57'), []);
  });

  test('finds by the beginning of a word, and without accents', async () => {
    assert.deepEqual(await found('love'), idsOf(ada));
    assert.deepEqual(await found('cafe'), idsOf(bob));
    assert.deepEqual((await found('shopify-100')).sort(), idsOf(ada, bob));
  });

  test('needs every word, and finds nothing where there is nothing', async () => {
    assert.deepEqual(await found('ada cafe'), []);
    assert.deepEqual(await found('lace'), []);
    assert.deepEqual(await found('zzz'), []);
  });
  test('finds by words of the order and of its buyer together', async () => {
    assert.deepEqual(await found('lovelace red-mug'), idsOf(ada));
  });

  test('finds the same when a reader of the log was cut off and reads again', async () => {
    const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
    const captured = items.filter(({ type }: { type: string }) => type === 'order.captured.v1');
    const range = { after: 0n, through: BigInt(items.length) };
    await orderListReader(shop.runtime.app).handleTouches(shop.tenant, captured, range);
    assert.deepEqual(await found('lovelace'), idsOf(ada));
  });

  test('does not reach into another tenant', async () => {
    const other = await shop.anotherTenant('other');
    const { body } = await other.call('GET', '/v1/orders?search=ada');
    assert.deepEqual(body.items, []);
  });
});

describe('filters', () => {
  test('by status, fulfillment, stock, channel, customer and tag, alone and together', async () => {
    const { customer } = ada.body;
    for (const [query, expected] of [
      ['status=open', [ada, bob, eve]],
      ['status=canceled', []],
      ['fulfillmentStatus=unfulfilled', [ada, bob, eve]],
      ['stockStatus=unpromised', [eve]],
      ['stockStatus=promised', [ada, bob]],
      ['channel=shop', [eve]],
      [`customer=${customer}`, [ada]],
      [`customer=${customer}&stockStatus=unpromised`, []],
      ['tag=vip', [ada, bob]],
      ['tag=gift&channel=web', [ada]],
      ['tag=nobody', []],
      ['search=shopify&tag=gift', [ada]],
      ['search=shopify&stockStatus=promised&channel=web', [ada, bob]],
      ['search=shopify&channel=shop', []],
    ] as const)
      assert.deepEqual((await listed(query)).sort(), idsOf(...expected), query);
  });

  test('that name what is not there are refused', async () => {
    const wrong = (query: string) => shop.call('GET', `/v1/orders?${query}`);
    assert.equal((await wrong('channel=none')).body.code, 'channel-unknown');
    assert.equal((await wrong('status=shipped')).body.code, 'validation-failed');
    const dashes = Buffer.from(JSON.stringify(['-'.repeat(33)])).toString('base64url');
    for (const cursor of ['nonsense', dashes])
      assert.equal((await wrong(`cursor=${cursor}`)).body.code, 'cursor-invalid');
  });
});

describe('pages', () => {
  before(async () => {
    for (let made = 0; made < 7; made += 1)
      await buy({ 'BLUE-CUP': 1 }, { tags: made === 0 ? ['page', 'vip'] : ['page'] });
  });

  async function pagesOf(query: string, limit: number): Promise<string[]> {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { body } = await shop.call('GET', `/v1/orders?${query}&limit=${limit}${cursor}`);
      assert.ok(body.items.length <= limit);
      ids.push(...body.items.map((order: { id: string }) => order.id));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    return ids;
  }

  test('show each order once, newest first, whatever the filter and the size', async () => {
    for (const query of [
      'status=open',
      'channel=web',
      'tag=page',
      'search=shopify',
      'x'.slice(1),
    ]) {
      const all = await pagesOf(query, 200);
      assert.deepEqual(all, all.toSorted().toReversed());
      assert.equal(new Set(all).size, all.length);
      for (const size of [1, 3]) assert.deepEqual(await pagesOf(query, size), all, query);
    }
  });

  test('of a search within a tag miss nothing, however many orders have the tag', async () => {
    assert.deepEqual(await listed('search=shopify&tag=vip&limit=1'), idsOf(bob));
    assert.deepEqual(await listed('search=shopify&tag=gift&limit=1'), idsOf(ada));
    const both = await pagesOf('search=shopify&tag=vip', 1);
    assert.deepEqual(both.toSorted(), idsOf(ada, bob));
  });
});
