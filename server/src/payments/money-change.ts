// How the money of a payment changed: as a row for the statement, and as events tell it.

import { type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import type { MoneyState } from '@doorstep/core/payments/payment.ts';

/** Signed, in minor units; states left out stay as they are. */
export type MoneyChange = { readonly payment: PaymentId } & {
  readonly [State in MoneyState]?: bigint;
};

export function moneyChangeRow({ payment, ...states }: MoneyChange): object {
  return { id: uuidOf(payment), ...mapped(states, String) };
}

export function moneyChangeOfEvent({ payment, ...states }: MoneyChange): object {
  return { payment, ...mapped(states, Number) };
}

function mapped(states: object, to: (amount: bigint) => unknown): object {
  const changed = Object.entries(states).filter(([, amount]) => amount !== 0n);
  return Object.fromEntries(changed.map(([state, amount]) => [state, to(amount)]));
}
