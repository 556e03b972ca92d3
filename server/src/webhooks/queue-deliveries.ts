// Queues events for the endpoints that want them. Queued once, however often the log is read.

import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import { DAYS_PENDING_KEPT } from '@doorstep/core/webhooks/attempt.ts';
import { isWanted, PING_TYPE } from '@doorstep/core/webhooks/event-filter.ts';
import { newUuid } from '../db/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { EventHead } from '../log/read-log.ts';
import { insertDeliveries } from './deliveries.sql.ts';
import { type FilterRow, selectFilters } from './endpoints.sql.ts';
import { NO_REPLAY } from './present.ts';

export interface QueuedEvent {
  /** Bare UUIDs. */
  readonly event: string;
  readonly subject: string;
  readonly type: string;
  readonly version: number;
  readonly recordedAt: Date;
  readonly position: number;
}

/** Of the runtime. */
interface Clocks {
  readonly now: () => Date;
  readonly realNow: () => Date;
}

interface Times {
  /** The shop's: when it was queued, and how long it is kept. */
  readonly now: Date;
  /** The machine's: receivers are out there in real time, whatever time the shop has. */
  readonly realNow: Date;
}

/** Rows written by one statement; 50 endpoints times a batch of the log are many more. */
const ROWS_MAX = 2000;
/** What an import of the past did: it happened long ago, and nobody waits to hear of it. */
const HISTORY = 'system:import-history';

const DAY_MS = 86_400_000;

/** Only where an endpoint waits. */
export async function isAnyEndpointThere(tx: Tx): Promise<boolean> {
  return (await tx.rows(selectFilters)).length > 0;
}

/** @returns how many were queued */
export async function queueDeliveries(
  tx: Tx,
  { now, realNow }: Clocks,
  events: readonly EventHead[],
): Promise<number> {
  const endpoints = await tx.rows(selectFilters);
  if (endpoints.length === 0) return 0;
  const wanted = events
    .filter((event) => event.actor !== HISTORY)
    .map(queuedEventOf)
    .flatMap((event) =>
      endpoints
        .filter((endpoint) => isMeantFor(endpoint, event))
        .map(({ id }) => ({ endpoint: id, event })),
    );
  return writeDeliveries(tx, { now: now(), realNow: realNow() }, wanted, NO_REPLAY);
}

export async function writeDeliveries(
  tx: Tx,
  { now, realNow }: Times,
  wanted: readonly { readonly endpoint: string; readonly event: QueuedEvent }[],
  replay: string,
): Promise<number> {
  const forgetAt = new Date(now.getTime() + DAYS_PENDING_KEPT * DAY_MS);
  let queued = 0;
  for (let from = 0; from < wanted.length; from += ROWS_MAX) {
    const rows = wanted
      .slice(from, from + ROWS_MAX)
      .map(({ endpoint, event }) => ({ endpoint, id: newUuid(), replay, ...event }));
    queued += await tx.run(insertDeliveries, [JSON.stringify(rows), now, forgetAt, realNow]);
  }
  return queued;
}

function isMeantFor(endpoint: FilterRow, event: QueuedEvent): boolean {
  if (event.type === PING_TYPE) return event.subject === endpoint.id.replaceAll('-', '');
  return (
    endpoint.active &&
    endpoint.active_after < event.position &&
    isWanted(endpoint.event_types, event.type)
  );
}

function queuedEventOf(event: EventHead): QueuedEvent {
  return {
    event: uuidOf(event.id as Id<'event'>),
    subject: uuidOf(event.subject as Id<IdKind>),
    type: event.type,
    version: event.version,
    recordedAt: new Date(event.recordedAt),
    position: event.position ?? 0,
  };
}
