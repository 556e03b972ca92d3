// Who did what, newest first, of a person, a kind of thing, a thing, a time.

import type { AuditEntryAnswer, AuditFilters } from '@doorstep/contract/audit.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import {
  type AuditRow,
  listAuditByActor,
  listAuditByKind,
  listAuditBySubject,
  listAuditByTime,
} from './audit.sql.ts';
import { nameActors } from './name-actors.ts';

export interface AuditPage extends Page<AuditEntryAnswer> {
  names: Record<string, string>;
}

export async function listAudit(
  tx: Tx,
  request: ListRequest & AuditFilters,
): Promise<AuditPage | Refusal> {
  const page = await readAudit(tx, request);
  if (isRefusal(page)) return page;
  return {
    ...page,
    names: await nameActors(
      tx,
      page.items.map(({ actor }) => actor),
    ),
  };
}

export function readAudit(
  tx: Tx,
  { actor, kind, subject, since, until, ...page }: ListRequest & AuditFilters,
): Promise<Page<AuditEntryAnswer> | Refusal> {
  const list =
    subject !== undefined
      ? listAuditBySubject
      : actor !== undefined
        ? listAuditByActor
        : kind !== undefined
          ? listAuditByKind
          : listAuditByTime;
  const filters = [actor ?? null, kind ?? null, subject?.slice(4) ?? null];
  const end = until === undefined ? null : firstIdAt(until);
  const start = since === undefined ? '0'.repeat(32) : firstIdAt(since);
  return pageById(
    page,
    (before, limit) =>
      tx.rows(list, [end === null || before < end ? before : end, start, limit, ...filters]),
    presentAudit,
  );
}

/** The least id that a moment may have: an id tells when it was made. */
function firstIdAt(moment: string): string {
  return Math.max(0, Date.parse(moment)).toString(16).padStart(12, '0') + '0'.repeat(20);
}

function presentAudit(row: AuditRow): AuditEntryAnswer {
  const { actor, type, kind, subject, address, request, before, after } = row;
  return {
    id: idFromUuid('auditEntry', row.id),
    at: new Date(Number.parseInt(row.id.replaceAll('-', '').slice(0, 12), 16)).toISOString(),
    actor,
    type,
    kind,
    subject: idFromUuid(kind, subject),
    address,
    request: request === null ? null : `req_${request.replaceAll('-', '')}`,
    before,
    after,
  };
}
