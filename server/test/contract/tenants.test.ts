// Tenants are kept apart: by the schema, by the roles, and by every route.
// cspell:ignore attname attrelid relispartition

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Operation } from '@doorstep/contract/operation.ts';
import { operations } from '@doorstep/contract/operations.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';
import { followStream } from './follow-stream.ts';
import { type Attempt, type Foreign, MARK } from './foreign.ts';
import { attemptsOn, fillForeign } from './foreign-calls.ts';

let shop: Shop;
let other: Awaited<ReturnType<Shop['anotherTenant']>>;
let foreign: Foreign;
let ownOrder: string;
let owner: pg.Client;
before(async () => {
  shop = await openShop();
  foreign = await fillForeign(shop, 'test', shop.runtime);
  other = await shop.anotherTenant('other');
  await stockUp(other, { BER: { MUG: 10 }, HAM: { MUG: 10 } });
  ownOrder = (await other.call('POST', '/v1/orders', orderOf({ MUG: 1 }))).body.id;
  owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  await shop.sequence();
});
after(async () => {
  await owner.end();
  await shop.close();
});

test('every operation is tried with what belongs to another tenant', () => {
  const tried = Object.keys(attemptsOn(foreign, ownOrder)).sort();
  assert.deepEqual(tried, operations.map(({ id }) => id).sort());
});

test('a cross-tenant test tries every route: nothing is told, nothing is changed', async () => {
  await shop.runtime.requests.write();
  const before = await checksums();
  const theirs = await idsOf(shop.tenant);
  const attempts = attemptsOn(foreign, ownOrder);
  const all = operations.flatMap((operation) =>
    (attempts[operation.id] ?? []).map((attempt) => ({ operation, attempt })),
  );
  // Refusals first: later the caller has things of its own under the same codes.
  const inTurn = [
    ...all.filter(({ attempt }) => attempt.told !== 'own'),
    ...all.filter(({ attempt }) => attempt.told === 'own'),
  ];
  const wrong: string[] = [];
  for (const { operation, attempt } of inTurn) {
    const answer = await send(operation, attempt);
    const got = answer.status < 400 ? 'own' : answer.body.code;
    const named = `${operation.id} ${JSON.stringify(attempt)}`;
    if (got !== attempt.told) wrong.push(`${named}: ${answer.status} ${got}`);
    for (const leak of leaks(answer, attempt, theirs)) wrong.push(`${named} told ${leak}`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(await checksums(), before);
  assert.deepEqual(await foreignIdsIn(other.tenant, theirs), []);
});

test('lists without an end never come to the things of another tenant', async () => {
  const theirs = await idsOf(shop.tenant);
  await shop.sequence();
  const lists = operations.filter(({ id, params }) => id.startsWith('list') && !params);
  for (const operation of lists) {
    const query = { sku: 'MUG', location: 'BER', limit: '200' };
    const known = Object.entries(query).filter(([name]) => name in fieldsOf(operation));
    const needed = NEEDED[operation.id] ?? {};
    const answer = await send(operation, {
      query: { ...Object.fromEntries(known), ...needed },
      told: 'own',
    });
    assert.equal(answer.status, 200, operation.id);
    assert.ok(Array.isArray(answer.body.items), operation.id);
    assert.deepEqual(leaks(answer, { told: 'own' }, theirs), [], operation.id);
  }
});

/** What some lists must be told. */
const EVER = { from: '2000-01-01', to: '2099-12-31' };
const NEEDED: Readonly<Record<string, Record<string, string>>> = {
  listFlowEntries: { ...EVER, kind: 'shipment' },
  listStageEntries: { ...EVER, stage: 'shipped' },
};

test('a stream and the log have events of their own tenant only, whoever else is busy', async () => {
  const address = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  const stream = await followStream(`${address}/v1/events/stream?after=0`, other.secret);
  const seen = await stream.until((event) => event.type === 'order.captured.v1');
  assert.equal(seen[0]?.position, 1);
  await shop.call('PUT', `/v1/orders/${foreign.order}/tags/while-streaming`);
  await shop.sequence();
  await other.call('PUT', `/v1/orders/${ownOrder}/tags/streamed`);
  await shop.sequence();
  const more = await stream.until((event) => event.data['tag'] === 'streamed');
  stream.close();
  const { items } = (await other.call('GET', '/v1/events?limit=1000')).body;
  assert.deepEqual([...seen, ...more], items);
  const theirs = await idsOf(shop.tenant);
  assert.deepEqual(
    [...uuidsIn(JSON.stringify(items))].filter((id) => theirs.has(id)),
    [],
  );
});

test('the id of another tenant’s SKU in an order is a code like any other: nothing is promised', async () => {
  const order = orderOf({ [foreign.sku]: 1 });
  const { status, body } = await other.call('POST', '/v1/orders', order);
  assert.deepEqual([status, body.stock, body.reservations], [201, 'unpromised', []]);
  const line = (await other.call('GET', `/v1/orders/${body.id}`)).body.lines[0];
  assert.deepEqual([line.sku, line.skuId], [foreign.sku, null]);
});

test('the same codes, keys and numbers in two tenants never mix', async () => {
  const both = await Promise.all([shop.anotherTenant('twin-1'), shop.anotherTenant('twin-2')]);
  for (const [place, twin] of both.entries()) await stockUp(twin, { BER: { CUP: 5 + place } });
  const order = orderOf(
    { CUP: 5 },
    { externalId: 'same', customer: { email: 'same@example.com' }, tags: ['same'] },
  );
  const headers = { 'idempotency-key': 'same' };
  const orders = await Promise.all(
    both.map((twin) => twin.call('POST', '/v1/orders', order, headers)),
  );
  assert.deepEqual(
    orders.map(({ status }) => status),
    [201, 201],
  );
  assert.notEqual(orders[0]?.body.id, orders[1]?.body.id);
  assert.notEqual(orders[0]?.body.customer, orders[1]?.body.customer);
  for (const [place, twin] of both.entries()) {
    const { id, number } = orders[place]?.body ?? {};
    assert.equal((await levelAt(twin, 'CUP', 'BER')).available, place);
    assert.equal((await twin.call('GET', `/v1/orders/${number}`)).body.id, id);
    const tagged = (await twin.call('GET', '/v1/orders?tag=same')).body.items;
    assert.deepEqual(
      tagged.map((one: { id: string }) => one.id),
      [id],
    );
    const { items } = (
      await twin.call('GET', '/v1/stock/availability?maxAgeMs=0&sku=CUP&channel=web')
    ).body;
    assert.deepEqual(
      items.map((one: { availableToSell: number }) => one.availableToSell),
      [place],
    );
  }
});

function fieldsOf({ query }: Operation): object {
  return (query as { properties?: object } | undefined)?.properties ?? {};
}

function send(operation: Operation, { params = {}, query, body, bytes }: Attempt): Promise<Answer> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_match, name) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  const at = `${path}${search}`;
  if (bytes === undefined) return other.call(operation.method, at, body);
  const octets = { 'content-type': operation.accepts?.[0] ?? 'application/octet-stream' };
  return other.call(operation.method, at, Buffer.from(bytes), octets);
}

