// Refusals of returns: see provoked.ts.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import type { Answer, Shop } from '../shop.ts';
import { orderOf } from '../stock.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

/** An order of two cups. */
async function ordered(shop: Shop): Promise<{ at: string }> {
  const { body } = await shop.call('POST', '/v1/orders', orderOf({ CUP: 2 }));
  return { at: `/v1/orders/${body.id}` };
}

/** A return asked for, of the two cups of an order that was sent. */
async function requested(shop: Shop): Promise<string> {
  const { at } = await ordered(shop);
  await shop.call('POST', `${at}/shipments`, {});
  const lines = [{ line: 1, quantity: 1, reason: 'other' }];
  const { body } = await shop.call('POST', `${at}/returns`, { lines });
  return `/v1/returns/${body.id}`;
}

export const aboutReturns = {
  'not-returnable': async (shop) => {
    const { at } = await ordered(shop);
    const lines = [{ line: 1, quantity: 1, reason: 'other' }];
    return shop.call('POST', `${at}/returns`, { lines });
  },
  'return-decided': async (shop) => shop.call('PUT', `${await requested(shop)}/approval`),
  'return-not-open': async (shop) => {
    const at = await requested(shop);
    await shop.call('POST', `${at}/cancellation`);
    return shop.call('POST', `${at}/cancellation`);
  },
  'nothing-to-refund': async (shop) => shop.call('POST', `${await requested(shop)}/refunds`, {}),
  'not-refundable': async (shop) =>
    shop.call('POST', `${await requested(shop)}/refunds`, { lines: [{ line: 1, quantity: 1 }] }),
} satisfies Partial<Record<ErrorCode, Provoke>>;
