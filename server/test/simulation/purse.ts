// The money of one order: its payments, what providers were asked, and how they answer.

import assert from 'node:assert/strict';
import type { PaymentId } from '@doorstep/core/ids.ts';
import { ASKED_OF, FACT_OF, NO_MONEY, type Payment } from '@doorstep/core/payments/payment.ts';
import type { AccountTerms } from '@doorstep/core/payments/payment-account.ts';
import {
  type DecidedIntent,
  decideSettlement,
  isSettled,
} from '@doorstep/core/payments/settlement.ts';

export interface Purse {
  readonly payments: readonly Payment[];
  readonly open: number;
  authorize(payment: number, amountMinor: bigint): void;
  /** What it holds and nobody asked for yet is held no more. */
  expire(payment: number): void;
  /** A provider answers one of its open intents. */
  answer(which: number, isDeclined: boolean): void;
  /** A person lets what was declined be asked again. */
  unblock(): void;
  /** Asks for what the terms call for; asking again asks for nothing. */
  settle(terms: AccountTerms): void;
  check(): void;
  isSettled(terms: AccountTerms): boolean;
}

const NAMES = ['pay_a', 'pay_b'] as PaymentId[];

export function purse(): Purse {
  let payments: Payment[] = NAMES.map((id) => ({
    id,
    conversion: null,
    captureBlocked: false,
    refundBlocked: false,
    voidBlocked: false,
    ...NO_MONEY,
  }));
  const open: DecidedIntent[] = [];
  const change = (id: PaymentId, by: (one: Payment) => Partial<Payment>) => {
    payments = payments.map((one) => (one.id === id ? { ...one, ...by(one) } : one));
  };
  return {
    get payments() {
      return payments;
    },
    get open() {
      return open.length;
    },
    authorize(payment, amountMinor) {
      const id = NAMES[payment % NAMES.length];
      if (id !== undefined && amountMinor > 0n)
        change(id, (one) => ({ authorized: one.authorized + amountMinor }));
    },
    expire(payment) {
      const id = NAMES[payment % NAMES.length];
      if (id !== undefined) change(id, (one) => ({ voided: one.voided + heldMinor(one) }));
    },
    answer(which, isDeclined) {
      const [intent] = open.splice(which % Math.max(1, open.length), 1);
      if (intent === undefined) return;
      const { payment, kind, amountMinor } = intent;
      const asked = ASKED_OF[kind];
      const fact = FACT_OF[kind];
      change(payment, (one) => ({
        [asked]: one[asked] - amountMinor,
        ...(isDeclined ? { [`${kind}Blocked`]: true } : { [fact]: one[fact] + amountMinor }),
      }));
    },
    unblock() {
      for (const id of NAMES)
        change(id, () => ({ captureBlocked: false, refundBlocked: false, voidBlocked: false }));
    },
    settle(terms) {
      const intents = decideSettlement(terms, payments);
      for (const { payment, kind, amountMinor } of intents) {
        const asked = ASKED_OF[kind];
        change(payment, (one) => ({ [asked]: one[asked] + amountMinor }));
      }
      open.push(...intents);
      assert.deepEqual(decideSettlement(terms, payments), [], 'asking twice asks for nothing');
    },
    check() {
      for (const one of payments) {
        assert.ok(
          one.captured + one.capturing + one.voided + one.voiding <= one.authorized,
          `captures within authorized: ${one.id}`,
        );
        assert.ok(
          one.refunded + one.refunding <= one.captured,
          `refunds within captured: ${one.id}`,
        );
      }
    },
    isSettled: (terms) => isSettled(terms, payments),
  };
}

/** What was authorized and nobody has taken, given up or asked for. */
function heldMinor({ authorized, captured, capturing, voided, voiding }: Payment): bigint {
  return authorized - captured - capturing - voided - voiding;
}
