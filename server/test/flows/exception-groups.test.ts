// Exceptions by type, and many of them at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Scope } from '@doorstep/core/access/scope.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { PAN: 9 } });
});
after(() => shop.close());

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  shop.call('POST', path, body, headers);
const groupOf = async (type: string) =>
  (await shop.call('GET', '/v1/exceptions/groups?all=true')).body.groups.find(
    (group: { type: string }) => group.type === type,
  );
const openOf = async (type: string): Promise<{ id: string; version: number }[]> =>
  (await shop.call('GET', `/v1/exceptions?type=${type}&limit=200`)).body.items;

/** Orders that no location can serve: they named a SKU before the catalog had it, and nobody has it. */
async function withoutStock(sku: string, count: number): Promise<void> {
  for (let place = 0; place < count; place += 1) {
    const { status, body } = await post('/v1/orders', orderOf({ [sku]: 1 }));
    assert.equal(status, 201, JSON.stringify(body));
  }
  await post('/v1/skus', { code: sku, title: sku });
  const { body } = await post('/v1/exceptions/retries', { type: 'unknown-sku' });
  assert.equal(body.cleared, count);
}

/** Stock that nobody is told of: what waits is looked for only when it is asked for. */
const receive = (sku: string, quantity: number) =>
  post('/v1/stock/receipts', { location: 'BER', lines: [{ sku, quantity }] });

test('retry all clears what can be served now, and keeps the rest with its reason', async () => {
  await withoutStock('LAMP', 2);
  await withoutStock('RUG', 1);
  const before = await groupOf('cannot-source');
  assert.deepEqual(
    [before.open, before.level, before.retry, before.actions[0].operation],
    [3, 'orange', 'source', 'sourceOrder'],
  );
  assert.ok(Date.parse(before.oldestAt) <= Date.now());
  await receive('LAMP', 5);
  const key = { 'idempotency-key': 'retry-all' };
  const first = await post('/v1/exceptions/retries', { type: 'cannot-source', limit: 2 }, key);
  assert.equal(first.status, 200, JSON.stringify(first.body));
  const cursor = first.body.nextCursor;
  const rest = await post('/v1/exceptions/retries', { type: 'cannot-source', limit: 2, cursor });
  const rows = [...first.body.rows, ...rest.body.rows];
  assert.deepEqual(
    rows.map(({ outcome, status }: { outcome: string; status: string }) => [outcome, status]),
    [
      ['cleared', 'closed'],
      ['cleared', 'closed'],
      ['kept', 'open'],
    ],
  );
  assert.equal(rows[2].reason, 'No location has 1 × RUG to give.');
  assert.equal(rest.body.nextCursor, null);
  assert.equal((await groupOf('cannot-source')).open, 1);
  const again = await post('/v1/exceptions/retries', { type: 'cannot-source', limit: 2 }, key);
  assert.deepEqual(
    again.body.rows.map(({ exception }: { exception: string }) => exception),
    first.body.rows.map(({ exception }: { exception: string }) => exception),
    'sent again, it is about the same ones',
  );
});

test('what nobody can try says when it closes, and what is gone says so', async () => {
  const { body: reported } = await post('/v1/exceptions', { title: 'Look' });
  const exceptions = [reported.id, `exc_${'0'.repeat(32)}`];
  const { body } = await post('/v1/exceptions/retries', { exceptions });
  assert.deepEqual(
    body.rows.map(({ outcome }: { outcome: string }) => outcome),
    ['kept', 'not-found'],
  );
  assert.match(body.rows[0].reason, /it closes when somebody says so/);
  for (const wrong of [{}, { exceptions, type: 'reported' }])
    assert.equal((await post('/v1/exceptions/retries', wrong)).body.code, 'validation-failed');
});

test('trying again needs the right of what is tried', async () => {
  const before = (await openOf('cannot-source')).map(({ id }) => id);
  await withoutStock('VASE', 1);
  await receive('VASE', 1);
  const made = (await openOf('cannot-source')).find(({ id }) => !before.includes(id));
  const triage = ['exceptions:read', 'exceptions:write'] as const;
  const retry = async (scopes: readonly Scope[], body: object) => {
    const caller = await shop.as(scopes);
    return (await caller.call('POST', '/v1/exceptions/retries', body)).body;
  };
  for (const [type, scope] of [
    ['cannot-source', 'fulfillment:write'],
    ['payment-failed', 'payments:write'],
    ['payment-unanswered', 'payments:write'],
  ]) {
    const { code, data } = await retry(triage, { type });
    assert.deepEqual([code, data], ['not-allowed', { scope }]);
  }
  assert.deepEqual((await retry(triage, { type: 'unknown-sku' })).rows, []);
  const named = { exceptions: [made?.id] };
  const { rows } = await retry(triage, named);
  const [{ outcome, reason }] = rows;
  assert.deepEqual([outcome, reason], ['kept', 'This needs the scope fulfillment:write.']);
  const served = await retry([...triage, 'fulfillment:write'], named);
  assert.equal(served.rows[0].outcome, 'cleared');
});

