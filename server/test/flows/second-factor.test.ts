import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { codeAt, enroll, openBrowser } from '../browser.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
let time = new Date('2026-11-23T09:00:00Z');
const password = 'correct horse battery';
before(async () => {
  shop = await openShop({ now: () => time, realNow: () => time });
});
after(() => shop.close());

/** Codes are of 30 seconds, and each is taken once. */
const nextCode = () => {
  time = new Date(time.getTime() + 60_000);
};

async function member(name: string, role = 'admin'): Promise<{ id: string; credentials: Sign }> {
  const email = `${name}@example.com`;
  const user = { email, name, role, password };
  const { body } = await shop.call('POST', '/v1/users', user);
  return { id: body.id, credentials: { tenant: 'test', email, password } };
}

interface Sign {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

async function withFactor(name: string) {
  const { id, credentials } = await member(name);
  const browser = openBrowser(shop);
  await browser.signIn(credentials);
  const factor = await enroll(browser, password, time);
  nextCode();
  return { id, credentials, browser, ...factor };
}

test('with a second factor the password alone opens nothing, on no way in', async () => {
  const { credentials, secret, browser } = await withFactor('ann');
  assert.equal((await browser.call('GET', '/v1/me')).body.profile.recoveryCodesLeft, 10);
  const ways: ((more: object) => Promise<Answer>)[] = [
    (more) => openBrowser(shop).signIn({ ...credentials, ...more }),
    (more) => shop.call('POST', '/v1/sessions', { ...credentials, ...more }),
  ];
  for (const way of ways) {
    assert.equal((await way({})).body.code, 'second-factor-needed');
    assert.equal((await way({ code: '000000' })).body.code, 'second-factor-wrong');
    assert.equal((await way({ code: codeAt(secret, time) })).status, 201);
    nextCode();
  }
});

test('a wrong password says nothing of the second factor', async () => {
  const { credentials, secret } = await withFactor('quiet');
  const wrong = { ...credentials, password: 'not the password', code: codeAt(secret, time) };
  assert.equal((await openBrowser(shop).signIn(wrong)).body.code, 'sign-in-failed');
});

test('no code works twice, not even that of the enrollment, and an older one not after a newer', async () => {
  const { credentials, secret } = await withFactor('twice');
  const earlier = codeAt(secret, new Date(time.getTime() - 30_000));
  const code = codeAt(secret, time);
  assert.equal((await openBrowser(shop).signIn({ ...credentials, code })).status, 201);
  for (const used of [code, earlier]) {
    const again = await openBrowser(shop).signIn({ ...credentials, code: used });
    assert.equal(again.body.code, 'second-factor-wrong');
  }
});

test('a code may be half a minute late, and no more', async () => {
  const { credentials, secret } = await withFactor('late');
  const code = codeAt(secret, time);
  time = new Date(time.getTime() + 90_000);
  assert.equal(
    (await openBrowser(shop).signIn({ ...credentials, code })).body.code,
    'second-factor-wrong',
  );
  const fresh = codeAt(secret, time);
  time = new Date(time.getTime() + 30_000);
  assert.equal((await openBrowser(shop).signIn({ ...credentials, code: fresh })).status, 201);
});

test('a recovery code works once, however it is typed, and new ones replace the old', async () => {
  const { credentials, recoveryCodes, browser } = await withFactor('lost');
  assert.equal(new Set(recoveryCodes).size, 10);
  const [first = '', second = ''] = recoveryCodes;
  const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
  assert.equal((await openBrowser(shop).signIn({ ...credentials, code: typed })).status, 201);
  const again = await openBrowser(shop).signIn({ ...credentials, code: first });
  assert.equal(again.body.code, 'second-factor-wrong');
  assert.equal((await browser.call('GET', '/v1/me')).body.profile.recoveryCodesLeft, 9);
  const at = '/v1/me/second-factor/recovery-codes';
  assert.equal((await browser.call('POST', at, { password })).body.recoveryCodes.length, 10);
  const old = await openBrowser(shop).signIn({ ...credentials, code: second });
  assert.equal(old.body.code, 'second-factor-wrong');
});

test('nothing changes until the first code, and beginning again makes another secret', async () => {
  const { credentials } = await member('slow');
  const browser = openBrowser(shop);
  await browser.signIn(credentials);
  const confirm = (code: string) =>
    browser.call('POST', '/v1/me/second-factor/confirmation', { code });
  assert.equal((await confirm('123456')).body.code, 'second-factor-off');
  const first = (await browser.call('POST', '/v1/me/second-factor', { password })).body;
  assert.match(first.uri, /^otpauth:\/\/totp\/Doorstep%20test:slow%40example\.com\?/);
  assert.equal((await openBrowser(shop).signIn(credentials)).status, 201);
  const second = (await browser.call('POST', '/v1/me/second-factor', { password })).body;
  assert.equal((await confirm(codeAt(first.secret, time))).body.code, 'second-factor-wrong');
  assert.equal((await confirm(codeAt(second.secret, time))).status, 200);
  assert.equal((await confirm(codeAt(second.secret, time))).body.code, 'second-factor-on');
  const third = await browser.call('POST', '/v1/me/second-factor', { password });
  assert.equal(third.body.code, 'second-factor-on');
});

test('setting up and switching off need the password, and a replay holds no secret', async () => {
  const { credentials } = await member('careful');
  const browser = openBrowser(shop);
  await browser.signIn(credentials);
  const wrong = await browser.call('POST', '/v1/me/second-factor', { password: 'guess' });
  assert.equal(wrong.body.code, 'password-wrong');
  const headers = { 'idempotency-key': 'enroll' };
  const begin = () => browser.call('POST', '/v1/me/second-factor', { password }, headers);
  const begun = (await begin()).body;
  assert.deepEqual((await begin()).body, { secret: null, uri: null });
  const code = codeAt(begun.secret, time);
  await browser.call('POST', '/v1/me/second-factor/confirmation', { code });
  const removal = '/v1/me/second-factor/removal';
  assert.equal(
    (await browser.call('POST', removal, { password: 'x' })).body.code,
    'password-wrong',
  );
  assert.equal((await browser.call('POST', removal, { password })).status, 204);
  assert.equal((await browser.call('POST', removal, { password })).body.code, 'second-factor-off');
  assert.equal((await openBrowser(shop).signIn(credentials)).status, 201);
});

test('switching it on ends the other sessions: they were opened without it', async () => {
  const { credentials } = await member('tight');
  const [browser, other] = [openBrowser(shop), openBrowser(shop)];
  for (const one of [browser, other]) await one.signIn(credentials);
  await enroll(browser, password, time);
  assert.equal((await other.call('GET', '/v1/me')).status, 401);
  assert.equal((await browser.call('GET', '/v1/me')).status, 200);
});

test('codes are guessed no more often than passwords, and an admin unlocks', async () => {
  const { id, credentials, secret } = await withFactor('guessed');
  const guesses = Array.from({ length: 10 }, (_, place) =>
    openBrowser(shop).signIn({ ...credentials, code: String(100_000 + place) }),
  );
  for (const guess of await Promise.all(guesses))
    assert.equal(guess.body.code, 'second-factor-wrong');
  const right = () => openBrowser(shop).signIn({ ...credentials, code: codeAt(secret, time) });
  const locked = await right();
  assert.equal(locked.status, 429);
  const { retryAt, retryAfterSeconds } = locked.body.data;
  assert.equal(locked.headers['retry-after'], String(retryAfterSeconds));
  assert.ok(Date.parse(retryAt) > time.getTime());
  assert.equal((await shop.call('POST', `/v1/users/${id}/unlocking`)).status, 200);
  assert.equal((await right()).status, 201);
});

test('who does not exist is locked out in the same words', async () => {
  const nobody = { tenant: 'no-such-tenant', email: 'nobody@example.com', password };
  const answers: Answer[] = [];
  for (let guess = 0; guess < 11; guess += 1) answers.push(await openBrowser(shop).signIn(nobody));
  assert.ok(answers.slice(0, 10).every(({ body }) => body.code === 'sign-in-failed'));
  assert.equal(answers[10]?.body.code, 'rate-limited');
  assert.deepEqual(Object.keys(answers[10]?.body.data), ['retryAt', 'retryAfterSeconds']);
});

test('an admin takes a lost second factor away, and its sessions end', async () => {
  const { id, credentials, browser } = await withFactor('gone');
  const at = `/v1/users/${id}/second-factor-resets`;
  const narrow = await shop.as(['access:write']);
  assert.equal((await narrow.call('POST', at)).body.code, 'not-allowed');
  assert.equal((await shop.call('POST', at)).body.secondFactor, false);
  assert.equal((await shop.call('POST', at)).body.code, 'second-factor-off');
  assert.equal((await browser.call('GET', '/v1/me')).status, 401);
  assert.equal((await openBrowser(shop).signIn(credentials)).status, 201);
});

test('at rest nothing of a second factor can be read, and the log holds no secret', async () => {
  const { secret, recoveryCodes } = await withFactor('sealed');
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  const { rows } = await client.query(
    `select sealed_secret::text as it from second_factors
     union all select code_hash::text from recovery_codes
     union all select data::text from events`,
  );
  await client.end();
  const all = JSON.stringify(rows);
  for (const one of [secret, Buffer.from(secret).toString('hex'), ...recoveryCodes])
    assert.ok(!all.includes(one));
});

test('the log tells of each step', async () => {
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const types = new Set(items.map((event: { type: string }) => event.type));
  for (const type of [
    'second_factor_set',
    'recovery_code_used',
    'recovery_codes_replaced',
    'unlocked',
  ])
    assert.ok(types.has(`user.${type}.v1`), type);
});
