// Units that come back before anybody said that they were delivered.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openExceptions, sent, tell } from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 50, CUP: 50 }, BACK: {} });
});
after(() => shop.close());

const post = (path: string, body: object): Promise<Answer> => shop.call('POST', path, body);
const item = (found: object, quantity = 1) => ({
  ...found,
  quantity,
  condition: 'sellable',
  disposition: 'restock',
});
const arrive = (items: object[], more: object = {}) =>
  post('/v1/return-receipts', { location: 'BACK', items, ...more });
const kindsOf = (receipt: Answer): unknown[] =>
  receipt.body.differences.map(({ kind, units }: { kind: string; units: number }) => [kind, units]);

test('back before it was delivered: raised, and closed when the delivery is told', async () => {
  const one = await sent(shop, { MUG: 2 });
  const receipt = await arrive([item({ sku: 'MUG' })], { order: one.order });
  assert.deepEqual(kindsOf(receipt), [['before-delivery', 1]]);
  assert.deepEqual(await openExceptions(shop, one.order), ['return-before-delivery']);
  await tell(shop, one.trackingNumber, ['delivered', 10]);
  assert.deepEqual(await openExceptions(shop, one.order), []);
});

test('back before it was delivered, and refunded: nobody has to see to it any more', async () => {
  const one = await sent(shop, { MUG: 2, CUP: 1 });
  const open = () => openExceptions(shop, one.order);
  const receipt = await arrive([item({ sku: 'MUG' }, 2)], { order: one.order });
  assert.deepEqual(await open(), ['return-before-delivery']);
  const refunds = `/v1/returns/${receipt.body.return.id}/refunds`;
  await post(refunds, { lines: [{ line: 1, quantity: 1 }] });
  assert.deepEqual(await open(), ['return-before-delivery']);
  await post(refunds, {});
  assert.deepEqual(await open(), []);
  await arrive([item({ sku: 'CUP' })], { order: one.order, refund: true });
  assert.deepEqual(await open(), []);
});

test('back before it was delivered: closed as well when all of the order is given back', async () => {
  const one = await sent(shop, { MUG: 2 });
  await arrive([item({ sku: 'MUG' })], { order: one.order });
  const refund = (amountMinor: number) =>
    post(`/v1/orders/${one.order}/refunds`, { amountMinor, reason: 'goodwill' });
  await refund(1999);
  assert.deepEqual(await openExceptions(shop, one.order), ['return-before-delivery']);
  await refund(1);
  assert.deepEqual(await openExceptions(shop, one.order), []);
  await arrive([item({ sku: 'MUG' })], { order: one.order });
  assert.deepEqual(await openExceptions(shop, one.order), []);
});
