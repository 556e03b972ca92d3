// What a booking of Stripe is, by its reporting category; older files say the type instead.
// https://docs.stripe.com/reports/reporting-categories

import type { StatementLineKind } from '@doorstep/core/payments/statement.ts';

const KINDS: Readonly<Record<string, StatementLineKind>> = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund-reversal',
  dispute: 'dispute',
  dispute_reversal: 'dispute-reversal',
  fee: 'fee',
  stripe_fee: 'fee',
  network_cost: 'fee',
  tax: 'fee',
  payout: 'payout',
  payout_reversal: 'payout-reversal',
  payout_failure: 'payout-reversal',
  payout_cancel: 'payout-reversal',
};

/** @param source only older files need it: they call a dispute an adjustment */
export function lineKindOf(
  category: string,
  amount: number | bigint,
  source: string | null = null,
): StatementLineKind {
  if (category === 'adjustment' && /^d[pu]_/.test(source ?? ''))
    return amount < 0 ? 'dispute' : 'dispute-reversal';
  return KINDS[category] ?? 'other';
}
