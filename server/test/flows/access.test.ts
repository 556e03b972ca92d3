import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '../../src/db/transaction.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf } from '../stock.ts';

let shop: Shop;
let time = new Date('2026-11-23T09:00:00Z');
before(async () => {
  shop = await openShop({ now: () => time });
});
after(() => shop.close());

const password = 'correct horse battery';

async function newUser(email: string, role = 'service'): Promise<Answer> {
  return shop.call('POST', '/v1/users', { email, name: 'Ann', role, password });
}

async function signIn(email: string, secret = password, tenant = 'test'): Promise<Answer> {
  return shop.call('POST', '/v1/sessions', { tenant, email, password: secret });
}

function as(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
  return shop.call(method, path, body, { authorization: `Bearer ${token}` });
}

test('an API key learns who it is and what it may do', async () => {
  const me = await shop.call('GET', '/v1/me');
  assert.equal(me.status, 200);
  assert.equal(me.body.tenant.slug, 'test');
  assert.equal(me.body.actor.kind, 'api-key');
  assert.ok(me.body.scopes.includes('access:write'));
});

test('without credentials nothing is told', async () => {
  assert.equal((await as('dsk_wrong', 'GET', '/v1/me')).body.code, 'not-authenticated');
});

test('a user signs in, acts within the role, and signs out', async () => {
  const user = await newUser('Ann@Example.com');
  assert.equal(user.status, 201);
  assert.equal(user.body.email, 'ann@example.com');
  const session = await signIn('ann@EXAMPLE.com');
  assert.equal(session.status, 201);
  assert.equal(session.body.expiresAt, '2026-11-23T21:00:00.000Z');
  const { token } = session.body;
  assert.equal((await as(token, 'GET', '/v1/me')).body.actor.name, 'Ann');
  const refused = await as(token, 'GET', '/v1/users');
  assert.equal(refused.status, 403);
  assert.deepEqual(refused.body.data, { scope: 'access:read' });
  assert.equal((await as(token, 'DELETE', '/v1/sessions/current')).status, 204);
  assert.equal((await as(token, 'GET', '/v1/me')).status, 401);
});

test('an API key has no session to end', async () => {
  assert.equal((await shop.call('DELETE', '/v1/sessions/current')).body.code, 'not-found');
});

test('a session ends after twelve hours', async () => {
  const { token } = (await signIn('ann@example.com')).body;
  time = new Date('2026-11-23T21:00:01Z');
  assert.equal((await as(token, 'GET', '/v1/me')).status, 401);
});

test('whatever is wrong, signing in says the same', async () => {
  const answers = [
    await signIn('ann@example.com', 'not the password'),
    await signIn('nobody@example.com'),
    await signIn('ann@example.com', password, 'no-such-tenant'),
  ];
  for (const { status, body } of answers) {
    assert.equal(status, 401);
    assert.equal(body.code, 'sign-in-failed');
    assert.equal(body.detail, answers[0]?.body.detail);
  }
});

test('after ten wrong passwords the right one has to wait as well', async () => {
  await newUser('guessed@example.com');
  const guesses = Array.from({ length: 10 }, () => signIn('guessed@example.com', 'wrong guess'));
  for (const guess of await Promise.all(guesses)) assert.equal(guess.body.code, 'sign-in-failed');
  const limited = await signIn('guessed@example.com');
  assert.equal(limited.status, 429);
  assert.equal(limited.body.code, 'rate-limited');
  assert.ok(limited.headers['retry-after']);
  time = new Date(time.getTime() + 16 * 60_000);
  assert.equal((await signIn('guessed@example.com')).status, 201);
});

test('two users cannot have the same e-mail address, in any case', async () => {
  const again = await newUser('ANN@example.com');
  assert.equal(again.body.code, 'already-exists');
  assert.deepEqual(again.body.data, { field: 'email' });
});

