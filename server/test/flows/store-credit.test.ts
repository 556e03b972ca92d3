// Store credit: given by people, spent by orders, put back, expired, merged; and what the books say of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { journalReader } from '../../src/accounting/journal-reader.ts';
import { statement } from '../../src/db/statement.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { runReader } from '../../src/log/run-reader.ts';
import { runDue } from '../../src/run-due.ts';
import { expireValues } from '../../src/stored-value/expire-values.ts';
import { selectTenantsWithDueValues } from '../../src/stored-value/sql.ts';
import type { Answer } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';
import { callerOfUser } from '../user-caller.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

const DAY_MS = 86_400_000;
const CREDIT = { provider: 'store-credit' };

async function customer(email: string): Promise<string> {
  return (await till.post('/v1/customers', { email, name: 'Ada Lovelace' })).body.id;
}

const pathOf = (id: string) => `/v1/customers/${id}/store-credit`;
const give = (id: string, amountMinor: number, more: object = {}) =>
  till.post(`${pathOf(id)}/adjustments`, {
    ...{ currency: 'EUR', amountMinor, reason: 'goodwill' },
    ...more,
  });

/** Balance and what of it is promised. */
async function creditOf(id: string): Promise<number[]> {
  const { accounts } = (await till.shop.call('GET', pathOf(id))).body;
  return accounts.flatMap((one: Record<string, number>) => [one['balanceMinor'], one['heldMinor']]);
}

async function movementsOf(id: string): Promise<string[]> {
  const { items } = (await till.shop.call('GET', `${pathOf(id)}/EUR/movements`)).body;
  return items
    .reverse()
    .map((one: Record<string, number | string>) => `${one['kind']} ${one['amountMinor']}`);
}

async function buy(email: string, payments: object[], channel = 'now'): Promise<Answer> {
  const order = await till.buy(payments, { customer: { email }, channel });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  await settle();
  return order;
}

async function settle(): Promise<void> {
  await till.shop.runPayments();
  await till.shop.runPayments();
}

test('is given by people with a reason, and taken back as far as it is there', async () => {
  const ada = await customer('given@example.com');
  const given = await give(ada, 3000, { note: 'The parcel was late' });
  assert.equal(given.status, 201, JSON.stringify(given.body));
  assert.deepEqual(await creditOf(ada), [3000, 0]);
  assert.equal((await give(ada, 10, { reason: 'no-such' })).body.code, 'reason-unknown');
  const past = { expiresAt: '2020-01-01T00:00:00Z' };
  assert.equal((await give(ada, 10, past)).body.code, 'expiry-past');
  await give(ada, -1000);
  const tooMuch = await give(ada, -2001);
  assert.deepEqual(
    [tooMuch.body.code, tooMuch.body.data.availableMinor],
    ['stored-value-too-low', 2000],
  );
  const { body } = await till.shop.call('GET', `${pathOf(ada)}/EUR/movements`);
  assert.deepEqual(
    body.items.map((one: { note: string | null }) => one.note),
    [null, 'The parcel was late'],
  );
  assert.ok(Object.keys(body.names).length === 1);
  assert.deepEqual(await creditOf(await customer('none@example.com')), []);
});

test('pays for an order, in part beside a card, and a refund puts it back', async () => {
  const ada = await customer('paying@example.com');
  await give(ada, 1500);
  const order = await buy('paying@example.com', [{ ...CREDIT, amountMinor: 1500 }, card()]);
  assert.equal(await till.statusOf(order), 'paid');
  assert.deepEqual(await creditOf(ada), [0, 0]);
  assert.deepEqual(await till.deedsOf(order), ['authorize 500', 'capture 500']);
  await till.refund(order, 700);
  await settle();
  // Last in, first out: the card first.
  assert.deepEqual(await till.deedsOf(order), ['authorize 500', 'capture 500', 'refund 500']);
  assert.deepEqual(await creditOf(ada), [200, 0]);
  assert.deepEqual(await movementsOf(ada), ['given 1500', 'held 0', 'spent -1500', 'refunded 200']);
});

