// Gift cards: a code that is shown once, spent as a payment; disabled, adjusted, over; and guessed in vain.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runDue } from '../../src/run-due.ts';
import { expireValues } from '../../src/stored-value/expire-values.ts';
import { selectTenantsWithDueValues } from '../../src/stored-value/sql.ts';
import type { Answer } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

const DAY_MS = 86_400_000;
const DUE = { name: 'test', tenants: selectTenantsWithDueValues, verb: expireValues };

interface Issued {
  readonly id: string;
  readonly code: string;
}

async function issue(amountMinor: number, more: object = {}): Promise<Issued> {
  const { status, body } = await till.post('/v1/gift-cards', {
    ...{ amountMinor, currency: 'EUR' },
    ...more,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return { id: body.giftCard.id, code: body.code };
}

const lookUp = (code: string, more: object = {}) =>
  till.post('/v1/gift-card-lookups', { code, ...more });
const read = async (id: string) => (await till.shop.call('GET', `/v1/gift-cards/${id}`)).body;
const change = (id: string, body: object) => till.shop.call('PATCH', `/v1/gift-cards/${id}`, body);
const by = (code: string, more: object = {}) => ({ provider: 'gift-card', token: code, ...more });

async function buy(payments: object[], channel = 'now'): Promise<Answer> {
  const order = await till.buy(payments, { channel });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  await settle();
  return order;
}

async function settle(): Promise<void> {
  await till.shop.runPayments();
  await till.shop.runPayments();
}

test('a code is shown once, found however it is typed, and kept nowhere', async () => {
  const key = { 'idempotency-key': 'issue-once' };
  const body = { amountMinor: 5000, currency: 'EUR', note: 'For the jubilee' };
  const first = await till.post('/v1/gift-cards', body, key);
  const again = await till.post('/v1/gift-cards', body, key);
  assert.equal(again.body.giftCard.id, first.body.giftCard.id);
  assert.deepEqual([typeof first.body.code, again.body.code], ['string', null]);
  const { code, giftCard } = first.body;
  assert.equal(giftCard.lastFour, code.slice(-4));
  const found = await lookUp(` ${code.toLowerCase().replaceAll('-', ' ')}`);
  assert.deepEqual([found.status, found.body.availableMinor], [200, 5000]);
  const list = await till.shop.call('GET', `/v1/gift-cards?lastFour=${giftCard.lastFour}`);
  assert.deepEqual(
    list.body.items.map(({ id }: { id: string }) => id),
    [giftCard.id],
  );
  const { items } = (await till.shop.call('GET', `/v1/gift-cards/${giftCard.id}/movements`)).body;
  assert.deepEqual([items[0].kind, items[0].note], ['issued', 'For the jubilee']);
});

test('a card in dollars pays an order in euros at the worth that was stated, and is refilled in dollars', async () => {
  const { id, code } = await issue(2500, { currency: 'USD' });
  const stated = { currency: 'USD', amountMinor: 2167, conversion: { orderAmountMinor: 2000 } };
  const order = await buy([by(code, stated)]);
  assert.equal(await till.statusOf(order), 'paid');
  assert.equal((await read(id)).balanceMinor, 333);
  await till.refund(order, 1000);
  await settle();
  assert.equal((await read(id)).balanceMinor, 333 + 1084);
  assert.equal((await till.moneyOf(order)).account.refundedMinor, 1000);
});

test('a card pays as far as it goes, another way pays the rest, and a refund comes back to it', async () => {
  const { id, code } = await issue(1500);
  const order = await buy([by(code, { amountMinor: 1500 }), card()]);
  assert.equal(await till.statusOf(order), 'paid');
  assert.deepEqual([(await read(id)).state, (await read(id)).balanceMinor], ['used', 0]);
  const { payments } = await till.moneyOf(order);
  assert.ok(!JSON.stringify(payments).includes(code));
  await till.refund(order, 1200);
  await settle();
  const { state, availableMinor } = await read(id);
  assert.deepEqual([state, availableMinor], ['active', 700]);
  const more = await till.post(`/v1/orders/${order.body.id}/payments`, by(code));
  assert.equal(more.body.code, 'nothing-to-pay');
});

test('a card is added to an order that waits for money, and the rest of what it promised comes back', async () => {
  const { id, code } = await issue(3000);
  const order = await buy([{ provider: 'manual' }], 'web');
  const [waiting] = (await till.moneyOf(order)).payments;
  await till.post(`/v1/payment-intents/${(await till.moneyOf(order)).intents[0].id}/results`, {
    ...{ outcome: 'declined', code: 'never-came' },
  });
  assert.ok(waiting);
  const path = `/v1/orders/${order.body.id}`;
  assert.equal((await till.post(`${path}/payments`, by(code))).status, 201);
  await settle();
  assert.deepEqual([(await read(id)).heldMinor, (await read(id)).availableMinor], [2000, 1000]);
  const lines = [{ line: 1, quantity: 1 }];
  await till.post(`${path}/shipments`, { lines });
  await till.cancel(order);
  await settle();
  assert.deepEqual([(await read(id)).heldMinor, (await read(id)).balanceMinor], [0, 2000]);
});

test('a wrong code is told at once, and a card that is none says nothing of itself', async () => {
  const wrong = 'A222-3333-4444-5555';
  const order = await till.buy([by(wrong)]);
  assert.deepEqual([order.status, order.body.code], [422, 'gift-card-unknown']);
  const { id } = await issue(10_000);
  for (const token of [id, 'x', undefined]) {
    const refused = await till.buy([{ provider: 'gift-card', ...(token ? { token } : {}) }]);
    assert.equal(refused.body.code, token ? 'gift-card-unknown' : 'validation-failed');
  }
  const open = await till.buy([{ provider: 'manual' }]);
  const added = await till.post(`/v1/orders/${open.body.id}/payments`, by(wrong));
  assert.equal(added.body.code, 'gift-card-unknown');
});

test('whoever guesses codes is not answered any more, and others are', async () => {
  const { code } = await issue(100);
  const wrong = 'A222-3333-4444-5556';
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () => lookUp(wrong, { visitor: '192.0.2.1' })),
  );
  const codes = guesses.map((one) => one.body.code);
  assert.deepEqual(
    [codes.filter((one) => one === 'gift-card-unknown').length, codes.includes('rate-limited')],
    [10, true],
  );
  assert.equal((await lookUp(code, { visitor: '192.0.2.1' })).status, 429);
  assert.equal((await lookUp(code, { visitor: '192.0.2.2' })).status, 200);
  assert.equal((await lookUp(code)).status, 200);
  till.pass(16 * 60_000);
  assert.equal((await lookUp(code, { visitor: '192.0.2.1' })).status, 200);
});

