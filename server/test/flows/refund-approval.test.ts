// Money back over several payments, and who has to agree to it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Answer, Caller } from '../shop.ts';
import { card, openTill, type Till } from '../till.ts';
import { callerOfUser } from '../user-caller.ts';

let till: Till;
let service: Caller;
let boss: Caller;
before(async () => {
  till = await openTill();
  [service, boss] = await Promise.all([asUser('service'), asUser('operations')]);
});
after(() => till.shop.close());

const asUser = (role: string) => callerOfUser(till.shop, role);
const at = (order: Answer) => `/v1/orders/${order.body.id}`;

async function paid(payments: readonly object[], more: object = {}): Promise<Answer> {
  const order = await till.buy(payments, more);
  await till.shop.runPayments();
  return order;
}

const setPolicy = (body: object) => till.shop.call('PUT', '/v1/refund-policy', body);
const NO_LIMITS = { allocation: 'last-in-first-out', limits: [] };
const LIMITED = {
  allocation: 'last-in-first-out',
  limits: [
    { role: 'service', currency: 'EUR', aloneMinor: 500, mostMinor: 1500 },
    { role: 'api-key', currency: 'EUR', aloneMinor: 0 },
  ],
};

describe('a refund over several payments', () => {
  const twice = [card('tok_ok', { amountMinor: 1200 }), card()];

  test('goes back as the tenant says, or as is said for this one, and as the preview said', async () => {
    await setPolicy({ allocation: 'original-first', limits: [] });
    const policy = await till.shop.call('GET', '/v1/refund-policy');
    assert.deepEqual([policy.body.allocation, policy.body.limits], ['original-first', []]);
    const expected = {
      'original-first': [1000, 0],
      'last-in-first-out': [200, 800],
      proportional: [600, 400],
    };
    for (const [allocation, parts] of Object.entries(expected)) {
      const order = await paid(twice);
      const said = allocation === 'original-first' ? {} : { allocation };
      const body = { amountMinor: 1000, ...said };
      const preview = await till.post(`${at(order)}/refund-previews`, body);
      assert.deepEqual(
        [preview.body.allocation, preview.body.approval],
        [allocation, 'not-needed'],
      );
      const granted = await till.post(`${at(order)}/refunds`, { ...body, reason: 'goodwill' });
      assert.equal(granted.status, 201);
      assert.equal(granted.body.grantedRefunds[0].allocation, said.allocation ?? null);
      await till.shop.runPayments();
      const { payments } = await till.moneyOf(order);
      const refunded = payments.map((one: { refundedMinor: number }) => one.refundedMinor);
      assert.deepEqual(refunded, parts);
      const foreseen = preview.body.money as { payment: string; amountMinor: number }[];
      assert.deepEqual(
        payments.map(
          ({ id }: { id: string }) =>
            foreseen.find(({ payment }) => payment === id)?.amountMinor ?? 0,
        ),
        parts,
      );
    }
    await setPolicy(NO_LIMITS);
  });

  test('gives back shipping and fees up to what they cost, and goodwill up to what was paid', async () => {
    const order = await paid([card()], {
      shipping: [{ title: 'Parcel', amountMinor: 490 }],
      fees: [{ title: 'Gift wrap', amountMinor: 300 }],
    });
    const ask = (body: object) => till.post(`${at(order)}/refunds`, { reason: 'other', ...body });
    assert.equal((await till.moneyOf(order)).account.capturedMinor, 2790);
    assert.equal((await ask({ shippingMinor: 491 })).body.code, 'not-refundable');
    assert.equal((await ask({ feesMinor: 301 })).body.code, 'not-refundable');
    const { body } = await ask({ shippingMinor: 490, feesMinor: 300 });
    const [grant] = body.grantedRefunds;
    assert.deepEqual([grant.amountMinor, grant.shippingMinor, grant.feesMinor], [790, 490, 300]);
    assert.equal((await ask({ feesMinor: 1 })).body.code, 'not-refundable');
    assert.equal((await till.refund(order, 2001)).body.code, 'refund-exceeds-due');
    assert.equal((await till.refund(order, 2000)).status, 201);
    await till.shop.runPayments();
    const { account } = await till.moneyOf(order);
    assert.deepEqual([account.refundedMinor, account.capturedMinor], [2790, 2790]);
  });
});