/** What an answer says of the other tenant beyond what the caller named itself. */
function leaks({ body }: Answer, attempt: Attempt, theirs: ReadonlySet<string>): string[] {
  const text = JSON.stringify(body ?? '');
  const named = JSON.stringify(attempt);
  const ids = [...uuidsIn(text)].filter((id) => theirs.has(id) && !named.includes(id));
  return text.includes(MARK) && !named.includes(MARK) ? [...ids, MARK] : ids;
}

function uuidsIn(text: string): Set<string> {
  return new Set(text.replaceAll('-', '').match(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g));
}

async function tenantTables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of the tenant that was there first, table by table. */
async function checksums(): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const table of await tenantTables()) {
    const { rows } = await owner.query(
      `select concat(count(*), ' ', md5(string_agg(t::text, '|' order by t::text))) as sum
       from ${table} t where tenant_id = $1`,
      [uuidOf(shop.tenant)],
    );
    sums[table] = rows[0].sum;
  }
  assert.ok(Object.values(sums).filter((sum) => !sum.startsWith('0 ')).length > 20);
  return sums;
}

async function rowsOf(table: string, tenant: string): Promise<string[]> {
  const { rows } = await owner.query<{ row: string }>(
    `select (to_jsonb(t) - 'tenant_id')::text as row from ${table} t where tenant_id = $1`,
    [tenant],
  );
  return rows.map(({ row }) => row);
}

async function idsOf(tenant: Shop['tenant']): Promise<Set<string>> {
  const found = new Set<string>();
  for (const table of await tenantTables())
    for (const row of await rowsOf(table, uuidOf(tenant)))
      for (const id of uuidsIn(row)) found.add(id);
  return found;
}

/** Rows of a tenant that name something of the other. */
async function foreignIdsIn(tenant: Shop['tenant'], theirs: Set<string>): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tenantTables())
    for (const row of await rowsOf(table, uuidOf(tenant)))
      for (const id of uuidsIn(row)) if (theirs.has(id)) found.push(`${table}: ${row}`);
  return found;
}
