// What a shop owes its buyers, in a day: see events.test.ts.

import type { Shop } from '../shop.ts';
import { orderOf } from '../stock.ts';

/** Store credit and gift cards, from being given to paying. */
export async function oweBuyers(shop: Shop, customer: string): Promise<void> {
  const some = { amountMinor: 300, currency: 'EUR' };
  const more = { amountMinor: 1, reason: 'other' };
  const other = (await shop.call('POST', '/v1/customers', { email: 'owed@example.com' })).body.id;
  for (const id of [customer, other])
    await shop.call('POST', `/v1/customers/${id}/store-credit/adjustments`, {
      ...some,
      reason: 'goodwill',
    });
  const { giftCard, code } = (await shop.call('POST', '/v1/gift-cards', some)).body;
  await shop.call('POST', `/v1/gift-cards/${giftCard.id}/adjustments`, more);
  await shop.call('PATCH', `/v1/gift-cards/${giftCard.id}`, { customer });
  const payments = [
    { provider: 'gift-card', token: code, amountMinor: 100 },
    { provider: 'store-credit', amountMinor: 100 },
    { provider: 'manual' },
  ];
  const { email } = (await shop.call('GET', `/v1/customers/${customer}`)).body;
  await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { payments, customer: { email } }));
  await shop.runPayments();
  const paid = { ...orderOf({ 'PAID-FOR': 1 }, { customer: { email } }), channel: 'paid' };
  const { body } = await shop.call('POST', '/v1/orders', {
    ...paid,
    payments: [{ provider: 'sandbox', token: 'tok_ok' }],
  });
  await shop.runPayments();
  await shop.runPayments();
  const toCredit = { ...more, destination: 'store-credit' };
  await shop.call('POST', `/v1/orders/${body.id}/refunds`, toCredit);
  await shop.call('POST', `/v1/customers/${customer}/merges`, { from: other });
}
