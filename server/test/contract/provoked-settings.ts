// How to get every refusal of settings.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import type { Answer, Shop } from '../shop.ts';
import { orderOf } from '../stock.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

export const aboutSettings = {
  'reason-unknown': async (shop) => {
    const { body } = await shop.call('POST', '/v1/orders', orderOf({ CUP: 1 }));
    return shop.call('POST', `/v1/orders/${body.id}/holds`, { reason: 'never-heard-of' });
  },
  'contrast-too-low': (shop) =>
    shop.call('PATCH', '/v1/settings/appearance', { accentColor: '#ffff00' }),
  'currency-in-use': async (shop) => {
    await shop.call('POST', '/v1/orders', orderOf({ CUP: 1 }));
    return shop.call('PATCH', '/v1/settings/appearance', { currency: 'XTS' });
  },
  'picture-unreadable': (shop) =>
    shop.call('PUT', '/v1/settings/logo', { picture: Buffer.from('<svg/>').toString('base64') }),
} satisfies Partial<Record<ErrorCode, Provoke>>;
