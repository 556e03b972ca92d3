// What `order.captured.v1` says, and the answer to a capture, which is built from it: so a retry
// gets the very answer the first request got.

import type { CapturedOrderAnswer } from '@doorstep/contract/order-capture.ts';
import type {
  ChannelId,
  CustomerId,
  DropId,
  LocationId,
  OrderId,
  OrderLineId,
  ReservationId,
  SkuId,
} from '@doorstep/core/ids.ts';
import type { LineKind } from '@doorstep/core/orders/order-line.ts';
import { type Conversion, worthOf } from '@doorstep/core/payments/conversion.ts';
import { type PaymentStatus, paymentStatus } from '@doorstep/core/payments/payment-account.ts';
import type { ToldChange } from '../payments/money-change.ts';
import type { ToldPayment } from '../payments/payment-rows.ts';

export interface CapturedData {
  readonly number: string;
  readonly channel: ChannelId;
  readonly channelCode: string;
  readonly externalId: string | null;
  readonly customer: CustomerId | null;
  readonly placedAt: string;
  /** Left out where no date is promised. */
  readonly promised?: Pick<CapturedOrderAnswer, 'shipBy' | 'promisedBy' | 'deliverBy'>;
  readonly totals: CapturedOrderAnswer['totals'];
  readonly lines: readonly {
    readonly line: number;
    readonly id: OrderLineId;
    readonly kind: LineKind;
    readonly kitLine: number | null;
    readonly sku: SkuId | null;
    readonly skuCode: string;
    readonly ordered: number;
    readonly reserved: number;
    readonly backordered: number;
    readonly unpromised: number;
    readonly amountMinor: number;
  }[];
  /** The reservations, and by their `reserved` what `verify` rebuilds the levels from. */
  readonly stock: readonly {
    readonly line: number;
    readonly reservation: ReservationId;
    readonly sku: SkuId;
    readonly location: LocationId;
    readonly locationCode: string;
    readonly reserved: number;
  }[];
  /** Left out where nobody here sees to the money. */
  readonly payments?: readonly ToldPayment[];
  readonly money?: readonly ToldChange[];
  /** What it bought from a drop. */
  readonly drop?: { readonly drop: DropId; readonly sold: number; readonly preordered: number };
}

export function capturedAnswer(
  order: OrderId,
  capturedAt: Date,
  data: CapturedData,
): CapturedOrderAnswer {
  return {
    id: order,
    number: data.number,
    channel: data.channelCode,
    externalId: data.externalId,
    customer: data.customer,
    placedAt: data.placedAt,
    capturedAt: capturedAt.toISOString(),
    shipBy: data.promised?.shipBy ?? null,
    promisedBy: data.promised?.promisedBy ?? null,
    deliverBy: data.promised?.deliverBy ?? null,
    stock: data.lines.some((line) => line.unpromised > 0)
      ? 'unpromised'
      : data.lines.some((line) => line.backordered > 0)
        ? 'backordered'
        : 'promised',
    paymentStatus: paymentStatusOf(data),
    // Spelled out: what comes back from the log has its keys in another order.
    totals: {
      currency: data.totals.currency,
      pricesIncludeTax: data.totals.pricesIncludeTax,
      itemsMinor: data.totals.itemsMinor,
      shippingMinor: data.totals.shippingMinor,
      discountMinor: data.totals.discountMinor,
      taxMinor: data.totals.taxMinor,
      totalMinor: data.totals.totalMinor,
    },
    lines: data.lines.map((line) => ({
      id: line.id,
      number: line.line,
      kind: line.kind,
      kitLine: line.kitLine,
      sku: line.skuCode,
      quantity: line.ordered,
      reserved: line.reserved,
      backordered: line.backordered,
      unpromised: line.unpromised,
      amountMinor: line.amountMinor,
    })),
    reservations: data.stock.map((one) => ({
      id: one.reservation,
      line: one.line,
      location: one.locationCode,
      quantity: one.reserved,
    })),
    payments: (data.payments ?? []).map(
      ({ payment, provider, amountMinor, currency, orderAmountMinor }) => ({
        id: payment,
        provider,
        amountMinor,
        ...(currency === undefined ? {} : { currency }),
        ...(orderAmountMinor === undefined ? {} : { orderAmountMinor }),
      }),
    ),
    ...(data.drop === undefined
      ? {}
      : {
          drop: {
            id: data.drop.drop,
            sold: data.drop.sold,
            preordered: data.drop.preordered,
          },
        }),
  };
}

function paymentStatusOf({ payments = [], money = [], totals }: CapturedData): PaymentStatus {
  if (payments.length === 0) return 'none';
  const conversions = new Map(payments.map((one) => [one.payment, conversionOf(one)]));
  const sum = (state: 'authorized' | 'captured') =>
    money.reduce(
      (total, change) =>
        total + worthOf(BigInt(change[state] ?? 0), conversions.get(change.payment) ?? null),
      0n,
    );
  return paymentStatus({
    dueMinor: BigInt(totals.totalMinor),
    authorizedMinor: sum('authorized'),
    voidedMinor: 0n,
    capturedMinor: sum('captured'),
    refundedMinor: 0n,
  });
}

function conversionOf({ amountMinor, orderAmountMinor }: ToldPayment): Conversion | null {
  return orderAmountMinor === undefined
    ? null
    : { amountMinor: BigInt(amountMinor), orderAmountMinor: BigInt(orderAmountMinor) };
}
