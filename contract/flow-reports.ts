// Reports of what flows: sold, canceled, sent, come back, and how long each stage took.

import {
  FLOW_KINDS,
  FLOW_SPLITS,
  FLOW_STAGES,
  STAGE_SPLITS,
} from '@doorstep/core/analytics/flow.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import {
  AmountMinor,
  Code,
  Country,
  Currency,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  Timestamp,
  text,
} from './schema.ts';

const Day = Type.String({ format: 'date', pattern: '^[12]\\d{3}-\\d{2}-\\d{2}$' });

const period = {
  from: { ...Day, description: 'The first day' },
  to: { ...Day, description: 'The last day; it counts as well' },
};

const place = {
  channel: Type.Optional(Code),
  country: Type.Optional(Country),
  location: Type.Optional(Code),
};

const AsOf = Type.Object({
  position: Type.Integer({ description: 'Of the log: everything up to it is counted' }),
  behind: Type.Integer({ description: 'Events of the log that are not counted yet' }),
});

const figures = {
  times: Type.Integer({ description: 'Orders, cancellations, parcels, returns, refunds, credits' }),
  units: Type.Integer(),
  amountMinor: Type.Integer({ ...AmountMinor, description: 'In minor units of the currency' }),
};

const Key = nullable(
  Type.String({
    description:
      'The day, month, reason, channel code, country, location code or SKU code; null: not known',
  }),
);
const Label = nullable(Type.String({ description: 'What it is called today' }));

const ONE_AT_A_TIME =
  'Sums are kept by one of channel, country, location and SKU at a time: a filter goes with a split ' +
  'by day, month, reason or stage, and there is at most one. Days are those of `timeZone`.';

export const reportFlow = operation({
  id: 'reportFlow',
  method: 'GET',
  path: '/v1/reports/flow',
  room: 'analytics',
  summary: 'What was sold, canceled, sent, returned or refunded, in sums',
  description:
    `${ONE_AT_A_TIME} A sale counts on the day it was placed, everything else on the day it ` +
    'happened. By SKU or reason something with two of them counts once for each.',
  scope: 'reports:read',
  query: closed({
    kind: Type.Enum([...FLOW_KINDS]),
    by: Type.Enum([...FLOW_SPLITS]),
    ...period,
    ...place,
    sku: Type.Optional(text(100)),
    currency: Type.Optional(Currency),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
  }),
  status: 200,
  answer: Type.Object({
    currency: Currency,
    otherCurrencies: Type.Array(Currency, { description: 'In which there is something, too' }),
    timeZone: Type.String(),
    asOf: AsOf,
    totals: Type.Object(figures),
    rows: Type.Array(Type.Object({ key: Key, label: Label, ...figures })),
  }),
  refusals: ['channel-unknown', 'location-unknown', 'validation-failed'],
});

export const reportStages = operation({
  id: 'reportStages',
  method: 'GET',
  path: '/v1/reports/stages',
  room: 'analytics',
  summary: 'How long work took from stage to stage: median and 90th percentile',
  description:
    `${ONE_AT_A_TIME} A fulfillment order reaches a stage with its first units, and counts on the ` +
    'day it does. Durations are counted in buckets 4.4 % wide: from a minute on no figure is more ' +
    'than that beside the true one.',
  scope: 'reports:read',
  query: closed({
    by: Type.Enum([...STAGE_SPLITS]),
    stage: Type.Optional(Type.Enum([...FLOW_STAGES], { description: 'Only this' })),
    ...period,
    ...place,
  }),
  status: 200,
  answer: Type.Object({
    timeZone: Type.String(),
    asOf: AsOf,
    rows: Type.Array(
      Type.Object({
        stage: Type.Enum([...FLOW_STAGES]),
        key: Key,
        label: Label,
        reached: Type.Integer({ description: 'Fulfillment orders' }),
        medianSeconds: Type.Integer(),
        p90Seconds: Type.Integer(),
      }),
    ),
  }),
  refusals: ['channel-unknown', 'location-unknown', 'validation-failed'],
});

export const listFlowEntries = operation({
  id: 'listFlowEntries',
  method: 'GET',
  path: '/v1/reports/flow-entries',
  room: 'analytics',
  summary: 'The rows behind a number of `reportFlow`, newest first: one for each SKU',
  description:
    'Filters combine. Sales have none: they are the orders of `listOrders`. Money that belongs to no ' +
    'SKU, such as shipping, is in the sums only.',
  scope: 'reports:read',
  query: closed({
    ...ListQuery,
    kind: Type.Enum(FLOW_KINDS.filter((kind) => kind !== 'sale')),
    ...period,
    ...place,
    sku: Type.Optional(text(100)),
    reason: Type.Optional(text(100)),
    currency: Type.Optional(Currency),
  }),
  status: 200,
  answer: page(
    Type.Object({
      order: nullable(id('order')),
      orderNumber: nullable(Type.String()),
      at: Timestamp,
      channel: nullable(Code),
      country: nullable(Type.String()),
      location: nullable(Code),
      reason: nullable(Type.String()),
      sku: nullable(Type.String()),
      units: Type.Integer(),
      amountMinor: Type.Integer(),
      currency: Currency,
    }),
  ),
  refusals: ['channel-unknown', 'location-unknown'],
});

export const listStageEntries = operation({
  id: 'listStageEntries',
  method: 'GET',
  path: '/v1/reports/stage-entries',
  room: 'analytics',
  summary: 'The fulfillment orders behind a number of `reportStages`, newest first',
  scope: 'reports:read',
  query: closed({
    ...ListQuery,
    stage: Type.Enum([...FLOW_STAGES]),
    ...period,
    ...place,
  }),
  status: 200,
  answer: page(
    Type.Object({
      fulfillmentOrder: id('fulfillmentOrder'),
      order: id('order'),
      orderNumber: Type.String(),
      location: Code,
      since: Timestamp,
      reachedAt: Timestamp,
      seconds: Type.Integer(),
    }),
  ),
  refusals: ['channel-unknown', 'location-unknown'],
});

export const setReportZone = operation({
  id: 'setReportZone',
  method: 'PUT',
  path: '/v1/reports/time-zone',
  room: 'analytics',
  summary: 'Say whose days the reports of what flows count in',
  description: 'All of it is summed up anew from the log; `asOf` says how far that is.',
  scope: 'access:write',
  body: closed({ timeZone: text(100, { description: 'An IANA name; UTC unless told' }) }),
  status: 200,
  answer: Type.Object({ timeZone: Type.String() }),
  refusals: ['time-zone-unknown'],
});
