// What waits to be done, in numbers, on the wire: the queues of the house and where they stand.

import { WORK_STAGES } from '@doorstep/core/analytics/work-stages.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { Code, closed, id, ListQuery, nullable, page, Timestamp } from './schema.ts';

const Count = Type.Integer({ minimum: 0 });

const LocationWorkSchema = Type.Object({
  location: Code,
  toPick: Count,
  toPack: Count,
  toShip: Count,
  overdue: Type.Integer({ minimum: 0, description: 'Of these, past the cut-off they were due by' }),
  nextDueAt: nullable({ ...Timestamp, description: 'The next cut-off that work is due by' }),
});

export const summarizeWork = operation({
  id: 'summarizeWork',
  method: 'GET',
  path: '/v1/work/summary',
  room: 'analytics',
  summary: 'What waits at every stage, at every location, and what is late or soon will be',
  description:
    'Stages that the caller may not read are left out: payments need `payments:read`, picking, ' +
    'packing and shipping `fulfillment:read`, refunds `returns:read`. Counts end at `countMax`: ' +
    'that many means that many or more.',
  scope: 'orders:read',
  status: 200,
  answer: Type.Object({
    stages: Type.Array(
      Type.Object({
        stage: Type.Enum([...WORK_STAGES]),
        count: Count,
        oldestAt: nullable({ ...Timestamp, description: 'Since when the first of them waits' }),
      }),
    ),
    locations: Type.Array(LocationWorkSchema, {
      description: 'Those with work; of the first `countMax` fulfillment orders of each stage',
    }),
    due: Type.Object(
      {
        overdue: Count,
        soon: Type.Integer({ minimum: 0, description: 'Due within `soonHours`' }),
        soonHours: Type.Integer(),
      },
      { description: 'Released work against the cut-off that it is due by' },
    ),
    promised: Type.Object(
      {
        late: Count,
        atRisk: Type.Integer({
          minimum: 0,
          description: 'Nearer to their date than what is left to do takes',
        }),
      },
      { description: 'Orders with units to ship, against the date that they are promised for' },
    ),
    countMax: Type.Integer(),
  }),
  refusals: [],
});

const DueWorkSchema = Type.Object({
  fulfillmentOrder: id('fulfillmentOrder'),
  order: id('order'),
  orderNumber: Type.String(),
  location: Code,
  shipBy: Timestamp,
  units: Type.Integer({ description: 'Not shipped yet' }),
});

export const listDueWork = operation({
  id: 'listDueWork',
  method: 'GET',
  path: '/v1/work/due',
  room: 'analytics',
  summary: 'List released work, what is due first first',
  description: 'Work that has a cut-off to leave by and has not left.',
  scope: 'fulfillment:read',
  query: closed({
    ...ListQuery,
    location: Type.Optional(Code),
    from: Type.Optional({ ...Timestamp, description: 'Only what is due then or later' }),
    before: Type.Optional({ ...Timestamp, description: 'Only what is due before this' }),
  }),
  status: 200,
  answer: page(DueWorkSchema),
  refusals: ['location-unknown'],
});

export const reportOrderHours = operation({
  id: 'reportOrderHours',
  method: 'GET',
  path: '/v1/reports/order-hours',
  room: 'analytics',
  summary: 'How many orders were placed, hour by hour',
  description:
    'Added up from the log, as orders come, those of the past too. Hours are whole ones of UTC; one ' +
    'without orders is left out. At most 400 hours.',
  scope: 'reports:read',
  query: closed({
    from: { ...Timestamp, description: 'The first hour' },
    to: Type.Optional({ ...Timestamp, description: 'Before this; without it, up to now' }),
  }),
  status: 200,
  answer: Type.Object({
    hours: Type.Array(Type.Object({ hour: Timestamp, orders: Count })),
  }),
  refusals: ['validation-failed'],
});