test('a short password and what is no code of a role are refused by form', async () => {
  const body = { email: 'x@example.com', name: 'X', role: 'Not a code', password: 'short' };
  const refused = await shop.call('POST', '/v1/users', body);
  assert.equal(refused.body.code, 'validation-failed');
  const fields = refused.body.errors.map((error: { field: string }) => error.field);
  assert.deepEqual(fields.sort(), ['/password', '/role']);
});

test('disabling a user and changing role or password end the sessions', async () => {
  const { id } = (await newUser('leaver@example.com')).body;
  const changes = [{ role: 'analyst' }, { password: 'another password' }, { disabled: true }];
  let secret = password;
  for (const change of changes) {
    const { token } = (await signIn('leaver@example.com', secret)).body;
    assert.equal((await as(token, 'GET', '/v1/me')).status, 200);
    const changed = await shop.call('PATCH', `/v1/users/${id}`, change);
    assert.equal(changed.status, 200);
    assert.equal((await as(token, 'GET', '/v1/me')).status, 401, JSON.stringify(change));
    secret = change.password ?? secret;
  }
  assert.equal((await signIn('leaver@example.com', secret)).body.code, 'sign-in-failed');
});

test('changing only the name keeps the sessions; changing nothing writes nothing', async () => {
  const { id } = (await newUser('namer@example.com')).body;
  const { token } = (await signIn('namer@example.com')).body;
  const named = await shop.call('PATCH', `/v1/users/${id}`, { name: 'Zoe', version: 1 });
  assert.equal(named.body.version, 2);
  const same = await shop.call('PATCH', `/v1/users/${id}`, { name: 'Zoe' });
  assert.equal(same.body.version, 2);
  assert.equal((await as(token, 'GET', '/v1/me')).body.actor.name, 'Zoe');
  const stale = await shop.call('PATCH', `/v1/users/${id}`, { name: 'Old', version: 1 });
  assert.equal(stale.body.code, 'version-conflict');
  assert.deepEqual(stale.body.data, { version: 2 });
});

test('the last active admin stays admin', async () => {
  const first = (await newUser('first-admin@example.com', 'admin')).body.id;
  const refused = await shop.call('PATCH', `/v1/users/${first}`, { role: 'analyst' });
  assert.equal(refused.body.code, 'last-admin');
  const disabled = await shop.call('PATCH', `/v1/users/${first}`, { disabled: true });
  assert.equal(disabled.body.code, 'last-admin');
  await newUser('second-admin@example.com', 'admin');
  const changed = await shop.call('PATCH', `/v1/users/${first}`, { role: 'analyst' });
  assert.equal(changed.status, 200);
});

test('nobody hands out more than they hold', async () => {
  const narrow = await shop.as(['access:write', 'orders:read']);
  const key = { name: 'wide', scopes: ['orders:read', 'orders:write'] };
  const refused = await narrow.call('POST', '/v1/api-keys', key);
  assert.equal(refused.body.code, 'not-allowed');
  assert.deepEqual(refused.body.data, { scope: 'orders:write' });
  const user = { email: 'king@example.com', name: 'King', role: 'admin', password };
  assert.equal((await narrow.call('POST', '/v1/users', user)).body.code, 'not-allowed');
  const admin = (await newUser('taken@example.com', 'admin')).body.id;
  const takeover = await narrow.call('PATCH', `/v1/users/${admin}`, { password });
  assert.equal(takeover.body.code, 'not-allowed');
});

test('the secret of an API key is answered once, and a replay does not hold it', async () => {
  const body = { name: 'shop', scopes: ['orders:read'] };
  const headers = { 'idempotency-key': 'key-1' };
  const first = await shop.call('POST', '/v1/api-keys', body, headers);
  assert.equal(first.status, 201);
  assert.match(first.body.secret, /^dsk_/);
  const replay = await shop.call('POST', '/v1/api-keys', body, headers);
  assert.equal(replay.headers['idempotency-replayed'], 'true');
  assert.deepEqual(replay.body, { ...first.body, secret: null });
  assert.equal((await as(first.body.secret, 'GET', '/v1/me')).status, 200);
});

