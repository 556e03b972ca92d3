// Fraud and risk: rules and what providers say, the review, and that nothing leaves before it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { systemActor } from '@doorstep/core/access/actor.ts';
import pg from 'pg';
import { runCommand } from '../../src/db/run-command.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { assessOrders, isRiskAssessed, listToAssess } from '../../src/orders/assess-orders.ts';
import { forgetTraces } from '../../src/risk/forget-traces.ts';
import { selectTenantsWithDueTraces } from '../../src/risk/sql.ts';
import { runDue } from '../../src/run-due.ts';
import type { Answer } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';

let till: Till;
before(async () => {
  till = await openTill();
});
after(() => till.shop.close());

const at = (order: Answer) => `/v1/orders/${order.body.id}`;
const get = async (path: string) => (await till.shop.call('GET', path)).body;
const riskOf = (order: Answer) => get(`${at(order)}/risk`);
const release = (order: Answer) => till.post(`${at(order)}/releases`);
const decide = (order: Answer, decision: string) =>
  till.post(`${at(order)}/review-decisions`, { decision, note: 'Called the buyer' });
const setRules = (rules: readonly object[], active = true) =>
  till.shop.call('PUT', '/v1/risk-policy', { active, reviewFrom: 50, rules });

/** As the reader of the log does. */
async function assess(...orders: Answer[]): Promise<void> {
  const { tenant, runtime } = till.shop;
  const events = orders.map(({ body }) => ({ subject: body.id }));
  const open = await inTransaction(runtime.app, tenant, async (tx) =>
    (await isRiskAssessed(tx)) ? listToAssess(tx, events) : [],
  );
  const context = { tenant, actor: systemActor('assess-risk'), now: runtime.now() };
  if (open.length > 0) await runCommand(runtime.app, context, null, (tx) => assessOrders(tx, open));
}

const address = (country: string, postalCode: string, street = 'Long Street 1') => ({
  name: 'Ada',
  street,
  postalCode,
  city: 'Town',
  country,
});
const buy = (email: string, more: object = {}) =>
  till.buy([card()], { channel: 'web', customer: { email }, ...more });

/** Two countries and a first order: 50 points. */
const moved = { shippingAddress: address('DE', '10115'), billingAddress: address('FR', '75001') };
const shield = (reference: string) => ({ source: 'shield', level: 'highest', reference });

