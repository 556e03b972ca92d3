// Payment terms: goods now, money within so many days of the invoice. Such a payment is a payment of
// the provider `terms`: authorized means that credit was given, captured that the money came.

import { atLeastZero, smaller } from './payment.ts';

export const TERMS_PROVIDER = 'terms';

/** The handle of the hold that stands as long as an order waits for credit. */
export const CREDIT_HOLD = 'credit-limit';

/** Where neither the order nor the customer says it. */
export const NET_DAYS_DEFAULT = 30;

export interface TermsMoney {
  readonly authorized: bigint;
  readonly voided: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
}

/**
 * What the buyer owes by it now or will owe: no more than the order still costs, and never more than
 * was given credit for, so it only grows where credit is given.
 */
export function exposureOf(money: TermsMoney, dueMinor: bigint): bigint {
  const credit = smaller(money.authorized - money.voided, dueMinor);
  return atLeastZero(credit - (money.captured - money.refunded));
}

/** Whether one more amount is within the limit. */
export function fitsLimit(limitMinor: bigint, exposureMinor: bigint, amountMinor: bigint): boolean {
  return exposureMinor + amountMinor <= limitMinor;
}

const DAY_MS = 86_400_000;

export function dueDate(invoicedAt: Date, netDays: number): Date {
  return new Date(invoicedAt.getTime() + netDays * DAY_MS);
}
