// What is told of parcels on their way.

import { PARCEL_TROUBLES, TRACKING_STATUSES } from '@doorstep/core/shipping/tracking.ts';
import { Type } from 'typebox';
import { LineNumber, Units } from './event-shapes.ts';
import { id, nullable, Timestamp } from './schema.ts';

export const shippingEvents = {
  'parcel.tracked.v1': {
    subject: 'order',
    summary: 'A carrier said something of a parcel; it happened when the carrier says',
    data: Type.Object({
      parcel: id('parcel'),
      trackingEvent: id('trackingEvent'),
      status: Type.Enum([...TRACKING_STATUSES]),
      trouble: nullable(
        Type.Enum([...PARCEL_TROUBLES], {
          description: 'What the parcel is in, after all that is known of it',
        }),
      ),
    }),
  },
  'parcel.delivered.v1': {
    subject: 'order',
    summary: 'A parcel was delivered; told once, when it is known for the first time',
    data: Type.Object({
      parcel: id('parcel'),
      deliveredAt: Timestamp,
      lines: Type.Array(Type.Object({ line: LineNumber, delivered: Units })),
    }),
  },
} as const;
