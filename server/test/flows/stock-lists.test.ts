// Lists of stock: levels, movements and reservations, a page at a time.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { createLocation, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { A: 1, B: 2, C: 3 }, HAM: { A: 4, C: 5 }, PAR: { B: 6 } });
});
after(() => shop.close());

const post = (path: string, body: object): Promise<Answer> => shop.call('POST', path, body);
const skuOf = (code: string) => post('/v1/skus', { code, title: code });
const lineOf = (sku: string, quantity: number) => [{ sku, quantity }];
const receive = (sku: string, quantity: number, more: object = {}) =>
  post('/v1/stock/receipts', { location: 'BER', lines: lineOf(sku, quantity), ...more });
const reserve = (sku: string, quantity: number) =>
  post('/v1/reservations', {
    sku,
    location: 'BER',
    quantity,
    owner: { kind: 'cart', reference: 'cart 7' },
  });

describe('lists', () => {
  test('every movement is told, newest first, and their sums are the level', async () => {
    await skuOf('SUM');
    await receive('SUM', 9);
    const lines = lineOf('SUM', -1);
    await post('/v1/stock/adjustments', { location: 'BER', reason: 'broken', lines });
    const order = await post('/v1/orders', orderOf({ SUM: 3 }));
    await post(`/v1/orders/${order.body.id}/cancellations`, { reason: 'other' });
    await reserve('SUM', 2);
    const moved = await pagesOf('/v1/stock/movements?sku=SUM&location=BER', 2);
    assert.deepEqual(
      moved.map((one) => one.type),
      ['reserved', 'released', 'reserved', 'adjusted', 'received'],
    );
    assert.equal(moved[1].cause, order.body.id);
    const { body } = await shop.call('GET', '/v1/stock/levels?sku=SUM&location=BER');
    const [level] = body.items;
    for (const state of ['onHand', 'reserved', 'damaged', 'incoming', 'inTransit'])
      assert.equal(
        moved.reduce((sum, one) => sum + one[state], 0),
        level[state],
      );
  });

  test('levels and reservations are paged by cursor: each once, whatever the page size', async () => {
    const all = await pagesOf('/v1/stock/levels', 200);
    for (const size of [1, 7]) assert.deepEqual(await pagesOf('/v1/stock/levels', size), all);
    const here = await pagesOf('/v1/stock/levels?location=HAM', 2);
    assert.deepEqual(
      here,
      all.filter((level) => level.location === 'HAM'),
    );
    await skuOf('MANY');
    await receive('MANY', 5);
    for (let made = 0; made < 5; made += 1) await reserve('MANY', 1);
    const path = '/v1/reservations?sku=MANY&location=BER';
    assert.deepEqual(await pagesOf(path, 2), await pagesOf(path, 200));
  });

  test('the level of one SKU at one location is found, however many locations have the SKU', async () => {
    await skuOf('WIDE');
    await createLocation(shop, 'W1');
    await createLocation(shop, 'W2');
    for (const location of ['BER', 'HAM', 'W1', 'W2']) await receive('WIDE', 1, { location });
    for (const location of ['BER', 'HAM', 'W1', 'W2']) {
      const path = `/v1/stock/levels?sku=WIDE&location=${location}&limit=1`;
      const { body } = await shop.call('GET', path);
      assert.deepEqual(
        body.items.map((level: { location: string }) => level.location),
        [location],
      );
      assert.equal(body.nextCursor, null);
    }
  });

  test('a cursor that no list made is refused', async () => {
    const cursor = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const dashes = '-'.repeat(33);
    for (const [path, wrong] of [
      ['levels?', 'nonsense'],
      ['levels?', cursor(dashes, dashes)],
      ['levels?', cursor('0'.repeat(32))],
      ['movements?sku=A&location=BER&', cursor('::', '0'.repeat(32))],
      ['movements?sku=A&location=BER&', cursor(7, '0'.repeat(32))],
    ]) {
      const answer = await shop.call('GET', `/v1/stock/${path}cursor=${wrong}`);
      assert.equal(answer.body.code, 'cursor-invalid', wrong);
    }
  });

  // biome-ignore lint/suspicious/noExplicitAny: rows of any list
  async function pagesOf(path: string, limit: number): Promise<any[]> {
    const items = [];
    let cursor = '';
    do {
      const page = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`;
      const { body } = await shop.call('GET', page);
      assert.ok(body.items.length <= limit);
      items.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    return items;
  }
});
