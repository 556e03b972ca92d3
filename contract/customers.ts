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
    mergedInto: nullable({
      ...id('customer'),
      description: 'The same person: this one has no orders any more, only what it was known by',
    }),
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
/** Customers that are none any more. */
const GONE = ['customer-erased', 'customer-merged'] as const;

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
  refusals: ['not-found', 'already-exists', ...GONE, 'version-conflict'],
});

export const eraseCustomer = operation({
  id: 'eraseCustomer',
  method: 'POST',
  path: '/v1/customers/{customer}/erasure',
  room: 'customers',
  summary: 'Erase all personal data of a customer',
  description:
    'Takes name, addresses, contacts and notes from the customer and its orders, for good, and ' +
    'the address wherever somebody wrote it down: notes, saved searches, rows of imported files. ' +
    'Orders, totals and the country of delivery stay. Erasing twice answers the same.',
  scope: 'customers:write',
  params,
  status: 200,
  answer: CustomerSchema,
  refusals: ['not-found', 'customer-merged'],
});

/** A schema with a name stands once in an answer. */
const Other = Type.Object(CustomerSchema.properties);
const Seen = Type.Optional(Type.Integer({ minimum: 1, description: 'The version you read' }));

export const mergeCustomers = operation({
  id: 'mergeCustomers',
  method: 'POST',
  path: '/v1/customers/{customer}/merges',
  room: 'customers',
  summary: 'Merge another customer into this one, for good',
  description:
    'All orders and past documents of `from` become those of this customer, and so do its e-mail ' +
    'address and external id: who orders with them again is this customer. What this customer ' +
    'lacks it takes from `from`, a credit limit too; what both owe is owed within one. No amount and no total changes. It cannot be undone.',
  scope: 'customers:write',
  params,
  body: closed({ from: id('customer'), version: Seen, fromVersion: Seen }),
  status: 200,
  answer: Type.Object({
    customer: CustomerSchema,
    from: Other,
    orders: Type.Integer({ description: 'Orders that moved' }),
  }),
  refusals: ['not-found', ...GONE, 'version-conflict'],
});

const PersonSchema = Type.Object({
  externalId: nullable(Type.String()),
  email: nullable(Type.String()),
  name: nullable(Type.String()),
  phone: nullable(Type.String()),
});

export const previewMerge = operation({
  id: 'previewMerge',
  method: 'GET',
  path: '/v1/customers/{customer}/merge-preview',
  room: 'customers',
  summary: 'What merging another customer into this one would do',
  scope: 'customers:read',
  params,
  query: closed({ from: id('customer') }),
  status: 200,
  answer: Type.Object({
    customer: CustomerSchema,
    from: Other,
    after: { ...PersonSchema, description: 'How this customer is known afterwards' },
    gained: Type.Array(Type.String(), { description: 'The fields it takes from `from`' }),
    alsoKnownAs: { ...PersonSchema, description: 'What it is found by as well' },
    orders: Type.Integer({ description: 'Orders that would move; `countMax` is so many or more' }),
    ownOrders: Type.Integer({ description: 'Orders it has now' }),
    countMax: Type.Integer(),
  }),
  refusals: ['not-found', ...GONE],
});
