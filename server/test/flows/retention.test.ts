import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { DUE, runDue } from '../../src/run-due.ts';
import { listUp } from '../list-up.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const DAY_MS = 86_400_000;
const PLANTED = 'ada-planted';

let shop: Shop;
let time = new Date();
let owner: pg.Client;
before(async () => {
  shop = await openShop({ now: () => time });
  owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  await stockUp(shop, { BER: { MUG: 200 } });
  // The tests put the clock forward by some years.
  await owner.query('select ensure_partitions(current_date + 1000)');
});
after(async () => {
  await owner.end();
  await shop.close();
});

async function runRetention(): Promise<void> {
  const due = DUE.each.find(({ name }) => name === 'keep-retention');
  assert.ok(due);
  await runDue(shop.runtime, due);
}

const preview = async (kind: string, keepDays: number) =>
  (await shop.call('GET', `/v1/retention/${kind}/preview?keepDays=${keepDays}`)).body;
const rule = (kind: string, keepDays: number, on: boolean) =>
  shop.call('PUT', `/v1/retention/${kind}`, { keepDays, on });
const retention = async () => (await shop.call('GET', '/v1/retention')).body;

async function newOrder(): Promise<string> {
  const { body } = await shop.call('POST', '/v1/orders', {
    ...orderOf({ MUG: 1 }, { note: `Ring at ${PLANTED}` }),
    customer: { email: `${PLANTED}@example.com`, name: PLANTED, phone: '+49301234567' },
    customFields: { gift: PLANTED },
  });
  return body.id;
}

/** Everything about orders and money that a sum is made of. */
async function sums(): Promise<unknown> {
  const { rows } = await owner.query(
    `select count(*), sum(total_minor), sum(canceled_minor), sum(ordered), sum(canceled),
            (select count(*) from order_lines), (select sum(on_hand) from stock_levels)
     from orders`,
  );
  return rows[0];
}

async function told(table: string, words = PLANTED): Promise<boolean> {
  const { rows } = await owner.query(
    `select exists (select from ${table} as one where one::text like '%${words}%') as told`,
  );
  return rows[0].told;
}

test('nothing is erased before somebody switches it on, and the preview says what would be', async () => {
  for (let made = 0; made < 60; made += 1) {
    const id = await newOrder();
    if (made > 0) await shop.call('POST', `/v1/orders/${id}/cancellations`, { reason: 'customer' });
  }
  time = new Date(time.getTime() + 400 * DAY_MS);
  assert.equal((await preview('orders', 365)).count, 59);
  assert.equal((await preview('notes', 365)).count, 60);
  assert.equal((await preview('orders', 500)).count, 0);
  await runRetention();
  assert.deepEqual((await retention()).runs, []);
  assert.equal(await told('order_contacts'), true);
});

test('of old finished orders what is personal goes, in small steps; an open one and every sum stay', async () => {
  const before = await sums();
  const on = await rule('orders', 365, true);
  assert.deepEqual([on.status, on.body.on, on.body.version], [200, true, 1]);
  await runRetention();
  assert.deepEqual(await sums(), before);
  assert.equal((await preview('orders', 365)).count, 0);
  const { rows } = await owner.query(
    `select ord.status, contact.email from orders ord
     join order_contacts contact on contact.order_id = ord.id`,
  );
  for (const { status, email } of rows)
    assert.equal(email, status === 'canceled' ? null : `${PLANTED}@example.com`);
  const [run] = (await retention()).runs;
  assert.deepEqual([run.kind, run.erased, run.finishedAt], ['orders', 59, time.toISOString()]);
  const [entry] = (
    await shop.call('GET', '/v1/audit?actor=system:keep-retention&limit=200')
  ).body.items.filter(({ type }: { type: string }) => type === 'retention.ran');
  assert.deepEqual([entry.after.kind, entry.after.erased], ['orders', 59]);
});

test('notes and requests go by their age, and the next run is a day later', async () => {
  await shop.runtime.requests.write();
  assert.equal((await rule('notes', 365, true)).status, 200);
  assert.equal((await rule('requests', 7, true)).status, 200);
  assert.ok((await preview('requests', 7)).count > 0);
  await runRetention();
  assert.equal(await told('order_notes'), false);
  assert.equal((await preview('requests', 7)).count, 0);
  const runs = (await retention()).runs.length;
  const late = await newOrder();
  time = new Date(time.getTime() + DAY_MS / 2);
  await runRetention();
  assert.equal((await retention()).runs.length, runs);
  time = new Date(time.getTime() + DAY_MS / 2);
  await runRetention();
  assert.ok((await retention()).runs.length > runs);
  assert.ok(late !== '');
});

