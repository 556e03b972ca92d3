import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '@doorstep/core/access/actor.ts';
import pg from 'pg';
import { customerCreated } from '../../src/customers/customer-created.ts';
import {
  type BuyerContact,
  type FoundCustomer,
  findOrCreateCustomers,
} from '../../src/customers/find-or-create-customers.ts';
import { runCommand } from '../../src/db/run-command.ts';
import { listUp } from '../list-up.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const create = (body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  shop.call('POST', '/v1/customers', body, headers);

async function findAll(contacts: readonly BuyerContact[]): Promise<FoundCustomer[]> {
  const context = { tenant: shop.tenant, actor: systemActor('test'), now: new Date() };
  const { outcome } = await runCommand(shop.runtime.app, context, null, async (tx) => {
    const found = await findOrCreateCustomers(tx, contacts, tx.now);
    for (const one of found) if (one.created) tx.emit(customerCreated(one.id));
    return found;
  });
  assert.ok(Array.isArray(outcome));
  return outcome;
}

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
  const found = await findAll(contacts);
  assert.deepEqual(
    found.map((one) => one.created),
    [true, false, false, true],
  );
  assert.equal(found[0]?.id, found[2]?.id);
  const again = await findAll(contacts);
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
  const order = await placeOrder();
  const before = (await shop.call('GET', `/v1/orders/${order}`)).body;
  assert.equal(before.customer, id);
  assert.ok((await personalTraces(PERSONAL)).length >= 10, 'the test plants what it looks for');

  const erased = await shop.call('POST', `/v1/customers/${id}/erasure`);
  assert.equal(erased.status, 200);
  assert.ok(erased.body.erasedAt);
  assert.equal(erased.body.version, 2);
  assert.deepEqual(await personalTraces(PERSONAL), []);

  const kept = (await shop.call('GET', `/v1/orders/${order}`)).body;
  assert.deepEqual(kept.totals, before.totals);
  assert.deepEqual(kept.lines, before.lines);
  assert.deepEqual(kept.contact.shippingAddress, { country: 'DE' });
  assert.equal(kept.version, before.version + 1);
  const { items } = (await shop.call('GET', `/v1/orders/${order}/timeline`)).body;
  assert.deepEqual([items.at(-1).type, items.at(-1).data], ['order.erased.v1', {}]);
  const found = (await shop.call('GET', '/v1/orders?search=kept-sku')).body.items;
  assert.deepEqual(
    found.map((one: { id: string }) => one.id),
    [order],
  );

  const again = await shop.call('POST', `/v1/customers/${id}/erasure`);
  assert.deepEqual(again.body, erased.body);
  const replay = await create(secret, headers);
  assert.equal(replay.body.code, 'customer-erased');
  const change = await shop.call('PATCH', `/v1/customers/${id}`, { name: 'Back' });
  assert.equal(change.body.code, 'customer-erased');
  const back = await create(secret);
  assert.notEqual(back.body.id, id, 'the address is free for a new customer');
});

test('an order sent again after the erasure gets its first answer, which was never personal', async () => {
  const body = orderOf({ 'KEPT-SKU': 1 }, { customer: { email: 'twice@example.net' } });
  const headers = { 'idempotency-key': 'ordered-and-erased' };
  const first = await shop.call('POST', '/v1/orders', body, headers);
  await shop.call('POST', `/v1/customers/${first.body.customer}/erasure`);
  const again = await shop.call('POST', '/v1/orders', body, headers);
  assert.deepEqual(again.body, first.body);
  assert.doesNotMatch(JSON.stringify(again.body), /twice/);
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

/** Words planted wherever an order takes something personal; digits are phone and coordinates. */
const PERSONAL = /private\.org|secretia|geheim|gone|5551234|52\.5163|13\.3777/i;

/** An order with all the places for what is personal, found by search as the worker makes it. */
async function placeOrder(): Promise<string> {
  await stockUp(shop, { BERLIN: { 'KEPT-SKU': 10 } });
  const address = {
    name: 'Secretia Gone',
    street: 'Geheimweg 1',
    postalCode: '10117',
    country: 'DE',
    phone: '+49 30 5551234',
    coordinates: { latitude: 52.5163, longitude: 13.3777 },
  };
  const order = orderOf(
    { 'KEPT-SKU': 1 },
    {
      externalId: 'web-77',
      customer: { email: 'gone@private.org', name: 'Secretia Gone', phone: '+49 30 5551234' },
      shippingAddress: address,
      billingAddress: address,
      note: 'Secretia wants it soon',
      customFields: { engraving: 'For Secretia' },
    },
  );
  const captured = await shop.call('POST', '/v1/orders', order, { 'idempotency-key': 'gone' });
  assert.equal(captured.status, 201, JSON.stringify(captured.body));
  const at = `/v1/orders/${captured.body.id}`;
  const note = 'Secretia called';
  const keyed = { 'idempotency-key': 'gone too' };
  await shop.call('POST', `${at}/holds`, { reason: 'other', note }, keyed);
  await shop.call('POST', `${at}/notes`, { body: note }, keyed);
  await shop.call('PATCH', `${at}/custom-fields`, { customFields: { gift: 'Geheim' } }, keyed);
  const canceled = await shop.call('POST', `${at}/cancellations`, { reason: 'customer', note });
  assert.equal(canceled.status, 201, JSON.stringify(canceled.body));
  await listUp(shop);
  return captured.body.id;
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
