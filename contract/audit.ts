// Who did what, when and from where, on the wire.

import { type Static, type TObject, Type } from 'typebox';
import { operation } from './operation.ts';
import { ActorNames, closed, id, ListQuery, nullable, Timestamp } from './schema.ts';

const AuditEntrySchema = Type.Object(
  {
    id: id('auditEntry'),
    at: Timestamp,
    actor: Type.String({ description: '`user:usr_…`, `api-key:key_…` or `system:…`' }),
    type: Type.String({ description: 'What was done, such as `role.changed`' }),
    kind: Type.String({ description: 'The kind of thing it was done to, such as `role`' }),
    subject: Type.String({ description: 'The id of the thing' }),
    address: nullable(
      Type.String({ description: 'From where; null for what Doorstep does by itself' }),
    ),
    request: nullable(Type.String({ description: 'The id of the request' })),
    before: nullable(Type.Record(Type.String(), Type.Unknown())),
    after: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'AuditEntry' },
);
export type AuditEntryAnswer = Static<typeof AuditEntrySchema>;

const filters = {
  actor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'As entries have it' }),
  ),
  kind: Type.Optional(Type.String({ pattern: '^[a-z][a-zA-Z]{0,39}$' })),
  subject: Type.Optional(Type.String({ pattern: '^[a-z]{3}_[0-9a-f]{32}$' })),
  since: Type.Optional(Timestamp),
  until: Type.Optional({ ...Timestamp, description: 'Before this moment' }),
};

const AuditFilters: TObject<typeof filters> = Type.Object(filters);
export type AuditFilters = Static<typeof AuditFilters>;

const WHAT =
  'Everything that users did, and what keys and Doorstep did by itself but for the traffic of the ' +
  'shop: that is in the log of events. Never changed; kept for two years. Holds ids and facts, no ' +
  'secret and nothing personal but the address.';

export const listAudit = operation({
  id: 'listAudit',
  method: 'GET',
  path: '/v1/audit',
  room: 'access',
  summary: 'Who did what, when and from where, newest first',
  description: WHAT,
  scope: 'audit:read',
  query: closed({ ...ListQuery, ...filters }),
  status: 200,
  answer: Type.Object({
    items: Type.Array(AuditEntrySchema),
    names: ActorNames,
    nextCursor: nullable(
      Type.String({ description: 'Pass as `cursor` for the next page; null at the end' }),
    ),
  }),
  refusals: [],
});

export const exportAudit = operation({
  id: 'exportAudit',
  method: 'GET',
  path: '/v1/audit/export',
  room: 'access',
  summary: 'The audit log as a file, newest first',
  description: WHAT,
  scope: 'audit:read',
  query: closed({
    format: Type.Optional(Type.Enum(['ndjson', 'csv'], { default: 'ndjson' })),
    ...filters,
  }),
  status: 200,
  answers: ['application/x-ndjson', 'text/csv'],
  refusals: [],
});
