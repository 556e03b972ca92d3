// What an order says at capture about how it is paid.

import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type Conversion, worthOf } from './conversion.ts';

export interface RequestedPayment {
  readonly provider: string;
  /** Null: what the others leave of the total. */
  readonly amountMinor: bigint | null;
  /** Null: that of the order. */
  readonly currency: string | null;
  /** What it is said to be worth in the currency of the order. */
  readonly orderAmountMinor: bigint | null;
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
  readonly currency: string;
  readonly amountMinor: bigint;
  /** Null: it is in the currency of the order. */
  readonly conversion: Conversion | null;
  readonly token: string | null;
  readonly received: (ReceivedMoney & { readonly amountMinor: bigint }) | null;
  readonly terms?: RequestedTerms;
}

/** What is to be paid, in the currency of the order. */
export interface Payable {
  readonly totalMinor: bigint;
  readonly currency: string;
}

type PlanRefusal =
  | 'payments-exceed-total'
  | 'payment-not-converted'
  | 'conversion-differs'
  | 'validation-failed';

/** Gives every payment its amount. An order that costs nothing is not paid. */
export function planPayments(
  requested: readonly RequestedPayment[],
  payable: Payable,
): PlannedPayment[] | Refusal<PlanRefusal> {
  const { totalMinor } = payable;
  if (totalMinor <= 0n) return [];
  const unstated = requested.map((one) => refuseUnstated(one, payable.currency)).find(isRefusal);
  if (unstated !== undefined) return unstated;
  let left = requested.reduce((rest, one) => rest - (statedWorth(one) ?? 0n), totalMinor);
  if (left < 0n) return tooMuch(totalMinor, totalMinor - left);
  const planned: PlannedPayment[] = [];
  for (const one of requested) {
    const amountMinor = one.amountMinor ?? left;
    if (one.amountMinor === null) left = 0n;
    if (amountMinor === 0n) return tooMuch(totalMinor, totalMinor);
    const conversion = conversionOf(one, payable.currency);
    const received = one.received;
    const receivedMinor = received?.amountMinor ?? amountMinor;
    if (receivedMinor > amountMinor) return tooMuch(totalMinor, worthOf(receivedMinor, conversion));
    planned.push({
      provider: one.provider,
      currency: one.currency ?? payable.currency,
      amountMinor,
      conversion,
      token: one.token,
      received: received === null ? null : { ...received, amountMinor: receivedMinor },
      ...(one.terms === undefined ? {} : { terms: one.terms }),
    });
  }
  return planned;
}

/** What it takes of the total; null: what the others leave. */
function statedWorth({ amountMinor, orderAmountMinor }: RequestedPayment): bigint | null {
  return amountMinor === null ? null : (orderAmountMinor ?? amountMinor);
}

/** Nothing is looked up: another currency needs both amounts, the order's own only one. */
function refuseUnstated(
  { amountMinor, currency, orderAmountMinor, terms }: RequestedPayment,
  orderCurrency: string,
): Refusal<PlanRefusal> | undefined {
  if (currency === null || currency === orderCurrency) {
    if (orderAmountMinor === null || orderAmountMinor === amountMinor) return undefined;
    return refuse(
      'conversion-differs',
      `The payment is in ${orderCurrency} like the order: it is worth its own amount, not ${orderAmountMinor} minor units.`,
      { orderCurrency, orderAmountMinor: Number(orderAmountMinor) },
    );
  }
  if (terms !== undefined)
    return refuse('validation-failed', 'A payment on terms is in the currency of its order.');
  if (amountMinor !== null && orderAmountMinor !== null) return undefined;
  return refuse(
    'payment-not-converted',
    `The order is in ${orderCurrency}: a payment in ${currency} says how much it is, and what that is worth in ${orderCurrency}.`,
    { currency, orderCurrency },
  );
}

function conversionOf(
  { amountMinor, currency, orderAmountMinor }: RequestedPayment,
  orderCurrency: string,
): Conversion | null {
  if (currency === null || currency === orderCurrency) return null;
  return amountMinor === null || orderAmountMinor === null
    ? null
    : { amountMinor, orderAmountMinor };
}

function tooMuch(totalMinor: bigint, paidMinor: bigint): Refusal<'payments-exceed-total'> {
  return refuse(
    'payments-exceed-total',
    `The payments bring more than the ${totalMinor} minor units that the order costs, or nothing is left for one of them.`,
    { totalMinor: Number(totalMinor), paymentsMinor: Number(paidMinor) },
  );
}