describe('an order of a tenant with rules', () => {
  const RULES = [
    { kind: 'velocity', by: 'email', ordersMax: 2, withinMinutes: 60, score: 60 },
    { kind: 'address-mismatch', score: 30 },
    { kind: 'first-order-over', amountMinor: 1500, currency: 'EUR', score: 20 },
    { kind: 'provider-level', level: 'elevated', score: 70 },
  ];
  let old: Answer;
  before(async () => {
    old = await buy('before@example.com');
    const set = await setRules(RULES);
    assert.deepEqual([set.status, set.body.version], [200, 1]);
    assert.deepEqual((await get('/v1/risk-policy')).rules, RULES);
    await till.shop.runPayments();
  });

  test('is not released before it was assessed; one from before the rules is', async () => {
    assert.equal((await release(old)).status, 201);
    const order = await buy('quiet@example.com', {
      lines: [{ sku: 'MUG', quantity: 1, unitPrice: '10.00' }],
    });
    await till.shop.runPayments();
    const early = await release(order);
    assert.deepEqual([early.body.code, early.body.data.state], ['order-under-review', 'waiting']);
    assert.equal((await riskOf(order)).state, null);
    await assess(order);
    const { state, score, reasons } = await riskOf(order);
    assert.deepEqual([state, score, reasons], ['clear', 0, []]);
    assert.equal((await release(order)).status, 201);
  });

  test('with enough against it is held, says why, and goes on when it is approved', async () => {
    const order = await buy('ada@example.com', {
      shippingAddress: address('DE', '10115'),
      billingAddress: address('FR', '75001'),
    });
    await till.shop.runPayments();
    await assess(order);
    const { state, score, reasons } = await riskOf(order);
    assert.deepEqual([state, score], ['review', 50]);
    assert.deepEqual(
      reasons.map(
        ({ kind, score: points, facts }: { kind: string; score: number; facts: object }) => [
          kind,
          points,
          facts,
        ],
      ),
      [
        ['address-mismatch', 30, { field: 'country' }],
        ['first-order-over', 20, { totalMinor: 2000, amountMinor: 1500, currency: 'EUR' }],
      ],
    );
    assert.equal((await get(at(order))).status, 'on-hold');
    assert.deepEqual(await till.exceptionsOf(order), ['risk-review']);
    const { items } = await get('/v1/reviews');
    assert.deepEqual(
      items.map((one: { order: string; score: number }) => [one.order, one.score]),
      [[order.body.id, 50]],
    );
    assert.equal((await release(order)).body.code, 'order-on-hold');
    const [hold] = (await get(at(order))).holds;
    const lifted = await till.shop.call('PUT', `${at(order)}/holds/${hold.id}/release`, {});
    assert.equal(lifted.body.data.operation, 'decideReview');
    const approved = await decide(order, 'approve');
    assert.deepEqual([approved.status, approved.body.state], [201, 'approved']);
    assert.deepEqual([await till.exceptionsOf(order), (await get('/v1/reviews')).items], [[], []]);
    assert.equal((await release(order)).status, 201);
    assert.equal((await decide(order, 'decline')).body.code, 'nothing-to-review');
  });

  test('declined is canceled and its money is given back, all in one', async () => {
    const suspicious = { shippingAddress: address('DE', '1'), billingAddress: address('DE', '2') };
    const held = await buy('mallory@example.com', suspicious);
    const taken = await buy('mallet@example.com', { ...suspicious, channel: 'now' });
    await till.shop.runPayments();
    await assess(held, taken);
    for (const order of [held, taken]) {
      assert.equal((await decide(order, 'decline')).body.state, 'declined');
      const { status, cancellations, holds } = await get(at(order));
      assert.deepEqual([status, cancellations[0].reason], ['canceled', 'fraud']);
      assert.ok(holds.every(({ releasedAt }: { releasedAt: string }) => releasedAt !== null));
    }
    await till.shop.runPayments();
    assert.deepEqual(await till.deedsOf(held), ['authorize 2000', 'void 2000']);
    assert.deepEqual(await till.deedsOf(taken), ['authorize 2000', 'capture 2000', 'refund 2000']);
  });

  test('is counted by its buyer’s address, e-mail and name, within the window only', async () => {
    const orders = [];
    for (let count = 0; count < 3; count += 1)
      orders.push(await buy(count === 1 ? 'Often@Example.com' : 'often@example.com'));
    await assess(...orders);
    const states = await Promise.all(orders.map(async (order) => (await riskOf(order)).state));
    assert.deepEqual(states, ['clear', 'clear', 'review']);
    const [velocity] = (await riskOf(orders[2] as Answer)).reasons;
    assert.deepEqual(velocity.facts, {
      by: 'email',
      orders: 3,
      ordersMax: 2,
      withinMinutes: 60,
    });
    till.pass(61 * 60_000);
    const later = await buy('often@example.com');
    await assess(later);
    assert.equal((await riskOf(later)).state, 'clear');
  });

  test('is assessed anew when a provider says more, and not released in between', async () => {
    const order = await buy('told@example.com');
    await till.shop.runPayments();
    await assess(order);
    assert.equal((await riskOf(order)).state, 'clear');
    const tell = (body: object) => till.post(`${at(order)}/risk-signals`, body);
    const told = { source: 'shield', level: 'highest', score: 91, reference: 'case 1' };
    assert.equal((await tell(told)).status, 201);
    assert.equal((await tell(told)).body.signals.length, 1);
    assert.equal((await release(order)).body.code, 'order-under-review');
    await assess(order);
    const { state, reasons } = await riskOf(order);
    assert.equal(state, 'review');
    assert.deepEqual(reasons.at(-1).facts, { source: 'shield', level: 'highest', score: 91 });
    await decide(order, 'approve');
    await tell({ source: 'shield', level: 'elevated', reference: 'case 1 again' });
    await assess(order);
    assert.equal((await riskOf(order)).state, 'approved');
  });

  test('in review is scored anew by what a provider says meanwhile, and stays held', async () => {
    const order = await buy('twice-told@example.com', moved);
    await till.shop.runPayments();
    await assess(order);
    assert.equal((await riskOf(order)).score, 50);
    const held = (await get(at(order))).holds;
    await till.post(`${at(order)}/risk-signals`, shield('case 2'));
    assert.equal((await riskOf(order)).assessedAt, null);
    await assess(order);
    await assess(order);
    const { state, score, reasons } = await riskOf(order);
    assert.deepEqual([state, score], ['review', 120]);
    assert.deepEqual(reasons.at(-1).facts, { source: 'shield', level: 'highest' });
    assert.deepEqual((await get(at(order))).holds, held);
    const { items } = await get(`/v1/exceptions?status=open&order=${order.body.id}`);
    assert.deepEqual(
      items.map((one: { type: string; data: { score: number } }) => [one.type, one.data.score]),
      [['risk-review', 120]],
    );
    const assessed = (await till.timelineOf(order)).filter((type) => type === 'order.assessed.v1');
    assert.equal(assessed.length, 2);
  });

  test('approved before a new word was looked at goes on only once it was', async () => {
    const order = await buy('too-early@example.com', moved);
    await till.shop.runPayments();
    await assess(order);
    await till.post(`${at(order)}/risk-signals`, shield('case 3'));
    assert.equal((await decide(order, 'approve')).body.state, 'waiting');
    assert.equal((await release(order)).body.code, 'order-under-review');
    await assess(order);
    const { state, score } = await riskOf(order);
    assert.deepEqual([state, score], ['review', 120]);
    assert.equal((await decide(order, 'approve')).body.state, 'approved');
    assert.equal((await release(order)).status, 201);
  });

  test('that comes with the word of its channel is assessed by it', async () => {
    const order = await buy('channel@example.com', {
      risk: { source: 'shop', level: 'elevated', detail: 'Address does not exist' },
    });
    await assess(order);
    const { state, signals } = await riskOf(order);
    assert.deepEqual([state, signals[0].detail], ['review', 'Address does not exist']);
  });

  test('canceled by somebody needs no review any more', async () => {
    const order = await buy('cancel@example.com', { risk: { source: 'shop', level: 'highest' } });
    await assess(order);
    await till.cancel(order);
    await assess(order);
    const { state, decidedBy } = await riskOf(order);
    assert.deepEqual([state, decidedBy], ['declined', 'system:assess-risk']);
    assert.deepEqual(await till.exceptionsOf(order), []);
  });

  test('leaves digests only, which go with an erasure and after 30 days', async () => {
    const order = await buy('erase-me@example.com', { shippingAddress: address('DE', '10115') });
    await assess(order);
    const owner = new pg.Client({ connectionString: till.shop.url });
    await owner.connect();
    const traces = async () =>
      (await owner.query('select count(*)::int as count from risk_traces')).rows[0].count;
    const before = await traces();
    await till.post(`/v1/customers/${order.body.customer}/erasure`);
    assert.equal(await traces(), before - 3);
    till.pass(31 * 86_400_000);
    await runDue(till.shop.runtime, {
      name: 'forget-traces',
      tenants: selectTenantsWithDueTraces,
      verb: forgetTraces,
    });
    assert.equal(await traces(), 0);
    await owner.end();
  });
});

test('rules that are switched off hold nothing up', async () => {
  await setRules([], false);
  const order = await buy('free@example.com');
  await till.shop.runPayments();
  assert.equal((await release(order)).status, 201);
});
