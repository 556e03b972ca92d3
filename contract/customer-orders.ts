// What a customer has bought, in sum: for whoever talks to them.

import { ORDER_STATUSES } from '@doorstep/core/orders/order-status.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AmountMinor, Currency, closed, id, nullable, Timestamp } from './schema.ts';

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
