// Capturing orders, on the wire.

import { PROMISE_SOURCES } from '@doorstep/core/orders/promised-date.ts';
import { PAYMENT_STATUSES } from '@doorstep/core/payments/payment-account.ts';
import { Type } from 'typebox';
import { Buyer } from './drop-room.ts';
import { operation } from './operation.ts';
import { OtherCurrency, PaymentInput } from './payment-input.ts';
import { RiskSignalInput } from './risk-signal.ts';
import {
  AmountMinor,
  Code,
  Coordinates,
  Country,
  Currency,
  closed,
  id,
  nullable,
  Quantity,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const Taxes = Type.Optional(
  Type.Array(
    closed({
      name: text(100),
      rate: Type.Optional(
        Type.String({ pattern: '^\\d{1,3}(\\.\\d{1,6})?$', description: '"0.19"' }),
      ),
      amountMinor: AmountMinor,
    }),
    { maxItems: 20 },
  ),
);
const Discounts = Type.Optional(
  Type.Array(
    closed({
      name: text(200),
      code: Type.Optional(text(100)),
      amountMinor: Type.Integer({
        minimum: 0,
        maximum: 9_007_199_254_740_991,
        description: 'What is taken off, as a positive number',
      }),
    }),
    { maxItems: 20 },
  ),
);

export const AddressSchema = closed({
  name: Type.Optional(text(200)),
  company: Type.Optional(text(200)),
  street: Type.Optional(text(300)),
  street2: Type.Optional(text(300)),
  city: Type.Optional(text(200)),
  region: Type.Optional(text(100)),
  postalCode: Type.Optional(text(20)),
  country: Country,
  phone: Type.Optional(text(50)),
  coordinates: Type.Optional(Coordinates),
});

const CaptureLine = closed({
  sku: Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'The code of a SKU; one we do not know becomes an unmatched line',
  }),
  quantity: Quantity,
  unitPrice: Type.Optional(
    Type.String({
      pattern: '^-?\\d{1,12}(\\.\\d{1,6})?$',
      description: 'In the major unit, up to 6 places: "12.50". Rounded once per line',
    }),
  ),
  unitPriceMinor: Type.Optional(AmountMinor),
  title: Type.Optional(text(500)),
  externalId: Type.Optional(text(200)),
  taxes: Taxes,
  discounts: Discounts,
});

export const CaptureOrderBody = closed({
  channel: Code,
  externalId: Type.Optional(
    text(200, { description: 'Its id in the channel: a second arrival is the same order' }),
  ),
  placedAt: Type.Optional(Timestamp),
  shipBy: Type.Optional({
    ...Timestamp,
    description:
      'The latest that it may leave, as the channel promised: latest ship date, fulfill by. Left ' +
      'out, it is the next cut-off of the locations that promise its stock',
  }),
  deliverBy: Type.Optional({
    ...Timestamp,
    description: 'The latest that it may be there, as the channel promised: latest delivery date',
  }),
  currency: Currency,
  pricesIncludeTax: Type.Optional(Type.Boolean({ default: false })),
  lines: Type.Array(CaptureLine, { minItems: 1, maxItems: 2000 }),
  shipping: Type.Optional(
    Type.Array(
      closed({ title: text(200), amountMinor: AmountMinor, taxes: Taxes, discounts: Discounts }),
      { maxItems: 20 },
    ),
  ),
  fees: Type.Optional(
    Type.Array(
      closed({ title: text(200), amountMinor: AmountMinor, taxes: Taxes, discounts: Discounts }),
      {
        maxItems: 20,
        description: 'Charges besides shipping: gift wrap, a small order. Part of `shippingMinor`',
      },
    ),
  ),
  totalMinor: Type.Optional(AmountMinor),
  payments: Type.Optional(
    Type.Array(PaymentInput, {
      maxItems: 10,
      description:
        'How it is paid; without `amountMinor`, what the others leave of the total. Left out, ' +
        'nobody here sees to the money',
    }),
  ),
  customer: Type.Optional(
    closed({
      email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
      name: Type.Optional(text(200)),
      phone: Type.Optional(text(50)),
    }),
  ),
  shippingAddress: Type.Optional(AddressSchema),
  billingAddress: Type.Optional(AddressSchema),
  drop: Type.Optional(
    closed(
      {
        id: id('drop'),
        hold: Type.Optional(id('dropHold')),
        buyer: Type.Optional(Buyer),
      },
      'The drop it buys from: lines of its SKUs take their units from the hold and the pool. Without ' +
        '`buyer`, the buyer is who made the hold, or the e-mail address of the customer',
    ),
  ),
  risk: Type.Optional(
    closed(RiskSignalInput, 'What the channel, or who pays for it, says of its risk'),
  ),
  stockPolicy: Type.Optional(Type.Enum(['all-or-nothing', 'partial-with-backorder'])),
  splitPolicy: Type.Optional(Type.Enum(['allow', 'forbid'])),
  tags: Type.Optional(Type.Array(text(50), { maxItems: 50, uniqueItems: true })),
  note: Type.Optional(text(5000)),
  customFields: Type.Optional(
    Type.Record(
      Type.String({ pattern: '^[A-Za-z0-9_.-]{1,60}$' }),
      Type.Union([Type.String({ maxLength: 2000 }), Type.Number(), Type.Boolean(), Type.Null()]),
      { maxProperties: 50 },
    ),
  ),
});
export type CaptureOrderRequest = Shape<typeof CaptureOrderBody>;

