// The providers that are the shop itself: what it owes to its buyers pays for orders.

export const STORE_CREDIT = 'store-credit';
export const GIFT_CARD = 'gift-card';

export const STORED_VALUE_KINDS = [STORE_CREDIT, GIFT_CARD] as const;
export type StoredValueKind = (typeof STORED_VALUE_KINDS)[number];

export function isStoredValue(provider: string): provider is StoredValueKind {
  return (STORED_VALUE_KINDS as readonly string[]).includes(provider);
}
