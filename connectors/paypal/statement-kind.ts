// What a booking of PayPal is, by its event code. The group, which is the first two digits, is enough
// but where money comes back. https://developer.paypal.com/reports/reference/t-codes

import type { StatementLineKind } from '@doorstep/core/payments/statement.ts';

const EXACT: Readonly<Record<string, StatementLineKind>> = {
  // Refunds are the payment reversals that we made ourselves.
  T1107: 'refund',
  T1106: 'dispute',
  T1110: 'dispute',
  T1114: 'dispute',
  T1201: 'dispute',
  T1111: 'dispute-reversal',
  T1115: 'dispute-reversal',
  T1202: 'dispute-reversal',
  T1108: 'fee',
  T1109: 'fee',
};

const GROUPS: Readonly<Record<string, StatementLineKind>> = {
  T00: 'charge',
  T01: 'fee',
  T02: 'conversion',
  T04: 'payout',
};

export function lineKindOf(code: string, amountMinor: bigint): StatementLineKind {
  const kind = EXACT[code] ?? GROUPS[code.slice(0, 3)] ?? 'other';
  // Money that we sent to others is no charge, what did not reach the bank no payout, and a refund that
  // brings us money came back.
  if (kind === 'charge' && amountMinor < 0n) return 'other';
  if (kind === 'payout' && amountMinor > 0n) return 'payout-reversal';
  if (kind === 'refund' && amountMinor > 0n) return 'refund-reversal';
  return kind;
}
