import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CustomerId } from '@doorstep/core/ids.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { searchTokens } from '@doorstep/core/search.ts';
import pg from 'pg';
import { findOrCreateCustomers } from '../../src/customers/find-or-create-customers.ts';
import { newUuid } from '../../src/db/ids.ts';
import { addSearchTokens, findByWords } from '../../src/db/search-tokens.ts';
import { inTransaction, type Tx } from '../../src/db/transaction.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const create = (body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  shop.call('POST', '/v1/customers', body, headers);
const inShop = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(shop.runtime.app, shop.tenant, work);

async function foundBy(search: string): Promise<string[]> {
  const { body } = await shop.call('GET', `/v1/customers?search=${encodeURIComponent(search)}`);
  return body.items.map((customer: { email: string }) => customer.email);
}

test('a customer is created, read and changed; e-mail addresses are in lower case', async () => {
  const made = await create({ email: 'Ann.Lee@Example.com', name: 'Ann Lee', externalId: 'crm-1' });
  assert.equal(made.status, 201);
  assert.equal(made.body.email, 'ann.lee@example.com');
  const path = `/v1/customers/${made.body.id}`;
  assert.deepEqual((await shop.call('GET', path)).body, made.body);
  const changed = await shop.call('PATCH', path, { phone: '+49 (30) 1234-567', version: 1 });
  assert.equal(changed.body.version, 2);
  assert.equal(changed.body.name, 'Ann Lee');
  const none = await shop.call('PATCH', path, { name: 'Ann Lee' });
  assert.equal(none.body.version, 2);
  const stale = await shop.call('PATCH', path, { name: 'Anne', version: 1 });
  assert.equal(stale.body.code, 'version-conflict');
  assert.deepEqual(stale.body.data, { version: 2 });
});

test('e-mail address and external id are unique, when created and when changed', async () => {
  const email = await create({ email: 'ANN.LEE@example.com' });
  assert.equal(email.body.code, 'already-exists');
  assert.deepEqual(email.body.data, { field: 'email' });
  const externalId = await create({ externalId: 'crm-1' });
  assert.deepEqual(externalId.body.data, { field: 'externalId' });
  const { id } = (await create({ name: 'Nobody' })).body;
  const changed = await shop.call('PATCH', `/v1/customers/${id}`, { externalId: 'crm-1' });
  assert.equal(changed.body.code, 'already-exists');
});

test('an unknown customer is not found', async () => {
  const path = `/v1/customers/cus_${'0'.repeat(32)}`;
  assert.equal((await shop.call('GET', path)).body.code, 'not-found');
  assert.equal((await shop.call('PATCH', path, {})).body.code, 'not-found');
  assert.equal((await shop.call('POST', `${path}/erasure`)).body.code, 'not-found');
});

test('customers are found by name, e-mail, phone and external id, by beginnings of words', async () => {
  await create({ email: 'zoe@muster.de', name: 'Zoë Müller', phone: '+49 170 5550' });
  await create({ email: 'max@muster.de', name: 'Max Müller' });
  assert.deepEqual(await foundBy('zoe'), ['zoe@muster.de']);
  assert.deepEqual(await foundBy('MULL'), ['max@muster.de', 'zoe@muster.de']);
  assert.deepEqual(await foundBy('müll zo'), ['zoe@muster.de']);
  assert.deepEqual(await foundBy('ann.lee@ex'), ['ann.lee@example.com']);
  assert.deepEqual(await foundBy('+49170555'), ['zoe@muster.de']);
  assert.deepEqual(await foundBy('crm-1'), ['ann.lee@example.com']);
  assert.deepEqual(await foundBy('zoe max'), []);
  assert.deepEqual(await foundBy('%'), []);
});

test('a changed name is found, the old one no longer', async () => {
  const { id } = (await create({ email: 'bride@example.com', name: 'Eva Alt' })).body;
  await shop.call('PATCH', `/v1/customers/${id}`, { name: 'Eva Neu' });
  assert.deepEqual(await foundBy('eva neu'), ['bride@example.com']);
  assert.deepEqual(await foundBy('eva alt'), []);
});

