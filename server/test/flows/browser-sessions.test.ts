import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Browser, openBrowser } from '../browser.ts';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
let time = new Date('2026-11-23T09:00:00Z');
let browser: Browser;
const password = 'correct horse battery';
const MINUTE = 60_000;
const ann = { tenant: 'test', email: 'ann@example.com', password };
before(async () => {
  shop = await openShop({ now: () => time });
  for (const [name, role] of [
    ['ann', 'admin'],
    ['bob', 'service'],
  ])
    await shop.call('POST', '/v1/users', { email: `${name}@example.com`, name, role, password });
});
after(() => shop.close());
beforeEach(async () => {
  browser = openBrowser(shop);
  const { status } = await browser.signIn(ann);
  assert.equal(status, 201);
});

const later = (minutes: number) => {
  time = new Date(time.getTime() + minutes * MINUTE);
};

test('a browser gets a cookie that no script reads and no other site sends', async () => {
  const { headers } = await openBrowser(shop).signIn(ann);
  const plain = String(headers['set-cookie']);
  assert.match(
    plain,
    /^doorstep=dsb_[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict$/,
  );
  const secure = await openBrowser(shop).call('POST', '/v1/browser-session', ann, {
    'x-forwarded-proto': 'https',
    origin: 'https://orders.example.com',
  });
  assert.match(String(secure.headers['set-cookie']), /^__Host-doorstep=.*; Secure$/);
});

test('a page reads with the cookie alone, and finds the token for its writes', async () => {
  const { body } = await browser.call('GET', '/v1/me');
  assert.equal(body.profile.email, 'ann@example.com');
  assert.equal(body.session.csrfToken, browser.csrfToken());
  assert.deepEqual(body.tenants, [{ slug: 'test', name: 'test', current: true }]);
  const made = await browser.call('POST', '/v1/channels', { code: 'web', name: 'Web' });
  assert.equal(made.status, 201);
});

test('a write of another site, or without the token of the session, is refused', async () => {
  const other = openBrowser(shop);
  await other.signIn({ ...ann, email: 'bob@example.com' });
  const wrongs: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'x-csrf-token': '' },
    { 'x-csrf-token': other.csrfToken() },
  ];
  for (const wrong of wrongs) {
    const channel = { code: 'evil', name: 'Evil' };
    const { status, body } = await browser.call('POST', '/v1/channels', channel, wrong);
    assert.deepEqual([status, body.code], [403, 'cross-site-request'], JSON.stringify(wrong));
  }
  const login = await openBrowser(shop).call('POST', '/v1/browser-session', ann, {
    origin: 'https://evil.example',
  });
  assert.equal(login.body.code, 'cross-site-request');
});

test('the secret of a cookie is no bearer token, and a token is no cookie', async () => {
  const secret = browser.cookie().slice('doorstep='.length);
  const bearer = { authorization: `Bearer ${secret}` };
  assert.equal((await shop.call('GET', '/v1/me', undefined, bearer)).status, 401);
  const { token } = (await shop.call('POST', '/v1/sessions', ann)).body;
  const cookie = { cookie: `doorstep=${token}` };
  assert.equal((await openBrowser(shop).call('GET', '/v1/me', undefined, cookie)).status, 401);
});

test('a session that is used lives on, one that is not ends, and all end after a week', async () => {
  for (let days = 0; days < 13; days += 1) {
    later(11 * 60);
    assert.equal((await browser.call('GET', '/v1/me')).status, 200, `${days}`);
  }
  for (let days = 0; days < 3; days += 1) later(11 * 60);
  const second = openBrowser(shop);
  await second.signIn(ann);
  for (let half = 0; half < 16; half += 1) {
    later(11 * 60);
    const { status } = await second.call('GET', '/v1/me');
    assert.equal(status, half < 15 ? 200 : 401, `${half}`);
  }
  assert.equal((await browser.call('GET', '/v1/me')).status, 401);
});

test('sessions are listed with their device and last use; one ends from another', async () => {
  const phone = openBrowser(
    shop,
    'Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile Safari/537.36',
  );
  await phone.signIn(ann);
  later(5);
  await phone.call('GET', '/v1/me');
  const { items } = (await browser.call('GET', '/v1/sessions')).body;
  const [newest] = items;
  assert.equal(newest.device, 'Chrome on Android');
  assert.equal(newest.address, '127.0.0.1');
  assert.equal(newest.lastUsedAt, time.toISOString());
  assert.equal(newest.current, false);
  const current = items.filter((one: { current: boolean }) => one.current);
  assert.equal(current.length, 1);
  assert.equal(current[0].device, 'Firefox on Linux');
  assert.equal((await browser.call('DELETE', `/v1/sessions/${newest.id}`)).status, 204);
  assert.equal((await phone.call('GET', '/v1/me')).status, 401);
  assert.equal((await browser.call('DELETE', `/v1/sessions/${newest.id}`)).status, 204);
  assert.equal((await browser.call('GET', '/v1/me')).status, 200);
});

