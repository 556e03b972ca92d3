// The chart of accounts: which account of the merchant's books each side of an entry stands on. Entries
// name roles; the accounts behind them are the merchant's own, per provider where that is wanted.

export const ACCOUNT_ROLES = [
  'bank',
  'clearing',
  'receivable',
  'disputes',
  'dispute-losses',
  'fees',
  'exchange',
  'store-credit',
  'gift-cards',
  'goodwill',
  'breakage',
  'unclear',
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

export interface ChartAccount {
  readonly role: AccountRole;
  /** Null: of every provider that has none of its own. */
  readonly provider: string | null;
  readonly code: string;
  readonly name: string;
}

/** Until the merchant says otherwise. Money that comes by hand, or for an invoice, comes to the bank. */
export const DEFAULT_CHART: readonly ChartAccount[] = [
  { role: 'bank', provider: null, code: '1000', name: 'Bank' },
  { role: 'clearing', provider: null, code: '1100', name: 'Money at payment providers' },
  { role: 'clearing', provider: 'manual', code: '1000', name: 'Bank' },
  { role: 'clearing', provider: 'terms', code: '1000', name: 'Bank' },
  { role: 'receivable', provider: null, code: '1200', name: 'Customers' },
  { role: 'disputes', provider: null, code: '1250', name: 'Disputed payments' },
  { role: 'unclear', provider: null, code: '1990', name: 'Bookings to be cleared' },
  // What the shop owes to its buyers: redeemed it pays for orders, expired it is theirs no more.
  { role: 'store-credit', provider: null, code: '2100', name: 'Store credit of customers' },
  { role: 'gift-cards', provider: null, code: '2150', name: 'Gift cards' },
  { role: 'breakage', provider: null, code: '4900', name: 'Expired credit and gift cards' },
  { role: 'fees', provider: null, code: '6100', name: 'Payment fees' },
  { role: 'dispute-losses', provider: null, code: '6150', name: 'Lost disputes' },
  { role: 'goodwill', provider: null, code: '6200', name: 'Credit and cards given away' },
  { role: 'exchange', provider: null, code: '6900', name: 'Currency exchange' },
];

/** The merchant's account, or the default where the chart names none. */
export function accountOf(
  chart: readonly ChartAccount[],
  role: AccountRole,
  provider: string,
): { readonly code: string; readonly name: string } {
  const named = (accounts: readonly ChartAccount[]) =>
    accounts.find((one) => one.role === role && one.provider === provider) ??
    accounts.find((one) => one.role === role && one.provider === null);
  const found = named(chart) ?? named(DEFAULT_CHART);
  if (found === undefined) throw new Error(`there is no account for ${role}`);
  return found;
}
