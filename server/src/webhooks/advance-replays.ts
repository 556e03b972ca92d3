// Works off replays, a batch of the log at a time.

import { DAYS_PENDING_KEPT } from '@doorstep/core/webhooks/attempt.ts';
import { isWanted, PING_TYPE } from '@doorstep/core/webhooks/event-filter.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectEndpoint } from './endpoints.sql.ts';
import { writeDeliveries } from './queue-deliveries.ts';
import {
  advanceReplay,
  countWaiting,
  finishReplay,
  lockDueReplay,
  postponeReplay,
  type ReplayedEventRow,
  type ReplayRow,
  selectEventsToReplay,
} from './replays.sql.ts';

/** Events looked at in one transaction. */
const EVENTS_MAX = 500;
/** A replay waits while so much waits already: it must not bury what happens now. */
const WAITING_MAX = 2000;
const WHILE_WAITING_MS = 500;
const WHILE_OFF_MS = 60_000;
const PENDING_KEPT_MS = DAYS_PENDING_KEPT * 86_400_000;

/** @returns whether a replay made a step: call again if so */
export async function advanceReplays(tx: CommandTx, realNow: Date): Promise<number> {
  const replay = await tx.row(lockDueReplay, [tx.now]);
  if (replay === undefined) return 0;
  const endpoint = await tx.row(selectEndpoint, [replay.endpoint_id]);
  if (endpoint === undefined || isTooOld(replay, tx.now)) {
    await tx.run(finishReplay, [replay.id, 'canceled', tx.now]);
    return 1;
  }
  if (!endpoint.active) return postpone(tx, replay, WHILE_OFF_MS);
  const counted = await tx.row(countWaiting, [replay.endpoint_id, WAITING_MAX]);
  if ((counted?.waiting ?? 0) >= WAITING_MAX) return postpone(tx, replay, WHILE_WAITING_MS);
  await advance(tx, replay, realNow);
  return 1;
}

async function advance(tx: CommandTx, replay: ReplayRow, realNow: Date): Promise<void> {
  const cursor = [replay.cursor_recorded_at, replay.cursor_batch, replay.cursor_ordinal];
  const events = await tx.rows(selectEventsToReplay, [...cursor, replay.until, EVENTS_MAX]);
  const wanted = events
    .filter((event) => isMeantFor(replay, event))
    .map((event) => ({ endpoint: replay.endpoint_id, event: queuedEventOf(event) }));
  const queued = await writeDeliveries(tx, { now: tx.now, realNow }, wanted, replay.id);
  const last = events.at(-1);
  if (last !== undefined) {
    const reached = [last.recorded_at, last.batch_id, last.ordinal];
    await tx.run(advanceReplay, [replay.id, ...reached, events.length, queued, tx.now]);
  }
  if (events.length < EVENTS_MAX) await tx.run(finishReplay, [replay.id, 'done', tx.now]);
}

function isMeantFor(replay: ReplayRow, event: ReplayedEventRow): boolean {
  return (
    event.position !== null && event.type !== PING_TYPE && isWanted(replay.event_types, event.type)
  );
}

function queuedEventOf(event: ReplayedEventRow) {
  return {
    event: event.id,
    subject: event.subject,
    type: event.type,
    version: event.version,
    recordedAt: event.recorded_at,
    position: Number(event.position),
  };
}

/** Its endpoint was off for as long as anything waits for it. */
function isTooOld(replay: ReplayRow, now: Date): boolean {
  return now.getTime() - replay.created_at.getTime() > PENDING_KEPT_MS;
}

async function postpone(tx: CommandTx, replay: ReplayRow, byMs: number): Promise<number> {
  await tx.run(postponeReplay, [replay.id, new Date(tx.now.getTime() + byMs)]);
  return 1;
}
