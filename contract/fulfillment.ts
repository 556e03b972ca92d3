// From promise to door on the wire: release, pick, pack, ship.

import { SHORT_REASONS } from '@doorstep/core/fulfillment/board.ts';
import {
  FULFILLMENT_ORDER_STATUSES,
  PARCEL_STATUSES,
} from '@doorstep/core/fulfillment/fulfillment-status.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { LineReference, OrderParams, OrderSchema } from './orders.ts';
import {
  Code,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  Quantity,
  SeenVersion,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const Units = Type.Integer();

const Millimeters = Type.Integer({ minimum: 1, maximum: 100_000 });
const Dimensions = closed({ lengthMm: Millimeters, widthMm: Millimeters, heightMm: Millimeters });

const ParcelSummaryFields = {
  id: id('parcel'),
  order: id('order'),
  orderNumber: Type.String(),
  fulfillmentOrder: id('fulfillmentOrder'),
  location: Code,
  status: Type.Enum([...PARCEL_STATUSES]),
  carrier: nullable(Type.String()),
  service: nullable(Type.String({ description: 'How it travels, in the words of the carrier' })),
  trackingNumber: nullable(Type.String()),
  trackingStatus: nullable(Type.String({ description: 'The newest that the carrier said' })),
  trackedAt: nullable(Timestamp),
  weightGrams: nullable(Type.Integer()),
  dimensions: nullable(Dimensions),
  packedAt: Timestamp,
  packedBy: Type.String(),
  shippedAt: nullable(Timestamp),
  deliveredAt: nullable(Timestamp),
  voidedAt: nullable(Timestamp),
};
export const ParcelSummarySchema = Type.Object(ParcelSummaryFields);
export type ParcelSummary = Shape<typeof ParcelSummarySchema>;

export const ParcelSchema = Type.Object({
  ...ParcelSummaryFields,
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      sku: Code,
      skuId: nullable(id('sku')),
      title: Type.String(),
      quantity: Units,
      canceled: Type.Integer({ description: 'Taken out again before it left' }),
    }),
  ),
});
export type ParcelAnswer = Shape<typeof ParcelSchema>;

const Counts = {
  quantity: Type.Integer({ description: 'Units asked for' }),
  allocated: Units,
  picked: Units,
  packed: Units,
  shipped: Units,
  canceled: Units,
  short: Type.Integer({ description: 'Looked for and not found' }),
  overshipped: Units,
};

const FulfillmentOrderSummaryFields = {
  id: id('fulfillmentOrder'),
  order: id('order'),
  orderNumber: Type.String(),
  location: Code,
  status: Type.Enum([...FULFILLMENT_ORDER_STATUSES]),
  ...Counts,
  seen: Type.String({ description: 'What it looks like now: send it with what you do to it' }),
  releasedAt: Timestamp,
  releasedBy: Type.String(),
  shipBy: nullable(Type.String({ format: 'date-time', description: 'The cut-off it is due by' })),
  lateAt: nullable(Type.String({ format: 'date-time', description: 'When it missed that' })),
};
const FulfillmentOrderSummarySchema = Type.Object(FulfillmentOrderSummaryFields);
export type FulfillmentOrderSummary = Shape<typeof FulfillmentOrderSummarySchema>;

const FulfillmentOrderSchema = Type.Object({
  ...FulfillmentOrderSummaryFields,
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      sku: Code,
      skuId: nullable(id('sku')),
      title: Type.String(),
      ...Counts,
    }),
  ),
  shipTo: Type.Object({
    name: nullable(Type.String()),
    phone: nullable(Type.String()),
    address: nullable(Type.Record(Type.String(), Type.Unknown())),
  }),
  parcels: Type.Array(ParcelSchema),
});
export type FulfillmentOrderAnswer = Shape<typeof FulfillmentOrderSchema>;

const Differences = Type.Array(Type.Object({ line: Type.Integer(), units: Units }), {
  description: 'Units that were told but not open any more',
});

