// Orders from before 0058_orders_are_found_by_tokens.sql are found by what they were, and by what their
// like is found by today.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { listUp } from '../list-up.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const MIGRATION = new URL('../../migrations/0058_orders_are_found_by_tokens.sql', import.meta.url);
const CODES = ['PLAIN-1', 'x', 'TEE RED', '(12)', 'Café Blue', '--', '#A (b) a', 'L'.repeat(70)];

/** As it was: the words of the newest order, which one reader of two had not come to, are not there. */
const AS_BEFORE = `
  create table order_facets (
    tenant_id uuid not null, facet text not null, value text not null collate "C",
    order_id uuid not null, primary key (tenant_id, facet, value, order_id));
  alter table order_facets enable row level security;
  alter table order_facets force row level security;
  insert into order_facets
  select tenant_id, 'sku', sku_code, order_id from order_lines
  union all
  select tenant_id, substr(kind, 7), token, entity from search_tokens
  where kind in ('order-location', 'order-hold', 'order-exception');
  delete from search_tokens where kind like 'order-%' and kind <> 'order-contact';
  delete from search_tokens
  where kind in ('order', 'order-contact') and entity = (select id from orders order by id desc limit 1);
  insert into log_readers (reader, batch_position)
  select 'index-orders', max(batch_position) - 1 from event_batches`;

let shop: Shop;
let client: pg.Client;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: Object.fromEntries(CODES.map((code) => [code, 5])) });
  client = new pg.Client({ connectionString: shop.url });
  await client.connect();
});
after(async () => {
  await client.end();
  await shop.close(); // compares what orders are found by with the orders
});

const tokens = async () => {
  const { rows } = await client.query(
    'select kind, token, entity from search_tokens where kind like $1 order by 1, 2, 3',
    ['order%'],
  );
  return rows;
};

test('an upgrade leaves orders with the tokens that they would get today', async () => {
  for (const code of CODES) {
    const order = orderOf(
      { [code]: 1 },
      { customer: { name: 'Ada Lovelace', phone: '030 123456' } },
    );
    const { status, body } = await shop.call('POST', '/v1/orders', order);
    assert.equal(status, 201, JSON.stringify(body));
  }
  await listUp(shop);
  const before = await tokens();
  await client.query(AS_BEFORE);
  await client.query(await readFile(MIGRATION, 'utf8'));
  await listUp(shop);
  assert.deepEqual(await tokens(), before);
});
