// Fraud and risk on the wire: the rules of a tenant, what is told of an order, and the review.

import { RISK_LEVELS } from '@doorstep/core/payments/risk-level.ts';
import { REVIEW_STATES } from '@doorstep/core/risk/risk-review.ts';
import { TRACE_DAYS, TRACE_KINDS } from '@doorstep/core/risk/risk-rule.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { OrderParams } from './orders.ts';
import { RiskSignalInput } from './risk-signal.ts';
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
  SeenVersion,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const Score = Type.Integer({ minimum: 1, maximum: 1000, description: 'Points it adds' });

const Rule = Type.Union([
  closed(
    {
      kind: Type.Literal('velocity'),
      by: Type.Enum([...TRACE_KINDS]),
      ordersMax: Type.Integer({ minimum: 1, maximum: 1000 }),
      withinMinutes: Type.Integer({ minimum: 1, maximum: TRACE_DAYS * 1440 }),
      score: Score,
    },
    'More than so many orders of one buyer, e-mail address or shipping address within so many minutes',
  ),
  closed(
    { kind: Type.Literal('address-mismatch'), score: Score },
    'Billed to another country or postal code than it is shipped to',
  ),
  closed(
    {
      kind: Type.Literal('first-order-over'),
      amountMinor: Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 }),
      currency: Currency,
      score: Score,
    },
    'The first order of a buyer, of more than this',
  ),
  closed(
    {
      kind: Type.Literal('provider-level'),
      level: Type.Enum(['elevated', 'highest']),
      score: Score,
    },
    'A payment provider or a fraud service says so, or worse',
  ),
]);

const RiskPolicySchema = Type.Object({
  active: Type.Boolean(),
  reviewFrom: Type.Integer(),
  rules: Type.Array(Rule),
  version: Type.Integer({ description: '0 as long as nobody has set it' }),
});
export type RiskPolicyAnswer = Shape<typeof RiskPolicySchema>;

export const getRiskPolicy = operation({
  id: 'getRiskPolicy',
  method: 'GET',
  path: '/v1/risk-policy',
  room: 'risk',
  summary: 'See the rules that orders are assessed by',
  scope: 'risk:read',
  status: 200,
  answer: RiskPolicySchema,
  refusals: [],
});

export const setRiskPolicy = operation({
  id: 'setRiskPolicy',
  method: 'PUT',
  path: '/v1/risk-policy',
  room: 'risk',
  summary: 'Set the rules that orders are assessed by',
  description:
    'From `reviewFrom` points on an order is held until a person decides. While it is active, orders ' +
    'captured since are not released before they were assessed.',
  scope: 'risk:write',
  body: closed({
    active: Type.Boolean(),
    reviewFrom: Type.Integer({ minimum: 1, maximum: 10_000 }),
    rules: Type.Array(Rule, { maxItems: 50 }),
    ...SeenVersion,
  }),
  status: 200,
  answer: RiskPolicySchema,
  refusals: ['version-conflict'],
});

const Facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]));

const Reason = Type.Object({
  kind: Type.Enum(['velocity', 'address-mismatch', 'first-order-over', 'provider-level']),
  score: Type.Integer(),
  facts: Facts,
});

const Signal = Type.Object({
  id: id('riskSignal'),
  payment: nullable(id('payment')),
  source: Code,
  level: Type.Enum([...RISK_LEVELS]),
  score: nullable(Type.Integer()),
  detail: nullable(Type.String({ description: 'In the words of the source' })),
  recordedAt: Timestamp,
});

const OrderRiskSchema = Type.Object({
  order: id('order'),
  state: nullable(Type.Enum([...REVIEW_STATES])),
  score: Type.Integer(),
  reasons: Type.Array(Reason),
  signals: Type.Array(Signal),
  assessedAt: nullable(Timestamp),
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Timestamp),
  note: nullable(Type.String()),
  names: ActorNames,
});
export type OrderRiskAnswer = Shape<typeof OrderRiskSchema>;

export const getOrderRisk = operation({
  id: 'getOrderRisk',
  method: 'GET',
  path: '/v1/orders/{order}/risk',
  room: 'risk',
  summary: 'See how risky an order is, and why',
  description: '`state` is null where no rules applied when it was captured.',
  scope: 'risk:read',
  params: OrderParams,
  status: 200,
  answer: OrderRiskSchema,
  refusals: ['not-found'],
});

export const recordRiskSignal = operation({
  id: 'recordRiskSignal',
  method: 'POST',
  path: '/v1/orders/{order}/risk-signals',
  room: 'risk',
  summary: 'Record what somebody says of the risk of an order',
  description:
    'The order is assessed anew, and not released before. The same `reference` of a source again ' +
    'changes nothing.',
  scope: 'risk:write',
  params: OrderParams,
  body: closed({ ...RiskSignalInput, reference: text(200) }),
  status: 201,
  answer: OrderRiskSchema,
  refusals: ['not-found'],
});

const ReviewSchema = Type.Object(
  {
    order: id('order'),
    number: Type.String(),
    channel: Code,
    customer: nullable(id('customer')),
    totalMinor: AmountMinor,
    currency: Currency,
    placedAt: Timestamp,
    state: Type.Enum([...REVIEW_STATES]),
    score: Type.Integer(),
    reasons: Type.Array(Reason),
    version: Type.Integer({ description: 'Of the order: send it with the decision' }),
  },
  { $id: 'Review' },
);

export const listReviews = operation({
  id: 'listReviews',
  method: 'GET',
  path: '/v1/reviews',
  room: 'risk',
  summary: 'List orders by the state of their review, those that wait longest first',
  scope: 'risk:read',
  query: closed({
    ...ListQuery,
    state: Type.Optional(Type.Enum([...REVIEW_STATES], { default: 'review' })),
  }),
  status: 200,
  answer: page(ReviewSchema),
  refusals: ['cursor-invalid'],
});

export const decideReview = operation({
  id: 'decideReview',
  method: 'POST',
  path: '/v1/orders/{order}/review-decisions',
  room: 'risk',
  summary: 'Approve an order that is held for review, or decline it',
  description:
    'Declining cancels what has not shipped, voids what is authorized and refunds what was captured, ' +
    'all at once.',
  scope: 'risk:write',
  params: OrderParams,
  body: closed({
    decision: Type.Enum(['approve', 'decline']),
    note: text(1000, { description: 'Why' }),
    ...SeenVersion,
  }),
  status: 201,
  answer: OrderRiskSchema,
  refusals: ['not-found', 'nothing-to-review', 'version-conflict'],
});
