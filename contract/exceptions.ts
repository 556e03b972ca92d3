// What a person must look at, on the wire.

import {
  EXCEPTION_STATUSES,
  EXCEPTION_TYPES,
  RESOLUTIONS,
  SEVERITIES,
} from '@doorstep/core/exceptions/exception-types.ts';
import { Type } from 'typebox';
import { LocationReference, SkuReference } from './inventory.ts';
import { operation } from './operation.ts';
import { OrderParams } from './orders.ts';
import { closed, id, ListQuery, nullable, page, type Shape, Timestamp, text } from './schema.ts';

export const ExceptionType = Type.Enum([...EXCEPTION_TYPES]);
export const SeverityName = Type.Enum([...SEVERITIES]);

const FixSchema = Type.Object({
  label: Type.String({ description: 'What to say on the button' }),
  operation: nullable(
    Type.String({ description: 'The id of an operation; null: something to do in the real world' }),
  ),
  method: nullable(Type.String()),
  path: nullable(Type.String({ description: 'With its parameters filled in' })),
  params: Type.Record(Type.String(), Type.String()),
  body: nullable(Type.Record(Type.String(), Type.Unknown())),
  asks: Type.Array(Type.String(), {
    description: 'JSON pointers into the body: what a person has to fill in. None: one click',
  }),
});

export const ExceptionSchema = Type.Object(
  {
    id: id('exception'),
    type: ExceptionType,
    status: Type.Enum([...EXCEPTION_STATUSES]),
    severity: SeverityName,
    title: Type.String({ description: 'What is wrong' }),
    subject: Type.String({ description: 'What it is about, in words: order 1001, MUG at BER' }),
    closes: Type.String({ description: 'When it closes by itself' }),
    about: Type.Object({
      order: nullable(Type.Object({ id: id('order'), number: Type.String() })),
      sku: nullable(Type.Object({ id: id('sku'), code: Type.String() })),
      location: nullable(Type.Object({ id: id('location'), code: Type.String() })),
      fulfillmentOrder: nullable(Type.Object({ id: id('fulfillmentOrder') })),
      parcel: nullable(Type.Object({ id: id('parcel'), trackingNumber: nullable(Type.String()) })),
      payment: nullable(Type.Object({ id: id('payment'), provider: Type.String() })),
      return: nullable(Type.Object({ id: id('return'), number: Type.String() })),
      webhookEndpoint: nullable(Type.Object({ id: id('webhookEndpoint'), url: Type.String() })),
    }),
    data: Type.Record(Type.String(), Type.Unknown(), { description: 'The facts behind it' }),
    fixes: Type.Array(FixSchema, { description: 'What would mend it, best first' }),
    raisedAt: Timestamp,
    raisedBy: Type.String(),
    times: Type.Integer({ description: 'How often its cause was seen' }),
    seenAt: Timestamp,
    deadline: Timestamp,
    overdue: Type.Boolean(),
    owner: nullable(Type.Object({ id: id('user'), name: Type.String() })),
    snoozedUntil: nullable(Timestamp),
    closedAt: nullable(Timestamp),
    closedBy: nullable(Type.String()),
    resolution: nullable(Type.Enum([...RESOLUTIONS])),
    note: nullable(Type.String()),
    version: Type.Integer(),
  },
  { $id: 'Exception' },
);
export type ExceptionAnswer = Shape<typeof ExceptionSchema>;

const ExceptionParams = closed({ exception: id('exception') });
const Version = Type.Optional(
  Type.Integer({ description: 'The version you saw; refused when it changed since' }),
);

export const listExceptions = operation({
  id: 'listExceptions',
  method: 'GET',
  path: '/v1/exceptions',
  room: 'exceptions',
  summary: 'List exceptions, the most urgent first',
  description:
    'Open ones, unless `status` or `order` says otherwise: the worst first, among equals the one ' +
    'that is due first. `sort: deadline` goes by the deadline alone. Closed ones, and those of ' +
    'one order, come newest first. Filters combine.',
  scope: 'exceptions:read',
  query: closed({
    ...ListQuery,
    status: Type.Optional(Type.Enum([...EXCEPTION_STATUSES])),
    type: Type.Optional(ExceptionType),
    severity: Type.Optional(SeverityName),
    owner: Type.Optional(
      Type.String({
        pattern: '^(me|none|usr_[0-9a-f]{32})$',
        description: 'The id of a user, `me`, or `none` for those nobody has',
      }),
    ),
    order: Type.Optional(OrderParams.properties.order),
    location: Type.Optional(LocationReference),
    overdue: Type.Optional(Type.Boolean({ description: 'Only those past their deadline' })),
    sort: Type.Optional(Type.Enum(['urgency', 'deadline', 'newest'])),
  }),
  status: 200,
  answer: page(ExceptionSchema),
  refusals: ['not-found', 'location-unknown', 'not-a-user'],
});

