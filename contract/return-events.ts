// What is told of returns. One without an order is told of itself.

import {
  CONDITIONS,
  DISPOSITIONS,
  RETURN_DECISIONS,
  RETURN_REASONS,
  RETURN_WISHES,
} from '@doorstep/core/returns/return.ts';
import { Type } from 'typebox';
import { Change, LineNumber, Stock, Units } from './event-shapes.ts';
import { DifferenceSchema } from './returns.ts';
import { AmountMinor, id, nullable } from './schema.ts';

const received = {
  location: id('location'),
  items: Type.Array(
    Type.Object({
      item: id('returnItem'),
      line: nullable(LineNumber),
      sku: nullable(id('sku')),
      quantity: Units,
      condition: Type.Enum([...CONDITIONS]),
      disposition: Type.Enum([...DISPOSITIONS]),
    }),
  ),
  differences: Type.Array(DifferenceSchema),
  stock: Stock,
};

export const returnEvents = {
  'return.requested.v1': {
    subject: 'order',
    summary: 'Units of an order are to come back',
    data: Type.Object({
      return: id('return'),
      number: Type.String(),
      location: nullable(id('location')),
      returnLines: Type.Array(
        Type.Object({
          line: LineNumber,
          requested: Units,
          reason: Type.Enum([...RETURN_REASONS]),
        }),
      ),
      wish: Type.Optional(Type.Enum([...RETURN_WISHES])),
      decision: Type.Optional(Type.Enum([...RETURN_DECISIONS])),
    }),
  },
  'return.received.v1': {
    subject: 'order',
    summary: 'Something of an order came back, asked for or not',
    data: Type.Object({
      return: id('return'),
      number: Type.String(),
      lines: Type.Array(Type.Object({ line: LineNumber, returned: Units, beyondShipped: Units })),
      ...received,
    }),
  },
  'return.received_without_order.v1': {
    subject: 'return',
    summary: 'Something came back, and nobody knows of which order',
    data: Type.Object({ number: Type.String(), ...received }),
  },
  'return.refunded.v1': {
    subject: 'order',
    summary: 'Money was granted for what came back',
    data: Type.Object({
      return: id('return'),
      amountMinor: AmountMinor,
      returnLines: Type.Array(Type.Object({ line: LineNumber, refunded: Change })),
    }),
  },
  'return.approved.v1': {
    subject: 'order',
    summary: 'A return that the buyer asked for may come',
    data: Type.Object({ return: id('return') }),
  },
  'return.declined.v1': {
    subject: 'order',
    summary: 'A return that the buyer asked for was declined, and is called off',
    data: Type.Object({ return: id('return') }),
  },
  'return.canceled.v1': {
    subject: 'order',
    summary: 'A return was called off before anything came',
    data: Type.Object({ return: id('return') }),
  },
} as const;
