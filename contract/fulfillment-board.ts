// The fulfillment board of a location on the wire: columns, cards, and labels of carriers.

import { BOARD_COLUMNS } from '@doorstep/core/fulfillment/board.ts';
import {
  FULFILLMENT_ORDER_STATUSES,
  PARCEL_STATUSES,
} from '@doorstep/core/fulfillment/fulfillment-status.ts';
import { Type } from 'typebox';
import { ParcelSchema } from './fulfillment.ts';
import { operation } from './operation.ts';
import {
  Code,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const Units = Type.Integer();
const Column = Type.Enum([...BOARD_COLUMNS], {
  description:
    '`late` missed its cut-off, however far it is; `shipped` are the parcels that left today, by ' +
    'the clock of the location',
});

const BOARD_FILTERS = {
  carrier: Type.Optional(text(50, { description: 'With a parcel for this carrier' })),
  service: Type.Optional(
    text(100, { description: 'With a parcel that travels so, or with shipping of this name' }),
  ),
  sku: Type.Optional(text(100, { description: 'Code or id of a SKU in it' })),
  releasedBefore: Type.Optional({ ...Timestamp, description: 'Asked of the location before this' }),
};

const BoardParams = closed({
  location: Type.String({ minLength: 1, maxLength: 100, description: 'The id or the code' }),
});

const ColumnSchema = Type.Object({
  column: Column,
  count: Type.Integer({ minimum: 0 }),
  oldestAt: nullable({ ...Timestamp, description: 'Since when the first of them waits' }),
  nextDueAt: nullable({ ...Timestamp, description: 'The cut-off that the first is due by' }),
});

export const getFulfillmentBoard = operation({
  id: 'getFulfillmentBoard',
  method: 'GET',
  path: '/v1/locations/{location}/fulfillment-board',
  room: 'fulfillment',
  summary: 'Count what stands in each column of a location’s board',
  description:
    'Counted as it is in this moment, up to `countMax`. With filters as many works of each column ' +
    'as `lookedAtMax` are looked at, what is due first first, and `isExact` says whether those ' +
    'were all.',
  scope: 'fulfillment:read',
  params: BoardParams,
  query: closed(BOARD_FILTERS),
  status: 200,
  answer: Type.Object({
    location: Code,
    name: Type.String(),
    timeZone: Type.String(),
    cutOffAt: nullable({ ...Timestamp, description: 'The next cut-off of the location' }),
    columns: Type.Array(ColumnSchema),
    isExact: Type.Boolean(),
    countMax: Type.Integer(),
    lookedAtMax: Type.Integer(),
  }),
  refusals: ['location-unknown', 'sku-unknown'],
});

const CardParcelSchema = Type.Object({
  id: id('parcel'),
  status: Type.Enum([...PARCEL_STATUSES]),
  carrier: nullable(Type.String()),
  service: nullable(Type.String()),
  trackingNumber: nullable(Type.String()),
  shippedAt: nullable(Timestamp),
});

const CardSchema = Type.Object({
  fulfillmentOrder: id('fulfillmentOrder'),
  order: id('order'),
  orderNumber: Type.String(),
  column: Column,
  status: Type.Enum([...FULFILLMENT_ORDER_STATUSES]),
  ...{ quantity: Units, allocated: Units, picked: Units, packed: Units, shipped: Units },
  ...{ canceled: Units, short: Units },
  seen: Type.String({ description: 'What it looks like now: send it with what you do to it' }),
  releasedAt: Timestamp,
  shipBy: nullable(Timestamp),
  name: nullable(Type.String({ description: 'Whom it is for' })),
  city: nullable(Type.String()),
  country: nullable(Type.String()),
  shipping: nullable(Type.String({ description: 'The shipping that the buyer chose' })),
  lines: Type.Integer(),
  firstLines: Type.Array(
    Type.Object({ line: Type.Integer(), sku: Code, title: Type.String(), quantity: Units }),
    { description: 'Of its open lines, at most three' },
  ),
  parcels: Type.Array(CardParcelSchema, {
    description: 'Those that have not left; in `shipped`, the one that this card is',
  }),
});
export type BoardCard = Shape<typeof CardSchema>;

export const listBoardCards = operation({
  id: 'listBoardCards',
  method: 'GET',
  path: '/v1/locations/{location}/fulfillment-board/{column}',
  room: 'fulfillment',
  summary: 'List the cards of a column, what is due first first',
  description:
    'Of `shipped`, the latest first. A page may be shorter than `limit` where few match the ' +
    'filters; go on as long as there is a `nextCursor`.',
  scope: 'fulfillment:read',
  params: closed({ ...BoardParams.properties, column: Column }),
  query: closed({ ...ListQuery, ...BOARD_FILTERS }),
  status: 200,
  answer: page(CardSchema),
  refusals: ['location-unknown', 'sku-unknown'],
});

export const listCarriers = operation({
  id: 'listCarriers',
  method: 'GET',
  path: '/v1/carriers',
  room: 'shipping',
  summary: 'List the carriers that give labels here',
  scope: 'fulfillment:read',
  status: 200,
  answer: Type.Object({ items: Type.Array(Type.Object({ name: Type.String() })) }),
  refusals: [],
});

export const getParcelLabel = operation({
  id: 'getParcelLabel',
  method: 'PUT',
  path: '/v1/parcels/{parcel}/label',
  room: 'shipping',
  summary: 'Get a label for a parcel from its carrier',
  description:
    'The carrier is asked once for each parcel: asked again, it gives the same number. A parcel ' +
    'that left or was voided gets none.',
  scope: 'fulfillment:write',
  params: closed({ parcel: id('parcel') }),
  body: closed({ carrier: text(50), service: Type.Optional(text(100)) }),
  status: 200,
  answer: ParcelSchema,
  refusals: ['not-found', 'carrier-unknown', 'parcel-not-packed'],
});
