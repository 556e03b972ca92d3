// An order and its lines in the columns of a table.

import type {
  ExportedLine,
  ExportedOrder,
  LINE_COLUMNS,
  ORDER_COLUMNS,
} from '@doorstep/contract/export-forms.ts';
import { formatMajor } from '@doorstep/core/money.ts';
import type { Cells, PartOf, Value } from './export-column.ts';

type Address = ExportedOrder['shippingAddress'];

function amount(amountMinor: number, { currency }: ExportedOrder): string {
  return formatMajor(BigInt(amountMinor), currency);
}

function addressCells<Prefix extends string>(
  prefix: Prefix,
  of: (order: ExportedOrder) => Address,
) {
  const cells: Readonly<Record<string, (order: ExportedOrder) => Value>> = {
    [`${prefix}Name`]: (order) => of(order)?.name ?? null,
    [`${prefix}Company`]: (order) => of(order)?.company ?? null,
    [`${prefix}Street`]: (order) => of(order)?.street ?? null,
    [`${prefix}Street2`]: (order) => of(order)?.street2 ?? null,
    [`${prefix}City`]: (order) => of(order)?.city ?? null,
    [`${prefix}Region`]: (order) => of(order)?.region ?? null,
    [`${prefix}PostalCode`]: (order) => of(order)?.postalCode ?? null,
    [`${prefix}Country`]: (order) => of(order)?.country ?? null,
    [`${prefix}Phone`]: (order) => of(order)?.phone ?? null,
    [`${prefix}Latitude`]: (order) => of(order)?.coordinates?.latitude ?? null,
    [`${prefix}Longitude`]: (order) => of(order)?.coordinates?.longitude ?? null,
  };
  return cells as Pick<
    Cells<typeof ORDER_COLUMNS, ExportedOrder>,
    Extract<keyof typeof ORDER_COLUMNS, `${Prefix}${Capitalize<string>}`>
  >;
}

export const exportOrderCells: Cells<typeof ORDER_COLUMNS, ExportedOrder> = {
  ...addressCells('shipping', (order) => order.shippingAddress),
  ...addressCells('billing', (order) => order.billingAddress),
  id: (order) => order.id,
  number: (order) => order.number,
  channel: (order) => order.channel,
  externalId: (order) => order.externalId,
  origin: (order) => order.origin,
  placedAt: (order) => order.placedAt,
  capturedAt: (order) => order.capturedAt,
  shipBy: (order) => order.shipBy,
  promisedBy: (order) => order.promisedBy,
  deliverBy: (order) => order.deliverBy,
  currency: (order) => order.currency,
  pricesIncludeTax: (order) => order.pricesIncludeTax,
  status: (order) => order.status,
  fulfillmentStatus: (order) => order.fulfillmentStatus,
  stockStatus: (order) => order.stockStatus,
  returnStatus: (order) => order.returnStatus,
  paymentStatus: (order) => order.paymentStatus,
  statedPaymentStatus: (order) => order.statedPaymentStatus,
  statedFulfillmentStatus: (order) => order.statedFulfillmentStatus,
  items: (order) => amount(order.itemsMinor, order),
  shipping: (order) => amount(order.shippingMinor, order),
  discount: (order) => amount(order.discountMinor, order),
  tax: (order) => amount(order.taxMinor, order),
  total: (order) => amount(order.totalMinor, order),
  canceledAmount: (order) => amount(order.canceledMinor, order),
  grantedAmount: (order) => amount(order.grantedMinor, order),
  refundedAmount: (order) => amount(order.refundedMinor, order),
  stockPolicy: (order) => order.stockPolicy,
  splitPolicy: (order) => order.splitPolicy,
  destinationCountry: (order) => order.destinationCountry,
  customerId: ({ customer }) => customer?.id ?? null,
  customerExternalId: ({ customer }) => customer?.externalId ?? null,
  customerEmail: ({ customer }) => customer?.email ?? null,
  customerName: ({ customer }) => customer?.name ?? null,
  customerPhone: ({ customer }) => customer?.phone ?? null,
  contactEmail: ({ contact }) => contact.email,
  contactName: ({ contact }) => contact.name,
  contactPhone: ({ contact }) => contact.phone,
  shippingCharges: (order) => JSON.stringify(order.shipping),
  tags: (order) => JSON.stringify(order.tags),
  notes: (order) => JSON.stringify(order.notes),
  customFields: (order) => JSON.stringify(order.customFields),
};

export const exportLineCells: Cells<typeof LINE_COLUMNS, PartOf<ExportedOrder, ExportedLine>> = {
  line: ({ part }) => part.number,
  lineKind: ({ part }) => part.kind,
  kitLine: ({ part }) => part.kitLine,
  lineExternalId: ({ part }) => part.externalId,
  sku: ({ part }) => part.sku,
  isMatched: ({ part }) => part.isMatched,
  title: ({ part }) => part.title,
  quantity: ({ part }) => part.quantity,
  unitPrice: ({ part }) => part.unitPrice,
  amount: ({ part, whole }) => amount(part.amountMinor, whole),
  payable: ({ part, whole }) => amount(part.payableMinor, whole),
  lineDiscounts: ({ part }) => JSON.stringify(part.discounts),
  lineTaxes: ({ part }) => JSON.stringify(part.taxes),
  canceled: ({ part }) => part.canceled,
  open: ({ part }) => part.open,
  shipped: ({ part }) => part.shipped,
  delivered: ({ part }) => part.delivered,
  returned: ({ part }) => part.returned,
};
