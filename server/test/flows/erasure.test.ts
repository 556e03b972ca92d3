// What of a person can be where, is there, and after the erasure is nowhere: neither in the database
// nor in anything that is read from it. Sums stay.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import pino from 'pino';
import { inTransaction } from '../../src/db/transaction.ts';
import { indexOrders } from '../../src/orders/index-orders.ts';
import { floorOf } from '../floor.ts';
import { importBytes } from '../importing.ts';
import { listUp } from '../list-up.ts';
import { askReport, sumUpSales } from '../reports.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const EMAIL = 'secretia@private.org';
const NAME = 'Secretia Verborgen';
const PHONE = '+49 30 5551234';
/** Every word that is planted, and nothing else that is there. */
const PERSONAL =
  /private\.org|secretia|verborgen|geheimweg|5551234|crm-gone|engraved for her|52\.5163/i;

let shop: Shop;
let logged = '';
before(async () => {
  const write = (line: string): void => {
    logged += line;
  };
  const log = pino({ level: 'trace' }, { write });
  shop = await openShop({ log });
  await stockUp(shop, { BER: { MUG: 100, SHOE: 50 } });
});
after(() => shop.close());

async function post(path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await shop.call('POST', path, body, headers);
  assert.ok(answer.status < 300, `${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function ask(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Every table that holds one of the words, whatever its columns. */
async function tracesInTables(): Promise<string[]> {
  const tables = await ask(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await ask(`select t::text as row from ${name} t`);
      return rows.flatMap(({ row }) => (PERSONAL.test(String(row)) ? [`${name}: ${row}`] : []));
    }),
  );
  return found.flat();
}

async function sums(): Promise<unknown> {
  const [orders, ledger, report, spent] = await Promise.all([
    ask(`select sum(total_minor) as total, sum(canceled_minor) as canceled,
                sum(granted_minor) as granted, count(*) as orders from orders`),
    ask('select kind, sum(amount_minor) as amount from payment_ledger group by kind order by kind'),
    askReport(shop, { by: 'month' }),
    ask('select sum(sales_minor) as sales from sales_by_customer'),
  ]);
  return { orders, ledger, rows: report.rows, spent };
}

const address = {
  name: NAME,
  street: 'Geheimweg 1',
  postalCode: '10117',
  country: 'DE',
  phone: PHONE,
  coordinates: { latitude: 52.5163, longitude: 13.3777 },
};

/** Orders of hers, through everything that asks for words. */
async function plantOrders(): Promise<string> {
  const floor = floorOf(shop);
  const buyer = { email: EMAIL, name: NAME, phone: PHONE };
  const order = await floor.buy(
    { MUG: 3 },
    {
      externalId: 'web-77',
      customer: buyer,
      shippingAddress: address,
      billingAddress: address,
      note: `${NAME} wants it soon`,
      customFields: { giftMessage: 'Engraved for her' },
      payments: [{ provider: 'sandbox', token: 'tok_ok' }],
    },
  );
  await shop.runPayments();
  const at = `/v1/orders/${order.id}`;
  await post(`${at}/holds`, { reason: 'other', note: `${NAME} called`, blocks: ['payment'] });
  await post(`${at}/notes`, { body: `Called ${EMAIL}` }, { 'idempotency-key': 'planted note' });
  const work = await floor.release(order);
  await floor.pick(work['BER']);
  const parcel = await floor.pack(work['BER'], { carrier: 'dhl', trackingNumber: 'T-1' });
  await floor.ship(parcel.body);
  await tell('T-1', 'dhl', `Handed to ${NAME}`, 'Geheimweg 1');
  const returned = await post(`${at}/returns`, {
    lines: [{ line: 1, quantity: 1, reason: 'changed-mind' }],
    note: `${NAME} sends it back`,
  });
  const item = {
    line: 1,
    quantity: 1,
    condition: 'damaged',
    disposition: 'damaged',
    note: `Says ${NAME}: broken`,
  };
  await post(`/v1/returns/${returned.id}/receipts`, { location: 'BER', items: [item] });
  const second = await floor.buy({ MUG: 1 }, { customer: buyer, shippingAddress: address });
  await post(`/v1/orders/${second.id}/cancellations`, {
    reason: 'customer',
    note: `${NAME} asked`,
  });
  await post('/v1/exceptions', { title: `${NAME} waits`, about: { order: second.id } });
  return order.id;
}

async function tell(trackingNumber: string, carrier: string, description: string, place: string) {
  const occurredAt = new Date().toISOString();
  const event = { trackingNumber, carrier, status: 'delivered', occurredAt, description, place };
  await post('/v1/tracking-events', { events: [event] });
}

/** Where somebody wrote her down, and no row says that it is about her. */
async function plantWords(): Promise<void> {
  const floor = floorOf(shop);
  const other = await floor.buy({ MUG: 1 }, { customer: { email: 'else@example.com' } });
  await post(`/v1/orders/${other.id}/notes`, { body: `The same person as ${EMAIL}?` });
  await tell('T-2', 'dhl', `Signed by ${NAME}`, 'Berlin');
  await post('/v1/exceptions', { title: `A parcel for ${EMAIL}`, reference: `mail ${EMAIL}` });
  await post('/v1/return-receipts', {
    location: 'BER',
    items: [{ label: PHONE, quantity: 1, condition: 'damaged', disposition: 'damaged' }],
    note: `A letter says ${EMAIL}`,
  });
  await post('/v1/reservations', {
    ...{ sku: 'MUG', location: 'BER', quantity: 1 },
    owner: { kind: 'cart', reference: `cart of ${EMAIL}` },
  });
  const view = { columns: [{ name: 'number' }], sort: '-created', density: 'compact' };
  await post('/v1/order-views', { ...view, name: NAME, filters: { search: EMAIL } });
  const action = { kind: 'hold', reason: 'other', note: `Asked by ${NAME}` };
  await post('/v1/bulk-actions', { action, orders: [other.id] }, { 'idempotency-key': 'bulk' });
  const now = Date.now();
  const drop = await post('/v1/drops', {
    name: 'Launch',
    startsAt: new Date(now - 1000).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
    items: [{ sku: 'SHOE', pool: [{ location: 'BER', units: 5 }] }],
  });
  await ask('update drops set started_at = now() where id::text is not null');
  const held = { buyer: EMAIL, lines: [{ sku: 'SHOE', quantity: 1 }] };
  await shop.call('POST', `/v1/drops/${drop.id}/holds`, held, { 'idempotency-key': 'held' });
}

/** Files: one that was applied, one that was only tried, and rows that were refused. */
async function plantFiles(): Promise<void> {
  const head = 'externalId,email,name,phone';
  const bad = `crm-gone,no address,${NAME},${PHONE}`;
  const file = [head, `crm-gone,${EMAIL},${NAME},${PHONE}`, bad].join('\n');
  const profile = 'doorstep-customers';
  await importBytes(shop, file, { profile, fileName: `about ${EMAIL}.csv` });
  await importBytes(shop, file, { profile, fileName: 'tried.csv', apply: false });
}

/** What providers and receivers say, which no test of ours can make them say. */
async function plantFacts(order: string): Promise<void> {
  const [found] = await ask(
    'select tenant_id, id, order_id from payments where order_id::text = $1 limit 1',
    [order.replace('ord_', '').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')],
  );
  await ask('update payments set payer_action_link = $2 where id = $1', [
    found?.['id'],
    `https://pay.example/?to=${EMAIL}`,
  ]);
  await ask('update payment_intents set failure_detail = $2 where payment_id = $1', [
    found?.['id'],
    `Card of ${NAME} was declined`,
  ]);
  await ask(
    `insert into webhook_deliveries (tenant_id, endpoint_id, id, event_id, replay_id, event_type,
       subject, subject_version, recorded_at, position, next_attempt_at, created_at, last_answer,
       last_error, forget_at, state, finished_at)
     select $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
       'order.captured.v1', subject, 1, now(), 1, now(), now(), answer, answer,
       now() + interval '1 day', 'dead', now()
     from (values ($2::uuid, 'Thank you, Secretia'), (gen_random_uuid(), $3)) as told(subject, answer)`,
    [found?.['tenant_id'], found?.['order_id'], `${EMAIL} is known here`],
  );
}