test('a disabled card pays for nothing until it is enabled; what it promised is kept', async () => {
  const { id, code } = await issue(4000);
  const before = await buy([by(code)], 'web');
  const disabled = await change(id, { disabled: true });
  assert.deepEqual([disabled.body.state, disabled.status], ['disabled', 200]);
  assert.equal((await change(id, { disabled: true })).body.version, disabled.body.version);
  const order = await buy([by(code)]);
  assert.equal((await till.moneyOf(order)).payments[0].declinedCode, 'gift-card-disabled');
  await till.post(`/v1/orders/${before.body.id}/shipments`);
  await settle();
  assert.equal(await till.statusOf(before), 'paid');
  const stale = await change(id, { disabled: false, version: 1 });
  assert.equal(stale.body.code, 'version-conflict');
  assert.equal((await change(id, { disabled: false })).body.state, 'active');
  const list = await till.shop.call('GET', '/v1/gift-cards?state=disabled');
  assert.deepEqual(list.body.items, []);
});

test('more is given on a card, and no more is taken than is there and free', async () => {
  const { id } = await issue(500);
  const adjust = (amountMinor: number, more: object = {}) =>
    till.post(`/v1/gift-cards/${id}/adjustments`, { amountMinor, reason: 'other', ...more });
  const more = await adjust(250, { note: 'A typo when it was sold' });
  assert.deepEqual([more.status, more.body.balanceMinor], [201, 750]);
  assert.equal((await adjust(-751)).body.code, 'stored-value-too-low');
  assert.equal((await adjust(-750)).body.state, 'used');
  assert.equal((await adjust(1, { version: 1 })).body.code, 'version-conflict');
  assert.equal((await adjust(1, { reason: 'no-such' })).body.code, 'reason-unknown');
});

test('a card expires with what is left; what is refunded to it later is not lost', async () => {
  const end = new Date(Date.now() + DAY_MS).toISOString();
  const past = { amountMinor: 1, currency: 'EUR', expiresAt: '2020-01-01T00:00:00Z' };
  assert.equal((await till.post('/v1/gift-cards', past)).body.code, 'expiry-past');
  const { id, code } = await issue(7000, { expiresAt: end });
  const paid = await buy([by(code)]);
  const waits = await buy([by(code)], 'web');
  till.pass(2 * DAY_MS);
  assert.equal((await read(id)).state, 'expired');
  const late = await buy([by(code)]);
  assert.equal((await till.moneyOf(late)).payments[0].declinedCode, 'gift-card-expired');
  await runDue(till.shop.runtime, DUE);
  assert.deepEqual([(await read(id)).balanceMinor, (await read(id)).heldMinor], [2000, 2000]);
  await till.cancel(waits);
  await settle();
  await runDue(till.shop.runtime, DUE);
  assert.equal((await read(id)).balanceMinor, 0);
  await till.refund(paid, 800);
  await settle();
  await runDue(till.shop.runtime, DUE);
  const now = await read(id);
  assert.deepEqual([now.state, now.availableMinor, now.expiresAt], ['active', 800, null]);
  const again = await change(id, { expiresAt: new Date(Date.now() + 9 * DAY_MS).toISOString() });
  assert.equal(again.status, 200);
  assert.equal((await change(id, { expiresAt: end })).body.code, 'expiry-past');
});

test('a card is of one currency', async () => {
  const { code } = await issue(9000, { currency: 'USD' });
  const order = await buy([by(code)]);
  assert.equal((await till.moneyOf(order)).payments[0].declinedCode, 'currency-differs');
});