test('is promised while an order waits, spent with what leaves, and given back with the rest', async () => {
  const ada = await customer('waiting@example.com');
  await give(ada, 2500);
  const order = await buy('waiting@example.com', [CREDIT], 'web');
  assert.deepEqual(await creditOf(ada), [2500, 2000]);
  assert.equal((await give(ada, -501)).body.code, 'stored-value-too-low');
  await till.post(`/v1/orders/${order.body.id}/cancellations`, {
    reason: 'customer',
    lines: [{ line: 1, quantity: 1 }],
  });
  await till.post(`/v1/orders/${order.body.id}/shipments`);
  await settle();
  assert.deepEqual(await creditOf(ada), [1500, 0]);
  assert.deepEqual((await movementsOf(ada)).toSorted(), [
    ...['given 2500', 'held 0', 'released 0', 'spent -1000'],
  ]);
  const [payment] = (await till.moneyOf(order)).payments;
  assert.deepEqual([payment.capturedMinor, payment.voidedMinor], [1000, 1000]);
});

test('that is not there pays for nothing: the order says so, and another way pays', async () => {
  const ada = await customer('poor@example.com');
  await give(ada, 1999);
  const order = await buy('poor@example.com', [CREDIT]);
  assert.equal(await till.statusOf(order), 'pending');
  assert.deepEqual(await till.exceptionsOf(order), ['payment-declined']);
  assert.equal((await till.moneyOf(order)).payments[0].declinedCode, 'balance-too-low');
  const rest = { ...CREDIT, amountMinor: 1999 };
  await till.post(`/v1/orders/${order.body.id}/payments`, rest);
  await till.post(`/v1/orders/${order.body.id}/payments`, card());
  await settle();
  assert.equal(await till.statusOf(order), 'paid');
  assert.deepEqual(await till.exceptionsOf(order), []);
  assert.deepEqual(await creditOf(ada), [0, 0]);
  for (const [email, code] of [
    ['nobody-has@example.com', 'no-store-credit'],
    [undefined, 'no-customer'],
  ]) {
    const more = email === undefined ? {} : { customer: { email } };
    const unpaid = await till.buy([CREDIT], more);
    await settle();
    assert.equal((await till.moneyOf(unpaid)).payments[0].declinedCode, code);
  }
  const received = { ...CREDIT, received: { reference: 'r' } };
  assert.equal((await till.buy([received])).body.code, 'validation-failed');
});

test('a part of it expires when it is over; what ends first is spent first', async () => {
  const ada = await customer('ending@example.com');
  const soon = new Date(Date.now() + DAY_MS).toISOString();
  const later = new Date(Date.now() + 9 * DAY_MS).toISOString();
  await give(ada, 1000);
  await give(ada, 1500, { expiresAt: later });
  await give(ada, 2500, { expiresAt: soon });
  const { accounts } = (await till.shop.call('GET', pathOf(ada))).body;
  assert.equal(accounts[0].nextExpiryAt, soon);
  await buy('ending@example.com', [CREDIT]);
  const order = await buy('ending@example.com', [{ ...CREDIT, amountMinor: 600 }, card()], 'web');
  till.pass(2 * DAY_MS);
  await expire();
  assert.deepEqual(await creditOf(ada), [3000, 600]);
  // Of the 600 that were promised, 500 were of the part that is over by now.
  await till.cancel(order);
  await settle();
  await expire();
  assert.deepEqual(await creditOf(ada), [2500, 0]);
  till.pass(9 * DAY_MS);
  await expire();
  assert.deepEqual(await creditOf(ada), [1000, 0]);
  assert.deepEqual((await movementsOf(ada)).slice(-2), ['expired -500', 'expired -1500']);
});

async function expire(): Promise<void> {
  const due = { name: 'test', tenants: selectTenantsWithDueValues, verb: expireValues };
  await runDue(till.shop.runtime, due);
}

