// What is told of the way from promise to door. All of it is about the order.

import { SHORT_REASONS } from '@doorstep/core/fulfillment/board.ts';
import { Type } from 'typebox';
import {
  FulfillmentChanges,
  LineChanges,
  LineNumber,
  ParcelChanges,
  Stock,
  Units,
} from './event-shapes.ts';
import { id, nullable, Timestamp } from './schema.ts';

const Surplus = Type.Array(Type.Object({ line: LineNumber, units: Units }), {
  description: 'Reported, but not open there: nothing came of it',
});

export const fulfillmentEvents = {
  'order.released.v1': {
    subject: 'order',
    summary: 'Promises became firm: locations were asked to ship',
    data: Type.Object({
      lines: LineChanges,
      stock: Stock,
      fulfillment: FulfillmentChanges,
      asked: Type.Array(
        Type.Object({
          fulfillmentOrder: id('fulfillmentOrder'),
          location: id('location'),
          shipBy: nullable(Timestamp),
        }),
        { description: 'The new fulfillment orders' },
      ),
    }),
  },
  'order.sourced.v1': {
    subject: 'order',
    summary: 'Units that nobody had promised were promised anew',
    data: Type.Object({
      lines: LineChanges,
      stock: Type.Array(
        Type.Object({
          line: LineNumber,
          reservation: id('reservation'),
          sku: id('sku'),
          location: id('location'),
          reserved: Units,
        }),
      ),
    }),
  },
  'fulfillment.picked.v1': {
    subject: 'order',
    summary: 'Units were picked, or were not where they should be',
    data: Type.Object({
      fulfillmentOrder: id('fulfillmentOrder'),
      location: id('location'),
      lines: LineChanges,
      stock: Stock,
      fulfillment: Type.Optional(FulfillmentChanges),
      parcels: Type.Optional(ParcelChanges),
      surplus: Surplus,
      shortReasons: Type.Optional(
        Type.Array(Type.Object({ line: LineNumber, reason: Type.Enum([...SHORT_REASONS]) }), {
          description: 'Why units were not there, where somebody said so',
        }),
      ),
    }),
  },
  'fulfillment.packed.v1': {
    subject: 'order',
    summary: 'Units were packed into a parcel',
    data: Type.Object({
      fulfillmentOrder: id('fulfillmentOrder'),
      location: id('location'),
      parcel: id('parcel'),
      lines: LineChanges,
      stock: Stock,
      fulfillment: FulfillmentChanges,
      parcels: ParcelChanges,
      surplus: Surplus,
    }),
  },
  'parcel.shipped.v1': {
    subject: 'order',
    summary: 'A parcel left',
    data: Type.Object({
      fulfillmentOrder: id('fulfillmentOrder'),
      parcel: id('parcel'),
      location: id('location'),
      carrier: nullable(Type.String()),
      lines: LineChanges,
      stock: Stock,
      fulfillment: FulfillmentChanges,
      parcels: Type.Optional(ParcelChanges),
      beyond: Type.Array(Type.Object({ line: LineNumber, units: Units }), {
        description: 'Left although it was not open any more',
      }),
    }),
  },
  'parcel.labeled.v1': {
    subject: 'order',
    summary: 'A parcel got its carrier or tracking number',
    data: Type.Object({ parcel: id('parcel'), carrier: nullable(Type.String()) }),
  },
} as const;
