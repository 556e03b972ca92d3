// How to get every refusal of customers: see provoked.ts.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import type { Answer, Shop } from '../shop.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

export const BY_CUSTOMERS = {
  'customer-erased': async (shop) => {
    const { body } = await shop.call('POST', '/v1/customers', { email: 'gone@example.com' });
    await shop.call('POST', `/v1/customers/${body.id}/erasure`);
    return shop.call('PATCH', `/v1/customers/${body.id}`, { name: 'Back' });
  },
  'customer-merged': async (shop) => {
    const { body } = await shop.call('POST', '/v1/customers', { name: 'One' });
    const { body: other } = await shop.call('POST', '/v1/customers', { name: 'The same' });
    await shop.call('POST', `/v1/customers/${body.id}/merges`, { from: other.id });
    return shop.call('PATCH', `/v1/customers/${other.id}`, { name: 'Back' });
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;
