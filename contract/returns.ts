// Returns on the wire: asked for, received, refunded.

import {
  CONDITIONS,
  DISPOSITIONS,
  RETURN_DECISIONS,
  RETURN_PROGRESS,
  RETURN_WISHES,
} from '@doorstep/core/returns/return.ts';
import { Type } from 'typebox';
import { LocationReference, Units } from './inventory.ts';
import { operation } from './operation.ts';
import { LineReference, OrderParams } from './orders.ts';
import { MoneyAsked } from './previews.ts';
import { Destination, TO_CREDIT_REFUSALS } from './refunds.ts';
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

const Status = Type.Enum([...RETURN_PROGRESS]);
const Note = Type.Optional(text(1000));
const TrackingNumber = Type.Optional(Code);

export const DifferenceSchema = Type.Object({
  kind: Type.Enum([
    'more-than-requested',
    'not-requested',
    'beyond-shipped',
    'before-delivery',
    'other-sku',
    'unknown-label',
    'without-order',
    'return-was-canceled',
  ]),
  units: Units,
  line: Type.Optional(Type.Integer()),
  sku: Type.Optional(id('sku')),
});

const summaryFields = {
  id: id('return'),
  number: Type.String(),
  order: nullable(id('order')),
  orderNumber: nullable(Type.String()),
  status: Status,
  decision: Type.Enum([...RETURN_DECISIONS], {
    description: '`pending`: the buyer asked for it, and nobody has said yes or no yet',
  }),
  wish: Type.Enum([...RETURN_WISHES], { description: 'What the buyer would like for it' }),
  reasons: Type.Array(Type.String(), { description: 'Of its lines, each once' }),
  location: nullable(Code),
  trackingNumber: nullable(Type.String()),
  requested: Units,
  received: Units,
  unexpected: Type.Integer({ description: 'Of the received, units that nobody asked for' }),
  grantedMinor: AmountMinor,
  currency: nullable(Currency),
  createdAt: Timestamp,
  receivedAt: nullable(Timestamp),
  canceledAt: nullable(Timestamp),
};

export const ReturnSummarySchema = Type.Object(summaryFields);
export type ReturnSummary = Shape<typeof ReturnSummarySchema>;

const ReturnSchema = Type.Object({
  ...summaryFields,
  note: nullable(Type.String()),
  createdBy: Type.String(),
  decidedAt: nullable(Timestamp),
  decidedBy: nullable(Type.String()),
  declineNote: nullable(Type.String({ description: 'What the buyer was told' })),
  names: ActorNames,
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      id: id('orderLine'),
      sku: Code,
      reason: nullable(Type.String()),
      requested: Units,
      received: Units,
      beyondShipped: Type.Integer({ description: 'Of the received, units that had not shipped' }),
      refunded: Units,
    }),
  ),
  items: Type.Array(
    Type.Object({
      id: id('returnItem'),
      line: nullable(Type.Integer()),
      sku: nullable(Code),
      label: nullable(Type.String()),
      quantity: Units,
      condition: Type.Enum([...CONDITIONS]),
      disposition: Type.Enum([...DISPOSITIONS]),
      location: Code,
      note: nullable(Type.String()),
      receivedAt: Timestamp,
      receivedBy: Type.String(),
    }),
  ),
});
export type ReturnAnswer = Shape<typeof ReturnSchema>;

const ReceiptSchema = Type.Object({
  return: ReturnSchema,
  differences: Type.Array(DifferenceSchema, {
    description: 'What differs from what was asked for, sent or delivered',
  }),
  refundedMinor: AmountMinor,
});
export type ReceiptAnswer = Shape<typeof ReceiptSchema>;

const ReturnParams = closed({ return: id('return') });

