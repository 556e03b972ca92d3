// The page on which buyers see their order: how the shop wants it, and links to it.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { OrderParams } from './orders.ts';
import { closed, nullable, type Shape, Timestamp } from './schema.ts';

const fields = {
  open: Type.Boolean({ description: 'Whether buyers see anything there' }),
  returnDays: nullable(
    Type.Integer({
      minimum: 1,
      maximum: 365,
      description: 'So long after its delivery a buyer may ask there for a return; null: never',
    }),
  ),
  approvesReturns: Type.Boolean({
    description: 'Returns asked for there may come at once; otherwise somebody has to approve them',
  }),
  contactUrl: nullable(
    Type.String({
      maxLength: 500,
      pattern: '^(https://|mailto:)[^\\s\\u0000-\\u001f<>"]+$',
      description: 'Where buyers turn to: an https or a mailto address',
    }),
  ),
};

const OrderPageSchema = Type.Object({
  ...fields,
  version: Type.Integer({ description: '0 as long as nobody has set anything' }),
  path: Type.String({ description: 'Where buyers ask for their order by its number' }),
});
export type OrderPageAnswer = Shape<typeof OrderPageSchema>;

export const getOrderPage = operation({
  id: 'getOrderPage',
  method: 'GET',
  path: '/v1/order-page',
  room: 'order-page',
  summary: 'How the page for buyers is set',
  scope: 'orders:read',
  status: 200,
  answer: OrderPageSchema,
  refusals: [],
});

export const setOrderPage = operation({
  id: 'setOrderPage',
  method: 'PUT',
  path: '/v1/order-page',
  room: 'order-page',
  summary: 'Set the page for buyers',
  scope: 'catalog:write',
  body: closed({
    ...fields,
    version: Type.Optional(Type.Integer({ description: 'The version you saw' })),
  }),
  status: 200,
  answer: OrderPageSchema,
  refusals: ['version-conflict'],
});

export const createOrderLink = operation({
  id: 'createOrderLink',
  method: 'POST',
  path: '/v1/orders/{order}/page-links',
  room: 'order-page',
  summary: 'Make a link to the page of an order',
  description:
    'For a mail to the buyer, or for somebody on the phone. Whoever has it sees the order without ' +
    'names and addresses, and may ask for a return where the shop allows that. It is signed, not ' +
    'stored.',
  scope: 'orders:write',
  params: OrderParams,
  body: closed({
    days: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 365, default: 90, description: 'How long it works' }),
    ),
  }),
  status: 201,
  answer: Type.Object({
    path: nullable(Type.String({ description: 'Null where the answer is repeated: ask anew' })),
    url: nullable(
      Type.String({ description: 'Null where nobody said how this server is reached' }),
    ),
    expiresAt: Timestamp,
  }),
  refusals: ['not-found'],
});
