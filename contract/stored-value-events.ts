// What is told of store credit and gift cards. No code of a card is ever told.

import { VALUE_MOVEMENT_KINDS } from '@doorstep/core/stored-value/stored-value.ts';
import { Type } from 'typebox';
import { Changed } from './event-shapes.ts';
import { AmountMinor, Currency, id, nullable } from './schema.ts';

const moved = Type.Object({
  movement: id('valueMovement'),
  kind: Type.Enum([...VALUE_MOVEMENT_KINDS]),
  amountMinor: Type.Integer({
    ...AmountMinor,
    description: 'What came to the balance, or left it',
  }),
  heldMinor: Type.Integer({
    ...AmountMinor,
    description: 'How much more or less of it is promised to orders',
  }),
  balanceMinor: Type.Integer({ ...AmountMinor, description: 'What is there now' }),
  currency: Currency,
  customer: nullable(id('customer')),
  order: nullable(id('order')),
  payment: nullable(id('payment')),
  reason: nullable(Type.String()),
});

export const storedValueEvents = {
  'gift-card.issued.v1': {
    subject: 'giftCard',
    summary: 'A gift card was issued: `order` is the one that it was sold with',
    data: moved,
  },
  'gift-card.moved.v1': {
    subject: 'giftCard',
    summary: 'Money of a gift card was promised to an order, spent, given back or refunded',
    data: moved,
  },
  'gift-card.adjusted.v1': {
    subject: 'giftCard',
    summary: 'Somebody gave more on a gift card, or took some back',
    data: moved,
  },
  'gift-card.expired.v1': {
    subject: 'giftCard',
    summary: 'What was left on a gift card expired',
    data: moved,
  },
  'gift-card.changed.v1': {
    subject: 'giftCard',
    summary: 'A gift card was disabled or enabled, or its end or customer changed',
    data: Type.Object({ changed: Changed }),
  },
  'store-credit.adjusted.v1': {
    subject: 'storeCredit',
    summary: 'A customer was given store credit, or some was taken back',
    data: moved,
  },
  'store-credit.moved.v1': {
    subject: 'storeCredit',
    summary: 'Store credit was promised to an order, spent, given back or refunded',
    data: moved,
  },
  'store-credit.expired.v1': {
    subject: 'storeCredit',
    summary: 'A part of a store credit expired',
    data: moved,
  },
  'store-credit.merged.v1': {
    subject: 'storeCredit',
    summary: 'Store credit went to the customer that its owner was merged into',
    data: moved,
  },
} as const;