export const requestReturn = operation({
  id: 'requestReturn',
  method: 'POST',
  path: '/v1/orders/{order}/returns',
  room: 'returns',
  summary: 'Ask for units to come back',
  description:
    'Only what has shipped, has not come back and is not asked for already. Kits are counted by ' +
    'their components: name the kit’s line for whole kits, or a component’s for a part.',
  scope: 'returns:write',
  params: OrderParams,
  body: closed({
    lines: Type.Array(closed({ line: LineReference, quantity: Quantity, reason: ReasonCode }), {
      minItems: 1,
      maxItems: 2000,
    }),
    location: Type.Optional(LocationReference),
    trackingNumber: TrackingNumber,
    note: Note,
    wish: Type.Optional(Type.Enum([...RETURN_WISHES], { default: 'refund' })),
    needsApproval: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'Somebody has to say yes to it before it comes',
      }),
    ),
    ...SeenVersion,
  }),
  status: 201,
  answer: ReturnSchema,
  refusals: [
    'not-found',
    'line-unknown',
    'not-returnable',
    'location-unknown',
    'reason-unknown',
    'version-conflict',
  ],
});

export const listReturns = operation({
  id: 'listReturns',
  method: 'GET',
  path: '/v1/returns',
  room: 'returns',
  summary: 'List returns, newest first',
  description: 'Filters combine.',
  scope: 'returns:read',
  query: closed({
    ...ListQuery,
    status: Type.Optional(Status),
    order: Type.Optional(OrderParams.properties.order),
    location: Type.Optional(LocationReference),
    toRefund: Type.Optional(
      Type.Boolean({ description: 'Only those of which something came that is still owed' }),
    ),
    toDecide: Type.Optional(
      Type.Boolean({ description: 'Only those that somebody has to approve or decline' }),
    ),
    reason: Type.Optional(ReasonCode),
    createdBefore: Type.Optional({ ...Timestamp, description: 'Older than this' }),
    search: Type.Optional(
      text(100, {
        description:
          'The number of the return, a tracking number, or the number or external id of the order',
      }),
    ),
  }),
  status: 200,
  answer: page(ReturnSummarySchema),
  refusals: ['not-found', 'location-unknown'],
});

export const getReturn = operation({
  id: 'getReturn',
  method: 'GET',
  path: '/v1/returns/{return}',
  room: 'returns',
  summary: 'Look at a return',
  scope: 'returns:read',
  params: ReturnParams,
  status: 200,
  answer: ReturnSchema,
  refusals: ['not-found'],
});

const receipt = {
  location: LocationReference,
  items: Type.Array(
    closed({
      line: Type.Optional(LineReference),
      sku: Type.Optional(
        text(100, {
          description: 'Code or id. One that the catalog does not know is kept as a label',
        }),
      ),
      label: Type.Optional(text(200, { description: 'What is written on it' })),
      quantity: Quantity,
      condition: Type.Enum([...CONDITIONS]),
      disposition: Type.Enum([...DISPOSITIONS]),
      note: Note,
    }),
    { minItems: 1, maxItems: 1000, description: 'Each named by line, SKU or label, in this order' },
  ),
  trackingNumber: TrackingNumber,
  refund: Type.Optional(
    Type.Boolean({ default: false, description: 'Refund what came, as `refundReturn` would' }),
  ),
};

export const receiveReturn = operation({
  id: 'receiveReturn',
  method: 'POST',
  path: '/v1/returns/{return}/receipts',
  room: 'returns',
  summary: 'Record what came back',
  description:
    'A fact, recorded as it was found: more than asked for, another SKU, before its delivery. ' +
    'What differs is told in `differences` and raised as an exception. Send an idempotency key: ' +
    'without one, sent twice is received twice.',
  scope: 'returns:write',
  params: ReturnParams,
  body: closed(receipt),
  status: 201,
  answer: ReceiptSchema,
  refusals: ['not-found', 'line-unknown', 'location-unknown'],
});

export const receiveUnannounced = operation({
  id: 'receiveUnannounced',
  method: 'POST',
  path: '/v1/return-receipts',
  room: 'returns',
  summary: 'Record what came back, where the return is not known',
  description:
    'Of an order, or found by the tracking number, or of nobody knows what. Where a return of the ' +
    'order waits for these units, this is its receipt.',
  scope: 'returns:write',
  body: closed({
    order: Type.Optional(OrderParams.properties.order),
    ...receipt,
    note: Note,
  }),
  status: 201,
  answer: ReceiptSchema,
  refusals: ['not-found', 'line-unknown', 'location-unknown'],
});