async function readEverything(): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const formats = ['ndjson', 'csv'];
  const exports = ['orders', 'customers', 'skus', 'stock', 'locations'].flatMap((list) =>
    formats.map((format) => `/v1/exports/${list}?format=${format}`),
  );
  const { items } = (await shop.call('GET', '/v1/imports')).body;
  const files = items.flatMap(({ id }: { id: string }) => [
    `/v1/imports/${id}/rows?all=true&limit=200`,
    `/v1/imports/${id}/documents?limit=200`,
  ]);
  for (const path of [
    ...exports,
    ...files,
    '/v1/orders?limit=200',
    '/v1/customers?limit=200',
    '/v1/exceptions?limit=200',
    '/v1/order-views',
    '/v1/bulk-actions',
    '/v1/events?limit=1000',
    '/v1/requests?limit=200',
    `/v1/orders?search=${EMAIL}`,
    `/v1/customers?search=${encodeURIComponent(NAME)}`,
  ]) {
    const { status, body } = await shop.call('GET', path);
    assert.equal(status, 200, `${path} ${JSON.stringify(body)}`);
    read.set(path, typeof body === 'string' ? body : JSON.stringify(body));
  }
  return read;
}

test('an erased customer is nowhere, and every sum is as it was', async () => {
  await plantFiles();
  const order = await plantOrders();
  await plantWords();
  await plantFacts(order);
  await sumUpSales(shop);
  await listUp(shop);
  const { items: events } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  await inTransaction(shop.runtime.app, shop.tenant, (tx) => indexOrders(tx, events));
  const { items } = (await shop.call('GET', `/v1/customers?search=${EMAIL}`)).body;
  assert.equal(items.length, 1);
  const planted = await tracesInTables();
  const tables = new Set(planted.map((trace) => trace.split(':')[0]));
  for (const table of PLANTED) assert.ok(tables.has(table), `nothing is planted in ${table}`);
  assert.match([...(await readEverything()).values()].join(), PERSONAL);
  const before = await sums();

  const erased = await post(`/v1/customers/${items[0].id}/erasure`);
  assert.ok(erased.erasedAt);
  await sumUpSales(shop);
  await listUp(shop);
  assert.deepEqual(await tracesInTables(), []);
  for (const [path, text] of await readEverything()) assert.doesNotMatch(text, PERSONAL, path);
  assert.deepEqual(await sums(), before);
  assert.doesNotMatch(logged, PERSONAL);
  const { body } = await shop.call('GET', `/v1/orders?search=${EMAIL}`);
  assert.deepEqual(body.items, []);
  const notes = (await ask('select body from order_notes')).map((row) => row['body']);
  assert.ok(notes.includes('The same person as [erased]?'), 'words of others stay');
  await ask('delete from webhook_deliveries'); // of endpoints that there are none of
});

const PLANTED = [
  'customers',
  'order_contacts',
  'orders',
  'order_holds',
  'order_notes',
  'order_cancellations',
  'exceptions',
  'returns',
  'return_items',
  'reservations',
  'tracking_events',
  'payments',
  'payment_intents',
  'order_views',
  'bulk_actions',
  'imports',
  'import_rows',
  'import_documents',
  'webhook_deliveries',
  'search_tokens',
];

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
