// How an order is to be paid, as requests say it.

import { Type } from 'typebox';
import { AmountMinor, Currency, closed, Timestamp, text } from './schema.ts';

/** Money that moves: one minor unit at least. */
export const MovedMinor = Type.Integer({
  minimum: 1,
  maximum: 9_007_199_254_740_991,
  description: 'Minor units of the currency',
});

/** Beside an amount of a payment, where it is not in the currency of the order. */
export const OtherCurrency = {
  currency: Type.Optional(
    Type.String({ ...Currency, description: 'Of the payment, where it is not that of the order' }),
  ),
  orderAmountMinor: Type.Optional(
    Type.Integer({
      ...AmountMinor,
      description: 'What that is worth in the currency of the order',
    }),
  ),
};

const ProviderName = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{0,49}$',
  description: 'Who moves the money: `manual`, or a provider of this installation',
});

/** What a channel or a person says about money that came already. */
export const Received = closed({
  reference: text(200, { description: 'What the bank or the provider calls it' }),
  amountMinor: Type.Optional(MovedMinor),
  receivedAt: Type.Optional(Timestamp),
});

/** To be sure that an amount is meant as it is taken. */
export const CurrencyOfPayment = Type.Optional(
  Type.String({ ...Currency, description: 'That of the payment: another one is refused' }),
);

export const NetDays = Type.Integer({
  minimum: 0,
  maximum: 365,
  description: 'Days from the invoice to the payment',
});

export const PaymentInput = closed({
  provider: ProviderName,
  amountMinor: Type.Optional(MovedMinor),
  currency: Type.Optional(Type.String({ ...Currency, description: 'Left out, that of the order' })),
  conversion: Type.Optional(
    closed(
      {
        orderAmountMinor: Type.Integer({
          ...MovedMinor,
          description: 'What all of the payment is worth, in minor units of the order’s currency',
        }),
      },
      'Of a payment in another currency than its order, with `amountMinor`: stated, never looked up',
    ),
  ),
  token: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 500,
      // Nothing that looks like a card number is taken, so that none is kept by mistake.
      pattern: '^(?![0-9 -]{12,}$)[^\\u0000]*$',
      description: 'The provider’s own name for the buyer’s means of payment; never a card number',
    }),
  ),
  received: Type.Optional(Received),
  terms: Type.Optional(
    closed(
      {
        purchaseOrder: Type.Optional(text(100, { description: 'The buyer’s own number for it' })),
        netDays: Type.Optional(NetDays),
      },
      'Of a payment of the provider `terms`: the buyer pays an invoice later',
    ),
  ),
});
