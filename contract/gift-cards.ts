// Gift cards on the wire: issued with a code that is shown once, spent as a payment of the provider
// `gift-card`.

import { GIFT_CARD_STATES } from '@doorstep/core/stored-value/stored-value.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { MovedMinor } from './payment-input.ts';
import {
  ActorNames,
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
import { ReasonCode } from './settings.ts';
import { AdjustedMinor, BalanceFields, ValueMovementSchema } from './stored-value.ts';

export const GiftCardSchema = Type.Object(
  {
    id: id('giftCard'),
    lastFour: Type.String({ description: 'The end of its code' }),
    state: Type.Enum([...GIFT_CARD_STATES]),
    ...BalanceFields,
    customer: nullable(id('customer')),
    order: nullable({ ...id('order'), description: 'The order that it was sold with' }),
    expiresAt: nullable(Timestamp),
    disabledAt: nullable(Timestamp),
    issuedAt: Timestamp,
    issuedBy: Type.String(),
    version: Type.Integer(),
  },
  { $id: 'GiftCard' },
);
export type GiftCardAnswer = Shape<typeof GiftCardSchema>;

const params = closed({ giftCard: id('giftCard') });
const TypedCode = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'As it was typed: case, spaces and dashes do not matter',
});

export const issueGiftCard = operation({
  id: 'issueGiftCard',
  method: 'POST',
  path: '/v1/gift-cards',
  room: 'payments',
  summary: 'Issue a gift card',
  description:
    'Its `code` is answered this once: only a keyed hash and the last four characters are kept. A ' +
    'repeated request answers the card with `code` null. Name the `order` that it was sold with, if ' +
    'it was sold: else it is a present of the shop, within what your role may give alone.',
  scope: 'payments:write',
  body: closed({
    amountMinor: MovedMinor,
    currency: Currency,
    expiresAt: Type.Optional(nullable(Timestamp)),
    customer: Type.Optional(id('customer')),
    order: Type.Optional(id('order')),
    note: Type.Optional(text(1000)),
  }),
  status: 201,
  answer: Type.Object({
    giftCard: GiftCardSchema,
    code: nullable(Type.String({ description: 'Shown this once' })),
  }),
  refusals: [
    'not-found',
    'customer-erased',
    'customer-merged',
    'credit-beyond-role',
    'expiry-past',
  ],
});

export const listGiftCards = operation({
  id: 'listGiftCards',
  method: 'GET',
  path: '/v1/gift-cards',
  room: 'payments',
  summary: 'List gift cards, newest first',
  description: 'By the end of the code, or of one customer; never by the whole code.',
  scope: 'payments:read',
  query: closed({
    lastFour: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9]{4}$' })),
    customer: Type.Optional(id('customer')),
    state: Type.Optional(Type.Enum([...GIFT_CARD_STATES])),
    ...ListQuery,
  }),
  status: 200,
  answer: page(GiftCardSchema),
  refusals: [],
});

export const getGiftCard = operation({
  id: 'getGiftCard',
  method: 'GET',
  path: '/v1/gift-cards/{giftCard}',
  room: 'payments',
  summary: 'Get a gift card',
  scope: 'payments:read',
  params,
  status: 200,
  answer: GiftCardSchema,
  refusals: ['not-found'],
});

export const listGiftCardMovements = operation({
  id: 'listGiftCardMovements',
  method: 'GET',
  path: '/v1/gift-cards/{giftCard}/movements',
  room: 'payments',
  summary: 'What happened to the balance of a gift card, newest first',
  scope: 'payments:read',
  params,
  query: closed(ListQuery),
  status: 200,
  answer: Type.Object({ ...page(ValueMovementSchema).properties, names: ActorNames }),
  refusals: ['not-found'],
});

export const lookUpGiftCard = operation({
  id: 'lookUpGiftCard',
  method: 'POST',
  path: '/v1/gift-card-lookups',
  room: 'payments',
  summary: 'Look a gift card up by its code, to see what is left on it',
  description:
    'Guesses are counted: after ten wrong codes of one `visitor` nothing is answered for a quarter ' +
    'of an hour. Say who types it, by an address or a session, so that one does not lock all out.',
  scope: 'payments:read',
  body: closed({
    code: TypedCode,
    visitor: Type.Optional(
      text(200, { description: 'Who types it; only counted under, never kept' }),
    ),
  }),
  status: 200,
  answer: GiftCardSchema,
  refusals: ['gift-card-unknown', 'rate-limited'],
});

export const adjustGiftCard = operation({
  id: 'adjustGiftCard',
  method: 'POST',
  path: '/v1/gift-cards/{giftCard}/adjustments',
  room: 'payments',
  summary: 'Give more on a gift card, or take some back',
  scope: 'payments:write',
  params,
  body: closed({
    amountMinor: AdjustedMinor,
    reason: ReasonCode,
    note: Type.Optional(text(1000)),
    ...SeenVersion,
  }),
  status: 201,
  answer: GiftCardSchema,
  refusals: [
    'not-found',
    'reason-unknown',
    'stored-value-too-low',
    'credit-beyond-role',
    'version-conflict',
  ],
});

export const changeGiftCard = operation({
  id: 'changeGiftCard',
  method: 'PATCH',
  path: '/v1/gift-cards/{giftCard}',
  room: 'payments',
  summary: 'Disable a gift card or enable it, or change its end or whose it is',
  description:
    'A card that is disabled pays for nothing more; what orders were promised they get. Fields left ' +
    'out stay as they are.',
  scope: 'payments:write',
  params,
  body: closed({
    disabled: Type.Optional(Type.Boolean()),
    expiresAt: Type.Optional(nullable(Timestamp)),
    customer: Type.Optional(nullable(id('customer'))),
    ...SeenVersion,
  }),
  status: 200,
  answer: GiftCardSchema,
  refusals: ['not-found', 'customer-erased', 'customer-merged', 'expiry-past', 'version-conflict'],
});
