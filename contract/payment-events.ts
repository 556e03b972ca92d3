// What is told of money. The subject is the order, so that its timeline is one series.

import { DISPUTE_STATUSES } from '@doorstep/core/payments/dispute.ts';
import { INTENT_KINDS } from '@doorstep/core/payments/payment.ts';
import { Type } from 'typebox';
import { LineNumber, Money } from './event-shapes.ts';
import { OtherCurrency } from './payment-input.ts';
import { Allocation, Destination } from './refunds.ts';
import { AmountMinor, Currency, id, nullable, Timestamp } from './schema.ts';

const intentKind = Type.Enum([...INTENT_KINDS]);

const dispute = Type.Object({
  dispute: id('dispute'),
  payment: id('payment'),
  status: Type.Enum([...DISPUTE_STATUSES]),
  amountMinor: AmountMinor,
  ...OtherCurrency,
  money: Money,
});

const moved = Type.Object({
  payment: id('payment'),
  intent: nullable(id('paymentIntent')),
  amountMinor: AmountMinor,
  ...OtherCurrency,
  money: Money,
});

export const paymentEvents = {
  'payment.added.v1': {
    subject: 'order',
    summary: 'Another way of paying was added to an order',
    data: Type.Object({
      payment: id('payment'),
      provider: Type.String(),
      amountMinor: AmountMinor,
      ...OtherCurrency,
      money: Money,
    }),
  },
  'payment.carried.v1': {
    subject: 'order',
    summary:
      'A payment gives back in place of others, which keep their money: a refund to store credit',
    data: Type.Object({ payment: id('payment'), amountMinor: AmountMinor, money: Money }),
  },
  'payment.intended.v1': {
    subject: 'order',
    summary: 'Money is to be captured, refunded or given back; the provider is asked next',
    data: Type.Object({
      cause: Type.String(),
      intents: Type.Array(
        Type.Object({
          intent: id('paymentIntent'),
          payment: id('payment'),
          kind: intentKind,
          amountMinor: AmountMinor,
          ...OtherCurrency,
        }),
      ),
      money: Money,
    }),
  },
  'payment.authorized.v1': {
    subject: 'order',
    summary: 'A provider holds money for an order',
    data: moved,
  },
  'payment.captured.v1': { subject: 'order', summary: 'Money was captured', data: moved },
  'payment.fee_told.v1': {
    subject: 'order',
    summary: 'A provider told what it keeps of a capture that it had told before',
    data: Type.Object({
      payment: id('payment'),
      reference: Type.String({ description: 'What the provider calls the capture' }),
      feeMinor: AmountMinor,
      feeCurrency: Currency,
    }),
  },
  'payment.refunded.v1': { subject: 'order', summary: 'Money was refunded', data: moved },
  'payment.voided.v1': {
    subject: 'order',
    summary: 'Authorized money was given back, or its authorization ran out',
    data: moved,
  },
  'payment.declined.v1': {
    subject: 'order',
    summary: 'A provider said no',
    data: Type.Object({
      payment: id('payment'),
      intent: id('paymentIntent'),
      kind: intentKind,
      code: Type.String({ description: 'The provider’s reason' }),
      amountMinor: AmountMinor,
      ...OtherCurrency,
      money: Money,
    }),
  },
  'payment.intent_closed.v1': {
    subject: 'order',
    summary: 'What a provider was to do is not needed any more, or turned out to be done',
    data: Type.Object({
      payment: id('payment'),
      intent: id('paymentIntent'),
      kind: intentKind,
      reason: Type.Enum(['not-needed', 'told-before']),
      money: Money,
    }),
  },
  'payment.retried.v1': {
    subject: 'order',
    summary: 'Somebody had a provider asked again',
    data: Type.Object({ payment: id('payment') }),
  },
  'payment.action_required.v1': {
    subject: 'order',
    summary: 'The payer must do something before a provider holds the money',
    data: Type.Object({ payment: id('payment'), intent: id('paymentIntent') }),
  },
  'payment.authorization_renewed.v1': {
    subject: 'order',
    summary: 'A provider holds the same money for longer',
    data: Type.Object({ payment: id('payment'), expiresAt: nullable(Timestamp) }),
  },
  'payment.refund_returned.v1': {
    subject: 'order',
    summary: 'A refund that was done came back: the buyer does not have the money',
    data: Type.Object({
      payment: id('payment'),
      intent: nullable(id('paymentIntent')),
      code: Type.String({ description: 'The provider’s reason' }),
      amountMinor: AmountMinor,
      ...OtherCurrency,
      money: Money,
    }),
  },
  'payment.disputed.v1': {
    subject: 'order',
    summary: 'A buyer had the bank ask for money back, or take it',
    data: dispute,
  },
  'payment.dispute_closed.v1': {
    subject: 'order',
    summary: 'A dispute was decided or dropped',
    data: dispute,
  },
  'payment.terms_granted.v1': {
    subject: 'order',
    summary: 'A customer was given credit: the buyer pays an invoice later',
    data: Type.Object({
      payment: id('payment'),
      owedMinor: Type.Integer({
        ...AmountMinor,
        description: 'What the customer owes in this currency, this included',
      }),
      limitMinor: AmountMinor,
      beyondLimit: Type.Boolean(),
    }),
  },
  'payment.terms_waiting.v1': {
    subject: 'order',
    summary: 'A customer may not owe so much: the order waits for credit',
    data: Type.Object({
      payment: id('payment'),
      amountMinor: AmountMinor,
      owedMinor: AmountMinor,
      limitMinor: AmountMinor,
    }),
  },
  'payment.invoiced.v1': {
    subject: 'order',
    summary: 'A payment on terms has an invoice, and a date by which it is due',
    data: Type.Object({ payment: id('payment'), dueAt: Timestamp }),
  },
  'payment.overdue.v1': {
    subject: 'order',
    summary: 'An invoice was not paid in time',
    data: Type.Object({ payment: id('payment'), owedMinor: AmountMinor }),
  },
  'customer.credit_set.v1': {
    subject: 'customer',
    summary: 'How much a customer may owe was set',
    data: Type.Object({ currency: Currency, limitMinor: AmountMinor }),
  },
  'refund-policy.set.v1': {
    subject: 'refundPolicy',
    summary: 'From which payments money goes back, and who has to agree, was set',
    data: Type.Object({ allocation: Allocation, limits: Type.Integer() }),
  },
  'order.refund_requested.v1': {
    subject: 'order',
    summary: 'Somebody asked for a refund that another person has to agree to',
    data: Type.Object({
      request: id('refundRequest'),
      amountMinor: AmountMinor,
      reason: Type.String(),
    }),
  },
  'order.refund_declined.v1': {
    subject: 'order',
    summary: 'A refund that was asked for was declined',
    data: Type.Object({ request: id('refundRequest'), amountMinor: AmountMinor }),
  },
  'order.refund_granted.v1': {
    subject: 'order',
    summary: 'The buyer was granted money back; refunds of what is captured follow',
    data: Type.Object({
      refund: id('grantedRefund'),
      amountMinor: AmountMinor,
      reason: Type.String(),
      return: nullable(id('return')),
      lines: Type.Optional(
        Type.Array(Type.Object({ line: LineNumber, quantity: Type.Integer() }), {
          description: 'Units whose price was given back though the buyer keeps them',
        }),
      ),
      shippingMinor: Type.Optional(AmountMinor),
      feesMinor: Type.Optional(AmountMinor),
      allocation: Type.Optional(Allocation),
      destination: Type.Optional(Destination),
      request: Type.Optional(id('refundRequest')),
    }),
  },
} as const;
