// What is told of risk and reviews. Never what a buyer wrote: a reason is told by its kind.

import { RISK_LEVELS } from '@doorstep/core/payments/risk-level.ts';
import { Type } from 'typebox';
import { id, nullable } from './schema.ts';

const decided = Type.Object({ score: Type.Integer() });

export const riskEvents = {
  'order.risk_told.v1': {
    subject: 'order',
    summary: 'A payment provider or a fraud service said how risky an order is',
    data: Type.Object({
      signal: id('riskSignal'),
      payment: nullable(id('payment')),
      source: Type.String(),
      level: Type.Enum([...RISK_LEVELS]),
      score: nullable(Type.Integer()),
    }),
  },
  'order.assessed.v1': {
    subject: 'order',
    summary: 'The rules of the tenant were applied to an order',
    data: Type.Object({
      state: Type.Enum(['clear', 'review', 'approved', 'declined']),
      score: Type.Integer(),
      reasons: Type.Array(Type.String()),
    }),
  },
  'order.review_approved.v1': {
    subject: 'order',
    summary: 'A person approved an order that was held for review',
    data: decided,
  },
  'order.review_declined.v1': {
    subject: 'order',
    summary: 'A person declined an order that was held for review; its cancellation follows',
    data: decided,
  },
  'risk-policy.set.v1': {
    subject: 'riskPolicy',
    summary: 'The rules that orders are assessed by were set',
    data: Type.Object({ active: Type.Boolean(), rules: Type.Integer() }),
  },
} as const;
