// The log on the wire.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed, nullable, type Shape, Timestamp } from './schema.ts';

const LogEventSchema = Type.Object(
  {
    position: nullable(
      Type.Integer({ description: 'Dense within the tenant; null for a moment after the commit' }),
    ),
    id: Type.String({ description: 'Stable: use it to drop what you have seen' }),
    type: Type.String({ description: '`thing.happened.v1`; a version only ever gains fields' }),
    subject: Type.String({ description: 'The id of what it happened to' }),
    version: Type.Integer({ description: '1, 2, 3 … of the subject, without a hole' }),
    occurredAt: Timestamp,
    recordedAt: Timestamp,
    actor: Type.String({ description: 'Who did it, e.g. `user:usr_…` or `api-key:key_…`' }),
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'LogEvent' },
);

export type LogEvent = Shape<typeof LogEventSchema>;
export { LogEventSchema as LogEventShape };

const After = Type.Optional(
  Type.Integer({ minimum: 0, description: 'The position you have seen last; 0 for the beginning' }),
);

export const listEvents = operation({
  id: 'listEvents',
  method: 'GET',
  path: '/v1/events',
  room: 'log',
  summary: 'Read the log from a position',
  description:
    'Events come in commit order, exactly once. Keep `nextAfter` and pass it as `after` to go on.',
  scope: 'events:read',
  query: closed({
    after: After,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
    newest: Type.Optional(
      Type.Boolean({ default: false, description: 'The newest ones, whatever `after` says' }),
    ),
  }),
  status: 200,
  answer: Type.Object({ items: Type.Array(LogEventSchema), nextAfter: Type.Integer() }),
  refusals: [],
});

export const streamEvents = operation({
  id: 'streamEvents',
  method: 'GET',
  path: '/v1/events/stream',
  room: 'log',
  summary: 'Follow the log live (server-sent events)',
  description:
    'Resumes behind `Last-Event-ID` or `after`; without either it starts at what is newest now. ' +
    'Each message has the position as its id and the event as JSON in its data.',
  scope: 'events:read',
  query: closed({ after: After }),
  status: 200,
  answers: 'text/event-stream',
  refusals: [],
});
