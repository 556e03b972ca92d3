// Exceptions raised, closed and worked on by many at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { type CommandTx, runCommand } from '../../src/db/run-command.ts';
import { openExceptions, packed } from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 30 } });
});
after(() => shop.close());

const many = <T>(count: number, one: (place: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const report = async (more: object = {}) =>
  (await shop.call('POST', '/v1/exceptions', { title: 'Look', ...more })).body;
const read = async (id: string) => (await shop.call('GET', `/v1/exceptions/${id}`)).body;
const open = async (type: string) =>
  (await shop.call('GET', `/v1/exceptions?type=${type}&limit=200`)).body.items;
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;

const command = (work: (tx: CommandTx) => void) =>
  runCommand(
    shop.runtime.app,
    { tenant: shop.tenant, actor: systemActor('test'), now: shop.runtime.now() },
    null,
    async (tx) => work(tx),
  );

test('one cause seen by forty at once is one exception, seen forty times', async () => {
  const reports = await many(40, () => report({ reference: 'same' }));
  assert.equal(new Set(reports.map(({ id }) => id)).size, 1);
  const { times, version } = await read(reports[0].id);
  assert.deepEqual([times, version], [40, 40]);
});

test('causes raised and cleared crosswise do not deadlock, and every version is told', async () => {
  const causes = ['a', 'b', 'c', 'd', 'e'];
  await many(60, async (place) => {
    const order = place % 2 === 0 ? causes : [...causes].reverse();
    await command((tx) => {
      order.forEach((cause, index) => {
        const one = { type: 'webhook-failing', cause } as const;
        if ((index + place) % 3 === 0) tx.clear(one);
        else tx.raise({ ...one, about: {}, data: { place } });
      });
    });
  });
  const standing = await open('webhook-failing');
  assert.ok(standing.length <= causes.length);
});

test('of twenty who resolve one, one does; of twenty who take it as they saw it, one has it', async () => {
  const { id } = await report();
  const taken = await many(20, (place) =>
    shop.call('PUT', `/v1/exceptions/${id}/snooze`, {
      until: new Date(Date.now() + (place + 1) * 3_600_000).toISOString(),
      version: 1,
    }),
  );
  assert.equal(withStatus(taken, 200), 1);
  const resolved = await many(20, () =>
    shop.call('POST', `/v1/exceptions/${id}/resolution`, { resolution: 'resolved' }),
  );
  assert.equal(withStatus(resolved, 200), 1);
  assert.equal((await read(id)).version, 3);
});

test('closed by its cause while people work on it: whoever comes later is told', async () => {
  await shop.call('POST', '/v1/orders', orderOf({ MUG: 20 }));
  for (let round = 0; round < 5; round += 1) {
    await shop.call('POST', '/v1/stock/counts', {
      location: 'BER',
      lines: [{ sku: 'MUG', counted: 10 }],
    });
    const [{ id }] = await open('stock-below-promised');
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const [, ...answers] = await Promise.all([
      shop.call('POST', '/v1/stock/receipts', {
        location: 'BER',
        lines: [{ sku: 'MUG', quantity: 10 }],
      }),
      shop.call('PUT', `/v1/exceptions/${id}/snooze`, { until }),
      shop.call('POST', `/v1/exceptions/${id}/resolution`, { resolution: 'dismissed' }),
    ]);
    for (const { status, body } of answers)
      assert.ok(status === 200 || body.code === 'exception-closed', JSON.stringify(body));
    assert.equal((await read(id)).status, 'closed');
    assert.equal((await levelAt(shop, 'MUG', 'BER')).shortfall, 0);
  }
});

test('canceled and shipped at once, in whichever order, nothing of it is left to be put back', async () => {
  await shop.call('POST', '/v1/skus', { code: 'POT', title: 'Pot' });
  const lines = [{ sku: 'POT', quantity: 20 }];
  await shop.call('POST', '/v1/stock/receipts', { location: 'BER', lines });
  const all = await many(8, () => packed(shop, { POT: 2 }));
  await Promise.all(
    all.flatMap(({ order, parcel }) => [
      shop.call('POST', `/v1/orders/${order}/cancellations`, { reason: 'customer' }),
      shop.call('POST', `/v1/parcels/${parcel}/shipments`, {}),
    ]),
  );
  for (const { order } of all)
    assert.ok(!(await openExceptions(shop, order)).includes('put-back'), order);
});
