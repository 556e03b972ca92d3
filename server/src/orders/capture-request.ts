// From the wire to what core decides on.

import type { CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import type { DropHoldId, DropId } from '@doorstep/core/ids.ts';
import type { Coordinates } from '@doorstep/core/locations/coordinates.ts';
import type { CaptureRequest, ChargeKind, RequestedCharge } from '@doorstep/core/orders/capture.ts';
import type { DiscountRow, TaxRow, UnitPrice } from '@doorstep/core/orders/order-total.ts';
import { type PlannedPayment, planPayments } from '@doorstep/core/payments/planned-payment.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { DropClaim } from '../drops/open-drop-sales.ts';
import { locateDestination } from '../locations/locate-destination.ts';
import { requestedPayments } from '../payments/requested-payments.ts';
import type { BookChannel } from '../routing/location-book.ts';

type WireLine = CaptureOrderRequest['lines'][number];

/** What the schema cannot say: exactly one way to give a price. */
export function checkPrices(request: CaptureOrderRequest): Refusal | undefined {
  for (const [index, line] of request.lines.entries())
    if ((line.unitPrice === undefined) === (line.unitPriceMinor === undefined))
      return refuse(
        'validation-failed',
        `Line ${index + 1} needs either unitPrice or unitPriceMinor.`,
      );
  return undefined;
}

export function toCaptureRequest(
  request: CaptureOrderRequest,
  channel: BookChannel,
): CaptureRequest {
  return {
    currency: request.currency,
    pricesIncludeTax: request.pricesIncludeTax ?? false,
    lines: request.lines.map((line) => ({
      externalId: line.externalId ?? null,
      skuCode: line.sku,
      title: line.title ?? null,
      quantity: line.quantity,
      price: priceOf(line),
      taxes: taxesOf(line.taxes),
      discounts: discountsOf(line.discounts),
    })),
    shipping: [
      ...chargesOf('shipping', request.shipping ?? []),
      ...chargesOf('fee', request.fees ?? []),
    ],
    stockPolicy: request.stockPolicy ?? channel.stockPolicy,
    splitPolicy: request.splitPolicy ?? channel.splitPolicy,
    statedTotalMinor: request.totalMinor === undefined ? null : BigInt(request.totalMinor),
  };
}

function chargesOf(
  kind: ChargeKind,
  charges: NonNullable<CaptureOrderRequest['shipping']>,
): RequestedCharge[] {
  return charges.map((charge) => ({
    kind,
    title: charge.title,
    amountMinor: BigInt(charge.amountMinor),
    taxes: taxesOf(charge.taxes),
    discounts: discountsOf(charge.discounts),
  }));
}

/** The drop it buys from; null where it names none. */
export function dropClaimOf({
  drop,
  customer,
  stockPolicy,
}: CaptureOrderRequest): DropClaim | null {
  if (drop === undefined) return null;
  return {
    drop: drop.id as DropId,
    hold: (drop.hold as DropHoldId | undefined) ?? null,
    // Who made the hold is known from that: an address at the checkout need not be how the channel
    // named the buyer before.
    buyer: drop.buyer ?? (drop.hold === undefined ? (customer?.email ?? null) : null),
    mayPreorder: stockPolicy !== 'all-or-nothing',
  };
}

/** How it is paid; nothing where nobody here is to see to the money. */
export function paymentsOf(
  { payments, currency }: CaptureOrderRequest,
  totalMinor: bigint,
  providers: PaymentProviders,
): readonly PlannedPayment[] | Refusal {
  if (payments === undefined || payments.length === 0) return [];
  const requested = requestedPayments(payments, providers);
  return isRefusal(requested) ? requested : planPayments(requested, { totalMinor, currency });
}

/** Where it goes, as exactly as the address says; null when it says nothing. */
export function destinationOf(request: CaptureOrderRequest): Coordinates | null {
  const address = request.shippingAddress;
  if (address === undefined) return null;
  return address.coordinates ?? locateDestination(address);
}

function priceOf(line: WireLine): UnitPrice {
  return line.unitPrice === undefined
    ? { unitPriceMinor: BigInt(line.unitPriceMinor ?? 0) }
    : { unitPrice: line.unitPrice };
}

function taxesOf(taxes: WireLine['taxes']): TaxRow[] {
  return (taxes ?? []).map((tax) => ({
    name: tax.name,
    rate: tax.rate ?? null,
    amountMinor: BigInt(tax.amountMinor),
  }));
}

function discountsOf(discounts: WireLine['discounts']): DiscountRow[] {
  return (discounts ?? []).map((discount) => ({
    name: discount.name,
    code: discount.code ?? null,
    amountMinor: BigInt(discount.amountMinor),
  }));
}
