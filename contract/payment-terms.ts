// Payment terms on the wire: what a customer may owe, and what is owed on which invoice.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { NetDays } from './payment-input.ts';
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

export const TermsSchema = Type.Object({
  payment: id('payment'),
  state: Type.Enum(['asked', 'waiting', 'granted', 'settled'], {
    description: '`waiting`: the credit limit does not allow it',
  }),
  purchaseOrder: nullable(Type.String()),
  netDays: nullable(NetDays),
  invoiceNumber: nullable(Type.String()),
  invoicedAt: nullable(Timestamp),
  dueAt: nullable(Timestamp),
  overdue: Type.Boolean(),
  owedMinor: Type.Integer({
    ...AmountMinor,
    description: 'What the buyer owes by it now or will owe',
  }),
  approvedBy: nullable(Type.String({ description: 'Who gave credit beyond the limit' })),
  approvalNote: nullable(Type.String()),
});
export type TermsAnswer = Shape<typeof TermsSchema>;

const CustomerParams = closed({ customer: id('customer') });

const CustomerCreditSchema = Type.Object({
  customer: id('customer'),
  credits: Type.Array(
    Type.Object({
      currency: Currency,
      limitMinor: AmountMinor,
      netDays: NetDays,
      owedMinor: AmountMinor,
      version: Type.Integer(),
    }),
  ),
  open: Type.Array(
    Type.Object({
      order: id('order'),
      number: Type.String(),
      currency: Currency,
      ...TermsSchema.properties,
    }),
    { description: 'What is owed or waits for credit, oldest first, 200 at most' },
  ),
});
export type CustomerCreditAnswer = Shape<typeof CustomerCreditSchema>;

export const getCustomerCredit = operation({
  id: 'getCustomerCredit',
  method: 'GET',
  path: '/v1/customers/{customer}/credit',
  room: 'payments',
  summary: 'See what a customer may owe, and owes',
  scope: 'payments:read',
  params: CustomerParams,
  status: 200,
  answer: CustomerCreditSchema,
  refusals: ['not-found'],
});

export const setCustomerCredit = operation({
  id: 'setCustomerCredit',
  method: 'PUT',
  path: '/v1/customers/{customer}/credit/{currency}',
  room: 'payments',
  summary: 'Set how much a customer may owe in a currency',
  description:
    'A customer without a limit has none of it: each order on terms waits for approval. Orders that ' +
    'wait are tried again at once, oldest first.',
  scope: 'payments:approve',
  params: closed({ ...CustomerParams.properties, currency: Currency }),
  body: closed({
    limitMinor: Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 }),
    netDays: Type.Optional(NetDays),
    ...SeenVersion,
  }),
  status: 200,
  answer: CustomerCreditSchema,
  refusals: ['not-found', 'customer-erased', 'customer-merged', 'version-conflict'],
});

const PaymentParams = closed({ payment: id('payment') });

export const approveCredit = operation({
  id: 'approveCredit',
  method: 'POST',
  path: '/v1/payments/{payment}/credit-approvals',
  room: 'payments',
  summary: 'Give credit for an order beyond the limit of its customer',
  scope: 'payments:approve',
  params: PaymentParams,
  body: closed({ note: text(1000, { description: 'Why' }) }),
  status: 201,
  answer: TermsSchema,
  refusals: ['not-found', 'not-on-terms', 'credit-not-waiting'],
});

export const recordInvoice = operation({
  id: 'recordInvoice',
  method: 'PUT',
  path: '/v1/payments/{payment}/invoice',
  room: 'payments',
  summary: 'Record the invoice of a payment on terms',
  description:
    'Its number and date, as the books have them; the due date follows from the terms, unless it is ' +
    'given. Without this, the invoice is dated by what left first, and has no number.',
  scope: 'payments:write',
  params: PaymentParams,
  body: closed({
    number: text(100),
    issuedAt: Type.Optional(Timestamp),
    dueAt: Type.Optional(Timestamp),
  }),
  status: 200,
  answer: TermsSchema,
  refusals: ['not-found', 'not-on-terms'],
});
