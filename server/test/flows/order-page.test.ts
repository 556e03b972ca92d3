// The page on which buyers see their order: who may see it, what it tells, and what it keeps to itself.
// cspell:ignore Deine Bestellung unterwegs

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { delivered, packed, type Sent, sent } from '../sent.ts';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
let now = new Date('2026-11-23T12:00:00Z');
before(async () => {
  shop = await openShop({ now: () => now });
  await stockUp(shop, { BER: { MUG: 100, CUP: 100 } });
});
after(() => shop.close());

const buyer = {
  customer: { email: 'Ada@Example.com', name: 'Ada Secret', phone: '+49 30 5550123' },
  shippingAddress: { country: 'DE', city: 'Hidden City', street: 'Secret Street 1' },
};
const READ = { 'accept-language': 'en' };

async function visit(path: string, headers: Record<string, string> = READ) {
  const response = await shop.app.inject({ method: 'GET', url: path, headers });
  return { status: response.statusCode, headers: response.headers, text: response.body };
}

async function send(path: string, fields: Record<string, string>, from = '192.0.2.1') {
  const response = await shop.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...READ },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: response.statusCode, headers: response.headers, text: response.body };
}

async function linkTo(one: Pick<Sent, 'order'>, body: object = {}): Promise<string> {
  const answer = await shop.call('POST', `/v1/orders/${one.order}/page-links`, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.path;
}

const numberOf = async (one: Pick<Sent, 'order'>): Promise<string> =>
  (await shop.call('GET', `/v1/orders/${one.order}`)).body.number;

const set = (settings: object) =>
  shop.call('PUT', '/v1/order-page', {
    ...{ open: true, returnDays: 14, approvesReturns: false, contactUrl: null },
    ...settings,
  });

test('a page is small, whole without scripts, kept by nobody, and says nothing that the proof does not warrant', async () => {
  const one = await delivered(shop, { MUG: 2 }, { ...buyer, externalId: 'web-1001' });
  const page = await visit(await linkTo(one));
  assert.equal(page.status, 200);
  assert.ok(Buffer.byteLength(page.text) < 100_000, `${Buffer.byteLength(page.text)} bytes`);
  assert.doesNotMatch(
    page.text,
    /<script|<img|<link(?! rel="icon" href="data:,")|https?:\/\/(?!www)/,
  );
  const policy = String(page.headers['content-security-policy']);
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(page.headers['cache-control'], 'no-store');
  assert.match(String(page.headers['x-robots-tag']), /noindex/);
  assert.equal(page.headers['referrer-policy'], 'no-referrer');
  for (const secret of ['Ada', 'Secret', 'Hidden', '5550123', 'example.com'])
    assert.ok(!page.text.includes(secret), secret);
  for (const told of [
    'Order web-1001',
    'Your order has been delivered.',
    '2 × Title of MUG',
    '2 delivered',
    `https://www.dhl.com/global-en/home/tracking.html?tracking-id=${one.trackingNumber}`,
    'A parcel left us',
    'test',
  ])
    assert.ok(page.text.includes(told), told);
});

test('it speaks English or German, as the browser prefers, and is one document either way', async () => {
  const one = await sent(shop, { MUG: 1 }, buyer);
  const path = await linkTo(one);
  const german = await visit(path, { 'accept-language': 'fr;q=0.9, de-AT;q=0.8, en;q=0.5' });
  assert.match(german.text, /<html lang="de">/);
  assert.match(german.text, /Deine Bestellung ist auf dem Weg zu dir\./);
  for (const language of ['en-US,en', '', 'ja', 'de;q=0.1,en;q=0.2'])
    assert.match((await visit(path, { 'accept-language': language })).text, /<html lang="en">/);
});

test('number and e-mail address open an order; whatever is wrong of them is told the same', async () => {
  const one = await packed(shop, { MUG: 1 }, { ...buyer, externalId: 'web-7' });
  const number = await numberOf(one);
  for (const [typed, email] of [
    [number, 'ada@example.com'],
    ['web-7', ' ADA@example.com '],
  ] as const) {
    const right = await send('/track/test', { number: typed, email });
    assert.equal(right.status, 303, right.text);
    const page = await visit(String(right.headers['location']));
    assert.ok(page.text.includes('We are preparing your order.'), page.text);
  }
  const wrongEmail = await send('/track/test', { number, email: 'eve@example.com' });
  const unknown = await send('/track/test', { number: '999999', email: 'eve@example.com' });
  const noShop = await send('/track/nowhere', { number, email: 'ada@example.com' });
  assert.deepEqual([wrongEmail.status, unknown.status, noShop.status], [404, 404, 404]);
  assert.equal(wrongEmail.text, unknown.text);
  assert.deepEqual(shapeOf(wrongEmail.headers), shapeOf(unknown.headers));
  assert.match(unknown.text, /We found no order with this number/);
  assert.equal((await visit('/track/nowhere')).status, (await visit('/track/test')).status);
});

const shapeOf = (headers: object) => Object.keys(headers).sort();

test('guesses are few: of one order from anywhere, and of any order from one address', async () => {
  const one = await packed(shop, { MUG: 1 }, buyer);
  const number = await numberOf(one);
  const guess = (what: string, from: string) =>
    send('/track/test', { number: what, email: 'eve@example.com' }, from);
  const known = await Promise.all(
    Array.from({ length: 11 }, (_, from) => guess(number, `198.51.100.${from}`)),
  );
  const none = await Promise.all(
    Array.from({ length: 11 }, (_, from) => guess('888888', `198.51.100.${from + 50}`)),
  );
  const counts = (answers: readonly { status: number }[]) =>
    answers.map((one) => one.status).sort();
  assert.deepEqual(counts(known), counts(none));
  assert.equal(known.filter(({ status }) => status === 429).length, 1);
  const right = await send('/track/test', { number, email: 'ada@example.com' }, '203.0.113.9');
  assert.equal(right.status, 429);
  const many = await Promise.all(
    Array.from({ length: 31 }, (_, order) => guess(String(700_000 + order), '203.0.113.5')),
  );
  assert.equal(many.filter(({ status }) => status === 429).length, 1);
  assert.equal((await visit(await linkTo(one))).status, 200);
  now = new Date(now.getTime() + 16 * 60_000);
  const later = await send('/track/test', { number, email: 'ada@example.com' }, '203.0.113.9');
  assert.equal(later.status, 303);
});

test('a link opens the page of its order in its shop, until it is over, and no other', async () => {
  const one = await sent(shop, { MUG: 1 }, buyer);
  const path = await linkTo(one, { days: 2 });
  assert.equal((await visit(path)).status, 200);
  const token = path.split('/').at(-1) ?? '';
  const turned = `${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`;
  const other = await shop.anotherTenant('other');
  await other.call('POST', `/v1/channels`, { code: 'web', name: 'Web' });
  for (const wrong of [`/track/test/${turned}`, `/track/other/${token}`, '/track/test/short']) {
    const page = await visit(wrong);
    assert.deepEqual([page.status, /does not work any more/.test(page.text)], [404, true], wrong);
  }
  now = new Date(now.getTime() + 3 * 86_400_000);
  assert.equal((await visit(path)).status, 404);
  assert.equal((await visit(await linkTo(one))).status, 200);
  const keyed = { 'idempotency-key': 'link' };
  const first = await shop.call('POST', `/v1/orders/${one.order}/page-links`, {}, keyed);
  const again = await shop.call('POST', `/v1/orders/${one.order}/page-links`, {}, keyed);
  assert.deepEqual([typeof first.body.path, again.body.path], ['string', null]);
});

test('a buyer asks for a return there where the shop allows it, once, and reads what became of it', async () => {
  const one = await delivered(shop, { MUG: 2, CUP: 1 }, buyer);
  const path = await linkTo(one);
  assert.ok(!(await visit(path)).text.includes('Send something back'));
  assert.equal((await set({})).status, 200);
  const page = await visit(path);
  assert.ok(page.text.includes(`${path}/return`), page.text);
  const form = await visit(`${path}/return`);
  const key = /name="key" value="([\w-]{22})"/.exec(form.text)?.[1] ?? '';
  const fields = {
    key,
    'units-1': '1',
    'reason-1': 'damaged',
    wish: 'exchange',
    note: '<b>Hi</b>',
  };
  const nothing = await send(`${path}/return`, { key: 'A'.repeat(22), 'units-1': '0' });
  assert.deepEqual([nothing.status, /choose at least one/.test(nothing.text)], [422, true]);
  const asked = await send(`${path}/return`, fields);
  assert.deepEqual([asked.status, asked.headers['location']], [303, `${path}#returns`]);
  assert.equal((await send(`${path}/return`, fields)).status, 303);
  const { items } = (await shop.call('GET', `/v1/returns?order=${one.order}`)).body;
  assert.deepEqual(
    items.map((back: { decision: string; wish: string; requested: number }) => [
      back.decision,
      back.wish,
      back.requested,
    ]),
    [['pending', 'exchange', 1]],
  );
  assert.match((await visit(path)).text, /We are looking at it/);
  await shop.call('PUT', `/v1/returns/${items[0].id}/refusal`, { note: 'It was <worn>' });
  const told = (await visit(path)).text;
  assert.ok(told.includes('It was &lt;worn&gt;'), 'what people wrote is text, never markup');
  assert.ok(told.includes('We cannot take it back.'));
  now = new Date(now.getTime() + 30 * 86_400_000);
  assert.match((await visit(`${await linkTo(one)}/return`)).text, /can be sent back at the moment/);
});

test('made, set and sent many times at once, there is one key, one setting and one return', async () => {
  const fresh = await shop.anotherTenant('fresh');
  await stockUp(fresh, { BER: { MUG: 5 } });
  const one = await delivered(fresh, { MUG: 1 }, buyer);
  const links = await Promise.all(
    Array.from({ length: 10 }, () => fresh.call('POST', `/v1/orders/${one.order}/page-links`, {})),
  );
  for (const { body } of links) assert.equal((await visit(body.path)).status, 200);
  const settings = { open: true, returnDays: 365, approvesReturns: true, contactUrl: null };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      fresh.call('PUT', '/v1/order-page', { ...settings, version: 0 }),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  const path = links[0]?.body.path;
  const form = await visit(`${path}/return`);
  const key = /name="key" value="([\w-]{22})"/.exec(form.text)?.[1] ?? '';
  const fields = { key, 'units-1': '1', 'reason-1': 'other' };
  await Promise.all(Array.from({ length: 10 }, () => send(`${path}/return`, fields)));
  const { items } = (await fresh.call('GET', `/v1/returns?order=${one.order}`)).body;
  assert.deepEqual(
    items.map((back: { decision: string }) => back.decision),
    ['approved'],
  );
});

test('a buyer chooses among the reasons that the shop has, as it calls them', async () => {
  const one = await delivered(shop, { MUG: 1 }, buyer);
  assert.equal((await set({ returnDays: 365 })).status, 200);
  const items = [
    { code: 'broken', name: 'It came in <pieces>', retired: false },
    { code: 'damaged', name: null, retired: false },
    { code: 'other', name: null, retired: true },
  ];
  assert.equal((await shop.call('PUT', '/v1/settings/reasons/return', { items })).status, 200);
  const path = await linkTo(one);
  const form = (await visit(`${path}/return`)).text;
  assert.ok(form.includes('It came in &lt;pieces&gt;') && form.includes('It is damaged'));
  assert.ok(!form.includes('Something else'));
  const key = /name="key" value="([\w-]{22})"/.exec(form)?.[1] ?? '';
  const fields = { key, 'units-1': '1', 'reason-1': 'other', wish: 'refund' };
  assert.equal((await send(`${path}/return`, fields)).status, 303);
  const [back] = (await shop.call('GET', `/v1/returns?order=${one.order}`)).body.items;
  assert.deepEqual(back.reasons, ['broken'], 'what is retired is not given any more');
});

test('a shop closes the page, and an order whose buyer is erased has none', async () => {
  const one = await sent(shop, { MUG: 1 }, buyer);
  const path = await linkTo(one);
  const before = (await shop.call('GET', '/v1/order-page')).body;
  assert.equal((await set({ open: false, version: before.version })).status, 200);
  assert.equal((await visit(path)).status, 404);
  assert.equal((await visit('/track/test')).status, 404);
  const late = await set({ version: before.version });
  assert.equal(late.body.code, 'version-conflict');
  await set({ contactUrl: 'mailto:help@example.org' });
  assert.ok((await visit(path)).text.includes('mailto:help@example.org'));
  const { customer } = (await shop.call('GET', `/v1/orders/${one.order}`)).body;
  await shop.call('POST', `/v1/customers/${customer}/erasure`);
  assert.equal((await visit(path)).status, 404);
  const { items } = (await shop.call('GET', '/v1/returns')).body;
  for (const { id } of items) {
    const back = (await shop.call('GET', `/v1/returns/${id}`)).body;
    assert.deepEqual([back.note, back.declineNote], [null, null], 'what people wrote is erased');
  }
});
