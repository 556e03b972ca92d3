import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

test('an order is captured, its stock is reserved, and canceling it gives the stock back', async () => {
  await stockUp(shop, { BER: { MUG: 5 } });
  const captured = await shop.call('POST', '/v1/orders', orderOf({ MUG: 2 }));
  assert.equal(captured.status, 201, JSON.stringify(captured.body));
  assert.equal(captured.body.totals.totalMinor, 2000);
  assert.deepEqual(await levelAt(shop, 'MUG', 'BER'), {
    onHand: 5,
    reserved: 2,
    available: 3,
    shortfall: 0,
  });
  const routing = await shop.call('GET', `/v1/orders/${captured.body.id}/routing`);
  assert.equal(routing.body.decisions[0].candidates[0].outcome, 'chosen');

  const canceled = await shop.call('POST', `/v1/orders/${captured.body.number}/cancellations`, {
    reason: 'customer',
  });
  assert.equal(canceled.status, 201, JSON.stringify(canceled.body));
  assert.equal(canceled.body.status, 'canceled');
  assert.equal((await levelAt(shop, 'MUG', 'BER')).reserved, 0);
  const timeline = await shop.call('GET', `/v1/orders/${captured.body.id}/timeline`);
  assert.deepEqual(
    timeline.body.items.map((event: { type: string }) => event.type),
    ['order.captured.v1', 'order.canceled.v1'],
  );
});
