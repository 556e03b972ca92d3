// What stands in an export, exactly. An import of an export changes nothing, so whatever is needed
// to make the order again is here.
//
// NDJSON (UTF-8, a line feed after each line): an order as one JSON object, an ExportedOrder. Money
// is an integer of minor units, as everywhere in the API; times are RFC 3339 in UTC.
//
// CSV (RFC 4180: UTF-8 without a byte order mark, commas, CRLF, quotes where needed, a header
// always): the columns below. An empty cell is null. What a cell holds goes by its kind:
//
// - text     as it is, with one `'` in front when it begins with `'`, or with what a spreadsheet
//            takes for a formula: = + - @, their full-width forms, tab, CR or LF. To read it back,
//            take one leading `'` away, always.
// - amount   in the currency of the row with all its places and a point: "12.90", "-0.05", 1290 JPY
//            is "1290". Never rounded.
// - decimal  a number with a point, as it was given: a unit price "4.999".
// - integer, flag (true, false), time (2026-11-23T09:30:00.000Z)
// - json     a JSON value in one cell, with money as minor units, as in NDJSON.
//
// XLSX (for people: dates are rounded to what a spreadsheet holds, and text over 32,767 characters
// is cut): the same columns; numbers and times are numbers and times, codes are text.

import { Type } from 'typebox';
import { AddressSchema, PromisedFields } from './order-capture.ts';
import { OrderSchema } from './orders.ts';
import { AmountMinor, Code, Currency, id, nullable, type Shape, Timestamp } from './schema.ts';

const summary = OrderSchema.properties;
const Units = Type.Integer();

const Tax = Type.Object({
  name: Type.String(),
  rate: nullable(Type.String({ description: 'A share: "0.19"' })),
  amountMinor: AmountMinor,
});
const Discount = Type.Object({
  name: Type.String(),
  code: nullable(Type.String()),
  amountMinor: Type.Integer({ description: 'What is taken off, as a positive number' }),
});

export const ExportedLineSchema = Type.Object({
  number: Type.Integer({ description: '1, 2, 3 … within the order' }),
  kind: Type.Enum(['item', 'kit', 'component'], {
    description: 'What a kit is made of follows it as components; they are what is counted',
  }),
  kitLine: nullable(Type.Integer({ description: 'Of a component: the number of its kit' })),
  externalId: nullable(Type.String()),
  sku: Code,
  isMatched: Type.Boolean({ description: 'Whether the catalog has the SKU' }),
  title: Type.String(),
  quantity: Units,
  unitPrice: nullable(Type.String({ description: 'In the major unit, exact: "4.999"' })),
  amountMinor: AmountMinor,
  payableMinor: Type.Integer({
    description: 'What the buyer pays: less discounts, plus taxes unless prices include them',
  }),
  discounts: Type.Array(Discount),
  taxes: Type.Array(Tax),
  canceled: Units,
  open: Type.Integer({ description: 'Neither canceled nor shipped' }),
  shipped: Units,
  delivered: Units,
  returned: Units,
});

export const ExportedOrderSchema = Type.Object({
  id: id('order'),
  number: Type.String(),
  channel: Code,
  externalId: nullable(Type.String()),
  origin: Type.Enum(['captured', 'imported']),
  placedAt: Timestamp,
  capturedAt: Timestamp,
  ...PromisedFields,
  currency: summary.currency,
  pricesIncludeTax: Type.Boolean(),
  status: summary.status,
  fulfillmentStatus: summary.fulfillmentStatus,
  stockStatus: summary.stockStatus,
  returnStatus: summary.returnStatus,
  paymentStatus: summary.paymentStatus,
  statedPaymentStatus: nullable(
    Type.String({ description: 'Of an imported order: the word of where it came from' }),
  ),
  statedFulfillmentStatus: nullable(Type.String()),
  itemsMinor: AmountMinor,
  shippingMinor: AmountMinor,
  discountMinor: AmountMinor,
  taxMinor: AmountMinor,
  totalMinor: AmountMinor,
  canceledMinor: AmountMinor,
  grantedMinor: Type.Integer({ description: 'Refunds granted for what was not canceled' }),
  refundedMinor: Type.Integer({ description: 'Money that went back to the buyer' }),
  stockPolicy: Type.String(),
  splitPolicy: Type.String(),
  destinationCountry: nullable(Type.String()),
  customer: nullable(
    Type.Object({
      id: id('customer'),
      externalId: nullable(Type.String()),
      email: nullable(Type.String()),
      name: nullable(Type.String()),
      phone: nullable(Type.String()),
    }),
  ),
  contact: Type.Object(
    {
      email: nullable(Type.String()),
      name: nullable(Type.String()),
      phone: nullable(Type.String()),
    },
    { description: 'As given with this order' },
  ),
  shippingAddress: nullable(AddressSchema),
  billingAddress: nullable(AddressSchema),
  lines: Type.Array(ExportedLineSchema),
  shipping: Type.Array(
    Type.Object({
      title: Type.String(),
      amountMinor: AmountMinor,
      payableMinor: AmountMinor,
      discounts: Type.Array(Discount),
      taxes: Type.Array(Tax),
    }),
  ),
  tags: Type.Array(Type.String()),
  notes: Type.Array(
    Type.Object({ body: Type.String(), author: Type.String(), createdAt: Timestamp }),
  ),
  customFields: Type.Record(Type.String(), Type.Unknown()),
});
export type ExportedOrder = Shape<typeof ExportedOrderSchema>;
export type ExportedLine = Shape<typeof ExportedLineSchema>;

