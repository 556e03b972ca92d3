// A way of paying an order, and the money words of everything here. Intents are what a provider is
// asked to do, facts are what it did: the two are counted apart.

import type { PaymentId } from '../ids.ts';
import type { Conversion } from './conversion.ts';

export const INTENT_KINDS = ['authorize', 'capture', 'refund', 'void'] as const;
export type IntentKind = (typeof INTENT_KINDS)[number];

export const FACT_KINDS = ['authorized', 'captured', 'refunded', 'voided'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Sums of what was asked for and is not answered yet. */
export type AskedKind = 'authorizing' | 'capturing' | 'refunding' | 'voiding';

/**
 * Also what a dispute took from us and did not give back, and what a payment gives back in place of others:
 * theirs is as much less.
 */
export type MoneyState = AskedKind | FactKind | 'disputed' | 'carried';

/** What the ledger holds: facts of calls, refunds that came back, and what disputes take and give back. */
export const LEDGER_KINDS = [...FACT_KINDS, 'returned', 'disputed', 'reinstated'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const FACT_OF: Readonly<Record<IntentKind, FactKind>> = {
  authorize: 'authorized',
  capture: 'captured',
  refund: 'refunded',
  void: 'voided',
};

export const ASKED_OF: Readonly<Record<IntentKind, AskedKind>> = {
  authorize: 'authorizing',
  capture: 'capturing',
  refund: 'refunding',
  void: 'voiding',
};

export const INTENT_OF: Readonly<Record<FactKind, IntentKind>> = {
  authorized: 'authorize',
  captured: 'capture',
  refunded: 'refund',
  voided: 'void',
};

/** The money of one payment, in minor units of its currency. */
export type PaymentMoney = { readonly [State in MoneyState]: bigint } & {
  /** Given back at the provider although nobody here asked for it. */
  readonly unaskedRefunded: bigint;
};

export interface Payment extends PaymentMoney {
  readonly id: PaymentId;
  /** Null: it is in the currency of its order. */
  readonly conversion: Conversion | null;
  /** The provider said a final no; a person decides when it is asked again. */
  readonly captureBlocked: boolean;
  readonly refundBlocked: boolean;
  readonly voidBlocked: boolean;
}

export const NO_MONEY: PaymentMoney = {
  authorizing: 0n,
  authorized: 0n,
  capturing: 0n,
  captured: 0n,
  refunding: 0n,
  refunded: 0n,
  voiding: 0n,
  voided: 0n,
  disputed: 0n,
  carried: 0n,
  unaskedRefunded: 0n,
};

/** What is authorized and neither captured nor given back, nor about to be. */
export function capturable(payment: PaymentMoney): bigint {
  const { authorized, voided, voiding, captured, capturing } = payment;
  return atLeastZero(authorized - voided - voiding - captured - capturing);
}

/** What a dispute took is with the buyer already: it is not given back once more. */
export function refundable(payment: PaymentMoney): bigint {
  const { captured, carried, refunded, refunding, disputed } = payment;
  return atLeastZero(captured + carried - refunded - refunding - disputed);
}

/** What was carried over to it and it has not given back yet. */
export function carriedOpen({ carried, refunded, refunding }: PaymentMoney): bigint {
  return atLeastZero(carried - refunded - refunding);
}

export function atLeastZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function larger(a: bigint, b: bigint): bigint {
  return a < b ? b : a;
}
