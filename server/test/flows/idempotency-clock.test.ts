// Idempotency keys are kept by the week; a clock that is set must not make a request a new one.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
let now = new Date();
before(async () => {
  shop = await openShop({ now: () => now });
  await stockUp(shop, { BER: { MUG: 1 } });
});
after(() => shop.close());

const SUNDAY = '23:45:00Z';
/** The next turn of the week: partitions are there for it. */
function turnOfWeek(time: string, daysLater = 0): Date {
  const sunday = new Date();
  sunday.setUTCDate(sunday.getUTCDate() + ((7 - sunday.getUTCDay()) % 7) + daysLater);
  return new Date(`${sunday.toISOString().slice(0, 10)}T${time}`);
}

const MOMENTS = ['00:30:00Z', '01:45:00Z', '09:00:00Z'];

for (const monday of MOMENTS)
  test(`a clock set back from Monday ${monday} to Sunday: a request sent again is the same`, async () => {
    const headers = { 'idempotency-key': `receipt ${monday}` };
    const receipt = { location: 'BER', lines: [{ sku: 'MUG', quantity: 5 }] };
    const order = {
      channel: 'web',
      currency: 'EUR',
      lines: [{ sku: 'MUG', quantity: 999, unitPriceMinor: 100 }],
      shippingAddress: { country: 'DE' },
    };
    const send = async () => ({
      receipt: (await shop.call('POST', '/v1/stock/receipts', receipt, headers)).body.id,
      refusal: (await shop.call('POST', '/v1/orders', order, headers)).body.code,
      order: (await shop.call('POST', '/v1/orders', small(order), second(headers))).body.id,
    });
    now = turnOfWeek(monday, 1);
    const first = await send();
    assert.equal(first.refusal, 'insufficient-stock');
    assert.ok(first.receipt && first.order);
    now = turnOfWeek(SUNDAY);
    assert.deepEqual(await send(), first);
    now = turnOfWeek(monday, 1);
    assert.deepEqual(await send(), first);
  });

function small<Order extends object>(order: Order) {
  return { ...order, lines: [{ sku: 'MUG', quantity: 1, unitPriceMinor: 100 }] };
}

function second(headers: { 'idempotency-key': string }) {
  return { 'idempotency-key': `${headers['idempotency-key']}, a small one` };
}