describe('the limits of refunds', () => {
  after(() => setPolicy(NO_LIMITS));

  test('bind roles of the shop’s own, and name none that is not there', async () => {
    const scopes = ['orders:read', 'orders:write', 'payments:read', 'payments:write'];
    const role = { code: 'night-shift', name: 'Night shift', scopes };
    assert.equal((await till.post('/v1/roles', role)).status, 201);
    assert.equal((await till.post('/v1/roles', { ...role, code: 'api-key' })).status, 409);
    const night = await asUser('night-shift');
    const limit = { role: 'night-shift', currency: 'EUR', aloneMinor: 500, mostMinor: 900 };
    const set = await setPolicy({ ...NO_LIMITS, limits: [limit] });
    assert.deepEqual(set.body.limits, [limit]);
    const order = await paid([card()]);
    const ask = (amountMinor: number) =>
      night.call('POST', `${at(order)}/refunds`, { amountMinor, reason: 'goodwill' });
    assert.equal((await ask(501)).body.refundRequests.length, 1);
    assert.equal((await ask(901)).body.code, 'refund-beyond-role');
    for (const [limits, code] of [
      [[{ ...limit, role: 'day-shift' }], 'role-unknown'],
      [[limit, { ...limit, aloneMinor: 1 }], 'validation-failed'],
      [[{ ...limit, mostMinor: 499 }], 'validation-failed'],
    ] as const)
      assert.equal((await setPolicy({ ...NO_LIMITS, limits })).body.code, code);
  });
});

