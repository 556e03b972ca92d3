// SQL that reads the audit log, by an index whatever it is filtered by.

import type { IdKind } from '@doorstep/core/ids.ts';
import { type Statement, statement } from '../db/statement.ts';

export interface AuditRow {
  readonly id: string;
  readonly actor: string;
  readonly type: string;
  readonly kind: IdKind;
  readonly subject: string;
  readonly address: string | null;
  readonly request: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown>;
}

const FILTERS = [
  ['$4::text', 'actor'],
  ['$5::text', 'kind'],
  ['$6::uuid', 'subject'],
] as const;

// A filter that leads is compared plainly, so that its index is walked; the others are looked at row
// by row. $1 before this id, $2 not before this one, $3 how many. Of a range and a filter the planner
// expects a handful of rows and sorts them, whatever there is: where a filter leads, the beginning of
// the time is looked at row by row, too.
function listing(name: string, lead?: string): Statement<AuditRow> {
  const filters = FILTERS.map(([value, column]) =>
    column === lead
      ? `and ${column} = ${value}`
      : `and case when ${value} is null then true else ${column} = ${value} end`,
  );
  return statement<AuditRow>(
    `access.listAudit${name}`,
    `select id, actor, type, kind, subject, address, request, before, after from audit_entries
     where tenant_id = (select current_tenant()) and id < $1
       and ${lead === undefined ? 'id >= $2' : 'case when id < $2::uuid then false else true end'}
       ${filters.join('\n       ')}
     order by id desc limit $3`,
  );
}

export const listAuditByTime = listing('ByTime');
export const listAuditByActor = listing('ByActor', 'actor');
export const listAuditByKind = listing('ByKind', 'kind');
export const listAuditBySubject = listing('BySubject', 'subject');
