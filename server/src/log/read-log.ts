// Reads the log of one tenant: by position, or of one subject.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, type IdKind, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import {
  type EventRow,
  selectEventsAfter,
  selectEventsOfSubject,
  selectHistory,
  selectHistoryNewest,
  selectTouches,
  selectWantedEvents,
  selectWantedHeads,
} from './sql.ts';

/** A stretch of a tenant's log: what is behind `after`, up to `through`. */
export interface LogRange {
  readonly after: bigint;
  readonly through: bigint;
}

/** Events behind a position, in order, at most `limit`. Position 0 is before the first. */
export async function readLog(tx: Tx, after: bigint, limit: number): Promise<LogEvent[]> {
  return (await tx.rows(selectEventsAfter, [after, limit])).map(presentEvent);
}

/** Of a stretch of the log, in order, what has a type that begins with one of `wants`. */
export async function readWanted(
  tx: Tx,
  { after, through }: LogRange,
  wants: readonly string[],
): Promise<LogEvent[]> {
  return (await tx.rows(selectWantedEvents, [after, through, wants])).map(presentEvent);
}

/** What stands beside the data of an event, which is most of what is to be read. */
export type EventHead = Omit<LogEvent, 'data'>;

/** The same without their data. */
export async function readWantedHeads(
  tx: Tx,
  { after, through }: LogRange,
  wants: readonly string[],
): Promise<EventHead[]> {
  return (await tx.rows(selectWantedHeads, [after, through, wants])).map(presentHead);
}

/** That something happened to a subject, and when. */
export type Touch = Pick<LogEvent, 'type' | 'subject' | 'recordedAt'>;

/** Of a stretch of the log, in any order, what has a type that begins with one of `wants`. */
export async function readTouches(
  tx: Tx,
  { after, through }: LogRange,
  wants: readonly string[],
): Promise<Touch[]> {
  const rows = await tx.rows(selectTouches, [after, through, wants]);
  return rows.map(({ type, subject_kind, subject, recorded_at }) => ({
    type,
    subject: idFromUuid(subject_kind as IdKind, subject),
    recordedAt: recorded_at.toISOString(),
  }));
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

export interface HistoryRequest {
  readonly after: number;
  readonly before: number;
  /** Beginnings of types; none: all. */
  readonly wants: readonly string[];
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** The history of one subject from either end, of some types only if asked. */
export async function readHistory(
  tx: Tx,
  subject: Id<IdKind>,
  { after, before, wants, newestFirst, limit }: HistoryRequest,
): Promise<LogEvent[]> {
  const sql = newestFirst ? selectHistoryNewest : selectHistory;
  return (await tx.rows(sql, [uuidOf(subject), after, before, wants, limit])).map(presentEvent);
}

function presentEvent(row: EventRow): LogEvent {
  return { ...presentHead(row), data: row.data };
}

function presentHead(row: Omit<EventRow, 'data'>): EventHead {
  return {
    position: row.position === null ? null : Number(row.position),
    id: idFromUuid('event', row.id),
    type: row.type,
    subject: idFromUuid(row.subject_kind as IdKind, row.subject),
    version: row.version,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    actor: row.actor,
  };
}
