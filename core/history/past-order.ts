// What an import makes of the rows of one document: an order of the past, or something else of it.

import type { OrderTotal, Priced } from '../orders/order-total.ts';
import type { PromisedDates } from '../orders/promised-date.ts';
import type { PastDocumentKind } from './past-document.ts';

export interface PastCustomer {
  readonly externalId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

export interface PastAddress {
  readonly name?: string;
  readonly company?: string;
  readonly street?: string;
  readonly street2?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2; left out where the source names no country we know. */
  readonly country?: string;
  readonly phone?: string;
}

export interface PastLine extends Priced {
  readonly externalId: string | null;
  readonly skuCode: string;
  readonly title: string;
  readonly quantity: number;
  /** Decimal text in the major unit; null where only the amount is known. */
  readonly unitPrice: string | null;
  /** Units, each in one place: what is left of the quantity is still open. */
  readonly canceled: number;
  readonly shipped: number;
  /** Of those shipped. */
  readonly delivered: number;
  readonly returned: number;
}

export interface PastCharge extends Priced {
  readonly title: string;
}

interface Past {
  readonly externalId: string;
  readonly channel: string;
  readonly placedAt: Date;
  readonly currency: string;
  readonly customer: PastCustomer | null;
  readonly shippingAddress: PastAddress | null;
}

export interface PastOrder extends Past {
  readonly kind: 'order';
  /** The id it had here, where the file is an export of ours. */
  readonly ownId: string | null;
  readonly promised: PromisedDates;
  readonly pricesIncludeTax: boolean;
  readonly billingAddress: PastAddress | null;
  readonly lines: readonly PastLine[];
  readonly shipping: readonly PastCharge[];
  readonly total: OrderTotal;
  readonly canceledMinor: bigint;
  readonly paymentStatus: string | null;
  readonly status: string | null;
  readonly refundedMinor: bigint;
  readonly tags: readonly string[];
  readonly note: string | null;
}

export interface PastDocumentLine {
  readonly skuCode: string;
  readonly title: string;
  /** Negative where units came back or were lost. */
  readonly quantity: number;
  readonly unitPrice: string | null;
  readonly amountMinor: bigint;
}

export interface PastDocument extends Past {
  readonly kind: PastDocumentKind;
  readonly reason: string | null;
  readonly lines: readonly PastDocumentLine[];
  readonly totalMinor: bigint;
}

/** What was still to be done when it was imported: no stock is promised to it here. */
export function openUnits({ quantity, canceled, shipped }: PastLine): number {
  return quantity - canceled - shipped;
}