test('unknown SKUs are looked up again', async () => {
  await post('/v1/orders', orderOf({ GHOST: 1, NOBODY: 1 }));
  await post('/v1/skus', { code: 'GHOST', title: 'Ghost' });
  const { body } = await post('/v1/exceptions/retries', { type: 'unknown-sku' });
  const outcomes = body.rows.map(({ outcome, reason }: Record<string, string>) => [
    outcome,
    reason,
  ]);
  assert.deepEqual(outcomes.sort(), [
    ['cleared', 'Its cause is gone.'],
    ['kept', 'The catalog does not have it: 1 × NOBODY.'],
  ]);
});

test('many are assigned and snoozed at once; what is closed is named', async () => {
  const made: string[] = [];
  for (const title of ['one', 'two', 'three'])
    made.push((await post('/v1/exceptions', { title })).body.id);
  await post(`/v1/exceptions/${made[1]}/resolution`, { resolution: 'resolved' });
  await post('/v1/users', {
    email: 'eva@example.com',
    name: 'Eva',
    role: 'service',
    password: 'long enough',
  });
  const { body: given } = await post('/v1/exceptions/assignments', {
    exceptions: made,
    owner: 'eva@example.com',
  });
  const codes = (body: { rows: { exception: string; code: string | null }[] }) =>
    made.map((id) => body.rows.find(({ exception }) => exception === id)?.code);
  assert.deepEqual([given.done, codes(given)], [2, [null, 'exception-closed', null]]);
  const until = '2099-01-01T00:00:00.000Z';
  const { body: slept } = await post('/v1/exceptions/snoozes', { exceptions: made, until });
  assert.equal(slept.done, 2);
  const { body } = await shop.call('GET', `/v1/exceptions/${made[0]}`);
  assert.deepEqual([body.owner.name, body.snoozedUntil, body.status], ['Eva', until, 'snoozed']);
  const nobody = await post('/v1/exceptions/assignments', {
    exceptions: made,
    owner: 'x@example.com',
  });
  assert.equal(nobody.body.code, 'user-unknown');
});

test('thresholds say from how many on it is bad, and are set by one at a time', async () => {
  const set = (body: object) => shop.call('PUT', '/v1/exceptions/thresholds/reported', body);
  const { threshold, level, open } = await groupOf('reported');
  assert.deepEqual([threshold, level], [{ orange: 5, red: 25, version: 0 }, 'green']);
  const made = await set({ orange: 1, red: Math.max(1, open), version: 0 });
  assert.deepEqual([made.status, made.body.version], [200, 1], JSON.stringify(made.body));
  assert.equal((await groupOf('reported')).level, open === 0 ? 'green' : 'red');
  assert.equal((await set({ orange: 2, red: 9, version: 0 })).body.code, 'version-conflict');
  assert.equal((await set({ orange: 3, red: 2 })).body.code, 'validation-failed');
  assert.equal((await set({ orange: 2, red: 9 })).body.version, 2);
});

test('set, tried and assigned by many at once, each has one outcome and every version is told', async () => {
  const before = (await openOf('cannot-source')).length;
  await withoutStock('BED', 6);
  await receive('BED', 4);
  const many = await Promise.all([
    ...Array.from({ length: 3 }, () => post('/v1/exceptions/retries', { type: 'cannot-source' })),
    ...Array.from({ length: 5 }, (_, place) =>
      shop.call('PUT', '/v1/exceptions/thresholds/put-back', { orange: 1 + place, red: 9 }),
    ),
    post('/v1/exceptions/assignments', {
      exceptions: (await openOf('cannot-source')).map(({ id }) => id),
      owner: null,
    }),
  ]);
  for (const { status, body } of many) assert.equal(status, 200, JSON.stringify(body));
  assert.equal((await openOf('cannot-source')).length, before + 2);
  assert.equal((await groupOf('put-back')).threshold.version, 5);
});
