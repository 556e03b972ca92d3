// Refunds that go to the store credit: the payments keep their money, and the credit gives it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Answer } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';
import { callerOfUser } from '../user-caller.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

const TO_CREDIT = { destination: 'store-credit', reason: 'goodwill' };
const pathOf = (order: Answer) => `/v1/orders/${order.body.id}`;
const refund = (order: Answer, amountMinor: number, more: object = TO_CREDIT) =>
  till.post(`${pathOf(order)}/refunds`, { amountMinor, ...more });

async function buy(email: string, payments: object[] = [card()], channel = 'now'): Promise<Answer> {
  const order = await till.buy(payments, { customer: { email }, channel });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  await settle();
  return order;
}

async function settle(): Promise<void> {
  await till.shop.runPayments();
  await till.shop.runPayments();
}

async function creditOf(order: Answer): Promise<number> {
  const path = `/v1/customers/${order.body.customer}/store-credit`;
  const { accounts } = (await till.shop.call('GET', path)).body;
  return accounts[0]?.balanceMinor ?? 0;
}

test('a part goes to the store credit, the next part too, and the rest back to the card', async () => {
  const order = await buy('parts@example.com');
  const preview = await till.post(`${pathOf(order)}/refund-previews`, {
    ...{ amountMinor: 700, destination: 'store-credit' },
  });
  assert.deepEqual(
    preview.body.money.map(({ payment, provider, amountMinor }: Record<string, unknown>) => [
      ...[payment, provider, amountMinor],
    ]),
    [[null, 'store-credit', 700]],
  );
  assert.deepEqual(
    [preview.body.refundedNowMinor, preview.body.destination],
    [700, 'store-credit'],
  );
  assert.equal((await refund(order, 700)).status, 201);
  assert.equal((await refund(order, 300)).status, 201);
  await settle();
  assert.equal(await creditOf(order), 1000);
  const money = await till.moneyOf(order);
  const [paid, credit] = money.payments;
  assert.deepEqual(
    [paid.capturedMinor, paid.refundedMinor, paid.carriedMinor, credit.refundedMinor],
    [2000, 0, -1000, 1000],
  );
  assert.equal(money.payments.length, 2);
  assert.deepEqual(
    [money.account.status, money.account.refundedMinor],
    ['partially-refunded', 1000],
  );
  assert.equal(money.grantedRefunds[0].destination, 'store-credit');
  await refund(order, 1000, { reason: 'goodwill' });
  await settle();
  assert.deepEqual(await till.deedsOf(order), ['authorize 2000', 'capture 2000', 'refund 1000']);
  assert.equal(await till.statusOf(order), 'refunded');
  assert.ok((await till.timelineOf(order)).includes('payment.carried.v1'));
  assert.deepEqual(await till.exceptionsOf(order), []);
});

test('what was refunded to the credit pays for the next order', async () => {
  const first = await buy('again@example.com');
  await refund(first, 2000);
  await settle();
  const second = await buy('again@example.com', [{ provider: 'store-credit' }]);
  assert.equal(await till.statusOf(second), 'paid');
  assert.equal(await creditOf(second), 0);
  await refund(second, 500);
  await settle();
  assert.equal(await creditOf(second), 500);
});

test('only what was captured goes there, and only to somebody', async () => {
  const waits = await buy('waits@example.com', [card()], 'web');
  const early = await refund(waits, 100);
  assert.deepEqual(
    [early.status, early.body.code, early.body.data.capturedMinor],
    [...[409, 'refund-not-captured', 0]],
  );
  assert.equal((await till.moneyOf(waits)).grantedRefunds.length, 0);
  const unpaid = await buy('unpaid@example.com', []);
  assert.equal((await refund(unpaid, 100)).body.code, 'refund-not-captured');
  const nobody = await till.buy([card()]);
  await settle();
  assert.equal((await refund(nobody, 100)).body.code, 'order-without-customer');
  const gone = await buy('gone@example.com');
  await till.post(`/v1/customers/${gone.body.customer}/erasure`);
  assert.equal((await refund(gone, 100)).body.code, 'customer-erased');
});

test('of two payments the one gives over that would give back', async () => {
  const order = await buy('two@example.com', [card('tok_ok', { amountMinor: 500 }), card()]);
  await refund(order, 1700);
  await settle();
  const { payments } = await till.moneyOf(order);
  assert.deepEqual(
    payments.map((one: { carriedMinor: number }) => one.carriedMinor),
    [-200, -1500, 1700],
  );
  assert.equal(await creditOf(order), 1700);
});

test('where two have to agree, it goes there once they did', async () => {
  const order = await buy('agreed@example.com');
  const limits = [{ role: 'service', currency: 'EUR', aloneMinor: 0 }];
  const allocation = 'last-in-first-out';
  await till.shop.call('PUT', '/v1/refund-policy', { allocation, limits });
  const service = await callerOfUser(till.shop, 'service');
  const boss = await callerOfUser(till.shop, 'operations');
  const asked = await service.call('POST', `${pathOf(order)}/refunds`, {
    ...{ amountMinor: 400, ...TO_CREDIT },
  });
  const [request] = asked.body.refundRequests;
  assert.equal(request.destination, 'store-credit');
  const decision = `${pathOf(order)}/refund-requests/${request.id}/decisions`;
  assert.equal((await boss.call('POST', decision, { decision: 'approve' })).status, 201);
  await settle();
  assert.equal(await creditOf(order), 400);
  await till.shop.call('PUT', '/v1/refund-policy', { allocation, limits: [] });
});

test('what came back with a return goes there as well', async () => {
  const order = await buy('returned@example.com');
  await till.post(`${pathOf(order)}/shipments`);
  const lines = [{ line: 1, quantity: 1, reason: 'changed-mind' }];
  const { body } = await till.post(`${pathOf(order)}/returns`, { lines });
  const item = { sku: 'MUG', quantity: 1, condition: 'sellable', disposition: 'restock' };
  await till.post(`/v1/returns/${body.id}/receipts`, { location: 'BER', items: [item] });
  const destination = 'store-credit';
  const path = `/v1/returns/${body.id}`;
  const preview = await till.post(`${path}/refund-previews`, { destination });
  assert.equal(preview.body.money[0].provider, 'store-credit');
  assert.equal((await till.post(`${path}/refunds`, { destination })).status, 201);
  await settle();
  assert.equal(await creditOf(order), 1000);
});