test('a list and a search page newest first without missing or doubling one', async () => {
  for (let made = 0; made < 7; made += 1) await create({ name: `Paged Person ${made}` });
  for (const search of ['', '&search=paged%20per']) {
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await shop.call('GET', `/v1/customers?limit=3${search}${cursor}`);
      seen.push(...body.items.map((customer: { id: string }) => customer.id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    assert.deepEqual(seen, [...new Set(seen)].sort().reverse());
    if (search !== '') assert.equal(seen.length, 7);
  }
});

test('a batch of contacts finds or makes one customer per address, in order', async () => {
  const contact = (email: string) => ({ email, name: `Buyer ${email}`, phone: null });
  const contacts = ['new@b.com', 'Ann.Lee@example.com', 'NEW@b.com', 'more@b.com'].map(contact);
  const found = await inShop((tx) => findOrCreateCustomers(tx, contacts, new Date()));
  assert.deepEqual(
    found.map((one) => one.created),
    [true, false, false, true],
  );
  assert.equal(found[0]?.id, found[2]?.id);
  const again = await inShop((tx) => findOrCreateCustomers(tx, contacts, new Date()));
  assert.deepEqual(
    again.map((one) => one.id),
    found.map((one) => one.id),
  );
  assert.deepEqual(await foundBy('buyer more'), ['more@b.com']);
});

test('erasure leaves nothing personal, and no less than what was sold', async () => {
  const headers = { 'idempotency-key': 'to-be-erased' };
  const secret = { email: 'gone@private.org', name: 'Secretia Gone', externalId: 'crm-gone' };
  const { id } = (await create(secret, headers)).body;
  const order = await placeOrder(id);
  const erased = await shop.call('POST', `/v1/customers/${id}/erasure`);
  assert.equal(erased.status, 200);
  assert.ok(erased.body.erasedAt);
  assert.equal(erased.body.version, 2);

  const left = await personalTraces(/private|secretia|gone|geheim/i);
  assert.deepEqual(left, []);
  const kept = await ask(
    `select c.shipping_address, o.total_minor, n.body
     from orders o join order_contacts c on c.order_id = o.id join order_notes n on n.order_id = o.id
     where o.id = $1`,
    [order],
  );
  assert.deepEqual(kept, [
    { shipping_address: { country: 'DE' }, total_minor: 1000n, body: '[erased]' },
  ]);
  const tokens = await inShop((tx) => findByWords(tx, 'order', 'sku-kept'));
  assert.equal(tokens.length, 1);

  const again = await shop.call('POST', `/v1/customers/${id}/erasure`);
  assert.deepEqual(again.body, erased.body);
  const replay = await create(secret, headers);
  assert.equal(replay.body.code, 'customer-erased');
  const change = await shop.call('PATCH', `/v1/customers/${id}`, { name: 'Back' });
  assert.equal(change.body.code, 'customer-erased');
  const back = await create(secret);
  assert.notEqual(back.body.id, id, 'the address is free for a new customer');
});

test('customers belong to one tenant', async () => {
  const other = await shop.anotherTenant('other');
  const { id } = (await create({ email: 'mine@example.com' })).body;
  assert.equal((await other.call('GET', `/v1/customers/${id}`)).body.code, 'not-found');
  assert.equal((await other.call('POST', `/v1/customers/${id}/erasure`)).body.code, 'not-found');
  const same = await other.call('POST', '/v1/customers', { email: 'mine@example.com' });
  assert.equal(same.status, 201);
  assert.equal((await other.call('GET', '/v1/customers?search=mine')).body.items.length, 1);
});

test('the log of customers holds no personal data', async () => {
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const types = new Set(items.map((event: { type: string }) => event.type));
  for (const type of ['customer.created.v1', 'customer.changed.v1', 'customer.erased.v1'])
    assert.ok(types.has(type), type);
  assert.doesNotMatch(JSON.stringify(items), /example\.com|Lee|private|crm/);
});

async function ask(sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** An order of the customer as capture leaves it: counted facts, a contact, a note, tokens. */
async function placeOrder(customer: string): Promise<string> {
  const order = newUuid();
  const tenant = uuidOf(shop.tenant);
  const owner = uuidOf(customer as CustomerId);
  await ask(
    `insert into orders (tenant_id, id, number, channel_id, customer_id, currency,
       prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor, discount_minor,
       tax_minor, total_minor, placed_at, captured_at, ordered)
     values ($1, $2, 1, $2, $3, 'EUR', true, 'all-or-nothing', 'allow', 1000, 0, 0, 0, 1000,
       now(), now(), 1)`,
    [tenant, order, owner],
  );
  const address = { name: 'Secretia Gone', street: 'Geheimweg 1', country: 'DE' };
  await ask(
    `insert into order_contacts (tenant_id, order_id, email, name, phone, shipping_address,
       billing_address)
     values ($1, $2, 'gone@private.org', 'Secretia Gone', '1', $3, $3)`,
    [tenant, order, address],
  );
  await ask(
    `insert into order_notes (tenant_id, order_id, id, body, author, created_at)
     values ($1, $2, $2, 'Call Secretia', 'user:x', now())`,
    [tenant, order],
  );
  const id = idFromUuid('order', order);
  await inShop(async (tx) => {
    await addSearchTokens(tx, 'order-contact', [{ id, tokens: searchTokens(['Secretia']) }]);
    await addSearchTokens(tx, 'order', [{ id, tokens: searchTokens(['sku-kept']) }]);
  });
  return order;
}

/** Every table that holds text like this, whatever its columns. */
async function personalTraces(pattern: RegExp): Promise<string[]> {
  const tables = (await ask(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  )) as { name: string }[];
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = (await ask(`select t::text as row from ${name} t`)) as { row: string }[];
    for (const { row } of rows) if (pattern.test(row)) found.push(`${name}: ${row}`);
  }
  return found;
}
