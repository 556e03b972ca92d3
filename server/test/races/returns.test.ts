// Returns asked for, received and refunded many times at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { delivered, type Sent } from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500 }, BACK: {} });
});
after(() => shop.close());

const post = (path: string, body?: object, headers = {}): Promise<Answer> =>
  shop.call('POST', path, body, headers);
const read = async ({ order }: Sent) => (await shop.call('GET', `/v1/orders/${order}`)).body;
const many = (count: number, one: (place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
const withCode = (answers: readonly Answer[], code: string) =>
  answers.filter((answer) => answer.body?.code === code).length;
const request = (one: Sent, quantity: number) =>
  post(`/v1/orders/${one.order}/returns`, {
    lines: [{ line: 1, quantity, reason: 'changed-mind' }],
  });
const receipt = (more: object = {}) => ({
  location: 'BACK',
  items: [{ line: 1, quantity: 1, condition: 'sellable', disposition: 'restock' }],
  ...more,
});

test('asked for thirty times at once, no more comes back than was sent', async () => {
  const one = await delivered(shop, { MUG: 7 });
  const answers = await many(30, () => request(one, 2));
  assert.deepEqual([withStatus(answers, 201), withCode(answers, 'not-returnable')], [3, 27]);
});

test('received ten times under one key it came once, without a key ten times, each a fact', async () => {
  const one = await delivered(shop, { MUG: 3 });
  const { body } = await request(one, 1);
  const path = `/v1/returns/${body.id}/receipts`;
  const keyed = await many(10, () => post(path, receipt(), { 'idempotency-key': 'came once' }));
  const told = keyed.filter(({ status }) => status === 201);
  assert.equal(new Set(told.map((answer) => JSON.stringify(answer.body))).size, 1);
  assert.equal((await read(one)).lines[0].returned, 1);
  const free = await many(10, () => post(path, receipt()));
  assert.equal(withStatus(free, 201), 10);
  const { body: back } = await shop.call('GET', `/v1/returns/${body.id}`);
  assert.deepEqual([back.received, back.unexpected, back.lines[0].beyondShipped], [11, 10, 8]);
});

test('refunded twenty times at once, it is granted once', async () => {
  const one = await delivered(shop, { MUG: 2 });
  const { body } = await request(one, 2);
  await post(`/v1/returns/${body.id}/receipts`, receipt());
  await post(`/v1/returns/${body.id}/receipts`, receipt());
  const answers = await many(20, () => post(`/v1/returns/${body.id}/refunds`, {}));
  assert.deepEqual([withStatus(answers, 201), withCode(answers, 'nothing-to-refund')], [1, 19]);
  assert.equal((await read(one)).grantedMinor, 2000);
});

test('received with a refund and refunded by hand at once, each unit is refunded once', async () => {
  const one = await delivered(shop, { MUG: 4 });
  const { body } = await request(one, 4);
  const path = `/v1/returns/${body.id}`;
  await many(12, (place) =>
    place % 3 === 0
      ? post(`${path}/receipts`, receipt({ refund: true }))
      : post(`${path}/refunds`, {}),
  );
  await post(`${path}/refunds`, {});
  const { body: back } = await shop.call('GET', path);
  assert.deepEqual([back.received, back.lines[0].refunded, back.grantedMinor], [4, 4, 4000]);
});

test('called off and received at once: it came, and the order knows', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => delivered(shop, { MUG: 1 })));
  const before = await levelAt(shop, 'MUG', 'BACK');
  for (const one of all) {
    const { body } = await request(one, 1);
    const [off, came] = await Promise.all([
      post(`/v1/returns/${body.id}/cancellation`),
      post(`/v1/returns/${body.id}/receipts`, receipt()),
    ]);
    assert.ok(off.status === 200 || off.body.code === 'return-not-open');
    assert.equal(came.status, 201);
    assert.equal((await read(one)).lines[0].returned, 1);
  }
  assert.equal((await levelAt(shop, 'MUG', 'BACK')).onHand, before.onHand + 6);
});

test('returns without an order, received at once, are told one after another', async () => {
  const first = await post('/v1/return-receipts', {
    ...receipt(),
    items: [{ label: 'a shoe', quantity: 1, condition: 'unknown', disposition: 'discard' }],
    trackingNumber: 'SHOES',
  });
  const items = [{ sku: 'MUG', quantity: 1, condition: 'sellable', disposition: 'restock' }];
  const answers = await many(12, () =>
    post(`/v1/returns/${first.body.return.id}/receipts`, { location: 'BACK', items }),
  );
  assert.equal(withStatus(answers, 201), 12);
  const { body } = await shop.call('GET', `/v1/returns/${first.body.return.id}`);
  assert.deepEqual([body.received, body.unexpected], [13, 13]);
});
