// The account of an order: what the buyer is to pay, and the sums over all ways of paying it. The
// database derives the same words in a generated column; a test holds the two against each other.

import { atLeastZero, larger } from './payment.ts';

/** What the order says. */
export interface AccountTerms {
  /** What the buyer is to pay in all: total, less canceled, less granted refunds. */
  readonly dueMinor: bigint;
  /** Refunds granted so far. */
  readonly grantedMinor: bigint;
  /** What may be captured by now: the value of what shipped less refunds; never beyond due. */
  readonly earnedMinor: bigint;
  /** Nothing more will ship. */
  readonly finished: boolean;
}

/** What happened, over all payments. */
export interface AccountSums {
  readonly authorizedMinor: bigint;
  readonly voidedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
}

export const PAYMENT_STATUSES = [
  'none',
  'pending',
  'authorized',
  'partially-paid',
  'paid',
  'partially-refunded',
  'refunded',
  'voided',
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** An order that is not paid through us has no account, and the status `none`. */
export function paymentStatus(account: { dueMinor: bigint } & AccountSums): PaymentStatus {
  const { dueMinor, authorizedMinor, voidedMinor, capturedMinor, refundedMinor } = account;
  if (refundedMinor > 0n) return refundedMinor >= capturedMinor ? 'refunded' : 'partially-refunded';
  if (capturedMinor > 0n) return capturedMinor >= dueMinor ? 'paid' : 'partially-paid';
  if (voidedMinor > 0n && voidedMinor >= authorizedMinor) return 'voided';
  if (dueMinor === 0n && authorizedMinor === 0n) return 'voided';
  const held = authorizedMinor - voidedMinor;
  return held > 0n && held >= dueMinor ? 'authorized' : 'pending';
}

/** What is authorized or captured and was not given back. */
export function securedMinor(account: AccountSums): bigint {
  const held = account.authorizedMinor - account.voidedMinor;
  return larger(held, account.capturedMinor) - account.refundedMinor;
}

/** Whether goods may leave: no account means that nobody asked us to see to the money. */
export function isPaidFor(account: ({ dueMinor: bigint } & AccountSums) | undefined): boolean {
  return account === undefined || securedMinor(account) >= account.dueMinor;
}

/** What no payment covers yet, asked for or there. */
export function missingMinor(
  account: { dueMinor: bigint } & AccountSums,
  authorizingMinor: bigint,
): bigint {
  return atLeastZero(account.dueMinor - securedMinor(account) - authorizingMinor);
}
