// Takes deliveries that are due for a while: nobody else sends them until the lease has run out. A
// process that dies leaves nothing to clean up.

import { randomUUID } from 'node:crypto';
import type { IdKind } from '@doorstep/core/ids.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { SentEvent } from '@doorstep/core/webhooks/cloud-event.ts';
import { concurrencyOf } from '@doorstep/core/webhooks/endpoint-health.ts';
import type { Tx } from '../db/transaction.ts';
import {
  type LeasedRow,
  leaseDueDeliveries,
  lockSendable,
  type SendableRow,
  type SentEventRow,
  selectSentEvents,
} from './deliveries.sql.ts';

export interface LeasedDelivery {
  readonly id: string;
  readonly endpoint: SendableRow;
  readonly lease: string;
  /** Tries before this one. */
  readonly attempts: number;
  /** Null: the log no longer has it. */
  readonly event: SentEvent | null;
}

export interface LeaseTerms {
  readonly now: Date;
  readonly leaseMs: number;
  /** Deliveries to take for one endpoint. */
  readonly most: number;
}

/** @param endpoints that have something due; those that another process looks after are left out */
export async function leaseDeliveries(
  tx: Tx,
  endpoints: readonly string[],
  { now, leaseMs, most }: LeaseTerms,
): Promise<LeasedDelivery[]> {
  const sendable = await tx.rows(lockSendable, [endpoints, now]);
  if (sendable.length === 0) return [];
  const wanted = sendable.map((row) => ({
    endpoint: row.id,
    atOnce: concurrencyOf(healthOf(row)),
    most,
  }));
  const until = new Date(now.getTime() + leaseMs);
  const lease = randomUUID();
  const rows = await tx.rows(leaseDueDeliveries, [JSON.stringify(wanted), now, until, lease]);
  const events = await eventsOf(tx, rows);
  const byId = new Map(sendable.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const endpoint = byId.get(row.endpoint_id);
    if (endpoint === undefined) return [];
    const event = sentEventOf(row, events.get(row.event_id));
    return [{ id: row.id, endpoint, lease, attempts: row.attempts, event }];
  });
}

function healthOf(row: SendableRow) {
  return { failuresInRow: row.failures_in_row };
}

async function eventsOf(tx: Tx, rows: readonly LeasedRow[]): Promise<Map<string, SentEventRow>> {
  const wanted = new Map(
    rows.map((row) => [
      row.event_id,
      { subject: row.subject, version: row.subject_version, recordedAt: row.recorded_at },
    ]),
  );
  if (wanted.size === 0) return new Map();
  const found = await tx.rows(selectSentEvents, [JSON.stringify([...wanted.values()])]);
  return new Map(found.map((event) => [event.id, event]));
}

function sentEventOf(row: LeasedRow, event: SentEventRow | undefined): SentEvent | null {
  if (event === undefined) return null;
  return {
    id: idFromUuid('event', row.event_id),
    type: row.event_type,
    subject: idFromUuid(event.subject_kind as IdKind, row.subject),
    version: row.subject_version,
    position: Number(row.position),
    occurredAt: event.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    data: event.data,
  };
}
