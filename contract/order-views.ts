// Saved views of the order list: personal, or shared with everybody of the tenant.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { ORDER_FILTERS, OrderSortField } from './order-filters.ts';
import { closed, id, nullable, type Shape, Timestamp, text } from './schema.ts';

const Column = closed({
  name: Type.String({ pattern: '^[a-zA-Z]{1,40}$' }),
  width: Type.Optional(Type.Integer({ minimum: 40, maximum: 1000, description: 'In pixels' })),
  pinned: Type.Optional(
    Type.Boolean({ description: 'It stays in sight when the others are scrolled away' }),
  ),
});

/** What a view remembers of how orders are shown. */
const ShownFields = {
  filters: closed(ORDER_FILTERS, 'As the list of orders takes them'),
  sort: OrderSortField,
  columns: Type.Array(Column, { maxItems: 40, description: 'Those shown, from the left' }),
  density: Type.Enum(['comfortable', 'compact']),
};
const ShownSchema = closed(ShownFields);
export type ShownOrders = Shape<typeof ShownSchema>;

const Name = text(60);

const OrderViewSchema = Type.Object({
  id: id('orderView'),
  name: Type.String(),
  shared: Type.Boolean({ description: 'Everybody of the tenant sees it' }),
  own: Type.Boolean({ description: 'You made it, and may change it' }),
  isDefault: Type.Boolean({ description: 'You start with it' }),
  ...ShownFields,
  filters: Type.Record(Type.String(), Type.Unknown()),
  count: nullable(
    Type.Object({
      orders: Type.Integer(),
      isExact: Type.Boolean({ description: 'Otherwise there are at least so many' }),
    }),
  ),
  version: Type.Integer(),
  createdAt: Timestamp,
});
export type OrderViewAnswer = Shape<typeof OrderViewSchema>;

const ViewParams = closed({ view: id('orderView') });

export const listOrderViews = operation({
  id: 'listOrderViews',
  method: 'GET',
  path: '/v1/order-views',
  room: 'orders',
  summary: 'List saved views of orders: yours, and those shared with you',
  scope: 'orders:read',
  query: closed({
    counts: Type.Optional(
      Type.Boolean({ default: false, description: 'How many orders each holds now' }),
    ),
  }),
  status: 200,
  answer: Type.Object({ items: Type.Array(OrderViewSchema) }),
  refusals: [],
});

export const createOrderView = operation({
  id: 'createOrderView',
  method: 'POST',
  path: '/v1/order-views',
  room: 'orders',
  summary: 'Save a view of orders',
  description: 'Up to 100 of one owner.',
  scope: 'orders:read',
  body: closed({ name: Name, shared: Type.Optional(Type.Boolean()), ...ShownFields }),
  status: 201,
  answer: OrderViewSchema,
  refusals: [],
});

export const changeOrderView = operation({
  id: 'changeOrderView',
  method: 'PATCH',
  path: '/v1/order-views/{view}',
  room: 'orders',
  summary: 'Change a view of yours: its name, what it shows, who sees it',
  scope: 'orders:read',
  params: ViewParams,
  body: closed({
    name: Type.Optional(Name),
    shared: Type.Optional(Type.Boolean()),
    filters: Type.Optional(ShownFields.filters),
    sort: Type.Optional(ShownFields.sort),
    columns: Type.Optional(ShownFields.columns),
    density: Type.Optional(ShownFields.density),
    version: Type.Optional(
      Type.Integer({ description: 'The version you saw; refused when it changed since' }),
    ),
  }),
  status: 200,
  answer: OrderViewSchema,
  refusals: ['not-found', 'version-conflict'],
});

export const deleteOrderView = operation({
  id: 'deleteOrderView',
  method: 'DELETE',
  path: '/v1/order-views/{view}',
  room: 'orders',
  summary: 'Delete a view of yours',
  scope: 'orders:read',
  params: ViewParams,
  status: 204,
  refusals: ['not-found'],
});

export const setDefaultOrderView = operation({
  id: 'setDefaultOrderView',
  method: 'PUT',
  path: '/v1/order-views/default',
  room: 'orders',
  summary: 'Choose the view that you start with, or none',
  scope: 'orders:read',
  body: closed({ view: nullable(id('orderView')) }),
  status: 200,
  answer: Type.Object({ view: nullable(id('orderView')) }),
  refusals: ['not-found'],
});
