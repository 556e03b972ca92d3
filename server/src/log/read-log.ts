// Reads the log of one tenant: by position, or of one subject.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, type IdKind, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { type EventRow, selectEventsAfter, selectEventsOfSubject } from './sql.ts';

/** Events behind a position, in order, at most `limit`. Position 0 is before the first. */
export async function readLog(tx: Tx, after: bigint, limit: number): Promise<LogEvent[]> {
  return (await tx.rows(selectEventsAfter, [after, limit])).map(presentEvent);
}

/** The history of one subject after a version; also what is not sequenced yet. */
export async function readSubject(
  tx: Tx,
  subject: Id<IdKind>,
  afterVersion: number,
  limit: number,
): Promise<LogEvent[]> {
  const rows = await tx.rows(selectEventsOfSubject, [uuidOf(subject), afterVersion, limit]);
  return rows.map(presentEvent);
}

function presentEvent(row: EventRow): LogEvent {
  return {
    position: row.position === null ? null : Number(row.position),
    id: idFromUuid('event', row.id),
    type: row.type,
    subject: idFromUuid(row.subject_kind as IdKind, row.subject),
    version: row.version,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    actor: row.actor,
    data: row.data,
  };
}
