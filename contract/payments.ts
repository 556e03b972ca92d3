// Payments on the wire: how an order is paid, what was asked of providers, and what they did.

import { DISPUTE_STATUSES } from '@doorstep/core/payments/dispute.ts';
import { FACT_KINDS, INTENT_KINDS, LEDGER_KINDS } from '@doorstep/core/payments/payment.ts';
import { PAYMENT_STATUSES } from '@doorstep/core/payments/payment-account.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { LineReference, OrderParams } from './orders.ts';
import { CurrencyOfPayment, MovedMinor, PaymentInput, Received } from './payment-input.ts';
import { TermsSchema } from './payment-terms.ts';
import {
  Allocation,
  Destination,
  GrantedRefundSchema,
  RefundRequestSchema,
  TO_CREDIT_REFUSALS,
} from './refunds.ts';
import {
  ActorNames,
  AmountMinor,
  Currency,
  closed,
  id,
  nullable,
  Quantity,
  SeenVersion,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';
import { ReasonCode } from './settings.ts';

const amounts = {
  authorizedMinor: AmountMinor,
  voidedMinor: AmountMinor,
  capturedMinor: AmountMinor,
  refundedMinor: AmountMinor,
};

const PaymentSchema = Type.Object({
  id: id('payment'),
  order: id('order'),
  number: Type.Integer(),
  provider: Type.String(),
  currency: Currency,
  amountMinor: AmountMinor,
  conversion: nullable(
    Type.Object(
      {
        orderAmountMinor: AmountMinor,
        orderCurrency: Currency,
        rate: Type.String({ description: 'Derived from the two amounts, to five digits' }),
        statedBy: Type.String(),
        statedAt: Timestamp,
      },
      {
        description:
          'What all of it is worth in the currency of the order, as it was stated: parts of it are ' +
          'worth their share. Null: it is in the currency of the order',
      },
    ),
  ),
  reference: nullable(Type.String({ description: 'What the provider calls the authorization' })),
  ...amounts,
  authorizingMinor: AmountMinor,
  voidingMinor: AmountMinor,
  capturingMinor: AmountMinor,
  refundingMinor: AmountMinor,
  blocked: Type.Array(Type.Enum(['capture', 'refund', 'void']), {
    description: 'What the provider refused for good: it is asked again after retryPayment',
  }),
  declinedCode: nullable(Type.String()),
  disputedMinor: Type.Integer({
    ...AmountMinor,
    description: 'Taken from us by disputes, and not given back',
  }),
  carriedMinor: Type.Integer({
    ...AmountMinor,
    description:
      'What it gives back in place of other payments of the order; less than 0: what others give in its place',
  }),
  connection: nullable(id('providerConnection')),
  authorizationExpiresAt: nullable(Timestamp),
  payerAction: nullable(
    Type.Object(
      { link: nullable(Type.String()) },
      { description: 'The payer must do something first, there if the provider says where' },
    ),
  ),
  createdAt: Timestamp,
});
export type PaymentAnswer = Shape<typeof PaymentSchema>;

const OrderPaymentsSchema = Type.Object({
  order: id('order'),
  account: nullable(
    Type.Object({
      status: Type.Enum([...PAYMENT_STATUSES]),
      currency: Currency,
      captureAt: Type.Enum(['shipment', 'authorization']),
      dueMinor: AmountMinor,
      grantedMinor: AmountMinor,
      earnedMinor: AmountMinor,
      finished: Type.Boolean(),
      ...amounts,
      payBy: nullable(Timestamp),
    }),
  ),
  payments: Type.Array(PaymentSchema),
  intents: Type.Array(
    Type.Object({
      id: id('paymentIntent'),
      payment: id('payment'),
      kind: Type.Enum([...INTENT_KINDS]),
      amountMinor: AmountMinor,
      currency: Currency,
      state: Type.Enum(['open', 'by-hand']),
      cause: Type.String(),
      attempts: Type.Integer(),
      failureCode: nullable(Type.String()),
      createdAt: Timestamp,
      nextAttemptAt: nullable(Timestamp),
    }),
    { description: 'What providers and people are still to do' },
  ),
  ledger: Type.Array(
    Type.Object({
      id: id('ledgerEntry'),
      payment: id('payment'),
      intent: nullable(id('paymentIntent')),
      kind: Type.Enum([...LEDGER_KINDS]),
      amountMinor: AmountMinor,
      currency: Currency,
      orderAmountMinor: Type.Integer({
        ...AmountMinor,
        description: 'What it is worth in the currency of the order',
      }),
      fee: nullable(
        Type.Object(
          { amountMinor: AmountMinor, currency: Currency },
          { description: 'What the provider kept, as far as it says' },
        ),
      ),
      reference: Type.String(),
      occurredAt: Timestamp,
      recordedAt: Timestamp,
      actor: Type.String(),
    }),
    { description: 'What happened: amounts are in the currency of the payment' },
  ),
  disputes: Type.Array(
    Type.Object({
      id: id('dispute'),
      payment: id('payment'),
      reference: Type.String(),
      status: Type.Enum([...DISPUTE_STATUSES]),
      amountMinor: AmountMinor,
      currency: Currency,
      reason: Type.String({ description: 'The word of the provider' }),
      respondBy: nullable(Timestamp),
      openedAt: Timestamp,
    }),
    { description: 'Where the buyer had the bank take money back' },
  ),
  terms: Type.Array(TermsSchema, { description: 'Of the payments that are made later' }),
  grantedRefunds: Type.Array(GrantedRefundSchema),
  refundRequests: Type.Array(RefundRequestSchema, {
    description: 'Refunds that somebody else has to agree to, and what became of them',
  }),
  names: ActorNames,
});
export type OrderPaymentsAnswer = Shape<typeof OrderPaymentsSchema>;

export const getOrderPayments = operation({
  id: 'getOrderPayments',
  method: 'GET',
  path: '/v1/orders/{order}/payments',
  room: 'payments',
  summary: 'The money of an order: what is due, asked for, and done',
  description: '`account` is null where the order is not paid through Doorstep.',
  scope: 'payments:read',
  params: OrderParams,
  status: 200,
  answer: OrderPaymentsSchema,
  refusals: ['not-found'],
});

export const addPayment = operation({
  id: 'addPayment',
  method: 'POST',
  path: '/v1/orders/{order}/payments',
  room: 'payments',
  summary: 'Let the buyer pay, or pay another way',
  description:
    'Without `amountMinor`, all that no payment covers yet. A payment in another `currency` than the ' +
    'order says in `conversion` what it is worth there.',
  scope: 'payments:write',
  params: OrderParams,
  body: closed({ ...PaymentInput.properties, ...SeenVersion }),
  status: 201,
  answer: OrderPaymentsSchema,
  refusals: [
    'not-found',
    'payment-provider-unknown',
    'payment-exceeds-missing',
    'nothing-to-pay',
    'payments-exceed-total',
    'gift-card-unknown',
    'rate-limited',
    'payment-not-converted',
    'conversion-differs',
    'version-conflict',
  ],
});

export const RefundInput = {
  amountMinor: Type.Optional(MovedMinor),
  lines: Type.Optional(
    Type.Array(closed({ line: LineReference, quantity: Quantity }), {
      minItems: 1,
      maxItems: 2000,
      description: 'Units that left and that the buyer keeps: their price',
    }),
  ),
  shippingMinor: Type.Optional(MovedMinor),
  feesMinor: Type.Optional(MovedMinor),
  allocation: Type.Optional(Allocation),
  destination: Type.Optional(Destination),
};

export const grantRefund = operation({
  id: 'grantRefund',
  method: 'POST',
  path: '/v1/orders/{order}/refunds',
  room: 'payments',
  summary: 'Grant the buyer money back',
  description:
    'The sum of `lines`, `shippingMinor`, `feesMinor` and `amountMinor`; one of them at least. Lowers ' +
    'what is due. What is captured already is refunded, from the payments that `allocation` or the ' +
    'refund policy says; the rest is never captured. Above what your role may grant alone, nothing ' +
    'is granted yet: it stands in `refundRequests` until somebody else decides. To the store credit ' +
    'only what was captured goes: its payments keep the money, and a payment by store credit gives it.',
  scope: 'payments:write',
  params: OrderParams,
  body: closed({
    ...RefundInput,
    reason: ReasonCode,
    note: Type.Optional(text(1000)),
    ...SeenVersion,
  }),
  status: 201,
  answer: OrderPaymentsSchema,
  refusals: [
    'not-found',
    'line-unknown',
    'not-refundable',
    'reason-unknown',
    'refund-exceeds-due',
    'refund-beyond-role',
    ...TO_CREDIT_REFUSALS,
    'version-conflict',
  ],
});

export const PaymentParams = closed({ payment: id('payment') });

export const recordReceipt = operation({
  id: 'recordReceipt',
  method: 'POST',
  path: '/v1/payments/{payment}/receipts',
  room: 'payments',
  summary: 'Record that money came: a bank transfer, cash, a payment taken elsewhere',
  description:
    'Without `amountMinor`, what is missing of this payment. The same reference again changes ' +
    'nothing.',
  scope: 'payments:write',
  params: PaymentParams,
  body: closed({ ...Received.properties, currency: CurrencyOfPayment }),
  status: 201,
  answer: PaymentSchema,
  refusals: ['not-found', 'nothing-to-pay', 'payment-in-other-currency'],
});

export const recordPaymentFact = operation({
  id: 'recordPaymentFact',
  method: 'POST',
  path: '/v1/payments/{payment}/facts',
  room: 'payments',
  summary: 'Record what a provider says it did, asked or not',
  description:
    'For notifications of providers: late, out of order, told twice or a hundred times, a fact is ' +
    'recorded once, by the reference the provider gives it, in the currency of the payment. It is ' +
    'never refused; what differs from what was asked raises an exception.',
  scope: 'payments:write',
  params: PaymentParams,
  body: closed({
    kind: Type.Enum([...FACT_KINDS]),
    reference: text(200),
    amountMinor: MovedMinor,
    currency: CurrencyOfPayment,
    occurredAt: Type.Optional(Timestamp),
    intent: Type.Optional(id('paymentIntent')),
  }),
  status: 201,
  answer: PaymentSchema,
  refusals: ['not-found', 'payment-in-other-currency'],
});

export const recordIntentResult = operation({
  id: 'recordIntentResult',
  method: 'POST',
  path: '/v1/payment-intents/{intent}/results',
  room: 'payments',
  summary: 'Record what became of what was asked: done by hand, or answered late',
  description:
    'Without `amountMinor`, all of it was done. Recording it again changes nothing. The reference ' +
    'names this movement of the payment and no other.',
  scope: 'payments:write',
  params: closed({ intent: id('paymentIntent') }),
  body: Type.Union([
    closed({
      outcome: Type.Literal('succeeded'),
      reference: text(200),
      amountMinor: Type.Optional(MovedMinor),
      occurredAt: Type.Optional(Timestamp),
    }),
    closed({
      outcome: Type.Literal('declined'),
      code: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,99}$' }),
      detail: Type.Optional(text(1000)),
    }),
  ]),
  status: 201,
  answer: PaymentSchema,
  refusals: ['not-found', 'reference-taken'],
});

export const retryPayment = operation({
  id: 'retryPayment',
  method: 'POST',
  path: '/v1/payments/{payment}/retries',
  room: 'payments',
  summary: 'Ask the provider again: what it refused for good, or what waits for its answer',
  scope: 'payments:write',
  params: PaymentParams,
  status: 201,
  answer: PaymentSchema,
  refusals: ['not-found', 'nothing-to-retry'],
});
