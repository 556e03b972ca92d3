// Bulk actions: what they would do, what they did to each order, and that they do nothing twice.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runBulkActions } from '../../src/desk/run-bulk-actions.ts';
import { listUp } from '../list-up.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
const day = 0;
before(async () => {
  shop = await openShop({ now: () => new Date(Date.UTC(2026, 10, 1 + day)) });
  await stockUp(shop, { BER: { MUG: 500 } });
});
after(() => shop.close());

/** Orders of their own for each test, found by a tag. */
async function buy(tag: string, many: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < many; made += 1) {
    const { body } = await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { tags: [tag] }));
    ids.push(body.id);
  }
  await listUp(shop);
  return ids;
}

const create = (body: object) => shop.call('POST', '/v1/bulk-actions', body);
const look = async ({ body }: Answer) =>
  (await shop.call('GET', `/v1/bulk-actions/${body.id}`)).body;
const outcomes = async ({ body }: Answer, query = '') =>
  (await shop.call('GET', `/v1/bulk-actions/${body.id}/orders?limit=200${query}`)).body.items;

async function run(made: Answer): Promise<void> {
  const started = await shop.call('PUT', `/v1/bulk-actions/${made.body.id}/start`);
  assert.equal(started.body.state, 'running', JSON.stringify(started.body));
  while ((await runBulkActions(shop.runtime)) > 0);
}

const tagsOf = async (order: string) => (await shop.call('GET', `/v1/orders/${order}`)).body.tags;

test('tags all that match in the moment it is made, and none that come later', async () => {
  const there = await buy('spring', 30);
  await shop.call('PUT', `/v1/orders/${there[0]}/tags/done`);
  await listUp(shop);
  const made = await create({ action: { kind: 'tag', tag: 'done' }, filters: { tag: 'spring' } });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { orders, eligible, skips, state } = made.body;
  assert.deepEqual([orders, eligible, state], [30, 29, 'preview']);
  assert.deepEqual(skips, [{ reason: 'already-tagged', orders: 1 }]);
  const later = await buy('spring', 2);
  await run(made);
  const { done, skipped, failed, state: end } = await look(made);
  assert.deepEqual([done, skipped, failed, end], [29, 1, 0, 'done']);
  for (const order of there) assert.ok((await tagsOf(order)).includes('done'));
  for (const order of later) assert.deepEqual(await tagsOf(order), ['spring']);
  const [skippedRow] = await outcomes(made, '&outcome=skipped');
  assert.deepEqual([skippedRow.order, skippedRow.reason], [there[0], 'already-tagged']);
  assert.equal((await outcomes(made, '&outcome=done')).length, 29);
});

test('what it does is in the log under who asked for it, once for each order', async () => {
  const [order = ''] = await buy('actor', 1);
  const made = await create({ action: { kind: 'tag', tag: 'x' }, orders: [order] });
  await run(made);
  const { items } = (await shop.call('GET', `/v1/orders/${order}/timeline`)).body;
  const tagged = items.filter(({ type }: { type: string }) => type === 'order.tagged.v1');
  assert.deepEqual([tagged.length, tagged[0].actor], [1, made.body.createdBy]);
});

test('what another one starts is in the log under who started it', async () => {
  const [order = ''] = await buy('started', 1);
  const made = await create({ action: { kind: 'cancel', reason: 'customer' }, orders: [order] });
  const other = await shop.as(['orders:read', 'orders:write']);
  const started = await other.call('PUT', `/v1/bulk-actions/${made.body.id}/start`);
  assert.equal(started.body.state, 'running', JSON.stringify(started.body));
  while ((await runBulkActions(shop.runtime)) > 0);
  const { items } = (await shop.call('GET', `/v1/orders/${order}/timeline`)).body;
  const canceled = items.find(({ type }: { type: string }) => type.startsWith('order.canceled'));
  const { createdBy, startedBy } = await look(made);
  assert.notEqual(startedBy, createdBy);
  assert.equal(canceled.actor, startedBy);
});

