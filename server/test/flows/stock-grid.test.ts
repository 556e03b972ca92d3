// The stock grid: SKUs with all their levels, in the order of their codes or by what runs low.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keepLow } from '../keep-low.ts';
import { openShop, type Shop } from '../shop.ts';
import { assertRefused, orderOf, stockUp } from '../stock.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of answers, looked into freely
type Row = any;

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 9, CUP: 40, JUG: 500 }, HAM: { MUG: 90, CUP: 3 } });
  await shop.call('POST', '/v1/skus', { code: 'NEW', title: 'Not here yet' });
  await keepLow(shop);
});
after(() => shop.close());

async function pages(query = '', limit = 200): Promise<Row[]> {
  const items: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const path = `/v1/stock/grid?limit=${limit}${query}${more}`;
    const { status, body } = await shop.call('GET', path);
    assert.equal(status, 200, JSON.stringify(body));
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}
const codes = (rows: readonly Row[]) => rows.map((row) => row.sku);
const lowCodes = async (lowAt: number, limit?: number) =>
  codes(await pages(`&lowAt=${lowAt}`, limit));

test('every SKU stands in it once, with the levels that the list of levels has', async () => {
  const rows = await pages();
  assert.deepEqual(codes(rows), ['CUP', 'JUG', 'MUG', 'NEW']);
  for (const size of [1, 3]) assert.deepEqual(await pages('', size), rows);
  for (const row of rows) {
    const { body } = await shop.call('GET', `/v1/stock/levels?sku=${row.sku}`);
    const listed = body.items.sort((a: Row, b: Row) => (a.location < b.location ? -1 : 1));
    assert.deepEqual(row.levels, listed);
  }
});

test('a search finds SKUs by words of their title and by the beginning of their code', async () => {
  assert.deepEqual(codes(await pages('&search=mu')), ['MUG']);
  assert.deepEqual(codes(await pages('&search=title', 1)), ['CUP', 'JUG', 'MUG']);
  const both = await shop.call('GET', '/v1/stock/grid?search=mug&lowAt=3');
  assertRefused(both, 'validation-failed');
});

test('what is low anywhere is listed, the scarcest first, page by page', async () => {
  assert.deepEqual(await lowCodes(2), []);
  assert.deepEqual(await lowCodes(3), ['CUP']);
  assert.deepEqual(await lowCodes(9), ['CUP', 'MUG']);
  assert.deepEqual(await lowCodes(1000, 1), ['CUP', 'MUG', 'JUG']);
});

test('what is low follows orders, receipts, safety stock and locations', async () => {
  await shop.call('POST', '/v1/orders', orderOf({ JUG: 499 }));
  await keepLow(shop);
  assert.deepEqual(await lowCodes(3), ['JUG', 'CUP']);
  const lines = [{ sku: 'CUP', quantity: 50 }];
  await shop.call('POST', '/v1/stock/receipts', { location: 'HAM', lines });
  await keepLow(shop);
  assert.deepEqual(await lowCodes(3), ['JUG']);
  const safety = { sku: 'MUG', location: 'BER', safetyStock: 8 };
  await shop.call('PUT', '/v1/stock/safety-stock', safety);
  await keepLow(shop);
  assert.deepEqual((await lowCodes(3)).sort(), ['JUG', 'MUG']);
  await shop.call('PATCH', '/v1/locations/BER', { active: false });
  await keepLow(shop);
  assert.deepEqual(await lowCodes(3), []);
  await shop.call('PATCH', '/v1/locations/BER', { active: true, safetyStock: 20 });
  await keepLow(shop);
  assert.deepEqual((await lowCodes(19)).sort(), ['JUG', 'MUG']);
  assert.deepEqual(await lowCodes(20), ['JUG', 'MUG', 'CUP']);
});

test('a cursor of another list is refused', async () => {
  const { body } = await shop.call('GET', '/v1/stock/grid?limit=1');
  const other = await shop.call('GET', `/v1/stock/grid?lowAt=1000&cursor=${body.nextCursor}`);
  assertRefused(other, 'cursor-invalid');
});
