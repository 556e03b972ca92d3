// What of a person can be where, is there, and after the erasure is nowhere: neither in the database
// nor in anything that is read from it. Sums stay.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import pino from 'pino';
import { listUp } from '../list-up.ts';
import { hasNoPerson, textColumns, tracesByColumn } from '../personal-columns.ts';
import { type Ask, EMAIL, NAME, PERSONAL, plantPerson, takeOutRows } from '../plant-person.ts';
import { readAll, readText } from '../read-all.ts';
import { askReport, sumUpSales } from '../reports.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { callerOfUser } from '../user-caller.ts';

let shop: Shop;
let client: pg.Client;
const ask: Ask = async (sql, values) => (await client.query(sql, values)).rows;
let logged = '';
before(async () => {
  const write = (line: string): void => {
    logged += line;
  };
  const log = pino({ level: 'trace' }, { write });
  shop = await openShop({ log });
  client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  await stockUp(shop, { BER: { MUG: 100, SHOE: 50 }, HAM: { MUG: 1 } });
});
after(async () => {
  await takeOutRows(ask);
  await client.end();
  await shop.close();
});

async function post(path: string, body?: object) {
  const answer = await shop.call('POST', path, body);
  assert.ok(answer.status < 300, `${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function sums(): Promise<unknown> {
  const orders = await ask(`select sum(total_minor) as total, sum(canceled_minor) as canceled,
                                   sum(granted_minor) as granted, count(*) as orders from orders`);
  const ledger = await ask(
    'select kind, sum(amount_minor) as amount from payment_ledger group by kind order by kind',
  );
  const spent = await ask('select sum(sales_minor) as sales from sales_by_customer');
  const { rows } = await askReport(shop, { by: 'month' });
  return { orders, ledger, spent, rows };
}

test('an erased customer is nowhere, and every sum is as it was', async () => {
  await plantPerson(shop, await callerOfUser(shop, 'admin'), ask);
  await sumUpSales(shop);
  await listUp(shop);
  const { items } = (await shop.call('GET', `/v1/customers?search=${EMAIL}`)).body;
  assert.equal(items.length, 1);
  const planted = await tracesByColumn(ask);
  const columns = await textColumns(ask);
  const bare = columns.filter((column) => !planted.has(column) && !hasNoPerson(column));
  assert.deepEqual(bare, [], 'plant words there, or say in personal-columns.ts why none can be');
  assert.deepEqual(
    columns.filter((column) => planted.has(column) && hasNoPerson(column)),
    [],
  );
  for (const path of EXPORTED) assert.match(await readText(shop, path), PERSONAL, path);
  const before = await sums();

  const erased = await post(`/v1/customers/${items[0].id}/erasure`);
  assert.ok(erased.erasedAt);
  await sumUpSales(shop);
  await listUp(shop);
  assert.deepEqual(await tracesByColumn(ask), new Map());
  const read = await readAll(shop);
  for (const path of EXPORTED) assert.ok(read.has(path), path);
  for (const [path, text] of read) assert.doesNotMatch(text, PERSONAL, path);
  for (const path of [`orders?search=${EMAIL}`, `customers?search=${encodeURIComponent(NAME)}`])
    assert.deepEqual((await shop.call('GET', `/v1/${path}`)).body.items, []);
  assert.deepEqual(await sums(), before);
  assert.doesNotMatch(logged, PERSONAL);
  const notes = (await ask('select body from order_notes')).map((row) => row['body']);
  assert.ok(notes.includes('The same person as [erased]?'), 'words of others stay');
});

/** Where she must be found before, or the search after would prove nothing. */
const EXPORTED = ['orders', 'customers'].flatMap((list) =>
  ['ndjson', 'csv', 'xlsx'].map((format) => `/v1/exports/${list}?format=${format}`),
);

test('another of the same name keeps what they are called by', async () => {
  const twin = await post('/v1/customers', { email: 'twin@example.com', name: 'Ann Twin' });
  const other = await post('/v1/customers', { email: 'ann@example.com', name: 'Ann Twin' });
  await post(`/v1/orders`, orderOf({ MUG: 1 }, { customer: { email: 'twin@example.com' } }));
  await post(`/v1/customers/${other.id}/erasure`);
  const left = (await shop.call('GET', `/v1/customers/${twin.id}`)).body;
  assert.deepEqual([left.name, left.email], ['Ann Twin', 'twin@example.com']);
  const found = (await shop.call('GET', '/v1/customers?search=ann%20twin')).body.items;
  assert.deepEqual(
    found.map(({ id }: { id: string }) => id),
    [twin.id],
  );
});