test('a release is started by who may release, whoever made it', async () => {
  const orders = await buy('released', 1);
  const made = await create({ action: { kind: 'release' }, orders });
  const path = `/v1/bulk-actions/${made.body.id}/start`;
  const few = await shop.as(['orders:read', 'orders:write']);
  const { code, data } = (await few.call('PUT', path)).body;
  assert.deepEqual([code, data], ['not-allowed', { scope: 'fulfillment:write' }]);
  const { state, startedBy } = await look(made);
  assert.deepEqual([state, startedBy], ['preview', null]);
  const may = await shop.as(['orders:read', 'orders:write', 'fulfillment:write']);
  assert.equal((await may.call('PUT', path)).body.state, 'running');
  while ((await runBulkActions(shop.runtime)) > 0);
  assert.equal((await look(made)).done, 1);
});

test('holds, releases holds, cancels and releases, each order that it can', async () => {
  const orders = await buy('verbs', 4);
  const act = async (action: object) => {
    const made = await create({ action, orders });
    await run(made);
    const { eligible, done, skipped } = await look(made);
    return [eligible, done, skipped, made.body.skips[0]?.reason];
  };
  await shop.call('POST', `/v1/orders/${orders[0]}/cancellations`, { reason: 'staff' });
  const hold = { kind: 'hold', reason: 'other', note: 'Look' };
  assert.deepEqual(await act(hold), [3, 3, 1, 'order-finished']);
  assert.deepEqual(await act({ kind: 'release' }), [0, 0, 4, 'on-hold']);
  const noSuch = { kind: 'release-hold', reason: 'credit-limit' };
  assert.deepEqual(await act(noSuch), [0, 0, 4, 'no-open-hold']);
  const free = { kind: 'release-hold', reason: 'other' };
  assert.deepEqual(await act(free), [3, 3, 1, 'no-open-hold']);
  assert.deepEqual(await act({ kind: 'release' }), [3, 3, 1, 'order-finished']);
  assert.deepEqual(await act({ kind: 'untag', tag: 'verbs' }), [4, 4, 0, undefined]);
  const cancel = { kind: 'cancel', reason: 'customer' };
  assert.deepEqual(await act(cancel), [3, 3, 1, 'already-canceled']);
});

test('a refusal of one order is what came of it, and the others go on', async () => {
  const orders = await buy('refused', 2);
  // A hold that blocks is not seen by the preview, which looks at the order alone.
  const made = await create({ action: { kind: 'release' }, orders });
  await shop.call('POST', `/v1/orders/${orders[0]}/holds`, { reason: 'other' });
  await run(made);
  const rows = await outcomes(made);
  assert.deepEqual(
    rows.map((row: { outcome: string; reason: string }) => [row.outcome, row.reason]),
    [
      ['skipped', 'on-hold'],
      ['done', null],
    ],
  );
});

test('it is started once, stopped, and what is over stays so', async () => {
  const orders = await buy('stopped', 3);
  const made = await create({ action: { kind: 'tag', tag: 'never' }, orders });
  const path = `/v1/bulk-actions/${made.body.id}`;
  await shop.call('PUT', `${path}/start`);
  assert.equal((await shop.call('PUT', `${path}/start`)).body.code, 'bulk-action-over');
  assert.equal((await shop.call('PUT', `${path}/cancellation`)).body.state, 'canceled');
  assert.equal((await shop.call('PUT', `${path}/cancellation`)).body.code, 'bulk-action-over');
  assert.equal(await runBulkActions(shop.runtime), 0);
  assert.ok(!(await tagsOf(orders[0] ?? '')).includes('never'));
  const { items } = (await shop.call('GET', '/v1/bulk-actions')).body;
  assert.equal(items[0].id, made.body.id);
});

test('it needs orders or filters, and what the action needs', async () => {
  const action = { kind: 'tag', tag: 'x' };
  const code = async (answer: Promise<Answer>) => (await answer).body.code;
  assert.equal(await code(create({ action })), 'validation-failed');
  assert.equal(await code(create({ action, filters: { channel: 'none' } })), 'channel-unknown');
  const few = await shop.as(['orders:read', 'orders:write']);
  const release = { action: { kind: 'release' }, filters: {} };
  assert.equal(await code(few.call('POST', '/v1/bulk-actions', release)), 'not-allowed');
  const none = await create({ action, filters: { tag: 'nobody' } });
  assert.deepEqual([none.body.orders, none.body.eligible], [0, 0]);
});
