// What was asked of the API, on the wire: by request id, for seven days.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed, ListQuery, nullable, page, type Shape, Timestamp } from './schema.ts';

const RequestId = Type.String({
  pattern: '^req_[0-9a-f]{32}$',
  description: 'As the header `x-request-id` of every answer, and `requestId` of every problem',
});

export const ApiRequestSchema = Type.Object(
  {
    id: RequestId,
    at: Timestamp,
    operation: Type.String({ description: 'Its name in the API reference' }),
    method: Type.String(),
    path: Type.String({
      description: 'As the API reference writes it: without what was filled in',
    }),
    status: Type.Integer(),
    error: nullable(Type.String({ description: 'The code of the problem it was answered with' })),
    actor: Type.String({ description: 'Who asked, e.g. `user:usr_…` or `api-key:key_…`' }),
    tookMs: Type.Number(),
  },
  { $id: 'ApiRequest' },
);
export type ApiRequestAnswer = Shape<typeof ApiRequestSchema>;

export const listRequests = operation({
  id: 'listRequests',
  method: 'GET',
  path: '/v1/requests',
  room: 'access',
  summary: 'List what was asked of the API, newest first',
  description:
    'Kept for seven days, without bodies. It is a sample when much is asked: per process, five ' +
    'reads, five writes and five failures a second on average are kept. A request appears within ' +
    'about a second.',
  scope: 'events:read',
  query: closed({
    ...ListQuery,
    failed: Type.Optional(
      Type.Boolean({ default: false, description: 'Only those answered with a problem' }),
    ),
    operation: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  }),
  status: 200,
  answer: page(ApiRequestSchema),
  refusals: [],
});

export const getRequest = operation({
  id: 'getRequest',
  method: 'GET',
  path: '/v1/requests/{request}',
  room: 'access',
  summary: 'Find a request by its id',
  scope: 'events:read',
  params: closed({ request: RequestId }),
  status: 200,
  answer: ApiRequestSchema,
  refusals: ['not-found'],
});
