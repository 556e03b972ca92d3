// What a tenant may try with the store credit and gift cards of another: see foreign-calls.ts.

import type { Attempt } from './foreign.ts';

interface ForeignValue {
  readonly order: string;
  readonly customer: string;
  readonly giftCard: string;
  readonly giftCardCode: string;
}

type Post = (
  path: string,
  body: unknown,
) => Promise<{ readonly giftCard: { readonly id: string }; readonly code: string }>;

/** Store credit of a customer, and a card. */
export async function storedValueOfForeign(
  post: Post,
  customer: string,
  note: string,
): Promise<Pick<ForeignValue, 'giftCard' | 'giftCardCode'>> {
  const given = { amountMinor: 500, currency: 'EUR', note };
  await post(`/v1/customers/${customer}/store-credit/adjustments`, { ...given, reason: 'other' });
  const { giftCard, code } = await post('/v1/gift-cards', { ...given, customer });
  return { giftCard: giftCard.id, giftCardCode: code };
}

export function storedValueAttempts(a: ForeignValue): Record<string, Attempt[]> {
  const customer = { customer: a.customer };
  const card = { giftCard: a.giftCard };
  const given = { amountMinor: 1, currency: 'EUR' };
  const more = { amountMinor: 1, reason: 'other' };
  return {
    getStoreCredit: [{ params: customer, told: 'not-found' }],
    listStoreCreditMovements: [{ params: { ...customer, currency: 'EUR' }, told: 'not-found' }],
    adjustStoreCredit: [
      { params: customer, body: { ...more, currency: 'EUR' }, told: 'not-found' },
    ],
    issueGiftCard: [
      { body: { ...given, customer: a.customer }, told: 'not-found' },
      { body: { ...given, order: a.order }, told: 'not-found' },
    ],
    listGiftCards: [{ told: 'own' }, { query: customer, told: 'own' }],
    getGiftCard: [{ params: card, told: 'not-found' }],
    listGiftCardMovements: [{ params: card, told: 'not-found' }],
    lookUpGiftCard: [{ body: { code: a.giftCardCode }, told: 'gift-card-unknown' }],
    adjustGiftCard: [{ params: card, body: more, told: 'not-found' }],
    changeGiftCard: [
      { params: card, body: { disabled: true }, told: 'not-found' },
      { params: card, body: { customer: a.customer }, told: 'not-found' },
    ],
  };
}
