// What an act on an order would do, before it is done. Decided by the same rules, writing nothing.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { CanceledLines, OrderParams } from './orders.ts';
import { RefundInput } from './payments.ts';
import { Allocation, Destination, TO_CREDIT_REFUSALS } from './refunds.ts';
import { AmountMinor, Code, Currency, closed, id, nullable, SeenVersion } from './schema.ts';

const Units = Type.Integer();

/** What would be asked of the providers at once. */
export const MoneyAsked = Type.Array(
  Type.Object({
    payment: nullable({
      ...id('payment'),
      description: 'Null: one by store credit that is made for the refund',
    }),
    provider: Type.String(),
    kind: Type.Enum(['capture', 'refund', 'void']),
    amountMinor: AmountMinor,
    currency: Currency,
    orderAmountMinor: Type.Integer({
      ...AmountMinor,
      description: 'What it is worth in the currency of the order',
    }),
  }),
  { description: 'What providers would be asked to do at once, by payment' },
);

const LinesGiven = Type.Array(
  Type.Object({ line: Type.Integer(), quantity: Units, amountMinor: AmountMinor }),
);

const MostUnits = Type.Array(Type.Object({ line: Type.Integer(), quantity: Units }));

const common = {
  order: id('order'),
  version: Type.Integer({ description: 'The version it was decided on: send it with the act' }),
  currency: Currency,
  amountMinor: AmountMinor,
  shippingMinor: AmountMinor,
  money: MoneyAsked,
  dueBeforeMinor: AmountMinor,
  dueAfterMinor: AmountMinor,
};

export const previewCancellation = operation({
  id: 'previewCancellation',
  method: 'POST',
  path: '/v1/orders/{order}/cancellation-previews',
  room: 'orders',
  summary: 'See what a cancellation would do',
  description:
    'Takes what `cancelOrder` takes and refuses what it refuses. Nothing is written: `cancelOrder` ' +
    'with this `version` does exactly this, or says who changed the order since.',
  scope: 'orders:read',
  params: OrderParams,
  body: closed({ lines: Type.Optional(CanceledLines), ...SeenVersion }),
  status: 200,
  answer: Type.Object({
    ...common,
    lines: LinesGiven,
    freed: Type.Array(Type.Object({ location: Code, sku: Code, units: Units }), {
      description: 'Promised stock that is free again',
    }),
    putBack: Type.Array(Type.Object({ location: Code, sku: Code, units: Units }), {
      description: 'Units off their shelf already: somebody has to put them back',
    }),
    drop: nullable(id('drop')),
    nothingLeft: Type.Boolean({ description: 'Nothing of the order is left to ship' }),
    cancelable: Type.Array(Type.Object({ line: Type.Integer(), quantity: Units }), {
      description: 'How many of each line could be canceled at most',
    }),
  }),
  refusals: [
    'not-found',
    'nothing-to-cancel',
    'not-cancelable',
    'line-unknown',
    'version-conflict',
  ],
});

export const previewRefund = operation({
  id: 'previewRefund',
  method: 'POST',
  path: '/v1/orders/{order}/refund-previews',
  room: 'payments',
  summary: 'See what a refund would do',
  description:
    'Takes what `grantRefund` takes and refuses what it refuses. Nothing is written: `grantRefund` ' +
    'with this `version` does exactly this, or says who changed the order since.',
  scope: 'payments:read',
  params: OrderParams,
  body: closed({ ...RefundInput, ...SeenVersion }),
  status: 200,
  answer: Type.Object({
    ...common,
    lines: MostUnits,
    linesMinor: AmountMinor,
    refundable: Type.Array(Type.Object({ line: Type.Integer(), quantity: Units }), {
      description: 'How many of each line could be refunded at most',
    }),
    shippingMaxMinor: AmountMinor,
    feesMinor: AmountMinor,
    feesMaxMinor: AmountMinor,
    allocation: Allocation,
    destination: Destination,
    approval: Type.Enum(['not-needed', 'needed'], {
      description: '`needed`: it would wait until somebody else agrees',
    }),
    refundedNowMinor: Type.Integer({
      description: 'Of the amount, what is captured and goes back at once; the rest is never taken',
    }),
  }),
  refusals: [
    'not-found',
    'line-unknown',
    'not-refundable',
    'refund-exceeds-due',
    'refund-beyond-role',
    ...TO_CREDIT_REFUSALS,
    'version-conflict',
  ],
});