export const releaseOrder = operation({
  id: 'releaseOrder',
  method: 'POST',
  path: '/v1/orders/{order}/releases',
  room: 'fulfillment',
  summary: 'Release an order to its locations',
  description:
    'What is promised becomes firm, and each location is asked for its part. Channels may release ' +
    'their orders by themselves: `releaseAfterMinutes`.',
  scope: 'fulfillment:write',
  params: OrderParams,
  body: closed(SeenVersion),
  status: 201,
  answer: Type.Object({ fulfillmentOrders: Type.Array(FulfillmentOrderSchema) }),
  refusals: [
    'not-found',
    'order-on-hold',
    'order-not-paid',
    'order-under-review',
    'nothing-to-release',
    'version-conflict',
  ],
});

export const sourceOrder = operation({
  id: 'sourceOrder',
  method: 'POST',
  path: '/v1/orders/{order}/sourcings',
  room: 'fulfillment',
  summary: 'Look for stock again for what an order waits for',
  description: 'It happens by itself when stock comes; this looks now, for this order first.',
  scope: 'fulfillment:write',
  params: OrderParams,
  body: closed(SeenVersion),
  status: 201,
  answer: OrderSchema,
  refusals: ['not-found', 'nothing-to-source', 'version-conflict'],
});

const FulfillmentOrderParams = closed({ fulfillmentOrder: id('fulfillmentOrder') });

export const getFulfillmentOrder = operation({
  id: 'getFulfillmentOrder',
  method: 'GET',
  path: '/v1/fulfillment-orders/{fulfillmentOrder}',
  room: 'fulfillment',
  summary: 'Look at a fulfillment order',
  scope: 'fulfillment:read',
  params: FulfillmentOrderParams,
  status: 200,
  answer: FulfillmentOrderSchema,
  refusals: ['not-found'],
});

export const listFulfillmentOrders = operation({
  id: 'listFulfillmentOrders',
  method: 'GET',
  path: '/v1/fulfillment-orders',
  room: 'fulfillment',
  summary: 'List fulfillment orders, newest first',
  description: 'Filters combine.',
  scope: 'fulfillment:read',
  query: closed({
    ...ListQuery,
    location: Type.Optional(Code),
    status: Type.Optional(FulfillmentOrderSummaryFields.status),
    order: Type.Optional(id('order')),
  }),
  status: 200,
  answer: page(FulfillmentOrderSummarySchema),
  refusals: ['location-unknown'],
});

const SeenWork = {
  seen: Type.Optional(
    text(100, {
      description: 'As you saw the work; refused when somebody did something to it since',
    }),
  ),
};

const LineQuantities = Type.Array(closed({ line: LineReference, quantity: Quantity }), {
  minItems: 1,
  maxItems: 2000,
});

const Reported = Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 }));

export const recordPicks = operation({
  id: 'recordPicks',
  method: 'POST',
  path: '/v1/fulfillment-orders/{fulfillmentOrder}/picks',
  room: 'fulfillment',
  summary: 'Record what was picked, and what was not there',
  description:
    'A fact, refused only to who sends `seen` and was not the first. Without `lines`, everything ' +
    'asked was there; a line without numbers, ' +
    'all of it. `short` units are taken off the stock of the location and looked for elsewhere in ' +
    'the same moment.',
  scope: 'fulfillment:write',
  params: FulfillmentOrderParams,
  body: closed({
    lines: Type.Optional(
      Type.Array(
        closed({
          line: LineReference,
          picked: Reported,
          short: Reported,
          reason: Type.Optional(
            Type.Enum([...SHORT_REASONS], { description: 'Why units are short' }),
          ),
        }),
        { minItems: 1, maxItems: 2000 },
      ),
    ),
    ...SeenWork,
  }),
  status: 201,
  answer: Type.Object({ ...FulfillmentOrderSchema.properties, differences: Differences }),
  refusals: ['not-found', 'line-unknown', 'work-changed'],
});