describe('a refund above the limit of a role', () => {
  before(() => setPolicy(LIMITED));
  after(() => setPolicy(NO_LIMITS));

  const ask = (caller: Caller, order: Answer, amountMinor: number) =>
    caller.call('POST', `${at(order)}/refunds`, { amountMinor, reason: 'goodwill' });
  const decide = (caller: Caller, order: Answer, request: string, body: object) =>
    caller.call('POST', `${at(order)}/refund-requests/${request}/decisions`, body);
  const APPROVE = { decision: 'approve' };

  test('waits until another person agrees, and is then granted at once', async () => {
    const order = await paid([card()]);
    assert.equal((await ask(service, order, 300)).body.grantedRefunds.length, 1);
    const preview = await service.call('POST', `${at(order)}/refund-previews`, {
      amountMinor: 300,
    });
    assert.equal(preview.body.approval, 'needed');
    const asked = await ask(service, order, 300);
    const [request] = asked.body.refundRequests;
    assert.deepEqual([request.state, asked.body.grantedRefunds.length], ['waiting', 1]);
    assert.deepEqual(await till.exceptionsOf(order), ['refund-waiting']);
    await till.shop.runPayments();
    assert.equal((await till.moneyOf(order)).account.refundedMinor, 300);

    assert.equal((await decide(service, order, request.id, APPROVE)).body.code, 'not-allowed');
    const agreed = await decide(boss, order, request.id, { ...APPROVE, note: 'A good customer' });
    assert.deepEqual([agreed.status, agreed.body.state], [201, 'approved']);
    const again = await decide(boss, order, request.id, APPROVE);
    assert.equal(again.body.code, 'refund-decided');
    await till.shop.runPayments();
    const { account, grantedRefunds } = await till.moneyOf(order);
    assert.deepEqual([account.refundedMinor, grantedRefunds.length], [600, 2]);
    assert.notEqual(grantedRefunds[1].grantedBy, grantedRefunds[1].approvedBy);
    assert.deepEqual(await till.exceptionsOf(order), []);
    assert.ok((await till.timelineOf(order)).includes('order.refund_requested.v1'));
  });

  test('may be declined with a reason, and beyond the most of a role it is not even asked for', async () => {
    const order = await paid([card()]);
    const [request] = (await ask(service, order, 1000)).body.refundRequests;
    const noReason = await decide(boss, order, request.id, { decision: 'decline' });
    assert.equal(noReason.body.code, 'validation-failed');
    const declined = await decide(boss, order, request.id, {
      decision: 'decline',
      note: 'Not before the return',
    });
    assert.deepEqual(
      [declined.body.state, declined.body.decisionNote],
      ['declined', 'Not before the return'],
    );
    assert.equal((await till.moneyOf(order)).account.grantedMinor, 0);
    assert.equal((await ask(service, order, 1501)).body.code, 'refund-beyond-role');
  });

  test('is never decided by who asked, nor by the maker of the key that asked', async () => {
    await setPolicy({
      allocation: 'last-in-first-out',
      limits: [...LIMITED.limits, { role: 'operations', currency: 'EUR', aloneMinor: 0 }],
    });
    const order = await paid([card()]);
    const [own] = (await ask(boss, order, 100)).body.refundRequests;
    assert.equal((await decide(boss, order, own.id, APPROVE)).body.code, 'refund-own-request');
    const admin = await asUser('admin');
    const made = await admin.call('POST', '/v1/api-keys', {
      name: 'a second hand',
      scopes: ['payments:write', 'payments:approve'],
    });
    const key = till.shop.withSecret(made.body.secret);
    const [byKey] = (await ask(key, order, 200)).body.refundRequests.slice(-1);
    assert.equal((await decide(admin, order, byKey.id, APPROVE)).body.code, 'refund-own-request');
    assert.equal((await decide(key, order, own.id, APPROVE)).body.code, 'not-a-user');
    assert.equal((await decide(admin, order, own.id, APPROVE)).body.state, 'approved');
    assert.equal((await decide(boss, order, byKey.id, APPROVE)).body.state, 'approved');
    await setPolicy(LIMITED);
  });

  test('is priced anew when somebody agrees: what was given meanwhile is not given twice', async () => {
    const order = await paid([card()]);
    const [request] = (await ask(service, order, 1400)).body.refundRequests;
    assert.equal((await ask(boss, order, 1000)).status, 201);
    const late = await decide(boss, order, request.id, APPROVE);
    assert.equal(late.body.code, 'refund-exceeds-due');
    const { refundRequests } = await till.moneyOf(order);
    assert.equal(refundRequests[0].state, 'waiting');
  });

  test('of what came back needs nobody; more on top of it does', async () => {
    const order = await paid([card()]);
    await till.post(`${at(order)}/shipments`, { lines: [{ line: 1, quantity: 2 }] });
    const lines = [{ line: 1, quantity: 1, reason: 'damaged' }];
    const { body: back } = await till.post(`${at(order)}/returns`, { lines });
    await till.post(`/v1/returns/${back.id}/receipts`, {
      location: 'BER',
      items: [{ sku: 'MUG', quantity: 1, condition: 'damaged', disposition: 'damaged' }],
    });
    const refund = (amountMinor: number) =>
      service.call('POST', `/v1/returns/${back.id}/refunds`, { amountMinor });
    assert.equal((await refund(1501)).body.code, 'refund-needs-approval');
    assert.equal((await refund(1000)).status, 201);
  });

  test('in parts through a return is counted with all that was given on top', async () => {
    const order = await paid([card()]);
    const { body } = await till.post('/v1/return-receipts', {
      ...{ location: 'BER', order: order.body.id },
      items: [{ label: 'a shoe', quantity: 1, condition: 'unknown', disposition: 'discard' }],
    });
    const at = `/v1/returns/${body.return.id}`;
    const refund = (amountMinor: number) => service.call('POST', `${at}/refunds`, { amountMinor });
    assert.equal((await refund(300)).status, 201);
    assert.equal((await refund(200)).status, 201);
    assert.equal((await refund(1)).body.code, 'refund-needs-approval');
    assert.equal((await refund(1001)).body.code, 'refund-beyond-role');
    const preview = await service.call('POST', `${at}/refund-previews`, { amountMinor: 1 });
    assert.equal(preview.body.code, 'refund-needs-approval');
    assert.equal((await ask(service, order, 1)).body.refundRequests.length, 1);
  });

  test('is counted whatever the shop calls its reason', async () => {
    const { reasons } = (await till.shop.call('GET', '/v1/settings')).body;
    const { items: usual, version } = reasons.refund;
    const items = [{ code: 'return', name: 'Sent back', retired: false }, ...usual];
    const set = await till.shop.call('PUT', '/v1/settings/reasons/refund', { items, version });
    assert.equal(set.status, 200, JSON.stringify(set.body));
    const order = await paid([card()]);
    const ask500 = () =>
      service.call('POST', `${at(order)}/refunds`, { amountMinor: 500, reason: 'return' });
    assert.equal((await ask500()).body.grantedRefunds.length, 1);
    const second = await ask500();
    assert.deepEqual(
      [second.body.grantedRefunds.length, second.body.refundRequests.length],
      [1, 1],
    );
  });
});