test('an admin sees and ends the sessions of others; others see their own only', async () => {
  const bob = openBrowser(shop);
  await bob.signIn({ ...ann, email: 'bob@example.com' });
  const bobId = (await bob.call('GET', '/v1/me')).body.profile.id;
  const mine = (await browser.call('GET', '/v1/sessions')).body.items[0].id;
  const annId = (await browser.call('GET', '/v1/me')).body.profile.id;
  assert.equal((await bob.call('DELETE', `/v1/sessions/${mine}`)).body.code, 'not-found');
  assert.equal((await bob.call('GET', `/v1/sessions?user=${annId}`)).body.code, 'not-allowed');
  assert.equal((await bob.call('DELETE', `/v1/sessions?user=${annId}`)).body.code, 'not-allowed');
  const [session] = (await browser.call('GET', `/v1/sessions?user=${bobId}`)).body.items;
  assert.equal(session.current, false);
  assert.equal((await browser.call('DELETE', `/v1/sessions?user=${bobId}`)).status, 204);
  assert.equal((await bob.call('GET', '/v1/me')).status, 401);
});

test('signing out everywhere may keep the browser it is asked from', async () => {
  const others = [openBrowser(shop), openBrowser(shop)];
  for (const other of others) await other.signIn(ann);
  assert.equal((await browser.call('DELETE', '/v1/sessions?keepCurrent=true')).status, 204);
  for (const other of others) assert.equal((await other.call('GET', '/v1/me')).status, 401);
  assert.equal((await browser.call('GET', '/v1/me')).status, 200);
  await browser.call('DELETE', '/v1/sessions');
  assert.equal((await browser.call('GET', '/v1/me')).status, 401);
});

test('signing out takes the cookie away', async () => {
  const before = browser.cookie();
  const out = await browser.call('DELETE', '/v1/sessions/current');
  assert.match(String(out.headers['set-cookie']), /^doorstep=; Path=\/; Max-Age=0;/);
  assert.equal((await browser.call('GET', '/v1/me', undefined, { cookie: before })).status, 401);
});

test('a browser is in several tenants, each proven by its own password, and switches', async () => {
  const other = await shop.anotherTenant('second');
  const there = { ...ann, tenant: 'second', password: 'another password' };
  const { email } = there;
  await other.call('POST', '/v1/users', {
    email,
    name: 'Ann',
    role: 'admin',
    password: there.password,
  });
  assert.equal(
    (await browser.call('PUT', '/v1/browser-session', { tenant: 'second' })).status,
    404,
  );
  assert.equal((await browser.signIn({ ...there, password })).body.code, 'sign-in-failed');
  assert.equal((await browser.signIn(there)).status, 201);
  const me = (await browser.call('GET', '/v1/me')).body;
  assert.equal(me.tenant.slug, 'second');
  assert.deepEqual(
    me.tenants.map((one: { slug: string; current: boolean }) => [one.slug, one.current]),
    [
      ['second', true],
      ['test', false],
    ],
  );
  const oldToken = browser.csrfToken();
  const switched = await browser.call('PUT', '/v1/browser-session', { tenant: 'test' });
  assert.equal(switched.status, 200);
  assert.equal((await browser.call('GET', '/v1/me')).body.tenant.slug, 'test');
  // A tab that still shows the other tenant cannot write here: its token is of the other session.
  const late = { 'x-csrf-token': oldToken };
  const written = await browser.call('POST', '/v1/channels', { code: 'x', name: 'X' }, late);
  assert.equal(written.body.code, 'cross-site-request');
  await browser.call('DELETE', '/v1/sessions/current');
  assert.equal((await browser.call('GET', '/v1/me')).body.tenant.slug, 'second');
});

test('signing in again ends the session before it in the same browser', async () => {
  const before = browser.cookie();
  await browser.signIn(ann);
  assert.equal((await browser.call('GET', '/v1/me', undefined, { cookie: before })).status, 401);
});

