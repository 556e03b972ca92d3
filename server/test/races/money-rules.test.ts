// Who agrees to a refund, who gives credit and who decides a review, many times at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { catchUp } from '../../src/catch-up.ts';
import { startWorker } from '../../src/worker.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { callerOfUser } from '../user-caller.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 5000 } });
});
after(() => shop.close());

const post = (path: string, body?: object): Promise<Answer> => shop.call('POST', path, body);
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
const read = async (path: string) => (await shop.call('GET', path)).body;

test('of ten who decide about a refund at once one does, and it is granted once or never', async () => {
  const limits = [{ role: 'api-key', currency: 'EUR', aloneMinor: 0 }];
  await shop.call('PUT', '/v1/refund-policy', { allocation: 'proportional', limits });
  const order = await post(
    '/v1/orders',
    orderOf({ MUG: 1 }, { payments: [{ provider: 'sandbox' }] }),
  );
  const at = `/v1/orders/${order.body.id}`;
  const bosses = await Promise.all([callerOfUser(shop, 'operations'), callerOfUser(shop, 'admin')]);
  const asked = await post(`${at}/refunds`, { amountMinor: 400, reason: 'goodwill' });
  const path = `${at}/refund-requests/${asked.body.refundRequests[0].id}/decisions`;
  const decisions = [{ decision: 'approve' }, { decision: 'decline', note: 'No' }];
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, place) =>
      (bosses[place % 2] ?? shop).call('POST', path, decisions[place % 2]),
    ),
  );
  assert.equal(withStatus(answers, 201), 1);
  const { grantedRefunds, refundRequests, account } = await read(`${at}/payments`);
  const isApproved = refundRequests[0].state === 'approved';
  assert.equal(grantedRefunds.length, isApproved ? 1 : 0);
  assert.equal(account.grantedMinor, isApproved ? 400 : 0);
});

test('of ten who set how refunds go, or the rules of risk, on what they saw, one does', async () => {
  for (const [path, body] of [
    ['/v1/refund-policy', { allocation: 'original-first', limits: [] }],
    ['/v1/risk-policy', { active: false, reviewFrom: 10, rules: [] }],
  ] as const) {
    for (let round = 0; round < 2; round += 1) {
      const { version } = await read(path);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => shop.call('PUT', path, { ...body, version })),
      );
      assert.equal(withStatus(answers, 200), 1, path);
      assert.equal(withStatus(answers, 409), 9, path);
      assert.equal((await read(path)).version, version + 1);
    }
  }
});

test('twelve orders at once never use more credit than their customer has, and go as it comes free', async () => {
  const customer = { email: 'b2b@example.com' };
  const first = await post('/v1/customers', customer);
  const credit = `/v1/customers/${first.body.id}/credit`;
  await shop.call('PUT', `${credit}/EUR`, { limitMinor: 5000 });
  const worker = startWorker(shop.runtime);
  const orders = await Promise.all(
    Array.from({ length: 12 }, () =>
      post('/v1/orders', orderOf({ MUG: 1 }, { customer, payments: [{ provider: 'terms' }] })),
    ),
  );
  await catchUp(shop.runtime, 30_000);
  const stateOf = async () => {
    const { credits, open } = await read(credit);
    const waiting = open.filter((one: { state: string }) => one.state === 'waiting').length;
    return [credits[0].owedMinor, open.length - waiting, waiting];
  };
  assert.deepEqual(await stateOf(), [5000, 5, 7]);
  const { open } = await read(credit);
  const given = open.filter((one: { state: string }) => one.state === 'granted').slice(0, 2);
  await Promise.all(
    given.map((one: { order: string }) =>
      post(`/v1/orders/${one.order}/cancellations`, { reason: 'customer' }),
    ),
  );
  await catchUp(shop.runtime, 30_000);
  assert.deepEqual(await stateOf(), [5000, 5, 5]);
  const held = await Promise.all(
    orders.map(async (order) => (await read(`/v1/orders/${order.body.id}`)).status),
  );
  assert.equal(held.filter((status) => status === 'on-hold').length, 5);
  await shop.call('PUT', `${credit}/EUR`, { limitMinor: 10_000 });
  await catchUp(shop.runtime, 30_000);
  assert.deepEqual(await stateOf(), [10_000, 10, 0]);
  await worker.stop();
});

test('a review is decided once, and an order that releases itself never leaves before it', async () => {
  await post('/v1/channels', { code: 'auto', name: 'Auto', releaseAfterMinutes: 0 });
  await shop.call('PATCH', '/v1/locations/BER', {
    channels: ['web', 'auto'].map((channel) => ({ channel })),
  });
  const rules = [{ kind: 'provider-level', level: 'highest', score: 100 }];
  await shop.call('PUT', '/v1/risk-policy', { active: true, reviewFrom: 100, rules });
  const worker = startWorker(shop.runtime);
  const risk = { source: 'shield', level: 'highest' };
  const orders = await Promise.all(
    Array.from({ length: 8 }, (_, place) =>
      post('/v1/orders', {
        ...orderOf({ MUG: 1 }, { channel: 'auto' }),
        ...(place % 2 === 0 ? { risk } : {}),
      }),
    ),
  );
  await catchUp(shop.runtime, 30_000);
  const workOf = async (order: Answer) =>
    (await read(`/v1/fulfillment-orders?order=${order.body.id}`)).items.length;
  const works = await Promise.all(orders.map(workOf));
  assert.deepEqual(
    works,
    orders.map((_, place) => place % 2),
  );
  const [order] = orders as [Answer];
  const decide = (decision: string) =>
    post(`/v1/orders/${order.body.id}/review-decisions`, { decision, note: 'Looked at' });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, place) => decide(place % 2 === 0 ? 'approve' : 'decline')),
  );
  assert.equal(withStatus(answers, 201), 1);
  await catchUp(shop.runtime, 30_000);
  const { state } = await read(`/v1/orders/${order.body.id}/risk`);
  assert.equal(await workOf(order), state === 'approved' ? 1 : 0);
  await worker.stop();
});
