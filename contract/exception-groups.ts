// Exceptions by the kind of their cause, and many of them at once.

import { EXCEPTION_KINDS, EXCEPTION_STATUSES } from '@doorstep/core/exceptions/exception-types.ts';
import { RETRY_OUTCOMES } from '@doorstep/core/exceptions/retry.ts';
import { EXCEPTION_LEVELS } from '@doorstep/core/exceptions/threshold.ts';
import { Type } from 'typebox';
import { ExceptionType, SeverityName } from './exceptions.ts';
import { operation } from './operation.ts';
import { closed, id, nullable, SeenVersion, type Shape, Timestamp, text } from './schema.ts';

const Count = Type.Integer({ minimum: 0 });

const ThresholdFields = {
  orange: Type.Integer({ minimum: 1, maximum: 100_000 }),
  red: Type.Integer({ minimum: 1, maximum: 100_000 }),
};

const GroupSchema = Type.Object({
  type: ExceptionType,
  title: Type.String(),
  severity: SeverityName,
  level: Type.Enum([...EXCEPTION_LEVELS]),
  threshold: Type.Object({ ...ThresholdFields, version: Type.Integer() }),
  open: Count,
  overdue: Count,
  snoozed: Count,
  oldestAt: nullable(Timestamp),
  closes: Type.String({ description: 'When those of this type close by themselves' }),
  retry: nullable(Type.Enum(['source', 'ask', 'match'])),
  actions: Type.Array(
    Type.Object({
      label: Type.String(),
      operation: nullable(
        Type.String({ description: 'The id of an operation; null: to be done in the real world' }),
      ),
    }),
    { description: 'What mends them, best first; each exception has it ready to send in `fixes`' },
  ),
});

export const groupExceptions = operation({
  id: 'groupExceptions',
  method: 'GET',
  path: '/v1/exceptions/groups',
  room: 'exceptions',
  summary: 'Exceptions by type: how many, how old, how bad',
  description:
    'The worst first. A group is orange or red from as many open ones on as its threshold says. ' +
    'Counts end at `countMax`: that many means that many or more.',
  scope: 'exceptions:read',
  query: closed({
    all: Type.Optional(Type.Boolean({ description: 'Types without an open exception, too' })),
  }),
  status: 200,
  answer: Type.Object({ groups: Type.Array(GroupSchema), countMax: Type.Integer() }),
  refusals: [],
});

export type ExceptionGroup = Shape<typeof GroupSchema>;

export const setExceptionThreshold = operation({
  id: 'setExceptionThreshold',
  method: 'PUT',
  path: '/v1/exceptions/thresholds/{type}',
  room: 'exceptions',
  summary: 'Say from how many exceptions of a type on it is bad',
  scope: 'exceptions:write',
  params: closed({ type: Type.Enum(Object.keys(EXCEPTION_KINDS)) }),
  body: closed({ ...ThresholdFields, ...SeenVersion }),
  status: 200,
  answer: Type.Object({
    type: ExceptionType,
    ...ThresholdFields,
    version: Type.Integer({ description: '0 as long as nobody set it' }),
  }),
  refusals: ['version-conflict'],
});

const Some = Type.Array(id('exception'), { minItems: 1, maxItems: 200, uniqueItems: true });

const Row = {
  exception: id('exception'),
  status: nullable(Type.Enum([...EXCEPTION_STATUSES])),
};

export const retryExceptions = operation({
  id: 'retryExceptions',
  method: 'POST',
  path: '/v1/exceptions/retries',
  room: 'exceptions',
  summary: 'Try again what many exceptions are about',
  description:
    'Each by itself: looks for stock, asks the provider, or looks into the catalog once more. What ' +
    'is possible now closes; the rest stays, with the reason of now. Name them, or name a `type` ' +
    'and follow `nextCursor` through all that are open, oldest first, 200 at most in a request. To look ' +
    'for stock also needs the scope fulfillment:write, to ask the provider payments:write: without it ' +
    'a `type` is refused, and an exception that was named is kept.',
  scope: 'exceptions:write',
  body: closed({
    exceptions: Type.Optional(Some),
    type: Type.Optional(ExceptionType),
    cursor: Type.Optional(text(100)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  status: 200,
  answer: Type.Object({
    rows: Type.Array(
      Type.Object({ ...Row, outcome: Type.Enum([...RETRY_OUTCOMES]), reason: Type.String() }),
    ),
    cleared: Count,
    nextCursor: nullable(Type.String()),
  }),
  refusals: ['cursor-invalid'],
});

const OutcomeRows = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...Row,
      outcome: Type.Enum(['done', 'refused']),
      code: nullable(Type.String({ description: 'The code of the refusal' })),
      reason: nullable(Type.String()),
    }),
  ),
  done: Count,
});

export const assignExceptions = operation({
  id: 'assignExceptions',
  method: 'POST',
  path: '/v1/exceptions/assignments',
  room: 'exceptions',
  summary: 'Give many exceptions to somebody',
  description: 'What is closed meanwhile is left out and named; the others are done.',
  scope: 'exceptions:write',
  body: closed({
    exceptions: Some,
    owner: nullable(text(254, { description: 'The id or e-mail address of a user, or `me`' })),
  }),
  status: 200,
  answer: OutcomeRows,
  refusals: ['user-unknown', 'not-a-user'],
});

export const snoozeExceptions = operation({
  id: 'snoozeExceptions',
  method: 'POST',
  path: '/v1/exceptions/snoozes',
  room: 'exceptions',
  summary: 'Put many exceptions aside for a while',
  description: 'Null wakes them now. What is closed meanwhile is left out and named.',
  scope: 'exceptions:write',
  body: closed({ exceptions: Some, until: nullable(Timestamp) }),
  status: 200,
  answer: OutcomeRows,
  refusals: [],
});
