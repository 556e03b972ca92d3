// Store credit and gift cards, spent many times at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../src/db/ids.ts';
import { runDue } from '../../src/run-due.ts';
import { expireValues } from '../../src/stored-value/expire-values.ts';
import { selectTenantsWithDueValues } from '../../src/stored-value/sql.ts';
import { valueBook } from '../../src/stored-value/value-book.ts';
import type { Answer } from '../shop.ts';
import { openTill, type Till } from '../till.ts';

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
  const order = await till.buy([{ provider: 'manual' }], {
    customer: { email: 'walk@example.com' },
  });
  const [{ id: payment }] = (await till.moneyOf(order)).payments;
  const book = valueBook(till.shop.runtime.app, till.shop.runtime.now);
  const of = {
    tenant: till.shop.tenant,
    order: order.body.id,
    payment,
    currency: 'EUR',
    token: null,
  };
  const path = `/v1/customers/${order.body.customer}/store-credit`;
  const ask = (
    kind: 'authorize' | 'capture' | 'void' | 'refund',
    amount: number,
    hold: string | null,
  ) =>
    book.move(kind, 'store-credit', {
      ...{ ...of, key: newId('paymentIntent'), reference: hold, amountMinor: BigInt(amount) },
    });
  const give = (amountMinor: number, expiresAt?: string) =>
    till.post(`${path}/adjustments`, {
      ...{ currency: 'EUR', amountMinor, reason: 'other', ...(expiresAt ? { expiresAt } : {}) },
    });
  const kinds = [
    'give',
    'giveForADay',
    'take',
    'hold',
    'hold',
    'spend',
    'release',
    'refund',
    'day',
  ];
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    amount: fc.integer({ min: 1, max: 900 }),
    at: fc.nat(),
  });
  const holds: { reference: string; left: number; spent: number }[] = [];
  let balance = 0;
  for (const { kind, amount, at } of fc.sample(step, { numRuns: 150, seed: 8 })) {
    const hold = holds[at % Math.max(1, holds.length)];
    const held = () => holds.reduce((sum, one) => sum + one.left, 0);
    if (kind === 'give' && (await give(amount)).status === 201) balance += amount;
    const tomorrow = new Date(till.shop.runtime.now().getTime() + 86_400_000).toISOString();
    if (kind === 'giveForADay' && (await give(amount, tomorrow)).status === 201) balance += amount;
    if (kind === 'take') {
      const isThere = amount <= balance - held();
      assert.equal((await give(-amount)).status, isThere ? 201 : 409);
      if (isThere) balance -= amount;
    }
    if (kind === 'hold') {
      const answer = await ask('authorize', amount, null);
      assert.equal(answer.done, amount <= balance - held());
      if (answer.done) holds.push({ reference: answer.reference, left: amount, spent: 0 });
    }
    if (hold !== undefined && (kind === 'spend' || kind === 'release')) {
      const { done } = await ask(kind === 'spend' ? 'capture' : 'void', amount, hold.reference);
      assert.equal(done, amount <= hold.left);
      if (done) hold.left -= amount;
      if (done && kind === 'spend') hold.spent += amount;
      if (done && kind === 'spend') balance -= amount;
    }
    if (kind === 'refund' && hold !== undefined && hold.spent > 0) {
      const back = Math.min(amount, hold.spent);
      assert.ok((await ask('refund', back, hold.reference)).done);
      hold.spent -= back;
      balance += back;
    }
    if (kind === 'day') {
      till.pass(86_400_000);
      const due = { name: 'test', tenants: selectTenantsWithDueValues, verb: expireValues };
      await runDue(till.shop.runtime, due);
    }
    const { accounts } = (await till.shop.call('GET', path)).body;
    const now = accounts[0] ?? { balanceMinor: 0, heldMinor: 0 };
    // What a day takes is worked out elsewhere: here, no more than is there and promised to nobody.
    if (kind === 'day') {
      assert.ok(now.balanceMinor <= balance && now.balanceMinor >= held());
      balance = now.balanceMinor;
    }
    assert.deepEqual([now.balanceMinor, now.heldMinor], [balance, held()], kind);
  }
  assert.ok(holds.length > 10 && balance >= 0);
});
