import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, codeAt, enroll, openBrowser } from '../browser.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
let time = new Date('2026-11-23T09:00:00Z');
const password = 'correct horse battery';
before(async () => {
  shop = await openShop({ now: () => time, realNow: () => time });
});
after(() => shop.close());

async function member(name: string) {
  const credentials = { tenant: 'test', email: `${name}@example.com`, password };
  const user = { email: credentials.email, name, role: 'admin', password };
  const { body } = await shop.call('POST', '/v1/users', user);
  const browser = openBrowser(shop);
  await browser.signIn(credentials);
  return { id: body.id as string, credentials, browser };
}

const many = (count: number, one: (place: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));

const succeeded = (answers: readonly Answer[]) => answers.filter(({ status }) => status < 300);

test('one code, and one recovery code, opens one session however many try it at once', async () => {
  const { credentials, browser } = await member('coded');
  const { secret, recoveryCodes } = await enroll(browser, password, time);
  time = new Date(time.getTime() + 60_000);
  for (const code of [codeAt(secret, time), recoveryCodes[0]]) {
    const answers = await many(6, () => openBrowser(shop).signIn({ ...credentials, code }));
    assert.equal(succeeded(answers).length, 1);
  }
});

test('one link sets one password', async () => {
  const { id } = await member('linked');
  const { path } = (await shop.call('POST', `/v1/users/${id}/password-resets`)).body;
  const token = new URLSearchParams(path.split('#')[1]).get('token');
  const answers = await many(6, (place) =>
    shop.call('POST', '/v1/password-resets/redemptions', {
      tenant: 'test',
      token,
      password: `new password ${place}`,
    }),
  );
  assert.equal(succeeded(answers).length, 1);
});

test('guesses at once are counted one by one: none gets past the limit', async () => {
  const { credentials } = await member('hammered');
  const answers = await many(30, () =>
    openBrowser(shop).signIn({ ...credentials, password: 'wrong guess' }),
  );
  const told = (code: string) => answers.filter(({ body }) => body.code === code).length;
  assert.deepEqual([told('sign-in-failed'), told('rate-limited')], [10, 20]);
});

test('a session ended many times at once is ended once, and all at once leave none', async () => {
  const { browser, credentials } = await member('ended');
  const other = openBrowser(shop);
  await other.signIn(credentials);
  const { id } = (await other.call('GET', '/v1/me')).body.session;
  await many(6, () => browser.call('DELETE', `/v1/sessions/${id}`));
  const others: Browser[] = Array.from({ length: 4 }, () => openBrowser(shop));
  for (const one of others) await one.signIn(credentials);
  await many(4, () => browser.call('DELETE', '/v1/sessions?keepCurrent=true'));
  for (const one of others) assert.equal((await one.call('GET', '/v1/me')).status, 401);
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const ended = items.filter((event: { subject: string }) => event.subject === id);
  assert.equal(ended.length, 1);
});

test('of an enrollment confirmed many times at once, one set of recovery codes is given', async () => {
  const { browser } = await member('eager');
  const { secret } = (await browser.call('POST', '/v1/me/second-factor', { password })).body;
  const code = codeAt(secret, time);
  const answers = await many(5, () =>
    browser.call('POST', '/v1/me/second-factor/confirmation', { code }),
  );
  assert.equal(succeeded(answers).length, 1);
  const codes = await many(4, () =>
    browser.call('POST', '/v1/me/second-factor/recovery-codes', { password }),
  );
  assert.equal(succeeded(codes).length, 4);
  assert.equal((await browser.call('GET', '/v1/me')).body.profile.recoveryCodesLeft, 10);
});

test('a second factor switched off or taken away at once goes once', async () => {
  const { id, browser } = await member('off');
  await enroll(browser, password, time);
  const answers = await Promise.all([
    browser.call('POST', '/v1/me/second-factor/removal', { password }),
    shop.call('POST', `/v1/users/${id}/second-factor-resets`),
    shop.call('POST', `/v1/users/${id}/second-factor-resets`),
  ]);
  assert.equal(succeeded(answers).length, 1);
});

test('two tabs that change different preferences undo nothing of each other', async () => {
  const { browser } = await member('tabs');
  const changes = [
    { theme: 'dark' },
    { density: 'compact' },
    { singleKeys: false },
    { tourDone: true },
  ];
  await Promise.all(changes.map((change) => browser.call('PATCH', '/v1/me/preferences', change)));
  const { preferences } = (await browser.call('GET', '/v1/me')).body.profile;
  for (const [name, value] of changes.flatMap((change) => Object.entries(change)))
    assert.equal(preferences[name], value, name);
});

test('a key rolled at once with its end: the old one does not outlive it', async () => {
  const key = { name: 'x', scopes: ['orders:read'] };
  const { id, secret } = (await shop.call('POST', '/v1/api-keys', key)).body;
  await Promise.all([
    shop.call('POST', `/v1/api-keys/${id}/rotations`, { overlapHours: 1 }),
    shop.call('DELETE', `/v1/api-keys/${id}`),
  ]);
  const headers = { authorization: `Bearer ${secret}` };
  assert.equal((await shop.call('GET', '/v1/me', undefined, headers)).status, 401);
});

test('unlocking and changing a user at once keeps versions dense', async () => {
  const { id, credentials, browser } = await member('busy');
  await Promise.all([
    ...Array.from({ length: 4 }, () => shop.call('POST', `/v1/users/${id}/unlocking`)),
    ...Array.from({ length: 4 }, (_, place) =>
      shop.call('PATCH', `/v1/users/${id}`, { name: `Name ${place}` }),
    ),
    browser.call('PUT', '/v1/me/password', { current: password, password: 'some new password' }),
    openBrowser(shop).signIn(credentials),
  ]);
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const versions = items
    .filter((event: { subject: string }) => event.subject === id)
    .map((event: { version: number }) => event.version);
  assert.deepEqual(
    versions,
    versions.map((_: number, place: number) => place + 1),
  );
});