test('a revoked API key stops working at once, and revoking twice is once', async () => {
  const made = await shop.call('POST', '/v1/api-keys', { name: 'x', scopes: ['orders:read'] });
  assert.equal((await as(made.body.secret, 'GET', '/v1/me')).status, 200);
  for (const _ of [1, 2]) {
    const revoked = await shop.call('DELETE', `/v1/api-keys/${made.body.id}`);
    assert.equal(revoked.status, 204);
    assert.equal((await as(made.body.secret, 'GET', '/v1/me')).status, 401);
  }
  const { items } = (await shop.call('GET', '/v1/api-keys?limit=1')).body;
  assert.equal(items[0].version, 2);
  assert.ok(items[0].revokedAt);
  const unknown = await shop.call('DELETE', `/v1/api-keys/key_${'0'.repeat(32)}`);
  assert.equal(unknown.body.code, 'not-found');
});

test('an API key with an expiry works until then; an expiry in the past is refused', async () => {
  const body = { name: 'brief', scopes: ['orders:read'] };
  const past = { ...body, expiresAt: '2026-01-01T00:00:00Z' };
  assert.equal((await shop.call('POST', '/v1/api-keys', past)).body.code, 'validation-failed');
  const expiresAt = new Date(time.getTime() + 60_000).toISOString();
  const made = await shop.call('POST', '/v1/api-keys', { ...body, expiresAt });
  assert.equal((await as(made.body.secret, 'GET', '/v1/me')).status, 200);
  time = new Date(time.getTime() + 61_000);
  assert.equal((await as(made.body.secret, 'GET', '/v1/me')).status, 401);
});

test('a stored request gives no hash to guess a password from', async () => {
  const body = { email: 'keyed@example.com', name: 'K', role: 'analyst', password };
  const headers = { 'idempotency-key': 'user-1' };
  await shop.call('POST', '/v1/users', body, headers);
  const other = { ...body, password: 'another password' };
  const replay = await shop.call('POST', '/v1/users', other, headers);
  assert.equal(replay.headers['idempotency-replayed'], 'true');
});

test('users are listed newest first, page by page; a foreign cursor is refused', async () => {
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await shop.call('GET', `/v1/users?limit=3${cursor}`);
    seen.push(...body.items.map((user: { id: string }) => user.id));
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  assert.deepEqual(seen, [...new Set(seen)].sort().reverse());
  assert.ok(seen.length > 6);
  assert.equal((await shop.call('GET', '/v1/users?cursor=abc')).body.code, 'cursor-invalid');
});

test('another tenant sees none of it', async () => {
  const other = await shop.anotherTenant('other');
  assert.equal((await other.call('GET', '/v1/users')).body.items.length, 0);
  const { id } = (await newUser('mine@example.com')).body;
  const changed = await other.call('PATCH', `/v1/users/${id}`, { name: 'Theirs' });
  assert.equal(changed.body.code, 'not-found');
});

test('the log tells of users and keys without personal data', async () => {
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const types = new Set(items.map((event: { type: string }) => event.type));
  for (const type of ['user.created.v1', 'user.changed.v1', 'api-key.revoked.v1'])
    assert.ok(types.has(type), type);
  assert.doesNotMatch(JSON.stringify(items), /example\.com|Ann|Zoe/);
});

test('an order is taken while all that others ask for waits, whenever its key was used last', async () => {
  const caller = await shop.as(['orders:write']);
  const release = Promise.withResolvers<void>();
  const held = Array.from({ length: 10 }, () =>
    inTransaction(shop.runtime.app, shop.tenant, () => release.promise),
  );
  const asked = caller.call('POST', '/v1/orders', orderOf({ NOTHING: 1 }));
  const { status } = await Promise.race([asked, sleep(5_000, { status: 'none in 5 s' })]);
  release.resolve();
  await Promise.all([...held, asked]);
  assert.notEqual(status, 'none in 5 s');
});
