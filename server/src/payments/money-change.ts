// How the money of a payment changed: as a row for the statement, and as events tell it. Events say
// which currency an amount is in where it is not that of the order.

import { type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import type { Conversion } from '@doorstep/core/payments/conversion.ts';
import type { MoneyState } from '@doorstep/core/payments/payment.ts';

/** Signed, in minor units; states left out stay as they are. */
export type MoneyChange = { readonly payment: PaymentId } & {
  readonly [State in MoneyState]?: bigint;
};

export function moneyChangeRow({ payment, ...states }: MoneyChange): object {
  return { id: uuidOf(payment), ...mapped(states, String) };
}

export function moneyChangeOfEvent({ payment, ...states }: MoneyChange): ToldChange {
  return { payment, ...mapped(states, Number) };
}

export type ToldChange = { readonly payment: PaymentId } & {
  readonly [State in MoneyState]?: number;
};

/** An amount of a payment, and what it is worth to the order where that is another amount. */
export function toldMoney(
  { currency, conversion }: { readonly currency: string; readonly conversion: Conversion | null },
  amountMinor: bigint,
  worthMinor: bigint,
): ToldMoney {
  if (conversion === null) return { amountMinor: Number(amountMinor) };
  return {
    amountMinor: Number(amountMinor),
    currency,
    orderAmountMinor: Number(worthMinor),
  };
}

export interface ToldMoney {
  readonly amountMinor: number;
  readonly currency?: string;
  readonly orderAmountMinor?: number;
}

function mapped<To>(states: object, to: (amount: bigint) => To): { readonly [state: string]: To } {
  const changed = Object.entries(states).filter(([, amount]) => amount !== 0n);
  return Object.fromEntries(changed.map(([state, amount]) => [state, to(amount)]));
}
