// How a tenant refunds: from which payment, and who has to agree.

import { REFUND_ALLOCATIONS } from '@doorstep/core/payments/refund-allocation.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { OrderParams } from './orders.ts';
import { RoleCode } from './roles.ts';
import {
  AmountMinor,
  Currency,
  closed,
  id,
  nullable,
  SeenVersion,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

export const Allocation = Type.Enum([...REFUND_ALLOCATIONS], {
  description: 'From which payments money goes back, where an order has several',
});

export const REFUND_DESTINATIONS = ['original', 'store-credit'] as const;

export const Destination = Type.Enum([...REFUND_DESTINATIONS], {
  description:
    'Where it goes: back to where the money came from, or to the store credit of the customer',
});

/** Why a refund cannot go to the store credit. */
export const TO_CREDIT_REFUSALS = [
  'refund-not-captured',
  'order-without-customer',
  'customer-erased',
] as const;

const Lines = Type.Array(Type.Object({ line: Type.Integer(), quantity: Type.Integer() }), {
  description: 'Units whose price was given back though the buyer keeps them',
});

export const GrantedRefundSchema = Type.Object({
  id: id('grantedRefund'),
  amountMinor: AmountMinor,
  reason: Type.String(),
  note: nullable(Type.String()),
  return: nullable(id('return')),
  shippingMinor: AmountMinor,
  feesMinor: AmountMinor,
  lines: Lines,
  allocation: nullable(Allocation),
  destination: Destination,
  grantedBy: Type.String(),
  grantedAt: Timestamp,
  approvedBy: nullable(Type.String({ description: 'Who agreed, where two had to' })),
});

export const RefundRequestSchema = Type.Object({
  id: id('refundRequest'),
  state: Type.Enum(['waiting', 'approved', 'declined']),
  amountMinor: AmountMinor,
  shippingMinor: AmountMinor,
  feesMinor: AmountMinor,
  lines: Lines,
  reason: Type.String(),
  note: nullable(Type.String()),
  allocation: nullable(Allocation),
  destination: Destination,
  requestedBy: Type.String(),
  requestedAt: Timestamp,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Timestamp),
  decisionNote: nullable(Type.String()),
});
export type RefundRequestAnswer = Shape<typeof RefundRequestSchema>;

const Positive = Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 });

const RefundLimitSchema = closed({
  role: { ...RoleCode, description: 'A role of the shop, or `api-key`' },
  currency: Currency,
  aloneMinor: Type.Integer({ ...Positive, description: 'On one order, without anybody else' }),
  mostMinor: Type.Optional(
    nullable(
      Type.Integer({ ...Positive, description: 'Beyond it they may neither ask nor agree' }),
    ),
  ),
});

const RefundPolicySchema = Type.Object({
  allocation: Allocation,
  limits: Type.Array(RefundLimitSchema),
  version: Type.Integer({ description: '0 as long as nobody has set it' }),
});
export type RefundPolicyAnswer = Shape<typeof RefundPolicySchema>;

export const getRefundPolicy = operation({
  id: 'getRefundPolicy',
  method: 'GET',
  path: '/v1/refund-policy',
  room: 'payments',
  summary: 'See from which payments money goes back, and who has to agree',
  scope: 'payments:read',
  status: 200,
  answer: RefundPolicySchema,
  refusals: [],
});

export const setRefundPolicy = operation({
  id: 'setRefundPolicy',
  method: 'PUT',
  path: '/v1/refund-policy',
  room: 'payments',
  summary: 'Set from which payments money goes back, and who has to agree',
  description:
    'A role that `limits` does not name may give back whatever is due. One that it names needs a ' +
    'second person above `aloneMinor`, and in every currency it has no limit for. A role has one limit ' +
    'in a currency.',
  scope: 'payments:approve',
  body: closed({
    allocation: Allocation,
    limits: Type.Array(RefundLimitSchema, { maxItems: 50 }),
    ...SeenVersion,
  }),
  status: 200,
  answer: RefundPolicySchema,
  refusals: ['version-conflict', 'role-unknown'],
});

export const Decision = Type.Union([
  closed({ decision: Type.Literal('approve'), note: Type.Optional(text(1000)), ...SeenVersion }),
  closed({
    decision: Type.Literal('decline'),
    note: text(1000, { description: 'Why' }),
    ...SeenVersion,
  }),
]);

export const decideRefund = operation({
  id: 'decideRefund',
  method: 'POST',
  path: '/v1/orders/{order}/refund-requests/{refundRequest}/decisions',
  room: 'payments',
  summary: 'Agree to a refund that somebody else asked for, or decline it',
  description: 'Never by who asked, nor by whose key did. What was agreed to is granted at once.',
  scope: 'payments:approve',
  params: closed({ ...OrderParams.properties, refundRequest: id('refundRequest') }),
  body: Decision,
  status: 201,
  answer: RefundRequestSchema,
  refusals: [
    'not-found',
    'not-a-user',
    'refund-own-request',
    'refund-decided',
    'refund-beyond-role',
    ...TO_CREDIT_REFUSALS,
    'line-unknown',
    'not-refundable',
    'refund-exceeds-due',
    'version-conflict',
  ],
});
