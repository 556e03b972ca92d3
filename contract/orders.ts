// Orders on the wire: look, list, cancel, explain.

import {
  FULFILLMENT_STATUSES,
  ORDER_STATUSES,
  RETURN_STATUSES,
  STOCK_STATUSES,
} from '@doorstep/core/orders/order-status.ts';
import { TIMELINE_KINDS, type TimelineKind } from '@doorstep/core/orders/timeline.ts';
import { PAYMENT_STATUSES } from '@doorstep/core/payments/payment-account.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { PromisedFields, TotalsSchema } from './order-capture.ts';
import { ORDER_FILTERS, OrderSortField } from './order-filters.ts';
import {
  ActorNames,
  AmountMinor,
  Code,
  Currency,
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
import { ReasonCode } from './settings.ts';

const Units = Type.Integer();

const OrderLineSchema = Type.Object({
  id: id('orderLine'),
  number: Type.Integer(),
  kind: Type.Enum(['item', 'kit', 'component']),
  kitLine: nullable(Type.Integer()),
  externalId: nullable(Type.String()),
  sku: Code,
  skuId: nullable(id('sku')),
  title: Type.String(),
  unitPrice: nullable(Type.String()),
  amountMinor: AmountMinor,
  payableMinor: AmountMinor,
  ordered: Units,
  canceled: Units,
  unpromised: Units,
  backordered: Units,
  reserved: Units,
  allocated: Units,
  picked: Units,
  packed: Units,
  shipped: Units,
  delivered: Units,
  returned: Units,
  overshipped: Units,
  reservations: Type.Array(Type.Object({ id: id('reservation'), location: Code, quantity: Units })),
});

export const HoldSchema = Type.Object({
  id: id('hold'),
  reason: Type.String(),
  handle: Type.String(),
  line: nullable(Type.Integer()),
  note: nullable(Type.String()),
  blocks: Type.Array(Type.String()),
  owner: Type.String(),
  placedAt: Timestamp,
  expiresAt: nullable(Timestamp),
  releasedAt: nullable(Timestamp),
  releasedBy: nullable(Type.String()),
});

const OrderSummaryFields = {
  id: id('order'),
  number: Type.String(),
  channel: Code,
  externalId: nullable(Type.String()),
  customer: nullable(id('customer')),
  status: Type.Enum([...ORDER_STATUSES]),
  fulfillmentStatus: Type.Enum([...FULFILLMENT_STATUSES]),
  stockStatus: Type.Enum([...STOCK_STATUSES]),
  returnStatus: Type.Enum([...RETURN_STATUSES]),
  paymentStatus: Type.Enum([...PAYMENT_STATUSES]),
  currency: Currency,
  totalMinor: AmountMinor,
  canceledMinor: AmountMinor,
  grantedMinor: AmountMinor,
  units: Units,
  placedAt: Timestamp,
  ...PromisedFields,
  capturedAt: Timestamp,
  importedAt: Type.Union([Timestamp, Type.Null()], {
    description: 'Of an order of the past; null where it was captured here',
  }),
  destinationCountry: nullable(Type.String()),
  version: Type.Integer(),
};

const OrderSummarySchema = Type.Object(OrderSummaryFields);
export type OrderSummary = Shape<typeof OrderSummarySchema>;

const ListedOrderSchema = Type.Object({
  ...OrderSummaryFields,
  name: nullable(Type.String({ description: 'Whom it is for' })),
  tags: Type.Array(Type.String()),
  holdReasons: Type.Array(Type.String(), { description: 'Of its open holds' }),
  exceptionTypes: Type.Array(Type.String(), { description: 'Of its open exceptions' }),
  updatedAt: Type.Union([Timestamp, Type.Null()], {
    description: 'When something last happened to it; null for a moment after its capture',
  }),
});
export type ListedOrder = Shape<typeof ListedOrderSchema>;

const OrderSchema = Type.Object({
  ...OrderSummaryFields,
  stockPolicy: Type.String(),
  splitPolicy: Type.String(),
  totals: TotalsSchema,
  lines: Type.Array(OrderLineSchema),
  charges: Type.Array(
    Type.Object({
      number: Type.Integer(),
      kind: Type.String(),
      title: Type.String(),
      amountMinor: AmountMinor,
      payableMinor: AmountMinor,
    }),
  ),
  adjustments: Type.Array(
    Type.Object({
      kind: Type.Enum(['tax', 'discount']),
      line: nullable(Type.Integer()),
      charge: nullable(Type.Integer()),
      name: Type.String(),
      code: nullable(Type.String()),
      rate: nullable(Type.String()),
      amountMinor: AmountMinor,
    }),
  ),
  holds: Type.Array(HoldSchema),
  tags: Type.Array(Type.String()),
  notes: Type.Array(
    Type.Object({
      id: id('note'),
      body: Type.String({ description: 'As it was written; `<@usr_…>` names a user' }),
      text: Type.String({ description: 'With the names of those it names' }),
      mentions: Type.Array(Type.Object({ user: id('user'), name: Type.String() })),
      author: Type.String(),
      createdAt: Timestamp,
      editedAt: nullable(Timestamp),
    }),
  ),
  cancellations: Type.Array(
    Type.Object({
      id: id('cancellation'),
      reason: Type.String(),
      note: nullable(Type.String()),
      amountMinor: AmountMinor,
      shippingMinor: AmountMinor,
      lines: Type.Array(
        Type.Object({ line: Type.Integer(), quantity: Units, amountMinor: AmountMinor }),
      ),
      canceledBy: Type.String(),
      canceledAt: Timestamp,
    }),
  ),
  contact: Type.Object({
    email: nullable(Type.String()),
    phone: nullable(Type.String()),
    name: nullable(Type.String()),
    shippingAddress: nullable(Type.Record(Type.String(), Type.Unknown())),
    billingAddress: nullable(Type.Record(Type.String(), Type.Unknown())),
  }),
  customFields: Type.Record(Type.String(), Type.Unknown()),
  drop: nullable(
    Type.Object(
      { id: id('drop'), name: Type.String() },
      { description: 'The drop it was bought from' },
    ),
  ),
  names: ActorNames,
});
export type OrderAnswer = Shape<typeof OrderSchema>;

const OrderParams = closed({
  order: Type.String({
    minLength: 1,
    maxLength: 60,
    pattern: '^(ord_[0-9a-f]{32}|[A-Za-z0-9./_-]{0,12}\\d{1,18})$',
    description: 'The id or the number of an order',
  }),
});

export const getOrder = operation({
  id: 'getOrder',
  method: 'GET',
  path: '/v1/orders/{order}',
  room: 'orders',
  summary: 'Look at an order',
  scope: 'orders:read',
  params: OrderParams,
  status: 200,
  answer: OrderSchema,
  refusals: ['not-found'],
});

export const listOrders = operation({
  id: 'listOrders',
  method: 'GET',
  path: '/v1/orders',
  room: 'orders',
  summary: 'List orders: filtered, searched, sorted',
  description:
    'Filters combine. `search` finds numbers, external ids, SKUs, tracking numbers, names and e-mail ' +
    'addresses by their beginning, and phone numbers by six digits or more of their end, however ' +
    'they are written. Without `sort` the newest come first, and ' +
    'with at most one value for each of `status`, `fulfillmentStatus`, `stockStatus`, ' +
    '`paymentStatus`, `channel`, `customer` and `tag` an order is listed the moment it is ' +
    'captured. Everything else reads a list kept from the log, as a rule within a tenth of a ' +
    'second, in a surge within seconds: `behind` says how many events are not in it yet. A page may be shorter than `limit` ' +
    'where few orders match; go on as long as there is a `nextCursor`.',
  scope: 'orders:read',
  query: closed({ ...ListQuery, ...ORDER_FILTERS, sort: Type.Optional(OrderSortField) }),
  status: 200,
  answer: Type.Object({
    ...page(ListedOrderSchema).properties,
    behind: Type.Integer({ description: 'Events of the log that this page does not know yet' }),
    match: nullable({
      ...id('order'),
      description: 'The one order that the search names, by number, external id or alone',
    }),
  }),
  refusals: ['channel-unknown', 'location-unknown'],
});

const FacetCounts = (description: string) =>
  Type.Array(Type.Object({ value: Type.String(), orders: Type.Integer() }), { description });

export const countOrders = operation({
  id: 'countOrders',
  method: 'GET',
  path: '/v1/orders/counts',
  room: 'orders',
  summary: 'Count orders, as a whole and by status',
  description:
    'Takes the filters of the list. Statuses, channel and origin are counted exactly, whatever ' +
    'there is; with other filters up to 20,000 orders are looked at, and `isExact` says whether ' +
    'that was all. Each axis is counted under all filters but its own.',
  scope: 'orders:read',
  query: closed(ORDER_FILTERS),
  status: 200,
  answer: Type.Object({
    orders: Type.Integer(),
    isExact: Type.Boolean({ description: 'Otherwise there are at least so many' }),
    behind: Type.Integer(),
    status: FacetCounts('By status'),
    fulfillmentStatus: FacetCounts('By fulfillment status'),
    stockStatus: FacetCounts('By stock status'),
    paymentStatus: FacetCounts('By payment status'),
    returnStatus: FacetCounts('By return status'),
    currency: FacetCounts('By currency'),
    channel: FacetCounts('By the code of the channel'),
    hasException: FacetCounts('`true` or `false`'),
    origin: FacetCounts('`captured` or `imported`'),
  }),
  refusals: ['channel-unknown', 'location-unknown'],
});

/** A line of an order, by its number or its id. */
export const LineReference = Type.Union([Type.Integer({ minimum: 1 }), id('orderLine')], {
  description: 'The number or the id of a line of the order',
});

export const CanceledLines = Type.Array(closed({ line: LineReference, quantity: Quantity }), {
  minItems: 1,
  maxItems: 2000,
});

export const cancelOrder = operation({
  id: 'cancelOrder',
  method: 'POST',
  path: '/v1/orders/{order}/cancellations',
  room: 'orders',
  summary: 'Cancel what has not shipped',
  description:
    'Without `lines`, all of it, wherever it is by then: promised, released, picked or packed. The ' +
    'stock is free again in the same moment; what has left its shelf is to be put back.',
  scope: 'orders:write',
  params: OrderParams,
  body: closed({
    reason: ReasonCode,
    note: Type.Optional(text(1000)),
    lines: Type.Optional(CanceledLines),
    ...SeenVersion,
  }),
  status: 201,
  answer: OrderSchema,
  refusals: [
    'not-found',
    'nothing-to-cancel',
    'reason-unknown',
    'not-cancelable',
    'line-unknown',
    'version-conflict',
  ],
});

const CandidateSchema = Type.Object({
  location: Code,
  outcome: Type.Enum([
    'chosen',
    'ranked-lower',
    'too-little-stock',
    'no-stock',
    'inactive',
    'channel-not-served',
    'was-short',
  ]),
  reason: Type.String({ description: 'The outcome in words' }),
  handlingCostMinor: nullable(Type.Integer()),
  distanceKm: nullable(Type.Integer()),
  available: nullable(Type.Array(Type.Object({ sku: Code, units: Units }))),
});

export const explainRouting = operation({
  id: 'explainRouting',
  method: 'GET',
  path: '/v1/orders/{order}/routing',
  room: 'orders',
  summary: 'Why these locations, and why not the others',
  scope: 'orders:read',
  params: OrderParams,
  status: 200,
  answer: Type.Object({
    decisions: Type.Array(
      Type.Object({
        id: id('decision'),
        kind: Type.String(),
        decidedAt: Timestamp,
        rule: Type.String(),
        demands: Type.Array(Type.Object({ sku: Code, quantity: Units, missing: Units })),
        picks: Type.Array(Type.Object({ sku: Code, location: Code, quantity: Units })),
        candidates: Type.Array(CandidateSchema),
        othersCount: Type.Integer({ description: 'Locations after these, not named one by one' }),
      }),
    ),
  }),
  refusals: ['not-found'],
});

export const getOrderTimeline = operation({
  id: 'getOrderTimeline',
  method: 'GET',
  path: '/v1/orders/{order}/timeline',
  room: 'orders',
  summary: 'Everything that happened to an order, in order',
  description:
    'Oldest first and behind `afterVersion`, or with `sort: newest` newest first and before ' +
    '`beforeVersion`. `kind` leaves out all that is of other kinds.',
  scope: 'orders:read',
  params: OrderParams,
  query: closed({
    afterVersion: Type.Optional(Type.Integer({ minimum: 0 })),
    beforeVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    sort: Type.Optional(Type.Enum(['oldest', 'newest'])),
    kind: Type.Optional(Type.Enum(Object.keys(TIMELINE_KINDS) as TimelineKind[])),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  }),
  status: 200,
  answer: Type.Object({
    items: Type.Array(Type.Record(Type.String(), Type.Unknown())),
    nextAfterVersion: nullable(Type.Integer()),
    nextBeforeVersion: nullable(Type.Integer()),
    names: ActorNames,
  }),
  refusals: ['not-found'],
});

export { OrderParams, OrderSchema };
