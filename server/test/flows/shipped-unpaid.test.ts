// Goods that leave before money that comes by hand.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Answer } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

const manual = { provider: 'manual' };
const ship = (order: Answer, quantity = 2) =>
  till.post(`/v1/orders/${order.body.id}/shipments`, { lines: [{ line: 1, quantity }] });
const receive = async (order: Answer, reference: string, amountMinor?: number) => {
  const [payment] = (await till.moneyOf(order)).payments;
  return till.post(`/v1/payments/${payment.id}/receipts`, { reference, amountMinor });
};
const unpaid = async (order: Answer) => {
  const path = `/v1/exceptions?type=shipped-unpaid&status=open&order=${order.body.id}`;
  const { body } = await till.shop.call('GET', path);
  return body.items.map((one: { data: { amountMinor: number } }) => one.data.amountMinor);
};

for (const channel of ['web', 'now'])
  test(`at ${channel}: told with what is open when it leaves, less as it comes, until it is paid`, async () => {
    const order = await till.buy([manual], { channel });
    assert.deepEqual(await unpaid(order), []);
    await ship(order);
    assert.deepEqual(await unpaid(order), [2000]);
    await receive(order, 'first', 700);
    assert.deepEqual(await unpaid(order), [1300]);
    await receive(order, 'second');
    assert.deepEqual(await unpaid(order), []);
    assert.equal(await till.statusOf(order), 'paid');
  });

test('what is granted back is not open any more', async () => {
  const order = await till.buy([manual], { channel: 'web' });
  await ship(order);
  await till.refund(order, 500);
  assert.deepEqual(await unpaid(order), [1500]);
  await till.refund(order, 1500);
  assert.deepEqual(await unpaid(order), []);
});

test('what is canceled is not open, what left is', async () => {
  const order = await till.buy([manual], { channel: 'web' });
  await ship(order, 1);
  assert.deepEqual(await unpaid(order), [1000]);
  await till.cancel(order);
  assert.deepEqual(await unpaid(order), [1000]);
  await receive(order, 'paid', 1000);
  assert.deepEqual(await unpaid(order), []);
});

test('due after the term of an invoice, and paid with one click but the reference', async () => {
  const order = await till.buy([manual], { channel: 'web' });
  await ship(order);
  const { body } = await till.shop.call('GET', `/v1/exceptions?order=${order.body.id}`);
  const [{ severity, deadline, raisedAt, fixes }] = body.items;
  assert.equal(severity, 'low');
  assert.equal(Date.parse(deadline) - Date.parse(raisedAt), 14 * 86_400_000);
  assert.deepEqual(fixes[0].asks, ['/reference']);
  await till.post(fixes[0].path, { ...fixes[0].body, reference: 'bank' });
  assert.deepEqual(await unpaid(order), []);
});

test('paid before, by card, or not through us at all: nobody is told', async () => {
  const before = await till.buy([manual], { channel: 'web' });
  await receive(before, 'early');
  const byCard = await till.buy([card()], { channel: 'web' });
  await till.shop.runPayments();
  const elsewhere = await till.buy([], { channel: 'web' });
  for (const order of [before, byCard, elsewhere]) {
    assert.equal((await ship(order)).status, 201);
    assert.deepEqual(await unpaid(order), []);
  }
});
