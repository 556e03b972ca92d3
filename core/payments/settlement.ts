// Settlement: the one rule that decides what is captured, refunded and given back. It compares
// what an order owes by now with what its payments have or will have. Run after every event; a
// second run yields nothing, because what was asked for counts as if it were done. An order owes in
// its own currency, a payment is asked for amounts of its own.

import type { PaymentId } from '../ids.ts';
import { isBelowUnit } from './conversion.ts';
import { atLeastZero, capturable, carriedOpen, larger, type Payment, smaller } from './payment.ts';
import type { AccountTerms } from './payment-account.ts';
import {
  amountToCapture,
  amountToRefund,
  capturedWorth,
  comingWorth,
  keptWorth,
  netAskedWorth,
  netWorth,
  refundableWorth,
  worthOfIntent,
} from './payment-worth.ts';
import {
  allocateRefund,
  inTurn,
  REFUND_ALLOCATION_DEFAULT,
  type RefundAllocation,
} from './refund-allocation.ts';

export interface DecidedIntent {
  readonly payment: PaymentId;
  readonly kind: 'capture' | 'refund' | 'void';
  /** In the currency of the payment. */
  readonly amountMinor: bigint;
  /** In the currency of the order. */
  readonly worthMinor: bigint;
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
  const captures = capturesOf(missing, payments);
  const refunds = refundsOf(refundOwed(account, payments), payments, allocation);
  const isCapturing = captures.length > 0 || payments.some(({ capturing }) => capturing > 0n);
  const voids = account.finished && !isCapturing && missing === 0n ? voidsOf(payments) : [];
  return [...captures, ...refunds, ...voids];
}

/** Whether the money agrees with the order: nothing is under way, owed or unexplained. */
export function isSettled(account: AccountTerms, payments: readonly Payment[]): boolean {
  const isUnderWay = payments.some(
    (one) => one.authorizing + one.capturing + one.refunding + one.voiding > 0n,
  );
  const net = sum(payments, netWorth);
  return !isUnderWay && net >= account.earnedMinor && refundOwed(account, payments) === 0n;
}

/**
 * What is earned and neither captured nor about to be. What was given back at the provider without
 * being asked to is not taken from the buyer once more: whoever gave it back meant it.
 */
export function captureMissing(account: AccountTerms, payments: readonly Payment[]): bigint {
  return atLeastZero(account.earnedMinor - sum(payments, netAskedWorth));
}

/**
 * What was captured beyond what is due. A granted refund is owed at once, though other units of the
 * order are still to be captured, as far as what is held for them pays the rest: granted before the
 * buyer paid, it made the order cheaper, and what comes then is kept. Only money that is there is
 * given back: a capture under way may fail, and what a dispute took the buyer has. What is worth less
 * than the smallest amount of a payment's currency goes back with the next refund, and is gone when
 * nothing is due any more.
 */
export function refundOwed(account: AccountTerms, payments: readonly Payment[]): bigint {
  const { dueMinor, grantedMinor, earnedMinor } = account;
  const lessGrants = smaller(dueMinor, sum(payments, capturedWorth) - grantedMinor);
  const uncovered = dueMinor - sum(payments, comingWorth);
  const ceiling = larger(larger(lessGrants, uncovered), earnedMinor);
  const owed = atLeastZero(sum(payments, keptWorth) - ceiling);
  const isTooLittle = payments.some(
    (one) => one.captured > 0n && one.conversion !== null && isBelowUnit(owed, one.conversion),
  );
  return isTooLittle && dueMinor > 0n ? 0n : owed;
}

/** From each in turn what it has, until all is reached: a coarser currency may go a little beyond. */
function capturesOf(missingMinor: bigint, payments: readonly Payment[]): DecidedIntent[] {
  let left = missingMinor;
  return payments.flatMap((payment) => {
    if (payment.captureBlocked) return [];
    const intents = intentOf(payment, 'capture', amountToCapture(payment, left));
    for (const { worthMinor } of intents) left -= worthMinor;
    return intents;
  });
}

/**
 * The newest first. What a payment cannot give in its currency, the next one gives. What was carried over to
 * a payment is given by that one: if it was refused there, it waits for a person.
 */
function refundsOf(
  owedMinor: bigint,
  payments: readonly Payment[],
  allocation: RefundAllocation,
): DecidedIntent[] {
  const given = payments.filter((payment) => !payment.refundBlocked);
  const waiting = sum(payments, (one) => (one.refundBlocked ? carriedOpen(one) : 0n));
  const owed = atLeastZero(owedMinor - waiting);
  const carried = inTurn(owed, given.map(carriedOpen));
  const rest = owed - carried.reduce((total, part) => total + part, 0n);
  const rooms = given.map((one, place) => refundableWorth(one) - (carried[place] ?? 0n));
  const parts = allocateRefund(rest, rooms, allocation).map(
    (part, place) => part + (carried[place] ?? 0n),
  );
  let left = 0n;
  return given.toReversed().flatMap((payment, place) => {
    left += parts.at(-1 - place) ?? 0n;
    const before = keptWorth(payment);
    const amountMinor = amountToRefund(payment, left);
    left -= before - keptWorth({ ...payment, refunding: payment.refunding + amountMinor });
    return intentOf(payment, 'refund', amountMinor);
  });
}

function voidsOf(payments: readonly Payment[]): DecidedIntent[] {
  return payments.flatMap((payment) =>
    payment.voidBlocked ? [] : intentOf(payment, 'void', capturable(payment)),
  );
}

function intentOf(
  payment: Payment,
  kind: DecidedIntent['kind'],
  amountMinor: bigint,
): DecidedIntent[] {
  if (amountMinor <= 0n) return [];
  const worthMinor = worthOfIntent(payment, kind, amountMinor);
  return [{ payment: payment.id, kind, amountMinor, worthMinor }];
}

function sum(payments: readonly Payment[], amount: (payment: Payment) => bigint): bigint {
  return payments.reduce((total, payment) => total + amount(payment), 0n);
}