const RefundBody = closed({
  destination: Type.Optional(Destination),
  lines: Type.Optional(
    Type.Array(closed({ line: LineReference, quantity: Quantity }), {
      minItems: 1,
      maxItems: 2000,
    }),
  ),
  amountMinor: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991, description: 'Instead of it' }),
  ),
  includeShipping: Type.Optional(
    Type.Boolean({ description: 'Shipping too; only once nothing is left with the buyer' }),
  ),
  note: Note,
});

export const refundReturn = operation({
  id: 'refundReturn',
  method: 'POST',
  path: '/v1/returns/{return}/refunds',
  room: 'returns',
  summary: 'Refund what came back',
  description:
    'Without `lines`, everything that came and is not refunded; without `amountMinor`, what the ' +
    'buyer paid for it, but no more than is due.',
  scope: 'payments:write',
  params: ReturnParams,
  body: RefundBody,
  status: 201,
  answer: ReturnSchema,
  refusals: [
    'not-found',
    'line-unknown',
    'not-refundable',
    'nothing-to-refund',
    'refund-beyond-role',
    'refund-needs-approval',
    ...TO_CREDIT_REFUSALS,
    'refund-exceeds-due',
  ],
});

export const cancelReturn = operation({
  id: 'cancelReturn',
  method: 'POST',
  path: '/v1/returns/{return}/cancellation',
  room: 'returns',
  summary: 'Call a return off',
  description: 'As long as nothing of it came. What comes nevertheless is received all the same.',
  scope: 'returns:write',
  params: ReturnParams,
  status: 200,
  answer: ReturnSchema,
  refusals: ['not-found', 'return-not-open'],
});

export const approveReturn = operation({
  id: 'approveReturn',
  method: 'PUT',
  path: '/v1/returns/{return}/approval',
  room: 'returns',
  summary: 'Say yes to a return that the buyer asked for',
  scope: 'returns:write',
  params: ReturnParams,
  status: 200,
  answer: ReturnSchema,
  refusals: ['not-found', 'return-decided'],
});

export const declineReturn = operation({
  id: 'declineReturn',
  method: 'PUT',
  path: '/v1/returns/{return}/refusal',
  room: 'returns',
  summary: 'Say no to a return that the buyer asked for',
  description:
    'It is called off, and its units may be asked for again. What comes nevertheless is received ' +
    'all the same.',
  scope: 'returns:write',
  params: ReturnParams,
  body: closed({ note: Type.Optional(text(1000, { description: 'Why: the buyer reads it' })) }),
  status: 200,
  answer: ReturnSchema,
  refusals: ['not-found', 'return-decided'],
});

export const previewReturnRefund = operation({
  id: 'previewReturnRefund',
  method: 'POST',
  path: '/v1/returns/{return}/refund-previews',
  room: 'returns',
  summary: 'See what a refund of a return would do',
  description:
    'Takes what `refundReturn` takes and refuses what it refuses. Nothing is written: `refundReturn` ' +
    'does exactly this, as long as nobody changes the order or the return.',
  scope: 'payments:read',
  params: ReturnParams,
  body: RefundBody,
  status: 200,
  answer: Type.Object({
    return: id('return'),
    currency: Currency,
    amountMinor: AmountMinor,
    lines: Type.Array(Type.Object({ line: Type.Integer(), quantity: Units })),
    refundable: Type.Array(Type.Object({ line: Type.Integer(), quantity: Units }), {
      description: 'How many of each line of the return could be refunded at most',
    }),
    money: MoneyAsked,
    dueBeforeMinor: AmountMinor,
    dueAfterMinor: AmountMinor,
  }),
  refusals: [
    'not-found',
    'line-unknown',
    'not-refundable',
    'nothing-to-refund',
    'refund-beyond-role',
    'refund-needs-approval',
    ...TO_CREDIT_REFUSALS,
    'refund-exceeds-due',
  ],
});
