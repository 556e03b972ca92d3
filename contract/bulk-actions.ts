// One action on many orders: looked at first, then run by a worker, order by order.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { ORDER_FILTERS } from './order-filters.ts';
import { closed, id, ListQuery, nullable, page, type Shape, Timestamp, text } from './schema.ts';
import { ReasonCode } from './settings.ts';

/** Orders of one bulk action. */
export const BULK_ORDERS_MAX = 100_000;

const note = Type.Optional(text(1000));
const ActionSchema = Type.Union([
  closed({ kind: Type.Literal('tag'), tag: text(50) }),
  closed({ kind: Type.Literal('untag'), tag: text(50) }),
  closed({ kind: Type.Literal('hold'), reason: ReasonCode, note }),
  closed({
    kind: Type.Literal('release-hold'),
    reason: Type.Optional(ReasonCode),
  }),
  closed({
    kind: Type.Literal('cancel'),
    reason: ReasonCode,
    note,
  }),
  closed({ kind: Type.Literal('release') }),
]);
export type BulkAction = Shape<typeof ActionSchema>;

const Count = Type.Integer();

const BulkActionSchema = Type.Object({
  id: id('bulkAction'),
  action: ActionSchema,
  state: Type.Enum(['preview', 'running', 'done', 'canceled']),
  orders: Type.Integer({ description: 'Chosen, in the moment it was made' }),
  eligible: Type.Integer({
    description: 'It would do something to so many of them, at that moment',
  }),
  done: Count,
  skipped: Count,
  failed: Count,
  createdBy: Type.String(),
  createdAt: Timestamp,
  startedBy: nullable(Type.String({ description: 'In whose name it is done' })),
  startedAt: nullable(Timestamp),
  finishedAt: nullable(Timestamp),
});
export type BulkActionAnswer = Shape<typeof BulkActionSchema>;

const WhySkipped = Type.Array(
  Type.Object({
    reason: Type.String({ description: 'Such as `already-tagged` or `order-finished`' }),
    orders: Count,
  }),
  { description: 'Those it leaves alone, and why' },
);

const BulkParams = closed({ bulk: id('bulkAction') });

export const createBulkAction = operation({
  id: 'createBulkAction',
  method: 'POST',
  path: '/v1/bulk-actions',
  room: 'orders',
  summary: 'Choose orders for an action, and see what it would do',
  description:
    'Either `orders`, or `filters`: all that match, as the list knows them in this moment. That set ' +
    'is kept: an order that comes to match later is not touched. Up to 100,000 orders. Nothing is ' +
    'changed before it is started; what is not started within a day is forgotten. `release` also ' +
    'needs the scope fulfillment:write.',
  scope: 'orders:write',
  body: closed({
    action: ActionSchema,
    orders: Type.Optional(Type.Array(id('order'), { minItems: 1, maxItems: 10_000 })),
    filters: Type.Optional(closed(ORDER_FILTERS)),
  }),
  status: 201,
  answer: Type.Object({ ...BulkActionSchema.properties, skips: WhySkipped }),
  refusals: ['channel-unknown', 'location-unknown', 'reason-unknown'],
});

export const startBulkAction = operation({
  id: 'startBulkAction',
  method: 'PUT',
  path: '/v1/bulk-actions/{bulk}/start',
  room: 'orders',
  summary: 'Start a bulk action',
  description:
    'A worker does it order by order, each in a transaction with its outcome: a crash loses none ' +
    'and does none twice, in the name of who starts it. Whether an order is eligible is decided again ' +
    'when its turn comes. `release` also needs the scope fulfillment:write.',
  scope: 'orders:write',
  params: BulkParams,
  status: 200,
  answer: BulkActionSchema,
  refusals: ['not-found', 'bulk-action-over'],
});

export const cancelBulkAction = operation({
  id: 'cancelBulkAction',
  method: 'PUT',
  path: '/v1/bulk-actions/{bulk}/cancellation',
  room: 'orders',
  summary: 'Stop a bulk action: what is done stays done',
  scope: 'orders:write',
  params: BulkParams,
  status: 200,
  answer: BulkActionSchema,
  refusals: ['not-found', 'bulk-action-over'],
});

export const getBulkAction = operation({
  id: 'getBulkAction',
  method: 'GET',
  path: '/v1/bulk-actions/{bulk}',
  room: 'orders',
  summary: 'How far a bulk action is',
  scope: 'orders:read',
  params: BulkParams,
  status: 200,
  answer: BulkActionSchema,
  refusals: ['not-found'],
});

export const listBulkActions = operation({
  id: 'listBulkActions',
  method: 'GET',
  path: '/v1/bulk-actions',
  room: 'orders',
  summary: 'List bulk actions of the last 30 days, newest first',
  scope: 'orders:read',
  query: closed(ListQuery),
  status: 200,
  answer: page(BulkActionSchema),
  refusals: [],
});

export const listBulkActionOrders = operation({
  id: 'listBulkActionOrders',
  method: 'GET',
  path: '/v1/bulk-actions/{bulk}/orders',
  room: 'orders',
  summary: 'What came of each order of a bulk action',
  scope: 'orders:read',
  params: BulkParams,
  query: closed({
    ...ListQuery,
    outcome: Type.Optional(Type.Enum(['done', 'skipped', 'failed'])),
  }),
  status: 200,
  answer: page(
    Type.Object({
      order: id('order'),
      number: Type.String(),
      outcome: nullable(Type.Enum(['done', 'skipped', 'failed'])),
      reason: nullable(Type.String({ description: 'Why it was skipped or failed' })),
      detail: nullable(Type.String()),
    }),
  ),
  refusals: ['not-found'],
});