const LabelFields = {
  carrier: Type.Optional(text(50)),
  service: Type.Optional(text(100)),
  trackingNumber: Type.Optional(
    text(100, { description: 'Kept without spaces and line breaks around it' }),
  ),
};

export const packParcel = operation({
  id: 'packParcel',
  method: 'POST',
  path: '/v1/fulfillment-orders/{fulfillmentOrder}/parcels',
  room: 'fulfillment',
  summary: 'Pack a parcel',
  description:
    'Without `lines`, everything picked. Units that nobody reported picked are picked with it.',
  scope: 'fulfillment:write',
  params: FulfillmentOrderParams,
  body: closed({
    lines: Type.Optional(LineQuantities),
    ...LabelFields,
    weightGrams: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000_000 })),
    dimensions: Type.Optional(Dimensions),
    ...SeenWork,
  }),
  status: 201,
  answer: Type.Object({ ...ParcelSchema.properties, differences: Differences }),
  refusals: ['not-found', 'line-unknown', 'nothing-to-pack', 'work-changed'],
});

const ParcelParams = closed({ parcel: id('parcel') });

export const getParcel = operation({
  id: 'getParcel',
  method: 'GET',
  path: '/v1/parcels/{parcel}',
  room: 'fulfillment',
  summary: 'Look at a parcel',
  scope: 'fulfillment:read',
  params: ParcelParams,
  status: 200,
  answer: ParcelSchema,
  refusals: ['not-found'],
});

export const listParcels = operation({
  id: 'listParcels',
  method: 'GET',
  path: '/v1/parcels',
  room: 'fulfillment',
  summary: 'List parcels, newest first',
  description: 'Filters combine.',
  scope: 'fulfillment:read',
  query: closed({
    ...ListQuery,
    status: Type.Optional(ParcelSummaryFields.status),
    order: Type.Optional(id('order')),
    trackingNumber: Type.Optional(text(100)),
  }),
  status: 200,
  answer: page(ParcelSummarySchema),
  refusals: [],
});

const left = {
  ...LabelFields,
  location: Type.Optional(Code),
  shippedAt: Type.Optional(Timestamp),
};

export const shipParcel = operation({
  id: 'shipParcel',
  method: 'POST',
  path: '/v1/parcels/{parcel}/shipments',
  room: 'fulfillment',
  summary: 'Record that a parcel left',
  description:
    'A fact, never refused: a parcel that left before changes nothing but its label, and one that ' +
    'was voided is shipped beyond what was asked. `location` where it left from elsewhere. Who ' +
    'wants to be the one who ships it sends `onlyIfPacked`.',
  scope: 'fulfillment:write',
  params: ParcelParams,
  body: closed({
    ...left,
    onlyIfPacked: Type.Optional(
      Type.Boolean({ description: 'Refuse it if it left already, or was voided' }),
    ),
  }),
  status: 201,
  answer: ParcelSchema,
  refusals: ['not-found', 'location-unknown', 'parcel-not-packed'],
});

export const recordShipment = operation({
  id: 'recordShipment',
  method: 'POST',
  path: '/v1/orders/{order}/shipments',
  room: 'fulfillment',
  summary: 'Record a shipment that was made elsewhere',
  description:
    'For stores, 3PLs and drop-shippers that pick and pack in systems of their own: any lines, any ' +
    'location, whatever was planned. Without `lines`, everything open at the location; without ' +
    '`location`, a parcel from each location that has some.',
  scope: 'fulfillment:write',
  params: OrderParams,
  body: closed({ ...left, lines: Type.Optional(LineQuantities) }),
  status: 201,
  answer: Type.Object({ parcels: Type.Array(ParcelSchema), differences: Differences }),
  refusals: ['not-found', 'line-unknown', 'location-unknown', 'location-needed', 'nothing-to-ship'],
});
