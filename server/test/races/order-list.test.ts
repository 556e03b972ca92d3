// The order list and what is done from it, while everything happens at once and in two processes:
// counts never drift, and a bulk action does each order once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import pino from 'pino';
import { inTransaction } from '../../src/db/transaction.ts';
import { keepOrderList, orderListReader } from '../../src/desk/keep-order-list.ts';
import { runBulkActions } from '../../src/desk/run-bulk-actions.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { listUp } from '../list-up.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let second: Runtime;
before(async () => {
  shop = await openShop();
  second = openRuntime({ url: shop.url, log: pino({ level: 'silent' }), secretKeys: [] });
  await stockUp(shop, { BER: { MUG: 500 } });
});
after(async () => {
  await second.close();
  await shop.close(); // compares the list with the orders
});

async function buy(many: number, tag: string): Promise<string[]> {
  const made = await Promise.all(
    Array.from({ length: many }, () =>
      shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { tags: [tag] })),
    ),
  );
  return made.map(({ body }) => body.id);
}

test('orders change while their list is kept, by two processes: rows and counts are theirs', async () => {
  const ids = await buy(30, 'changing');
  const changing = ids.map(async (id, place) => {
    if (place % 3 === 0) await shop.call('POST', `/v1/orders/${id}/holds`, { reason: 'other' });
    if (place % 3 === 1)
      await shop.call('POST', `/v1/orders/${id}/cancellations`, { reason: 'staff' });
    if (place % 3 === 2) await shop.call('POST', `/v1/orders/${id}/release`);
  });
  let isOver = false;
  const keeping = [shop.runtime, second].map(async ({ app }) => {
    while (!isOver)
      // A process that thinks it is far behind reads the log from the beginning, again.
      await inTransaction(app, shop.tenant, (tx) =>
        keepOrderList(tx, [], { after: 0n, through: 0n }),
      ).then(() => listUp(shop));
  });
  await Promise.all(changing);
  isOver = true;
  await Promise.all(keeping);
  await listUp(shop);
  const { body } = await shop.call('GET', '/v1/orders/counts?tag=changing');
  assert.equal(body.orders, 30);
  assert.deepEqual(
    body.status.map(({ orders }: { orders: number }) => orders),
    [10, 10, 10],
  );
});

test('orders are erased and written on while their list is kept: none that says something counts as erased', async () => {
  const ids = await buy(20, 'erased');
  const writing = ids.flatMap((id, place) => {
    const customFields = { gift: `For Eve ${place}` };
    const write = () => shop.call('PATCH', `/v1/orders/${id}/custom-fields`, { customFields });
    const erase = () => shop.call('POST', `/v1/orders/${id}/erasure`);
    return [erase(), write(), erase(), write()];
  });
  let isOver = false;
  const keeping = [1, 2].map(async () => {
    while (!isOver) await listUp(shop);
  });
  const answers = await Promise.all(writing);
  isOver = true;
  await Promise.all(keeping);
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  await listUp(shop);
  const owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  const { rows } = await owner.query(
    `select id from orders where custom_fields <> '{}' and personal_since = 'infinity'`,
  );
  await owner.end();
  assert.deepEqual(rows, []);
});

test('the same stretch of the log read twice changes nothing', async () => {
  await buy(3, 'twice');
  await listUp(shop);
  const counts = async () => (await shop.call('GET', '/v1/orders/counts')).body;
  const before = await counts();
  const { wants } = orderListReader(shop.runtime.app);
  assert.deepEqual(wants, ['']);
  const { body } = await shop.call('GET', '/v1/events?limit=500');
  const last = BigInt(body.items.at(-1).position);
  await inTransaction(shop.runtime.app, shop.tenant, (tx) =>
    keepOrderList(tx, body.items, { after: 0n, through: last }),
  );
  assert.deepEqual(await counts(), before);
});

test('two workers at one bulk action do each order once, whoever tags beside them', async () => {
  const orders = await buy(60, 'raced');
  const action = { kind: 'tag', tag: 'once' };
  const made: Answer = await shop.call('POST', '/v1/bulk-actions', { action, orders });
  await shop.call('PUT', `/v1/bulk-actions/${made.body.id}/start`);
  const working = [shop.runtime, second].map(async (runtime) => {
    for (let idle = 0; idle < 20; ) idle = (await runBulkActions(runtime)) > 0 ? 0 : idle + 1;
  });
  const byHand = orders.slice(0, 20).map((id) => shop.call('PUT', `/v1/orders/${id}/tags/once`));
  await Promise.all([...working, ...byHand]);
  const { body } = await shop.call('GET', `/v1/bulk-actions/${made.body.id}`);
  assert.deepEqual([body.state, body.done + body.skipped, body.failed], ['done', 60, 0]);
  for (const id of orders) {
    const { items } = (await shop.call('GET', `/v1/orders/${id}/timeline`)).body;
    const tagged = items.filter(({ type }: { type: string }) => type === 'order.tagged.v1');
    assert.equal(tagged.length, 1);
  }
});

test('of many that start or stop a bulk action one wins, and views changed at once lose nothing', async () => {
  const [order] = await buy(1, 'switched');
  const action = { kind: 'tag', tag: 'x' };
  const made = await shop.call('POST', '/v1/bulk-actions', { action, orders: [order] });
  const path = `/v1/bulk-actions/${made.body.id}`;
  const started = await Promise.all(
    Array.from({ length: 8 }, () => shop.call('PUT', `${path}/start`)),
  );
  assert.equal(started.filter(({ status }) => status === 200).length, 1);
  const stopped = await Promise.all(
    Array.from({ length: 8 }, () => shop.call('PUT', `${path}/cancellation`)),
  );
  assert.equal(stopped.filter(({ status }) => status === 200).length, 1);

  const shown = { filters: {}, sort: '-placed', columns: [], density: 'compact' };
  const { body: view } = await shop.call('POST', '/v1/order-views', { name: 'v', ...shown });
  const changed = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      shop.call('PATCH', `/v1/order-views/${view.id}`, { name: `v${n}`, version: 1 }),
    ),
  );
  assert.equal(changed.filter(({ status }) => status === 200).length, 1);
  const chosen = Array.from({ length: 8 }, () =>
    shop.call('PUT', '/v1/order-views/default', { view: view.id }),
  );
  assert.ok((await Promise.all(chosen)).every(({ status }) => status === 200));
  await shop.call('DELETE', `/v1/order-views/${view.id}`);
});