const Units = Type.Integer();

export const TotalsSchema = Type.Object({
  currency: Currency,
  pricesIncludeTax: Type.Boolean(),
  itemsMinor: AmountMinor,
  shippingMinor: AmountMinor,
  discountMinor: AmountMinor,
  taxMinor: AmountMinor,
  totalMinor: AmountMinor,
});

/** When it is promised to leave, and to be there. */
export const PromisedFields = {
  shipBy: nullable(Timestamp),
  promisedBy: Type.Union([Type.Enum([...PROMISE_SOURCES]), Type.Null()], {
    description:
      'Who says so: the channel, the next cut-off of its locations, or somebody who changed it',
  }),
  deliverBy: nullable(Timestamp),
};

const CapturedOrderSchema = Type.Object({
  id: id('order'),
  number: Type.String(),
  channel: Code,
  externalId: nullable(Type.String()),
  customer: nullable(id('customer')),
  placedAt: Timestamp,
  capturedAt: Timestamp,
  ...PromisedFields,
  stock: Type.Enum(['promised', 'backordered', 'unpromised']),
  paymentStatus: Type.Enum([...PAYMENT_STATUSES]),
  totals: TotalsSchema,
  lines: Type.Array(
    Type.Object({
      id: id('orderLine'),
      number: Type.Integer(),
      kind: Type.Enum(['item', 'kit', 'component']),
      kitLine: nullable(Type.Integer()),
      sku: Code,
      quantity: Units,
      reserved: Units,
      backordered: Units,
      unpromised: Units,
      amountMinor: AmountMinor,
    }),
  ),
  reservations: Type.Array(
    Type.Object({ id: id('reservation'), line: Type.Integer(), location: Code, quantity: Units }),
  ),
  payments: Type.Array(
    Type.Object({
      id: id('payment'),
      provider: Type.String(),
      amountMinor: AmountMinor,
      ...OtherCurrency,
    }),
  ),
  drop: Type.Optional(
    Type.Object({
      id: id('drop'),
      sold: Units,
      preordered: Type.Integer({
        description: 'Sold without stock, for the pool was gone: among the backordered units',
      }),
    }),
  ),
});
export type CapturedOrderAnswer = Shape<typeof CapturedOrderSchema>;

const captureRefusals = [
  'channel-unknown',
  'drop-unknown',
  'sku-not-in-drop',
  'drop-not-running',
  'drop-limit-reached',
  'drop-sold-out',
  'drop-hold-not-open',
  'drop-buyer-needed',
  'sku-inactive',
  'insufficient-stock',
  'order-total-mismatch',
  'order-has-too-many-lines',
  'payment-provider-unknown',
  'payments-exceed-total',
  'gift-card-unknown',
  'rate-limited',
  'payment-not-converted',
  'conversion-differs',
] as const;

export const captureOrder = operation({
  id: 'captureOrder',
  method: 'POST',
  path: '/v1/orders',
  room: 'orders',
  summary: 'Capture an order and promise its stock',
  description:
    'Answers once the order is committed and its stock is reserved. The same (channel, ' +
    'externalId) again answers 200 with the first order. Send an Idempotency-Key to retry safely.',
  scope: 'orders:write',
  body: CaptureOrderBody,
  status: 201,
  answer: CapturedOrderSchema,
  refusals: captureRefusals,
});

export const captureOrdersInBulk = operation({
  id: 'captureOrdersInBulk',
  method: 'POST',
  path: '/v1/orders/bulk',
  room: 'orders',
  summary: 'Capture many orders, each with an outcome of its own',
  description:
    'A JSON array of up to 1,000 orders, or a stream of NDJSON of any length: one order per line ' +
    'in, one outcome per line out, in the same order: `{"row", "status", "order"}` or ' +
    '`{"row", "status", "problem"}`, `row` being the line or the place in the array from 1. Give each order an `externalId`, or send an ' +
    'Idempotency-Key for the whole: then a repeated row answers as before.',
  scope: 'orders:write',
  accepts: ['application/x-ndjson'],
  body: Type.Array(Type.Unknown()),
  status: 200,
  answers: 'application/x-ndjson',
  refusals: [],
});
