// What a customer has bought, in sum, and how to reach them: for whoever talks to them.

import { ORDER_STATUSES } from '@doorstep/core/orders/order-status.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { ActorNames, AmountMinor, Currency, closed, id, nullable, Timestamp } from './schema.ts';

export const summarizeCustomer = operation({
  id: 'summarizeCustomer',
  method: 'GET',
  path: '/v1/customers/{customer}/order-summary',
  room: 'orders',
  summary: 'What a customer has bought, and what is open',
  description: 'Of their newest `countMax` orders; that many means that many or more.',
  scope: 'orders:read',
  params: closed({ customer: id('customer') }),
  status: 200,
  answer: Type.Object({
    customer: id('customer'),
    name: nullable(Type.String()),
    email: nullable(Type.String()),
    orders: Type.Integer(),
    countMax: Type.Integer(),
    spent: Type.Array(
      Type.Object({
        currency: Currency,
        orders: Type.Integer(),
        amountMinor: AmountMinor,
      }),
      { description: 'What was ordered, less what was canceled and refunded, by currency' },
    ),
    firstOrderAt: nullable(Timestamp),
    lastOrderAt: nullable(Timestamp),
    open: Type.Array(
      Type.Object({
        id: id('order'),
        number: Type.String(),
        status: Type.Enum([...ORDER_STATUSES]),
        placedAt: Timestamp,
        currency: Currency,
        totalMinor: AmountMinor,
      }),
      { description: 'Orders with units still to ship, newest first, 20 at most' },
    ),
  }),
  refusals: ['not-found'],
});

export const readCustomerContacts = operation({
  id: 'readCustomerContacts',
  method: 'GET',
  path: '/v1/customers/{customer}/contacts',
  room: 'orders',
  summary: 'Where a customer’s orders went, what was noted on them, and what else it is known by',
  description: 'Of their newest 200 orders; the newest 50 notes.',
  scope: 'orders:read',
  params: closed({ customer: id('customer') }),
  status: 200,
  answer: Type.Object({
    alsoKnownAs: Type.Array(
      Type.Object({
        customer: id('customer'),
        externalId: nullable(Type.String()),
        email: nullable(Type.String()),
        name: nullable(Type.String()),
        phone: nullable(Type.String()),
      }),
      { description: 'Customers that were merged into this one' },
    ),
    addresses: Type.Array(
      Type.Object({
        kind: Type.Enum(['shipping', 'billing']),
        address: Type.Record(Type.String(), Type.Unknown()),
        orders: Type.Integer(),
        lastUsedAt: Timestamp,
      }),
      { description: 'The last used first' },
    ),
    notes: Type.Array(
      Type.Object({
        id: id('note'),
        order: id('order'),
        number: Type.String(),
        text: Type.String(),
        author: Type.String(),
        createdAt: Timestamp,
      }),
    ),
    names: ActorNames,
  }),
  refusals: ['not-found'],
});