test('sessions that ended long ago are forgotten, open ones are not', async () => {
  const password = 'correct horse battery';
  const user = { email: 'ann@example.com', name: 'Ann', role: 'analyst', password };
  await shop.call('POST', '/v1/users', user);
  const sign = { tenant: 'test', email: user.email, password };
  await shop.call('POST', '/v1/sessions', sign);
  time = new Date(time.getTime() + 40 * DAY_MS);
  assert.equal((await preview('sessions', 30)).count, 1);
  await rule('sessions', 30, true);
  await runRetention();
  const { rows } = await owner.query('select from sessions');
  assert.equal(rows.length, 0);
  const open = await shop.call('POST', '/v1/sessions', sign);
  await runRetention();
  const me = await shop.call('GET', '/v1/me', undefined, {
    authorization: `Bearer ${open.body.token}`,
  });
  assert.equal(me.status, 200);
});

test('days out of bounds are refused, a stale change too, and both of two at once are told apart', async () => {
  assert.equal((await rule('orders', 30, true)).body.code, 'validation-failed');
  const stale = { keepDays: 400, on: true, version: 7 };
  assert.equal(
    (await shop.call('PUT', '/v1/retention/orders', stale)).body.code,
    'version-conflict',
  );
  const both = await Promise.all(
    [400, 500].map((keepDays) =>
      shop.call('PUT', '/v1/retention/orders', { keepDays, on: true, version: 1 }),
    ),
  );
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
});

const EVE = 'eve-planted';

/** An order that is done: `more` is all that is known of whom it is for. */
async function doneOrder(more: object): Promise<string> {
  const { body } = await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, more));
  const note = `Said by ${EVE}`;
  const path = `/v1/orders/${body.id}/cancellations`;
  assert.equal((await shop.call('POST', path, { reason: 'customer', note })).status, 201);
  return body.id;
}

const erasures = async (id: string): Promise<number> =>
  (await shop.call('GET', `/v1/orders/${id}/timeline?limit=200`)).body.items.filter(
    ({ type }: { type: string }) => type === 'order.erased.v1',
  ).length;

test('of an order that names nobody the words go, too, and a street without a name', async () => {
  await doneOrder({ customFields: { gift: EVE } });
  const city = { city: 'Berlin', postalCode: '10117', country: 'DE' };
  await doneOrder({ shippingAddress: { company: EVE, street: `${EVE} 1`, ...city } });
  time = new Date(time.getTime() + 100 * DAY_MS);
  assert.equal((await preview('orders', 90)).count, 2);
  await rule('orders', 90, true);
  await runRetention();
  for (const table of ['orders', 'order_contacts', 'order_cancellations'])
    assert.equal(await told(table, EVE), false, table);
  assert.equal((await preview('orders', 90)).count, 0);
});

test('what is written on an order that was erased goes when it is as old, once', async () => {
  const id = await doneOrder({});
  time = new Date(time.getTime() + 100 * DAY_MS);
  await runRetention();
  await listUp(shop);
  const raised = await shop.call('POST', '/v1/exceptions', { title: 'Ask', about: { order: id } });
  assert.equal(await erasures(id), 1);
  await listUp(shop);
  time = new Date(time.getTime() + DAY_MS);
  const comment = { body: `Asked by ${EVE}` };
  const said = await shop.call('POST', `/v1/exceptions/${raised.body.id}/comments`, comment);
  assert.equal(said.status, 201, JSON.stringify(said.body));
  const fields = { customFields: { gift: EVE } };
  assert.equal((await shop.call('PATCH', `/v1/orders/${id}/custom-fields`, fields)).status, 200);
  await listUp(shop);
  await runRetention();
  assert.equal(await told('orders', EVE), true, 'it is of today');
  time = new Date(time.getTime() + 100 * DAY_MS);
  assert.equal((await preview('orders', 90)).count, 1);
  await runRetention();
  for (const table of ['orders', 'exception_comments'])
    assert.equal(await told(table, EVE), false, table);
  await listUp(shop);
  time = new Date(time.getTime() + 100 * DAY_MS);
  await runRetention();
  assert.equal(await erasures(id), 2);
});
