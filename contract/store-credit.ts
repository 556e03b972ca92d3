// Store credit on the wire: what the shop owes a customer, and what they pay orders with by a payment of
// the provider `store-credit`.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import {
  ActorNames,
  Currency,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';
import { ReasonCode } from './settings.ts';
import { AdjustedMinor, BalanceFields, ValueMovementSchema } from './stored-value.ts';

const StoreCreditSchema = Type.Object({
  customer: id('customer'),
  accounts: Type.Array(
    Type.Object({
      id: id('storeCredit'),
      ...BalanceFields,
      nextExpiryAt: nullable({
        ...Timestamp,
        description: 'When the next part of it may expire, if any does',
      }),
      version: Type.Integer(),
    }),
    { description: 'One in each currency' },
  ),
});
export type StoreCreditAnswer = Shape<typeof StoreCreditSchema>;

const params = closed({ customer: id('customer') });

export const getStoreCredit = operation({
  id: 'getStoreCredit',
  method: 'GET',
  path: '/v1/customers/{customer}/store-credit',
  room: 'payments',
  summary: 'See the store credit of a customer',
  scope: 'payments:read',
  params,
  status: 200,
  answer: StoreCreditSchema,
  refusals: ['not-found'],
});

export const listStoreCreditMovements = operation({
  id: 'listStoreCreditMovements',
  method: 'GET',
  path: '/v1/customers/{customer}/store-credit/{currency}/movements',
  room: 'payments',
  summary: 'What happened to the store credit of a customer, newest first',
  scope: 'payments:read',
  params: closed({ customer: id('customer'), currency: Currency }),
  query: closed(ListQuery),
  status: 200,
  answer: Type.Object({ ...page(ValueMovementSchema).properties, names: ActorNames }),
  refusals: ['not-found'],
});

export const adjustStoreCredit = operation({
  id: 'adjustStoreCredit',
  method: 'POST',
  path: '/v1/customers/{customer}/store-credit/adjustments',
  room: 'payments',
  summary: 'Give a customer store credit, or take some back',
  description:
    'Within what your role may give alone by the refund policy, for all that you gave this customer ' +
    'in 30 days. What is promised to orders is not taken back.',
  scope: 'payments:write',
  params,
  body: closed({
    currency: Currency,
    amountMinor: AdjustedMinor,
    reason: ReasonCode,
    note: Type.Optional(text(1000)),
    expiresAt: Type.Optional(
      nullable({ ...Timestamp, description: 'Of what is given: until when it may be spent' }),
    ),
  }),
  status: 201,
  answer: StoreCreditSchema,
  refusals: [
    'not-found',
    'customer-erased',
    'customer-merged',
    'reason-unknown',
    'stored-value-too-low',
    'credit-beyond-role',
    'expiry-past',
  ],
});