test('goes to the customer that its owner is merged into, with what orders were promised', async () => {
  const [ada, old] = [await customer('kept@example.com'), await customer('gone@example.com')];
  await give(ada, 1000);
  await give(old, 3000, { expiresAt: '2090-01-01T00:00:00Z' });
  await give(old, 400, { currency: 'USD' });
  const order = await buy('gone@example.com', [CREDIT], 'web');
  const cardOfTheirs = await till.post('/v1/gift-cards', {
    ...{ amountMinor: 500, currency: 'EUR', customer: old },
  });
  const merged = await till.post(`/v1/customers/${ada}/merges`, { from: old });
  assert.equal(merged.status, 200, JSON.stringify(merged.body));
  assert.deepEqual(await creditOf(ada), [4000, 2000, 400, 0]);
  assert.deepEqual(await creditOf(old), []);
  assert.equal((await give(old, 1)).body.code, 'customer-merged');
  const { body } = await till.shop.call('GET', `/v1/gift-cards/${cardOfTheirs.body.giftCard.id}`);
  assert.equal(body.customer, ada);
  await till.post(`/v1/orders/${order.body.id}/shipments`);
  await settle();
  await till.refund(order, 500);
  await settle();
  assert.deepEqual(await creditOf(ada), [2500, 0, 400, 0]);
  // A promise that was spent before: what is put back finds the one who has it now.
  const last = await customer('last@example.com');
  await till.post(`/v1/customers/${last}/merges`, { from: ada });
  await till.refund(order, 300);
  await settle();
  assert.deepEqual(await creditOf(last), [2800, 0, 400, 0]);
});

test('nobody gives more than their role may alone, in parts or at once', async () => {
  const ada = await customer('limited@example.com');
  const limits = [{ role: 'service', currency: 'EUR', aloneMinor: 1000 }];
  const allocation = 'last-in-first-out';
  await till.shop.call('PUT', '/v1/refund-policy', { allocation, limits });
  const service = await callerOfUser(till.shop, 'service');
  const giving = (amountMinor: number, currency = 'EUR') =>
    service.call('POST', `${pathOf(ada)}/adjustments`, { currency, amountMinor, reason: 'other' });
  assert.equal((await giving(800)).status, 201);
  const more = await giving(201);
  assert.deepEqual([more.status, more.body.code], [403, 'credit-beyond-role']);
  assert.equal((await giving(200)).status, 201);
  assert.equal((await giving(1, 'USD')).body.code, 'credit-beyond-role');
  assert.equal((await giving(-900)).status, 201);
  const sold = { amountMinor: 5000, currency: 'EUR' };
  assert.equal(
    (await service.call('POST', '/v1/gift-cards', sold)).body.code,
    'credit-beyond-role',
  );
  assert.equal((await give(ada, 9000)).status, 201);
  await till.shop.call('PUT', '/v1/refund-policy', { allocation, limits: [] });
});

test('of a customer who is erased stays as an amount, and what was written of them goes', async () => {
  const ada = await customer('erased@example.com');
  await give(ada, 2500, { note: 'Mrs Lovelace called' });
  const order = await buy('erased@example.com', [CREDIT]);
  await till.post(`/v1/customers/${ada}/erasure`);
  assert.deepEqual(await creditOf(ada), [500, 0]);
  const { body } = await till.shop.call('GET', `${pathOf(ada)}/EUR/movements`);
  assert.ok(body.items.every((one: { note: string | null }) => one.note === null));
  assert.equal((await give(ada, 1)).body.code, 'customer-erased');
  await till.refund(order, 100);
  await settle();
  assert.deepEqual(await creditOf(ada), [600, 0]);
});

test('stands in the books as what the shop owes', async () => {
  await till.shop.sequence();
  const { clock, app, now } = till.shop.runtime;
  while ((await runReader(clock, app, journalReader(app, now))) !== null);
  const to = now().toISOString().slice(0, 10);
  const { body } = await till.shop.call('GET', `/v1/exports/journal?from=2026-01-01&through=${to}`);
  const lines = String(body)
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => JSON.parse(line).lines);
  const balance = (role: string) =>
    lines
      .filter((line) => line.role === role && line.currency === 'EUR')
      .reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0);
  const held = await balances();
  assert.equal(balance('store-credit'), -(held['store-credit'] ?? 0));
  assert.equal(balance('gift-cards'), -(held['gift-card'] ?? 0));
  assert.equal(balance('breakage'), -2000);
});

const SUMS = statement<{ kind: string; sum: string }>(
  'test.sumOfStoredValues',
  `select kind, sum(balance_minor)::text as sum from stored_values where currency = 'EUR'
   and tenant_id = (select current_tenant()) group by kind`,
);

async function balances(): Promise<Record<string, number>> {
  const { runtime, tenant } = till.shop;
  const rows = await inTransaction(runtime.app, tenant, (tx) => tx.rows(SUMS));
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, Number(sum)]));
}
