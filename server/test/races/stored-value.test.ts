// Store credit and gift cards, spent many times at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '../shop.ts';
import { openTill, type Till } from '../till.ts';
import { beginCreditWalk, CREDIT_STEPS } from './credit-walk.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

const settle = async () => {
  for (let round = 0; round < 3; round += 1) await till.shop.runPayments();
};
const times = <T>(count: number, run: (place: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, place) => run(place)));

test('of 20 orders at once on one balance as many are paid as it holds, and the rest are not', async () => {
  const customer = { email: 'twenty@example.com' };
  const { id } = (await till.post('/v1/customers', customer)).body;
  const path = `/v1/customers/${id}/store-credit`;
  const given = { amountMinor: 14_999, currency: 'EUR', reason: 'other' };
  await till.post(`${path}/adjustments`, given);
  const { code } = (await till.post('/v1/gift-cards', { amountMinor: 14_999, currency: 'EUR' }))
    .body;
  const ways = [{ provider: 'store-credit' }, { provider: 'gift-card', token: code }];
  const orders = await times(40, (place) => till.buy([ways[place % 2] ?? {}], { customer }));
  await settle();
  const paid = new Map<string, number>();
  for (const order of orders) {
    const [payment] = (await till.moneyOf(order)).payments;
    const isPaid = payment.capturedMinor === 2000;
    assert.equal(payment.declinedCode, isPaid ? null : 'balance-too-low');
    if (isPaid) paid.set(payment.provider, (paid.get(payment.provider) ?? 0) + 1);
  }
  assert.deepEqual(Object.fromEntries(paid), { 'store-credit': 7, 'gift-card': 7 });
  const { accounts } = (await till.shop.call('GET', path)).body;
  assert.deepEqual([accounts[0].balanceMinor, accounts[0].heldMinor], [999, 0]);
});

test('of ten who take it all at once one does, and of ten who open an account all do', async () => {
  const { id } = (await till.post('/v1/customers', { email: 'ten@example.com' })).body;
  const path = `/v1/customers/${id}/store-credit/adjustments`;
  const move = (amountMinor: number) =>
    till.post(path, { amountMinor, currency: 'EUR', reason: 'other' });
  const statuses = (answers: readonly Answer[], status: number) =>
    answers.filter((one) => one.status === status).length;
  assert.equal(statuses(await times(10, () => move(10)), 201), 10);
  const taken = await times(10, () => move(-100));
  assert.deepEqual([statuses(taken, 201), statuses(taken, 409)], [1, 9]);
  const cards = await times(10, () =>
    till.post('/v1/gift-cards', { amountMinor: 100, currency: 'EUR' }),
  );
  assert.equal(new Set(cards.map(({ body }) => body.code)).size, 10);
  const card = `/v1/gift-cards/${cards[0]?.body.giftCard.id}`;
  const adjust = () => till.post(`${card}/adjustments`, { amountMinor: -100, reason: 'other' });
  assert.equal(statuses(await times(10, adjust), 201), 1);
});

test('a customer who is merged while their credit is spent loses none of it', async () => {
  const make = async (email: string) => (await till.post('/v1/customers', { email })).body.id;
  const [into, from] = [await make('into@example.com'), await make('from@example.com')];
  const given = { amountMinor: 9000, currency: 'EUR', reason: 'other' };
  await till.post(`/v1/customers/${from}/store-credit/adjustments`, given);
  const buying = times(6, () =>
    till.buy([{ provider: 'store-credit' }], { customer: { email: 'from@example.com' } }),
  );
  const paying = times(3, () => till.shop.runPayments());
  const merging = till.post(`/v1/customers/${into}/merges`, { from });
  const orders = await buying;
  await Promise.all([paying, merging]);
  await settle();
  const payments = await Promise.all(orders.map((order) => till.moneyOf(order)));
  const paid = payments.filter((one) => one.payments[0].capturedMinor === 2000).length;
  const credit = (await till.shop.call('GET', `/v1/customers/${into}/store-credit`)).body;
  assert.equal(credit.accounts[0].balanceMinor, 9000 - 2000 * paid);
  assert.equal(credit.accounts[0].heldMinor, 0);
});

test('a random walk of giving, promising, spending, giving back, refunding and expiring adds up at each step', async () => {
  const walk = await beginCreditWalk(till);
  for (const step of fc.sample(CREDIT_STEPS, { numRuns: 150, seed: 8 })) await walk.take(step);
  assert.ok(walk.holds.length > 10);
});