const Count = Type.Integer({ minimum: 0 });

export const summarizeExceptions = operation({
  id: 'summarizeExceptions',
  method: 'GET',
  path: '/v1/exceptions/summary',
  room: 'exceptions',
  summary: 'How many exceptions are open, by type and severity',
  description: 'Counts end at `countMax`: that many means that many or more.',
  scope: 'exceptions:read',
  status: 200,
  answer: Type.Object({
    open: Count,
    snoozed: Count,
    overdue: Count,
    mine: Type.Integer({ minimum: 0, description: 'Open ones that the caller owns' }),
    bySeverity: Type.Array(Type.Object({ severity: SeverityName, open: Count })),
    byType: Type.Array(
      Type.Object({
        type: ExceptionType,
        title: Type.String(),
        severity: SeverityName,
        open: Count,
      }),
    ),
    countMax: Type.Integer(),
  }),
  refusals: [],
});

export const getException = operation({
  id: 'getException',
  method: 'GET',
  path: '/v1/exceptions/{exception}',
  room: 'exceptions',
  summary: 'Look at an exception',
  scope: 'exceptions:read',
  params: ExceptionParams,
  status: 200,
  answer: ExceptionSchema,
  refusals: ['not-found'],
});

export const reportException = operation({
  id: 'reportException',
  method: 'POST',
  path: '/v1/exceptions',
  room: 'exceptions',
  summary: 'Report something a person must look at',
  description:
    'For people and integrations. `reference` is your name of what happened: told again while it ' +
    'is open, it is the same exception, seen once more. Do not write personal data into the title.',
  scope: 'exceptions:write',
  body: closed({
    title: text(200),
    severity: Type.Optional(SeverityName),
    deadline: Type.Optional(Timestamp),
    reference: Type.Optional(text(100)),
    about: Type.Optional(
      closed({
        order: Type.Optional(OrderParams.properties.order),
        sku: Type.Optional(SkuReference),
        location: Type.Optional(LocationReference),
        fulfillmentOrder: Type.Optional(id('fulfillmentOrder')),
        parcel: Type.Optional(id('parcel')),
        payment: Type.Optional(id('payment')),
        return: Type.Optional(id('return')),
      }),
    ),
  }),
  status: 201,
  answer: ExceptionSchema,
  refusals: ['not-found', 'sku-unknown', 'location-unknown'],
});

export const assignException = operation({
  id: 'assignException',
  method: 'PUT',
  path: '/v1/exceptions/{exception}/assignment',
  room: 'exceptions',
  summary: 'Give an exception to somebody',
  description: '`me` takes it oneself; null gives it back to everybody.',
  scope: 'exceptions:write',
  params: ExceptionParams,
  body: closed({
    owner: nullable(text(254, { description: 'The id or e-mail address of a user, or `me`' })),
    version: Version,
  }),
  status: 200,
  answer: ExceptionSchema,
  refusals: ['not-found', 'exception-closed', 'user-unknown', 'not-a-user', 'version-conflict'],
});

export const snoozeException = operation({
  id: 'snoozeException',
  method: 'PUT',
  path: '/v1/exceptions/{exception}/snooze',
  room: 'exceptions',
  summary: 'Put an exception aside for a while',
  description:
    'It is open again at that moment, or when its cause is seen again. Null wakes it now.',
  scope: 'exceptions:write',
  params: ExceptionParams,
  body: closed({ until: nullable(Timestamp), version: Version }),
  status: 200,
  answer: ExceptionSchema,
  refusals: ['not-found', 'exception-closed', 'version-conflict'],
});

export const resolveException = operation({
  id: 'resolveException',
  method: 'POST',
  path: '/v1/exceptions/{exception}/resolution',
  room: 'exceptions',
  summary: 'Say that an exception is done, or that it does not matter',
  description:
    'Those whose cause the server can see close by themselves: of them only `dismissed` can be ' +
    'said, and they are raised anew when their cause is seen again.',
  scope: 'exceptions:write',
  params: ExceptionParams,
  body: closed({
    resolution: Type.Enum(['resolved', 'dismissed']),
    note: Type.Optional(text(1000)),
    version: Version,
  }),
  status: 200,
  answer: ExceptionSchema,
  refusals: ['not-found', 'exception-closed', 'exception-cause-stands', 'version-conflict'],
});
