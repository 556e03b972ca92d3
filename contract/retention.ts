// How long what is kept, on the wire: rules, what they would erase, what they erased.

import { RETENTION_KINDS } from '@doorstep/core/settings/retention.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed, nullable, SeenVersion, type Shape, Timestamp } from './schema.ts';

const Kind = Type.Enum([...RETENTION_KINDS], {
  description:
    '`requests` of the API, `deliveries` of webhooks, `sessions` that ended, `notes` on orders, ' +
    'and what is personal in `orders` that are finished',
});
const KeepDaysField = Type.Integer({ minimum: 1, maximum: 3650 });

const RuleSchema = Type.Object(
  {
    kind: Kind,
    keepDays: Type.Integer(),
    on: Type.Boolean(),
    nextRunAt: nullable(Timestamp),
    keepDaysMin: Type.Integer(),
    keepDaysMax: Type.Integer(),
    version: Type.Integer({ description: '0: never changed' }),
  },
  { $id: 'RetentionRule' },
);
export type RetentionRuleAnswer = Shape<typeof RuleSchema>;

const RunSchema = Type.Object(
  {
    kind: Kind,
    before: { ...Timestamp, description: 'What was older than this was erased' },
    erased: Type.Integer(),
    startedAt: Timestamp,
    finishedAt: nullable(Timestamp),
  },
  { $id: 'RetentionRun' },
);
export type RetentionRunAnswer = Shape<typeof RunSchema>;

export const getRetention = operation({
  id: 'getRetention',
  method: 'GET',
  path: '/v1/retention',
  room: 'retention',
  summary: 'How long what is kept, and what the last fifty runs erased',
  scope: 'settings:read',
  status: 200,
  answer: Type.Object({ rules: Type.Array(RuleSchema), runs: Type.Array(RunSchema) }),
  refusals: [],
});

const params = closed({ kind: Kind });

export const previewRetention = operation({
  id: 'previewRetention',
  method: 'GET',
  path: '/v1/retention/{kind}/preview',
  room: 'retention',
  summary: 'What a rule would erase now; nothing is erased',
  scope: 'settings:read',
  params,
  query: closed({ keepDays: Type.Optional(KeepDaysField) }),
  status: 200,
  answer: Type.Object({
    before: Timestamp,
    count: Type.Integer({ description: 'Counted up to 10,000' }),
    isMore: Type.Boolean({ description: 'There are more than were counted' }),
  }),
  refusals: [],
});

export const changeRetention = operation({
  id: 'changeRetention',
  method: 'PUT',
  path: '/v1/retention/{kind}',
  room: 'retention',
  summary: 'Say how long what is kept, and switch it on or off',
  description:
    'Once a day a worker erases what is older, in small steps, from now on. It does not come back. ' +
    'Of orders and notes the words go; what was sold, paid and returned stays, and so does every sum.',
  scope: 'settings:write',
  params,
  body: closed({ keepDays: KeepDaysField, on: Type.Boolean(), ...SeenVersion }),
  status: 200,
  answer: RuleSchema,
  refusals: ['version-conflict'],
});
