// Authorizations that run out: renewed where the provider can, else shown while there is time.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { renewAuthorizations } from '../../src/payments/renew-authorizations.ts';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';

const DAY_MS = 86_400_000;
let days = 0;
let at: ProviderShop;
before(async () => {
  at = await openProviderShop({ now: () => new Date(Date.now() + days * DAY_MS) });
});
after(() => at.close());

async function buy(payment: object): Promise<Answer> {
  const body = orderOf({ MUG: 3 }, { payments: [payment] });
  const order = await at.shop.call('POST', '/v1/orders', body);
  await at.shop.runPayments();
  return order;
}
const paymentOf = async (order: Answer) =>
  (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body.payments[0];
const seeTo = () => renewAuthorizations(at.shop.runtime, 1);
const exceptionsOf = async (order: Answer): Promise<string[]> => {
  const path = `/v1/exceptions?status=open&order=${order.body.id}`;
  const { items } = (await at.shop.call('GET', path)).body;
  return items.map((one: { type: string }) => one.type);
};

test('PayPal holds the money for longer under a new name, and it is captured under that', async () => {
  const token = at.paypal.book.approved('30.00', 'EUR');
  const order = await buy({ provider: 'paypal-test', token });
  const before = await paymentOf(order);
  assert.equal(await seeTo(), 1, 'nothing is due yet');
  days = 4;
  while ((await seeTo()) === 0);
  const renewed = await paymentOf(order);
  assert.notEqual(renewed.reference, before.reference);
  assert.equal(renewed.authorizedMinor, 3000);
  await at.shop.call('POST', `/v1/orders/${order.body.id}/shipments`, {});
  await at.shop.runPayments();
  assert.equal((await paymentOf(order)).capturedMinor, 3000);
  await at.shop.sequence();
  const { items } = (await at.shop.call('GET', '/v1/events?limit=1000')).body;
  const told = items.filter(
    ({ type }: { type: string }) => type === 'payment.authorization_renewed.v1',
  );
  assert.equal(told.length, 1);
  days = 0;
});

test('Stripe cannot: a person is told a day before, and it closes when the money is taken', async () => {
  const order = await buy({ provider: 'stripe-test', token: 'pm_card_visa' });
  days = 5;
  await seeTo();
  assert.deepEqual(await exceptionsOf(order), []);
  days = 6.5;
  while ((await seeTo()) === 0);
  assert.deepEqual(await exceptionsOf(order), ['authorization-expiring']);
  await at.shop.call('POST', `/v1/orders/${order.body.id}/shipments`, {});
  await at.shop.runPayments();
  assert.deepEqual(await exceptionsOf(order), []);
  days = 0;
});
