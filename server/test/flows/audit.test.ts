import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let time = new Date('2026-11-23T09:00:00Z');
let user: string;
let token: string;
const secrets: string[] = [];
before(async () => {
  shop = await openShop({ now: () => time });
  const password = 'correct horse battery';
  secrets.push(password);
  const ann = { email: 'ann@example.com', name: 'Ann Personal', role: 'admin', password };
  user = (await shop.call('POST', '/v1/users', ann)).body.id;
  const sign = { tenant: 'test', email: ann.email, password };
  token = (await shop.call('POST', '/v1/sessions', sign)).body.token;
  secrets.push(token);
});
after(() => shop.close());

const asAnn = (method: string, path: string, body?: unknown) =>
  shop.call(method, path, body, { authorization: `Bearer ${token}` });

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  readonly subject: string;
}

const listed = async (query = ''): Promise<Entry[]> =>
  (await shop.call('GET', `/v1/audit?limit=200${query}`)).body.items;
const typesOf = async (query: string): Promise<string[]> =>
  (await listed(query)).map(({ type }) => type);

test('who did what to which thing, from where, before and after', async () => {
  const role = { code: 'packers', name: 'Packers', scopes: ['orders:read'] };
  const { body: made } = await asAnn('POST', '/v1/roles', role);
  time = new Date('2026-11-23T11:00:00Z');
  const changed = await asAnn('PATCH', `/v1/roles/${made.id}`, { scopes: ['drops:read'] });
  const { body } = await shop.call('GET', `/v1/audit?subject=${made.id}`);
  assert.deepEqual(
    body.items.map(({ type }: Entry) => type),
    ['role.changed', 'role.created'],
  );
  const { id: _id, ...entry } = body.items[0];
  assert.deepEqual(entry, {
    at: '2026-11-23T11:00:00.000Z',
    actor: `user:${user}`,
    type: 'role.changed',
    kind: 'role',
    subject: made.id,
    address: '127.0.0.1',
    request: changed.headers['x-request-id'],
    before: { name: 'Packers', scopes: ['orders:read'] },
    after: { name: 'Packers', scopes: ['drops:read'] },
  });
  assert.deepEqual(body.names, { [`user:${user}`]: 'Ann Personal' });
});

test('signing in is kept, and every command of a person; of a key only what is no traffic', async () => {
  await stockUp(shop, { BER: { MUG: 10 } });
  const { body: order } = await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
  await shop.call('PUT', `/v1/orders/${order.id}/tags/by-a-key`);
  await asAnn('PUT', `/v1/orders/${order.id}/tags/by-ann`);
  assert.deepEqual(await typesOf(`&subject=${order.id}`), ['order.tagged']);
  const mine = await typesOf(`&actor=user:${user}`);
  assert.ok(mine.includes('session.opened') && mine.includes('order.tagged'));
  assert.ok((await typesOf('&kind=location')).includes('location.created'));
  assert.ok(!(await typesOf('')).includes('order.captured'));
});

test('it is filtered by person, kind, thing and time, and paged by a cursor', async () => {
  const all = await listed();
  assert.deepEqual(
    [...all].sort((a, b) => (a.id < b.id ? 1 : -1)),
    all,
  );
  const until = await listed('&until=2026-11-23T10:00:00Z');
  const since = await listed('&since=2026-11-23T10:00:00Z');
  assert.deepEqual([...since, ...until], all);
  assert.ok(until.length > 0 && since.length > 0);
  const both = await listed(`&actor=user:${user}&kind=role&since=2026-11-23T10:00:00Z`);
  assert.deepEqual(
    both.map(({ type }) => type),
    ['role.changed'],
  );
  const paged: Entry[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await shop.call('GET', `/v1/audit?limit=3${cursor}`);
    paged.push(...body.items);
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  assert.deepEqual(paged, all);
});

test('a file has what the list has, with the same filters, and no formula runs in it', async () => {
  const { body } = await shop.call('GET', '/v1/audit/export');
  const lines = String(body)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(lines, await listed());
  const csv = (await shop.call('GET', '/v1/audit/export?format=csv&kind=role')).body as string;
  const rows = csv.trim().split('\r\n');
  assert.equal(rows[0], 'at,actor,type,kind,subject,address,request,before,after');
  assert.equal(rows.length, 3);
});

test('what was refused is not there, and what one request did twice is there once', async () => {
  const before = (await listed()).length;
  const role = { code: 'once', name: 'Once', scopes: ['orders:read'] };
  for (let sent = 0; sent < 2; sent += 1)
    await shop.call('POST', '/v1/roles', role, { 'idempotency-key': 'role once' });
  await shop.call('POST', '/v1/roles', role);
  assert.equal((await listed()).length, before + 1);
});

test('no secret and nothing personal stands in it', async () => {
  const key = (await asAnn('POST', '/v1/api-keys', { name: 'k', scopes: ['orders:read'] })).body;
  const hook = { url: 'https://hooks.example.com/a' };
  const endpoint = (await asAnn('POST', '/v1/webhook-endpoints', hook)).body;
  const link = (await asAnn('POST', `/v1/users/${user}/password-resets`)).body;
  await asAnn('PATCH', `/v1/users/${user}`, { name: 'Ann Otherwise' });
  secrets.push(key.secret, endpoint.secret, link.path.split('token=')[1]);
  const owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  const { rows } = await owner.query(
    'select row_to_json(audit_entries)::text as row from audit_entries',
  );
  await owner.end();
  const text = rows.map(({ row }) => row).join('\n');
  assert.ok(text.includes('webhook-endpoint.created'));
  for (const secret of secrets) {
    assert.ok(typeof secret === 'string' && secret.length > 8);
    assert.ok(!text.includes(secret), secret.slice(0, 4));
  }
  for (const personal of ['ann@example.com', 'Ann Personal', 'Ann Otherwise'])
    assert.ok(!text.includes(personal), personal);
});
