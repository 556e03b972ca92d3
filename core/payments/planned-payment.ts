// What an order says at capture about how it is paid.

import { type Refusal, refuse } from '../refusal.ts';

export interface RequestedPayment {
  readonly provider: string;
  /** Null: what the others leave of the total. */
  readonly amountMinor: bigint | null;
  readonly token: string | null;
  /** Paid already, in the channel or before. */
  readonly received: ReceivedMoney | null;
  /** Of a payment that is made later. */
  readonly terms?: RequestedTerms;
}

export interface RequestedTerms {
  readonly purchaseOrder: string | null;
  /** Null: as the customer's credit says. */
  readonly netDays: number | null;
}

export interface ReceivedMoney {
  readonly reference: string;
  /** Null: all of the payment. */
  readonly amountMinor: bigint | null;
  readonly receivedAt: Date | null;
}

export interface PlannedPayment {
  readonly provider: string;
  readonly amountMinor: bigint;
  readonly token: string | null;
  readonly received: (ReceivedMoney & { readonly amountMinor: bigint }) | null;
  readonly terms?: RequestedTerms;
}

/** Gives every payment its amount. An order that costs nothing is not paid. */
export function planPayments(
  requested: readonly RequestedPayment[],
  totalMinor: bigint,
): PlannedPayment[] | Refusal<'payments-exceed-total'> {
  if (totalMinor <= 0n) return [];
  let left = requested.reduce((rest, one) => rest - (one.amountMinor ?? 0n), totalMinor);
  if (left < 0n) return tooMuch(totalMinor, totalMinor - left);
  const planned: PlannedPayment[] = [];
  for (const one of requested) {
    const amountMinor = one.amountMinor ?? left;
    if (one.amountMinor === null) left = 0n;
    if (amountMinor === 0n) return tooMuch(totalMinor, totalMinor);
    const received = one.received;
    const receivedMinor = received?.amountMinor ?? amountMinor;
    if (receivedMinor > amountMinor) return tooMuch(totalMinor, receivedMinor);
    planned.push({
      provider: one.provider,
      amountMinor,
      token: one.token,
      received: received === null ? null : { ...received, amountMinor: receivedMinor },
      ...(one.terms === undefined ? {} : { terms: one.terms }),
    });
  }
  return planned;
}

function tooMuch(totalMinor: bigint, paidMinor: bigint): Refusal<'payments-exceed-total'> {
  return refuse(
    'payments-exceed-total',
    `The payments bring more than the ${totalMinor} minor units that the order costs, or nothing is left for one of them.`,
    { totalMinor: Number(totalMinor), paymentsMinor: Number(paidMinor) },
  );
}