test('a program has no browser session to switch, and an API key no account', async () => {
  const { token } = (await shop.call('POST', '/v1/sessions', ann)).body;
  const headers = { authorization: `Bearer ${token}` };
  const switched = await shop.call('PUT', '/v1/browser-session', { tenant: 'test' }, headers);
  assert.equal(switched.body.code, 'not-a-browser-session');
  assert.deepEqual((await shop.call('GET', '/v1/sessions')).body.items, []);
  assert.equal((await shop.call('DELETE', '/v1/sessions')).body.code, 'not-a-user');
  const profile = await shop.call('PATCH', '/v1/me/profile', { name: 'Key' });
  assert.equal(profile.body.code, 'not-a-user');
});

test('the live stream opens with the cookie', async () => {
  await stockUp(shop, { BER: { MUG: 1 } });
  const address = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  const stop = new AbortController();
  const { headers, status } = await fetch(`${address}/v1/events/stream`, {
    headers: { cookie: browser.cookie() },
    signal: stop.signal,
  });
  assert.deepEqual(
    [status, headers.get('content-type')?.split(';')[0]],
    [200, 'text/event-stream'],
  );
  stop.abort();
});

test('preferences are kept per user, merged, bounded and checked', async () => {
  const at = '/v1/me/preferences';
  const first = await browser.call('PATCH', at, { theme: 'dark', home: ['queues', 'late'] });
  assert.equal(first.body.theme, 'dark');
  assert.equal(first.body.singleKeys, true);
  await browser.call('PATCH', at, { timeZone: 'Europe/Berlin', singleKeys: false });
  const { preferences } = (await browser.call('GET', '/v1/me')).body.profile;
  assert.deepEqual(
    [preferences.theme, preferences.timeZone, preferences.singleKeys, preferences.home],
    ['dark', 'Europe/Berlin', false, ['queues', 'late']],
  );
  assert.equal((await browser.call('PATCH', at, { home: null })).body.home, null);
  const nowhere = await browser.call('PATCH', at, { timeZone: 'Mars/Base' });
  assert.equal(nowhere.body.code, 'time-zone-unknown');
  const wild = await browser.call('PATCH', at, { anything: 1 });
  assert.equal(wild.body.code, 'validation-failed');
});

test('a user changes the own name, but not unseen changes of somebody else', async () => {
  const named = await browser.call('PATCH', '/v1/me/profile', { name: 'Ann Doe' });
  assert.equal(named.body.name, 'Ann Doe');
  const stale = await browser.call('PATCH', '/v1/me/profile', { name: 'Old', version: 1 });
  assert.equal(stale.body.code, 'version-conflict');
});

test('a new password needs the old one, and ends the other sessions', async () => {
  const other = openBrowser(shop);
  await other.signIn(ann);
  const at = '/v1/me/password';
  const wrong = await browser.call('PUT', at, {
    current: 'not it at all',
    password: 'something new',
  });
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'password-wrong']);
  const changed = await browser.call('PUT', at, { current: password, password: 'something new' });
  assert.equal(changed.status, 204);
  assert.equal((await other.call('GET', '/v1/me')).status, 401);
  assert.equal((await browser.call('GET', '/v1/me')).status, 200);
  assert.equal((await other.signIn(ann)).body.code, 'sign-in-failed');
  const back = await browser.call('PUT', at, { current: 'something new', password });
  assert.equal(back.status, 204);
});

test('a rolled key works on for a while beside the new one', async () => {
  const key = { name: 'erp', scopes: ['orders:read'] };
  const old = (await shop.call('POST', '/v1/api-keys', key)).body;
  const use = async (secret: string) =>
    (await shop.call('GET', '/v1/me', undefined, { authorization: `Bearer ${secret}` })).status;
  await use(old.secret);
  const rolled = await shop.call('POST', `/v1/api-keys/${old.id}/rotations`, { overlapHours: 1 });
  assert.equal(rolled.status, 201);
  assert.deepEqual(rolled.body.scopes, key.scopes);
  assert.deepEqual([await use(old.secret), await use(rolled.body.secret)], [200, 200]);
  later(61);
  assert.deepEqual([await use(old.secret), await use(rolled.body.secret)], [401, 200]);
  const again = await shop.call('POST', `/v1/api-keys/${old.id}/rotations`, {});
  assert.equal(again.body.code, 'api-key-over');
  const { items } = (await shop.call('GET', '/v1/api-keys')).body;
  const used = items.find((one: { id: string }) => one.id === rolled.body.id);
  assert.equal(used.lastUsedAt, time.toISOString());
});
