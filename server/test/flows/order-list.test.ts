// The order list: every filter by every sort against what the orders themselves say.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ORDER_SORTS } from '@doorstep/contract/order-filters.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { type PromiseRisk, promiseRisk } from '@doorstep/core/orders/promise-risk.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { type FoundOrders, findOrders, type Place } from '../../src/desk/find-orders.ts';
import { orderCriteria } from '../../src/desk/order-criteria.ts';
import { listUp } from '../list-up.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

// biome-ignore lint/suspicious/noExplicitAny: orders of answers, looked into freely
type Order = any;

let shop: Shop;
let orders: Order[];
const started = Date.now();
const COUNTRIES = ['DE', 'FR', 'IS'];

before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500, CUP: 500 } });
  await stockUp(shop, { ODD: { MUG: 500, CUP: 500 } }, 'a,b');
  for (let number = 0; number < 40; number += 1) await buy(number);
  await change();
  await listUp(shop);
  const { body } = await shop.call('GET', '/v1/orders?limit=200');
  orders = await Promise.all(
    body.items.map(async (listed: Order) => ({
      ...(await shop.call('GET', `/v1/orders/${listed.id}`)).body,
      listed,
    })),
  );
});
after(() => shop.close());

async function buy(number: number): Promise<void> {
  const sku = number % 7 === 0 ? 'NO-SUCH' : number % 3 === 0 ? 'CUP' : 'MUG';
  const answer = await shop.call(
    'POST',
    '/v1/orders',
    orderOf(
      { [sku]: 1 + (number % 4) },
      {
        channel: number % 5 === 0 ? 'a,b' : 'web',
        externalId: `X-${number}`,
        placedAt: new Date(Date.UTC(2026, 0, 1 + ((number * 7) % 40))).toISOString(),
        customer: { email: `buyer${number % 6}@example.com`, name: `Buyer ${number}` },
        shippingAddress: { country: COUNTRIES[number % 3] },
        ...(number % 3 === 1 ? { shipBy: hoursAhead(((number % 5) - 2) * 3 + 0.5) } : {}),
        tags: number % 4 === 0 ? ['vip', 'gift'] : number % 2 === 0 ? ['gift'] : [],
      },
    ),
  );
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
}

function hoursAhead(hours: number): string {
  return new Date(Math.round(started + hours * 3_600_000)).toISOString();
}

/** Some are held, canceled, released, and one is reported. */
async function change(): Promise<void> {
  const { items } = (await shop.call('GET', '/v1/orders?limit=200')).body;
  for (const [place, { id }] of items.entries()) {
    if (place % 6 === 1)
      await shop.call('POST', `/v1/orders/${id}/holds`, {
        reason: place % 12 === 1 ? 'other' : 'incorrect-address',
      });
    if (place % 9 === 2)
      await shop.call('POST', `/v1/orders/${id}/cancellations`, { reason: 'staff' });
    if (place % 10 === 3) await shop.call('POST', `/v1/orders/${id}/release`);
    if (place % 8 === 4)
      await shop.call('POST', '/v1/exceptions', { title: 'Wrong', about: { order: id } });
  }
}

