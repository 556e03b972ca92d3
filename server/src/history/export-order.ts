// One order as contract/export-forms.ts describes it, from the rows it is made of.

import type { ExportedLine, ExportedOrder } from '@doorstep/contract/export-forms.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type {
  ExportedAdjustmentRow,
  ExportedChargeRow,
  ExportedLineRow,
  ExportedOrderRow,
} from './exports.sql.ts';

/** By the id of the order. */
export interface Parts {
  readonly lines: ReadonlyMap<string, readonly ExportedLineRow[]>;
  readonly charges: ReadonlyMap<string, readonly ExportedChargeRow[]>;
  readonly adjustments: ReadonlyMap<string, readonly ExportedAdjustmentRow[]>;
  readonly tags: ReadonlyMap<string, readonly { readonly tag: string }[]>;
  readonly notes: ReadonlyMap<
    string,
    readonly { readonly body: string; readonly author: string; readonly created_at: Date }[]
  >;
}

export function exportOrder(row: ExportedOrderRow, parts: Parts): ExportedOrder {
  const adjustments = parts.adjustments.get(row.id) ?? [];
  return {
    ...headOf(row),
    ...buyerOf(row),
    lines: (parts.lines.get(row.id) ?? []).map((line) =>
      lineOf(
        line,
        adjustments.filter((one) => one.line_number === line.number),
      ),
    ),
    shipping: (parts.charges.get(row.id) ?? []).map((charge) => ({
      title: charge.title,
      amountMinor: Number(charge.amount_minor),
      payableMinor: Number(charge.payable_minor),
      ...adjusted(adjustments.filter((one) => one.charge_number === charge.number)),
    })),
    tags: (parts.tags.get(row.id) ?? []).map(({ tag }) => tag),
    notes: (parts.notes.get(row.id) ?? []).map(({ body, author, created_at }) => ({
      body,
      author,
      createdAt: created_at.toISOString(),
    })),
    customFields: row.custom_fields,
  };
}

type Buyer = 'customer' | 'contact' | 'shippingAddress' | 'billingAddress';
type Rest = 'lines' | 'shipping' | 'tags' | 'notes' | 'customFields';

function headOf(row: ExportedOrderRow): Omit<ExportedOrder, Buyer | Rest> {
  return {
    id: idFromUuid('order', row.id),
    number: String(row.number),
    channel: row.channel,
    externalId: row.external_id,
    origin: row.imported_at === null ? 'captured' : 'imported',
    placedAt: row.placed_at.toISOString(),
    capturedAt: row.captured_at.toISOString(),
    shipBy: row.ship_by?.toISOString() ?? null,
    promisedBy: row.promised_by,
    deliverBy: row.deliver_by?.toISOString() ?? null,
    currency: row.currency,
    pricesIncludeTax: row.prices_include_tax,
    status: row.status,
    fulfillmentStatus: row.fulfillment_status,
    stockStatus: row.stock_status,
    returnStatus: row.return_status,
    paymentStatus: row.payment_status,
    statedPaymentStatus: row.stated_payment_status,
    statedFulfillmentStatus: row.stated_fulfillment_status,
    itemsMinor: Number(row.items_minor),
    shippingMinor: Number(row.shipping_minor),
    discountMinor: Number(row.discount_minor),
    taxMinor: Number(row.tax_minor),
    totalMinor: Number(row.total_minor),
    canceledMinor: Number(row.canceled_minor),
    grantedMinor: Number(row.granted_minor),
    refundedMinor: Number(row.refunded_minor),
    stockPolicy: row.stock_policy,
    splitPolicy: row.split_policy,
    destinationCountry: row.destination_country,
  };
}

function buyerOf(row: ExportedOrderRow): Pick<ExportedOrder, Buyer> {
  return {
    customer:
      row.customer_id === null
        ? null
        : {
            id: idFromUuid('customer', row.customer_id),
            externalId: row.customer_external_id,
            email: row.customer_email,
            name: row.customer_name,
            phone: row.customer_phone,
          },
    contact: { email: row.contact_email, name: row.contact_name, phone: row.contact_phone },
    shippingAddress: row.shipping_address as ExportedOrder['shippingAddress'],
    billingAddress: row.billing_address as ExportedOrder['billingAddress'],
  };
}

function lineOf(
  line: ExportedLineRow,
  adjustments: readonly ExportedAdjustmentRow[],
): ExportedLine {
  const { canceled, shipped, delivered, returned } = line;
  const isCounted = line.kind !== 'kit';
  return {
    number: line.number,
    kind: line.kind,
    kitLine: line.kit_line,
    externalId: line.external_id,
    sku: line.sku_code,
    isMatched: line.is_matched,
    title: line.title,
    quantity: line.ordered,
    unitPrice: line.unit_price,
    amountMinor: Number(line.amount_minor),
    payableMinor: Number(line.payable_minor),
    ...adjusted(adjustments),
    canceled,
    open: isCounted ? line.ordered - canceled - (shipped - line.overshipped) : 0,
    ...{ shipped, delivered, returned },
  };
}

function adjusted(
  adjustments: readonly ExportedAdjustmentRow[],
): Pick<ExportedLine, 'discounts' | 'taxes'> {
  return {
    discounts: adjustments
      .filter(({ kind }) => kind === 'discount')
      .map(({ name, code, amount_minor }) => ({ name, code, amountMinor: Number(amount_minor) })),
    taxes: adjustments
      .filter(({ kind }) => kind === 'tax')
      .map(({ name, rate, amount_minor }) => ({ name, rate, amountMinor: Number(amount_minor) })),
  };
}
