// Settlement: the one rule that decides what is captured, refunded and given back. It compares
// what an order owes by now with what its payments have or will have. Run after every event; a
// second run yields nothing, because what was asked for counts as if it were done.

import type { PaymentId } from '../ids.ts';
import { atLeastZero, capturable, larger, type Payment, refundable, smaller } from './payment.ts';
import type { AccountTerms } from './payment-account.ts';
import {
  allocateRefund,
  inTurn,
  REFUND_ALLOCATION_DEFAULT,
  type RefundAllocation,
} from './refund-allocation.ts';

export interface DecidedIntent {
  readonly payment: PaymentId;
  readonly kind: 'capture' | 'refund' | 'void';
  readonly amountMinor: bigint;
}

/**
 * @param payments in order of their numbers: money is taken from the first on
 * @param allocation from which of them it goes back
 */
export function decideSettlement(
  account: AccountTerms,
  payments: readonly Payment[],
  allocation: RefundAllocation = REFUND_ALLOCATION_DEFAULT,
): DecidedIntent[] {
  const missing = captureMissing(account, payments);
  const taken = payments.filter((payment) => !payment.captureBlocked);
  const captures = intentsOf('capture', taken, inTurn(missing, taken.map(capturable)));
  const given = payments.filter((payment) => !payment.refundBlocked);
  const parts = allocateRefund(refundOwed(account, payments), given.map(refundable), allocation);
  const refunds = intentsOf('refund', given, parts).toReversed();
  const isCapturing = captures.length > 0 || payments.some(({ capturing }) => capturing > 0n);
  const voids = account.finished && !isCapturing && missing === 0n ? voidsOf(payments) : [];
  return [...captures, ...refunds, ...voids];
}

/** Whether the money agrees with the order: nothing is under way, owed or unexplained. */
export function isSettled(account: AccountTerms, payments: readonly Payment[]): boolean {
  const isUnderWay = payments.some(
    (one) => one.authorizing + one.capturing + one.refunding + one.voiding > 0n,
  );
  const net = sum(payments, (one) => one.captured - one.refunded);
  return !isUnderWay && net >= account.earnedMinor && refundOwed(account, payments) === 0n;
}

/**
 * What is earned and neither captured nor about to be. What was given back at the provider without
 * being asked to is not taken from the buyer once more: whoever gave it back meant it.
 */
export function captureMissing(account: AccountTerms, payments: readonly Payment[]): bigint {
  const net = sum(
    payments,
    (one) => one.captured + one.capturing - one.refunded - one.refunding + one.unaskedRefunded,
  );
  return atLeastZero(account.earnedMinor - net);
}

/**
 * What was captured beyond what is due. A granted refund is owed at once, though other units of the
 * order are still to be captured. Only money that is there counts: a capture under way may fail, and
 * what a dispute took the buyer has.
 */
export function refundOwed(account: AccountTerms, payments: readonly Payment[]): bigint {
  const captured = sum(payments, (one) => one.captured);
  const kept = smaller(account.dueMinor, atLeastZero(captured - account.grantedMinor));
  const ceiling = larger(kept, account.earnedMinor);
  const net = sum(payments, (one) => one.captured - one.refunded - one.refunding - one.disputed);
  return atLeastZero(net - ceiling);
}

function voidsOf(payments: readonly Payment[]): DecidedIntent[] {
  return payments
    .filter((payment) => !payment.voidBlocked && capturable(payment) > 0n)
    .map((payment) => ({ payment: payment.id, kind: 'void', amountMinor: capturable(payment) }));
}

function intentsOf(
  kind: 'capture' | 'refund',
  payments: readonly Payment[],
  amounts: readonly bigint[],
): DecidedIntent[] {
  return payments
    .map(({ id }, index) => ({ payment: id, kind, amountMinor: amounts[index] ?? 0n }))
    .filter(({ amountMinor }) => amountMinor > 0n);
}

function sum(payments: readonly Payment[], amount: (payment: Payment) => bigint): bigint {
  return payments.reduce((total, payment) => total + amount(payment), 0n);
}