export type ColumnKind = 'text' | 'amount' | 'decimal' | 'integer' | 'flag' | 'time' | 'json';

const address = <Prefix extends string>(prefix: Prefix) =>
  ({
    [`${prefix}Name`]: 'text',
    [`${prefix}Company`]: 'text',
    [`${prefix}Street`]: 'text',
    [`${prefix}Street2`]: 'text',
    [`${prefix}City`]: 'text',
    [`${prefix}Region`]: 'text',
    [`${prefix}PostalCode`]: 'text',
    [`${prefix}Country`]: 'text',
    [`${prefix}Phone`]: 'text',
    [`${prefix}Latitude`]: 'decimal',
    [`${prefix}Longitude`]: 'decimal',
  }) as Readonly<Record<`${Prefix}${AddressPart}`, ColumnKind>>;

type AddressPart =
  | 'Name'
  | 'Company'
  | 'Street'
  | 'Street2'
  | 'City'
  | 'Region'
  | 'PostalCode'
  | 'Country'
  | 'Phone'
  | 'Latitude'
  | 'Longitude';

/** Of an order: the same on the row of each of its lines. `shippingCharges` is JSON of `shipping`. */
export const ORDER_COLUMNS = {
  id: 'text',
  number: 'text',
  channel: 'text',
  externalId: 'text',
  origin: 'text',
  placedAt: 'time',
  capturedAt: 'time',
  shipBy: 'time',
  promisedBy: 'text',
  deliverBy: 'time',
  currency: 'text',
  pricesIncludeTax: 'flag',
  status: 'text',
  fulfillmentStatus: 'text',
  stockStatus: 'text',
  returnStatus: 'text',
  paymentStatus: 'text',
  statedPaymentStatus: 'text',
  statedFulfillmentStatus: 'text',
  items: 'amount',
  shipping: 'amount',
  discount: 'amount',
  tax: 'amount',
  total: 'amount',
  canceledAmount: 'amount',
  grantedAmount: 'amount',
  refundedAmount: 'amount',
  stockPolicy: 'text',
  splitPolicy: 'text',
  destinationCountry: 'text',
  customerId: 'text',
  customerExternalId: 'text',
  customerEmail: 'text',
  customerName: 'text',
  customerPhone: 'text',
  contactEmail: 'text',
  contactName: 'text',
  contactPhone: 'text',
  ...address('shipping'),
  ...address('billing'),
  shippingCharges: 'json',
  tags: 'json',
  notes: 'json',
  customFields: 'json',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** Of a line of the order. */
export const LINE_COLUMNS = {
  line: 'integer',
  lineKind: 'text',
  kitLine: 'integer',
  lineExternalId: 'text',
  sku: 'text',
  isMatched: 'flag',
  title: 'text',
  quantity: 'integer',
  unitPrice: 'decimal',
  amount: 'amount',
  payable: 'amount',
  lineDiscounts: 'json',
  lineTaxes: 'json',
  canceled: 'integer',
  open: 'integer',
  shipped: 'integer',
  delivered: 'integer',
  returned: 'integer',
} as const satisfies Readonly<Record<string, ColumnKind>>;

export const CUSTOMER_COLUMNS = {
  id: 'text',
  externalId: 'text',
  email: 'text',
  name: 'text',
  phone: 'text',
  createdAt: 'time',
  erasedAt: 'time',
  version: 'integer',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** `components` is JSON: [{"sku", "skuId", "quantity"}]; `barcodes` is one of text. */
export const SKU_COLUMNS = {
  id: 'text',
  code: 'text',
  title: 'text',
  barcode: 'text',
  barcodes: 'json',
  weightGrams: 'integer',
  lengthMm: 'integer',
  widthMm: 'integer',
  heightMm: 'integer',
  price: 'amount',
  currency: 'text',
  active: 'flag',
  components: 'json',
  createdAt: 'time',
  version: 'integer',
} as const satisfies Readonly<Record<string, ColumnKind>>;

export const STOCK_COLUMNS = {
  sku: 'text',
  skuId: 'text',
  location: 'text',
  locationId: 'text',
  onHand: 'integer',
  available: 'integer',
  reserved: 'integer',
  allocated: 'integer',
  damaged: 'integer',
  qualityControl: 'integer',
  safetyStock: 'integer',
  incoming: 'integer',
  inTransit: 'integer',
  shortfall: 'integer',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** `calendar` and `channels` are JSON, as in the API. */
export const LOCATION_COLUMNS = {
  id: 'text',
  number: 'integer',
  code: 'text',
  name: 'text',
  kind: 'text',
  street: 'text',
  city: 'text',
  region: 'text',
  postalCode: 'text',
  country: 'text',
  latitude: 'decimal',
  longitude: 'decimal',
  coordinatesFrom: 'text',
  timeZone: 'text',
  cutOff: 'text',
  handlingDays: 'integer',
  calendar: 'json',
  capacityOrdersPerDay: 'integer',
  handlingCostMinor: 'integer',
  safetyStock: 'integer',
  active: 'flag',
  channels: 'json',
  createdAt: 'time',
  version: 'integer',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** Of a parcel: what a list of shipments has. */
export const PARCEL_COLUMNS = {
  id: 'text',
  orderNumber: 'text',
  order: 'text',
  fulfillmentOrder: 'text',
  location: 'text',
  status: 'text',
  carrier: 'text',
  trackingNumber: 'text',
  trackingStatus: 'text',
  trackedAt: 'time',
  weightGrams: 'integer',
  lengthMm: 'integer',
  widthMm: 'integer',
  heightMm: 'integer',
  packedAt: 'time',
  packedBy: 'text',
  shippedAt: 'time',
  deliveredAt: 'time',
  voidedAt: 'time',
} as const satisfies Readonly<Record<string, ColumnKind>>;

export const RETURN_COLUMNS = {
  id: 'text',
  number: 'text',
  order: 'text',
  status: 'text',
  location: 'text',
  trackingNumber: 'text',
  requested: 'integer',
  received: 'integer',
  unexpected: 'integer',
  granted: 'amount',
  currency: 'text',
  createdAt: 'time',
  receivedAt: 'time',
  canceledAt: 'time',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** Sums of the ledger, of one payment of an order. Tokens of means of payment never leave. */
export const ExportedPaymentSchema = Type.Object({
  id: id('payment'),
  order: id('order'),
  orderNumber: Type.String(),
  number: Type.Integer({ description: '1, 2, 3 … of its order' }),
  provider: Type.String(),
  providerReference: nullable(Type.String()),
  currency: Currency,
  amountMinor: Type.Integer(),
  authorizedMinor: Type.Integer(),
  voidedMinor: Type.Integer(),
  capturedMinor: Type.Integer(),
  refundedMinor: Type.Integer(),
  disputedMinor: Type.Integer(),
  declinedCode: nullable(Type.String()),
  createdAt: Timestamp,
  orderCurrency: Currency,
  orderAmountMinor: Type.Integer({
    description: 'What `amountMinor` is worth in the currency of the order, as it was stated',
  }),
  orderCapturedMinor: Type.Integer({ description: 'What `capturedMinor` is worth there' }),
  orderRefundedMinor: Type.Integer({ description: 'What `refundedMinor` is worth there' }),
  carriedMinor: Type.Integer({
    description: 'What it gives back in place of other payments of the order, signed',
  }),
});
export type ExportedPayment = Shape<typeof ExportedPaymentSchema>;

export const PAYMENT_COLUMNS = {
  id: 'text',
  orderNumber: 'text',
  order: 'text',
  number: 'integer',
  provider: 'text',
  providerReference: 'text',
  currency: 'text',
  amount: 'amount',
  authorized: 'amount',
  voided: 'amount',
  captured: 'amount',
  refunded: 'amount',
  disputed: 'amount',
  declinedCode: 'text',
  createdAt: 'time',
  orderCurrency: 'text',
  orderAmount: 'amount',
  orderCaptured: 'amount',
  orderRefunded: 'amount',
  carried: 'amount',
} as const satisfies Readonly<Record<string, ColumnKind>>;
