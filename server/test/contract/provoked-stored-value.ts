// How to get the refusals of store credit and gift cards.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import type { Answer, Shop } from '../shop.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

const SOME = { amountMinor: 100, currency: 'EUR' };

export const aboutStoredValue = {
  'gift-card-unknown': (shop) =>
    shop.call('POST', '/v1/gift-card-lookups', { code: 'A222-3333-4444-5555' }),
  'stored-value-too-low': async (shop) => {
    const { giftCard } = (await shop.call('POST', '/v1/gift-cards', SOME)).body;
    const body = { amountMinor: -101, reason: 'other' };
    return shop.call('POST', `/v1/gift-cards/${giftCard.id}/adjustments`, body);
  },
  'credit-beyond-role': async (shop) => {
    const set = (limits: readonly object[]) =>
      shop.call('PUT', '/v1/refund-policy', { allocation: 'proportional', limits });
    await set([{ role: 'api-key', currency: 'EUR', aloneMinor: 99 }]);
    const answer = await shop.call('POST', '/v1/gift-cards', SOME);
    await set([]);
    return answer;
  },
  'expiry-past': (shop) =>
    shop.call('POST', '/v1/gift-cards', { ...SOME, expiresAt: '2020-01-01T00:00:00Z' }),
} satisfies Partial<Record<ErrorCode, Provoke>>;
