// What carriers say of parcels, on the wire.

import { TRACKING_STATUSES } from '@doorstep/core/shipping/tracking.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed, id, nullable, type Shape, Timestamp, text } from './schema.ts';

const Status = Type.Enum([...TRACKING_STATUSES]);

// A code, whatever stands around it: what was scanned or copied brings spaces and line breaks along.
const TrackingNumber = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^\\s*[^\\s\\u0000-\\u001f](?:[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f])?\\s*$',
  description: 'Without regard to spaces and line breaks around it',
});

const TrackingEventBody = closed({
  carrier: text(100, { description: 'Told apart without regard to case' }),
  trackingNumber: TrackingNumber,
  status: Status,
  occurredAt: Timestamp,
  id: Type.Optional(
    text(200, {
      description: 'The carrier’s id of it. Without one, status and time tell it from others',
    }),
  ),
  description: Type.Optional(text(500)),
  place: Type.Optional(text(200)),
});
export type ToldEvent = Shape<typeof TrackingEventBody>;

const OutcomeSchema = Type.Object({
  outcome: Type.Enum(['recorded', 'repeated', 'unknown-parcel'], {
    description:
      '`repeated`: it was told before; `unknown-parcel`: it is kept until a parcel has this number',
  }),
  parcel: nullable(id('parcel')),
});
export type ToldOutcome = Shape<typeof OutcomeSchema>;

export const recordTrackingEvents = operation({
  id: 'recordTrackingEvents',
  method: 'POST',
  path: '/v1/tracking-events',
  room: 'shipping',
  summary: 'Record what carriers say of parcels',
  description:
    'Facts: in any order, late or twice, none is refused. Each has its own outcome, in the order ' +
    'sent. A scan of a parcel that is only packed means that it left.',
  scope: 'fulfillment:write',
  body: closed({ events: Type.Array(TrackingEventBody, { minItems: 1, maxItems: 1000 }) }),
  status: 200,
  answer: Type.Object({ outcomes: Type.Array(OutcomeSchema) }),
  refusals: [],
});

const ParcelTrackingSchema = Type.Object({
  parcel: id('parcel'),
  order: id('order'),
  status: Type.String(),
  carrier: nullable(Type.String()),
  trackingNumber: nullable(Type.String()),
  shippedAt: nullable(Timestamp),
  deliveredAt: nullable(Timestamp),
  trouble: nullable(
    Type.String({ description: 'What went wrong on the way and was not made good since' }),
  ),
  events: Type.Array(
    Type.Object({
      id: id('trackingEvent'),
      status: Status,
      occurredAt: Timestamp,
      recordedAt: Timestamp,
      description: nullable(Type.String()),
      place: nullable(Type.String()),
    }),
    { description: 'Oldest first, by the carrier’s clock' },
  ),
});
export type ParcelTracking = Shape<typeof ParcelTrackingSchema>;

export const getParcelTracking = operation({
  id: 'getParcelTracking',
  method: 'GET',
  path: '/v1/parcels/{parcel}/tracking',
  room: 'shipping',
  summary: 'What the carrier said of a parcel',
  scope: 'fulfillment:read',
  params: closed({ parcel: id('parcel') }),
  status: 200,
  answer: ParcelTrackingSchema,
  refusals: ['not-found'],
});