async function pages(query: string, limit: number): Promise<Order[]> {
  const items: Order[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more = cursor === '' ? '' : `&cursor=${cursor}`;
    const { status, body } = await shop.call('GET', `/v1/orders?${query}&limit=${limit}${more}`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.ok(body.items.length <= limit);
    assert.equal(body.behind, 0);
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

const openHolds = (order: Order) =>
  order.holds.filter((hold: Order) => hold.releasedAt === null).map((hold: Order) => hold.reason);

const isAt = (order: Order, ...risks: (PromiseRisk | null)[]) =>
  risks.includes(
    promiseRisk(order, order.shipBy === null ? null : new Date(order.shipBy), new Date()),
  );

/** Each filter, and what it says of an order. */
const FILTERS: readonly [string, (order: Order) => boolean][] = [
  ['status=open', (order) => order.status === 'open'],
  ['status=on-hold,canceled', (order) => ['on-hold', 'canceled'].includes(order.status)],
  ['fulfillmentStatus=in-progress', (order) => order.fulfillmentStatus === 'in-progress'],
  ['stockStatus=unpromised,none', (order) => ['unpromised', 'none'].includes(order.stockStatus)],
  ['paymentStatus=none', (order) => order.paymentStatus === 'none'],
  ['returnStatus=returned', () => false],
  ['channel=web', (order) => order.channel === 'web'],
  ['channel=a,b', (order) => order.channel === 'a,b'],
  ['tag=vip', (order) => order.tags.includes('vip')],
  ['allTags=gift,vip', (order) => order.tags.length === 2],
  ['anyTag=vip,late', (order) => order.tags.includes('vip')],
  ['promiseRisk=late', (order) => isAt(order, 'late')],
  ['promiseRisk=late,on-time', (order) => isAt(order, 'late', 'on-time')],
  [
    `shipByFrom=${hoursAhead(-1)}&shipByTo=${hoursAhead(3)}`,
    ({ shipBy }) => shipBy !== null && shipBy >= hoursAhead(-1) && shipBy < hoursAhead(3),
  ],
  ['country=DE,IS', (order) => ['DE', 'IS'].includes(order.destinationCountry)],
  ['currency=USD', () => false],
  ['currency=EUR,USD', () => true],
  ['updatedFrom=2026-01-01T00:00:00Z', () => true],
  ['sku=CUP', (order) => order.lines.some((line: Order) => line.sku === 'CUP')],
  ['location=BER', (order) => order.stockStatus === 'promised' && order.channel === 'web'],
  ['holdReason=other', (order) => openHolds(order).includes('other')],
  ['holdReason=other,incorrect-address', (order) => openHolds(order).length > 0],
  ['hasException=true', (order) => order.listed.exceptionTypes.length > 0],
  ['hasException=false', (order) => order.listed.exceptionTypes.length === 0],
  ['exceptionType=reported', (order) => order.listed.exceptionTypes.includes('reported')],
  ['origin=imported', () => false],
  [
    'placedFrom=2026-01-10T00:00:00Z&placedTo=2026-01-30T00:00:00Z',
    (order) =>
      order.placedAt >= '2026-01-10T00:00:00.000Z' && order.placedAt < '2026-01-30T00:00:00.000Z',
  ],
  ['totalFrom=2000&totalTo=3000', ({ totalMinor }) => totalMinor >= 2000 && totalMinor <= 3000],
];

const KEYS: Readonly<Record<string, (order: Order) => string | number>> = {
  created: () => 0,
  placed: (order) => order.placedAt,
  updated: (order) => order.listed.updatedAt,
  total: (order) => order.totalMinor,
  shipBy: (order) => order.shipBy ?? 'none',
};

function expected(matches: (order: Order) => boolean, sort: string): string[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = KEYS[sort.replace('-', '')] ?? (() => 0);
  const compare = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
  return orders
    .filter(matches)
    .sort((a, b) => sign * (compare(key(a), key(b)) || compare(a.id, b.id)))
    .map(({ id }) => id);
}

const idsOf = (items: readonly Order[]) => items.map(({ id }) => id);

describe('the order list', () => {
  test('has every order by every filter in every order, a page at a time', async () => {
    for (const sort of ORDER_SORTS) {
      assert.deepEqual(
        idsOf(await pages(`sort=${sort}`, 7)),
        expected(() => true, sort),
        sort,
      );
      for (const [query, matches] of FILTERS)
        assert.deepEqual(
          idsOf(await pages(`${query}&sort=${sort}`, 6)),
          expected(matches, sort),
          `${query} ${sort}`,
        );
    }
  });

  test('combines every two filters', async () => {
    let found = 0;
    for (const [place, [one, isOne]] of FILTERS.entries())
      for (const [other, isOther] of FILTERS.slice(place + 1)) {
        if (one.split('=')[0] === other.split('=')[0]) continue;
        const sort = ORDER_SORTS[(place + other.length) % ORDER_SORTS.length] ?? 'placed';
        const items = idsOf(await pages(`${one}&${other}&sort=${sort}`, 50));
        assert.deepEqual(
          items,
          expected((order) => isOne(order) && isOther(order), sort),
          `${one} ${other}`,
        );
        found += items.length;
      }
    assert.ok(found > 200, `${found} orders`);
  });

  test('is the same where it is walked, a few orders at a time', async () => {
    const limits = { gathered: 0, counted: 0, walks: [2, 5] };
    for (const [place, [query, matches]] of FILTERS.entries()) {
      const [second, isSecond] = FILTERS[(place + 5) % FILTERS.length] ?? ['', () => true];
      const sort = ORDER_SORTS[place % ORDER_SORTS.length] ?? 'placed';
      const filters = Object.fromEntries(new URLSearchParams(`${query}&${second}`));
      const both = query.split('=')[0] !== second.split('=')[0];
      if (!both || 'hasException' in filters || 'totalFrom' in filters) continue;
      const found = await inTransaction(shop.runtime.app, shop.tenant, async (tx) => {
        const criteria = await orderCriteria(tx, filters, new Date());
        assert.ok(!isRefusal(criteria));
        const ids: string[] = [];
        let after: Place | null = null;
        do {
          const page: FoundOrders = await findOrders(tx, criteria, sort, after, 4, limits);
          ids.push(...page.rows.map(({ order_id }) => idFromUuid('order', order_id)));
          after = page.next;
        } while (after !== null);
        return ids;
      });
      const wanted = expected((order) => matches(order) && isSecond(order), sort);
      assert.deepEqual(found, wanted, `${query} ${second} ${sort}`);
    }
  });

  test('shows what people look for on an order', async () => {
    for (const order of orders) {
      assert.deepEqual(order.listed.tags, order.tags);
      assert.equal(order.listed.name, order.contact.name);
      assert.deepEqual(order.listed.holdReasons, openHolds(order));
    }
    assert.ok(orders.some(({ listed }) => listed.exceptionTypes.length > 0));
  });

  test('says where it is behind the log, and a plain list is never behind', async () => {
    const made = await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
    const newest = async (query: string) => {
      const { body } = await shop.call('GET', `/v1/orders?limit=1&${query}`);
      return [body.items[0].id === made.body.id, body.behind > 0];
    };
    assert.deepEqual(await newest(''), [true, false]);
    assert.deepEqual(await newest('sort=-created'), [false, true]);
    await listUp(shop);
    assert.deepEqual(await newest('sort=-created'), [true, false]);
    await shop.call('POST', `/v1/orders/${made.body.id}/cancellations`, { reason: 'staff' });
    await listUp(shop);
  });

  test('refuses what is not there, and cursors it did not make', async () => {
    const code = async (query: string) => (await shop.call('GET', `/v1/orders?${query}`)).body.code;
    assert.equal(await code('channel=web,none'), 'channel-unknown');
    assert.equal(await code('location=NONE'), 'location-unknown');
    assert.equal(await code('status=open,shipped'), 'validation-failed');
    assert.equal(await code('sort=price'), 'validation-failed');
    for (const key of [['x', 'f'.repeat(32)], ['9'.repeat(19), 'f'.repeat(32)], ['1']])
      assert.equal(
        await code(`cursor=${Buffer.from(JSON.stringify(key)).toString('base64url')}`),
        'cursor-invalid',
      );
  });
});

describe('counts', () => {
  test('are those of the list, as a whole and along each axis', async () => {
    const all = (await pages('sort=created', 200)).length;
    const counted = (await shop.call('GET', '/v1/orders/counts')).body;
    assert.deepEqual([counted.orders, counted.isExact], [all, true]);
    for (const [query] of FILTERS) {
      const { body } = await shop.call('GET', `/v1/orders/counts?${query}`);
      const items = await pages(`${query}&sort=created`, 200);
      assert.deepEqual([body.orders, body.isExact], [items.length, true], query);
      if (query.startsWith('status')) continue;
      const byStatus = Map.groupBy(items, ({ status }) => status);
      for (const { value, orders: many } of body.status)
        assert.equal(many, byStatus.get(value)?.length, `${query} ${value}`);
    }
  });

  test('along an axis leave out the filter of that axis', async () => {
    const { body } = await shop.call('GET', '/v1/orders/counts?status=canceled&channel=web');
    const open = (await pages('status=open&channel=web&sort=created', 200)).length;
    assert.equal(body.status.find((one: Order) => one.value === 'open').orders, open);
    const odd = (await pages('status=canceled&channel=a,b&sort=created', 200)).length;
    assert.equal(body.channel.find((one: Order) => one.value === 'a,b').orders, odd);
  });
});
