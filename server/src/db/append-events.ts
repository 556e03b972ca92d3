// Writes the events of one transaction: their batch row and a row each.

import { type Actor, actorText } from '@doorstep/core/access/actor.ts';
import { ID_PREFIXES, type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import { insertEventBatch, insertEvents } from './events.sql.ts';
import { newUuid } from './ids.ts';
import { preparedRows } from './row-set.ts';
import type { Prepared } from './statement.ts';
import { sendAll, type Tx } from './transaction.ts';

export interface NewEvent {
  /** `thing.happened.v1`; the types and their data are listed in contract/events.ts. */
  readonly type: string;
  readonly subject: Id<IdKind>;
  /** 1, 2, 3 … of the subject, without a hole. */
  readonly version: number;
  /** Who did it, where one transaction holds the acts of several: a batch of captures. */
  readonly actor?: Actor;
  /** When it happened, where that is not now: a channel's or a scanner's own clock. */
  readonly occurredAt?: Date;
  /** Ids and facts; never personal data. */
  readonly data: unknown;
  /** What it was and is, for the audit log: no secret, nothing personal. Else it shows the data. */
  readonly change?: { readonly before?: object; readonly after: object };
}

/** Appends in order. The transaction must hold its locks already: see 0003_log.sql. */
export async function appendEvents(
  tx: Tx,
  actor: Actor,
  now: Date,
  events: readonly NewEvent[],
): Promise<void> {
  await sendAll(tx, eventWrites(actor, now, events));
}

/** What appends them, to be sent with other writes. */
export function eventWrites(actor: Actor, now: Date, events: readonly NewEvent[]): Prepared[] {
  if (events.length === 0) return [];
  const batch = newUuid();
  const types = [...new Set(events.map(({ type }) => type))];
  const by = actorText(actor);
  const rows = events.map((event, ordinal) => ({
    ordinal,
    id: newUuid(),
    type: event.type,
    kind: kindOf(event.subject),
    subject: uuidOf(event.subject),
    version: event.version,
    at: event.occurredAt ?? now,
    actor: event.actor === undefined ? by : actorText(event.actor),
    data: event.data,
  }));
  return [
    { sql: insertEventBatch, params: [batch, now, events.length, types] },
    ...preparedRows(insertEvents, rows, batch, now),
  ];
}

const KIND_OF_PREFIX = new Map<string, IdKind>(
  Object.entries(ID_PREFIXES).map(([kind, prefix]) => [prefix, kind as IdKind]),
);

export function kindOf(id: Id<IdKind>): IdKind {
  const kind = KIND_OF_PREFIX.get(id.slice(0, 3));
  if (kind === undefined) throw new Error(`an id of no known kind: ${id}`);
  return kind;
}
