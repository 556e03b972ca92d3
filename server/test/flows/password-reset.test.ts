import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Mailbox, openMailbox } from '@doorstep/connectors/conformance/mailbox.ts';
import { smtpMail } from '@doorstep/connectors/smtp-mail/smtp-mail.ts';
import { enroll, openBrowser } from '../browser.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';

let box: Mailbox;
let shop: Shop;
let time = new Date('2026-11-23T09:00:00Z');
const password = 'correct horse battery';
const renewed = 'a brand new password';
before(async () => {
  box = await openMailbox();
  shop = await openShop({
    now: () => time,
    realNow: () => time,
    publicUrl: 'https://orders.example.com',
    mailer: smtpMail({ url: box.url, from: 'Doorstep <orders@example.com>' }),
  });
});
after(async () => {
  await shop.close();
  await box.close();
});

async function member(name: string, role = 'service') {
  const email = `${name}@example.com`;
  const { body } = await shop.call('POST', '/v1/users', { email, name, role, password });
  return { id: body.id as string, credentials: { tenant: 'test', email, password } };
}

const issue = (id: string) => shop.call('POST', `/v1/users/${id}/password-resets`);

const tokenIn = (link: string) => new URLSearchParams(link.split('#')[1]).get('token') ?? '';

const redeem = (token: string, tenant = 'test', secret = renewed): Promise<Answer> =>
  shop.call('POST', '/v1/password-resets/redemptions', { tenant, token, password: secret });

const ask = (email: string, tenant = 'test') =>
  shop.call('POST', '/v1/password-resets', { tenant, email });

async function mailTo(email: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const mail = box.received.findLast(({ to }) => to.includes(email));
    // Mail is written in lines; a long one goes on after `=`.
    if (mail !== undefined) return mail.text.replaceAll(/=\r\n/g, '').replaceAll('=3D', '=');
    await sleep(20);
  }
  throw new Error(`no mail came for ${email}`);
}

test('a link of an admin sets a new password once, and ends all sessions', async () => {
  const { id, credentials } = await member('ann');
  const browser = openBrowser(shop);
  await browser.signIn(credentials);
  const { status, body } = await issue(id);
  assert.equal(status, 201);
  assert.equal(body.url, `https://orders.example.com${body.path}`);
  assert.equal(body.expiresAt, new Date(time.getTime() + 30 * 60_000).toISOString());
  assert.equal((await redeem(tokenIn(body.path))).status, 204);
  assert.equal((await browser.call('GET', '/v1/me')).status, 401);
  assert.equal((await browser.signIn(credentials)).body.code, 'sign-in-failed');
  assert.equal((await browser.signIn({ ...credentials, password: renewed })).status, 201);
  assert.equal((await redeem(tokenIn(body.path))).body.code, 'password-reset-invalid');
});

test('only the newest link works, for half an hour, in its own tenant', async () => {
  const { id } = await member('bob');
  await shop.anotherTenant('elsewhere');
  const old = tokenIn((await issue(id)).body.path);
  const token = tokenIn((await issue(id)).body.path);
  const wrong = [
    redeem(old),
    redeem(token, 'elsewhere'),
    redeem(token, 'nowhere'),
    redeem('dsr_x'),
  ];
  for (const one of await Promise.all(wrong)) assert.equal(one.body.code, 'password-reset-invalid');
  time = new Date(time.getTime() + 31 * 60_000);
  assert.equal((await redeem(token)).body.code, 'password-reset-invalid');
});

test('a link is answered once, and nobody makes one for who may do more', async () => {
  const { id } = await member('boss', 'admin');
  const at = `/v1/users/${id}/password-resets`;
  const narrow = await shop.as(['access:write', 'orders:read']);
  assert.equal((await narrow.call('POST', at)).body.code, 'not-allowed');
  const headers = { 'idempotency-key': 'link' };
  const first = (await shop.call('POST', at, undefined, headers)).body;
  const replay = (await shop.call('POST', at, undefined, headers)).body;
  assert.deepEqual(replay, { ...first, path: null, url: null });
});

test('a disabled user gets no link, and one made before does not work', async () => {
  const { id } = await member('leaver');
  const token = tokenIn((await issue(id)).body.path);
  await shop.call('PATCH', `/v1/users/${id}`, { disabled: true });
  assert.equal((await issue(id)).body.code, 'not-found');
  assert.equal((await redeem(token)).body.code, 'password-reset-invalid');
});

test('who forgot the password gets a link by mail that works', async () => {
  const { credentials } = await member('forgot');
  const { status, body } = await ask('Forgot@example.com');
  assert.deepEqual([status, body], [202, { mail: true }]);
  const mail = await mailTo('forgot@example.com');
  const [link = ''] = mail.match(/https:\/\/orders\.example\.com\/\S+/) ?? [];
  assert.equal((await redeem(tokenIn(link))).status, 204);
  const signed = await openBrowser(shop).signIn({ ...credentials, password: renewed });
  assert.equal(signed.status, 201);
});

test('whether there is such a user nobody learns, and no mail goes to strangers', async () => {
  const before = box.received.length;
  for (const answer of [await ask('nobody@example.com'), await ask('x@example.com', 'nowhere')])
    assert.deepEqual([answer.status, answer.body], [202, { mail: true }]);
  await sleep(100);
  assert.equal(box.received.length, before);
});

test('a mailbox is not flooded', async () => {
  await member('flooded');
  const asked: Answer[] = [];
  for (let times = 0; times < 4; times += 1) asked.push(await ask('flooded@example.com'));
  assert.deepEqual(
    asked.map(({ status }) => status),
    [202, 202, 202, 429],
  );
});

test('a link lets who was locked out in, but not past the second factor', async () => {
  const { id, credentials } = await member('locked');
  const browser = openBrowser(shop);
  await browser.signIn(credentials);
  await enroll(browser, password, time);
  for (let guess = 0; guess < 10; guess += 1)
    await openBrowser(shop).signIn({ ...credentials, password: 'wrong guess' });
  assert.equal((await openBrowser(shop).signIn(credentials)).status, 429);
  await redeem(tokenIn((await issue(id)).body.path));
  const signed = await openBrowser(shop).signIn({ ...credentials, password: renewed });
  assert.equal(signed.body.code, 'second-factor-needed');
});

test('a mail server that is gone fails nobody', async () => {
  await member('unlucky');
  const { credentials } = await member('after');
  await box.close();
  assert.equal((await ask('unlucky@example.com')).status, 202);
  assert.equal((await openBrowser(shop).signIn(credentials)).status, 201);
});

test('a server without mail says so', async () => {
  const plain = await openShop();
  try {
    const { body } = await plain.call('POST', '/v1/password-resets', {
      tenant: 'test',
      email: 'ann@example.com',
    });
    assert.deepEqual(body, { mail: false });
    const user = { email: 'a@example.com', name: 'A', role: 'analyst', password };
    const { id } = (await plain.call('POST', '/v1/users', user)).body;
    const link = (await plain.call('POST', `/v1/users/${id}/password-resets`)).body;
    assert.equal(link.url, null);
  } finally {
    await plain.close();
  }
});
