// Exceptions are raised and closed where the fact is recorded, in its transaction: so none is
// missed, and none stands for what did not happen. What people do with them: server/src/exceptions.

import { type Actor, actorText } from '@doorstep/core/access/actor.ts';
import {
  EXCEPTION_KINDS,
  type ExceptionType,
  type Severity,
} from '@doorstep/core/exceptions/exception-types.ts';
import { type Id, type IdKind, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { NewEvent } from './append-events.ts';
import {
  type ClosedRow,
  closeExceptions,
  lockCauses,
  type RaisedRow,
  raiseExceptions,
} from './exceptions.sql.ts';
import { newId } from './ids.ts';
import type { Tx } from './transaction.ts';

/** Who acts, and when. */
interface Act {
  readonly actor: Actor;
  readonly now: Date;
}

type AboutKind =
  | 'order'
  | 'sku'
  | 'location'
  | 'fulfillmentOrder'
  | 'parcel'
  | 'payment'
  | 'return'
  | 'webhookEndpoint';

export type ExceptionSubjects = { readonly [K in AboutKind]?: Id<K> };

export interface NewException {
  readonly type: ExceptionType;
  /** What makes it one and the same while it is open: ids joined by a space, e.g. `ord_… 2`. */
  readonly cause: string;
  readonly about: ExceptionSubjects;
  /** Ids and numbers that say what is wrong; never personal data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Where they are not those of the type. */
  readonly title?: string;
  readonly severity?: Severity;
  readonly deadline?: Date;
}

export interface GoneCause {
  readonly type: ExceptionType;
  readonly cause: string;
}

export type ExceptionChange =
  | { readonly how: 'raise'; readonly exception: NewException }
  | { readonly how: 'clear'; readonly exception: GoneCause };

const HOUR_MS = 3_600_000;

/**
 * Writes what a transaction said of exceptions, in the order in which it was said: of one cause the
 * last word counts.
 *
 * @returns the events of it, to be appended with the others
 */
export async function writeExceptions(
  tx: Tx,
  { actor, now }: Act,
  changes: readonly ExceptionChange[],
): Promise<NewEvent[]> {
  if (changes.length === 0) return [];
  const last = [...new Map(changes.map((change) => [keyOf(change), change])).values()];
  const raised = last.flatMap((one) => (one.how === 'raise' ? [rowOf(one.exception, now)] : []));
  const gone = last.flatMap((one) => (one.how === 'clear' ? [causeOf(one.exception)] : []));
  if (last.length > 1)
    await tx.run(lockCauses, [JSON.stringify(last.map((one) => causeOf(one.exception)))]);
  const by = actorText(actor);
  const closed =
    gone.length === 0 ? [] : await tx.rows(closeExceptions, [JSON.stringify(gone), by, now]);
  const standing =
    raised.length === 0 ? [] : await tx.rows(raiseExceptions, [JSON.stringify(raised), now, by]);
  return [...closed.map(closedEvent), ...standing.map(raisedEvent)];
}

/** The same for what was just made, whose causes nobody else can name yet: nothing is locked. */
export async function raiseAboutNew(
  tx: Tx,
  { actor, now }: Act,
  exceptions: readonly NewException[],
): Promise<NewEvent[]> {
  if (exceptions.length === 0) return [];
  const rows = JSON.stringify(exceptions.map((exception) => rowOf(exception, now)));
  return (await tx.rows(raiseExceptions, [rows, now, actorText(actor)])).map(raisedEvent);
}

function keyOf({ exception }: ExceptionChange): string {
  return `${exception.type} ${exception.cause}`;
}

function causeOf({ type, cause }: GoneCause): GoneCause {
  return { type, cause };
}

function rowOf(exception: NewException, now: Date): object {
  const kind = EXCEPTION_KINDS[exception.type];
  const about = Object.entries(exception.about).map(([name, id]: [string, Id<IdKind>]) => [
    name,
    uuidOf(id),
  ]);
  return {
    ...Object.fromEntries(about),
    id: uuidOf(newId('exception')),
    type: exception.type,
    cause: exception.cause,
    title: exception.title ?? null,
    severity: exception.severity ?? kind.severity,
    data: exception.data,
    deadline: exception.deadline ?? new Date(now.getTime() + kind.deadlineHours * HOUR_MS),
  };
}

function closedEvent(row: ClosedRow): NewEvent {
  return {
    type: 'exception.closed.v1',
    subject: idFromUuid('exception', row.id),
    version: row.version,
    data: { type: row.type, order: orderOf(row.order_id), resolution: 'cause-gone' },
  };
}

function raisedEvent(row: RaisedRow): NewEvent {
  return {
    type: row.isNew ? 'exception.raised.v1' : 'exception.seen_again.v1',
    subject: idFromUuid('exception', row.id),
    version: row.version,
    data: {
      type: row.type,
      severity: row.severity,
      order: orderOf(row.order_id),
      deadline: row.deadline.toISOString(),
    },
  };
}

function orderOf(uuid: string | null): Id<'order'> | null {
  return uuid === null ? null : idFromUuid('order', uuid);
}
