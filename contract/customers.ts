// Customers on the wire.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import {
  Code,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  SearchQuery,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

export const CustomerSchema = Type.Object(
  {
    id: id('customer'),
    externalId: nullable(Type.String()),
    email: nullable(Type.String({ description: 'In lower case; unique' })),
    name: nullable(Type.String()),
    phone: nullable(Type.String()),
    createdAt: Timestamp,
    erasedAt: nullable(Timestamp),
    version: Type.Integer(),
  },
  { $id: 'Customer' },
);
export type CustomerAnswer = Shape<typeof CustomerSchema>;

const fields = {
  externalId: Type.Optional(nullable(Code)),
  email: Type.Optional(nullable(Type.String({ format: 'email', maxLength: 254 }))),
  name: Type.Optional(nullable(text(200))),
  phone: Type.Optional(nullable(text(50))),
};
const params = closed({ customer: id('customer') });

export const listCustomers = operation({
  id: 'listCustomers',
  method: 'GET',
  path: '/v1/customers',
  room: 'customers',
  summary: 'List customers, or search by name, e-mail, phone or external id',
  scope: 'customers:read',
  query: closed({ ...ListQuery, ...SearchQuery }),
  status: 200,
  answer: page(CustomerSchema),
  refusals: [],
});

export const getCustomer = operation({
  id: 'getCustomer',
  method: 'GET',
  path: '/v1/customers/{customer}',
  room: 'customers',
  summary: 'Get a customer',
  scope: 'customers:read',
  params,
  status: 200,
  answer: CustomerSchema,
  refusals: ['not-found'],
});

export const createCustomer = operation({
  id: 'createCustomer',
  method: 'POST',
  path: '/v1/customers',
  room: 'customers',
  summary: 'Create a customer',
  description: 'An order with a buyer’s e-mail address finds or makes its customer by itself.',
  scope: 'customers:write',
  body: closed(fields),
  status: 201,
  answer: CustomerSchema,
  refusals: ['already-exists', 'customer-erased'],
});

export const changeCustomer = operation({
  id: 'changeCustomer',
  method: 'PATCH',
  path: '/v1/customers/{customer}',
  room: 'customers',
  summary: 'Change a customer',
  description: 'Fields left out stay as they are; null takes one away.',
  scope: 'customers:write',
  params,
  body: closed({
    ...fields,
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'The version you read' })),
  }),
  status: 200,
  answer: CustomerSchema,
  refusals: ['not-found', 'already-exists', 'customer-erased', 'version-conflict'],
});

export const eraseCustomer = operation({
  id: 'eraseCustomer',
  method: 'POST',
  path: '/v1/customers/{customer}/erasure',
  room: 'customers',
  summary: 'Erase all personal data of a customer',
  description:
    'Takes name, addresses, contacts and notes from the customer and its orders, for good. ' +
    'Orders, totals and the country of delivery stay. Erasing twice answers the same.',
  scope: 'customers:write',
  params,
  status: 200,
  answer: CustomerSchema,
  refusals: ['not-found'],
});
