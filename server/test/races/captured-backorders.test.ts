// Stock that comes while an order is captured as one that waits for it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWorker, type Worker } from '../../src/worker.ts';
import { holdRows } from '../hold-rows.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { until } from '../until.ts';

let shop: Shop;
let worker: Worker;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { HELD: 10, WAITED: 0 } });
  worker = startWorker(shop.runtime);
});
after(async () => {
  await worker.stop();
  await shop.close();
});

const backorderedOf = async (order: Answer): Promise<number> => {
  const { body } = await shop.call('GET', `/v1/orders/${order.body.id}`);
  return body.lines[0].backordered;
};

async function readersAreThrough(): Promise<boolean> {
  const { rows } = await shop.runtime.clock.query(
    `select not exists (select from event_batches where batch_position is null)
        and not exists (select from log_readers where batch_position < (
          select max(batch_position) from event_batches)) as through`,
  );
  return rows[0].through;
}

test('an order that was captured as one that waits gets what came while it was captured', async () => {
  await shop.call('PUT', '/v1/skus/WAITED/backorder-limit', { cap: 5 });
  const held = await holdRows(
    shop,
    `select from stock_levels as level join skus as sku on sku.id = level.sku_id
     where sku.code = 'HELD' for update of level`,
  );
  const partial = { stockPolicy: 'partial-with-backorder' };
  const capturing = shop.call('POST', '/v1/orders', orderOf({ WAITED: 2, HELD: 1 }, partial));
  await held.untilAwaited(1);
  const received = await shop.call('POST', '/v1/stock/receipts', {
    location: 'BER',
    lines: [{ sku: 'WAITED', quantity: 10 }],
  });
  assert.equal(received.status, 201);
  await until(readersAreThrough, 'what came is offered to those who wait');
  await held.release();
  const order = await capturing;
  assert.equal(order.status, 201, JSON.stringify(order.body));
  assert.equal(order.body.stock, 'backordered');
  await until(async () => (await backorderedOf(order)) === 0, 'it gets what came');
});
