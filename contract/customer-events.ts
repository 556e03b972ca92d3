// What is told of customers.

import { Type } from 'typebox';
import { Changed } from './event-shapes.ts';
import { id } from './schema.ts';

export const customerEvents = {
  'customer.created.v1': {
    subject: 'customer',
    summary: 'A customer was created, by hand or by an order',
    data: Type.Object({}),
  },
  'customer.changed.v1': {
    subject: 'customer',
    summary: 'A customer was changed',
    data: Type.Object({ changed: Changed }),
  },
  'customer.erased.v1': {
    subject: 'customer',
    summary: 'The personal data of a customer was erased, with that of the orders',
    data: Type.Object({ orders: Type.Integer({ description: 'Orders it was erased from' }) }),
  },
  'customer.merged.v1': {
    subject: 'customer',
    summary: 'A customer was merged into another, who has its orders now',
    data: Type.Object({ into: id('customer'), orders: Type.Integer() }),
  },
  'customer.joined.v1': {
    subject: 'customer',
    summary: 'Another customer was merged into this one',
    data: Type.Object({ customer: id('customer'), orders: Type.Integer(), changed: Changed }),
  },
} as const;
