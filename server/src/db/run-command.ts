// The one door for writes: begin → tenant → idempotency key → verb → events → commit.
// Order capture is the same pipeline for many at once: see orders/capture-orders.ts.

import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, actorText } from '@doorstep/core/access/actor.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import pg from 'pg';
import { eventWrites, type NewEvent } from './append-events.ts';
import { auditWrites, type Deed, type Origin } from './audit-writes.ts';
import type { Pool } from './pool.ts';
import {
  type ExceptionChange,
  type GoneCause,
  type NewException,
  writeExceptions,
} from './raise-exceptions.ts';
import {
  claimKey,
  limitLockWait,
  releaseClaim,
  selectAnswer,
  storeAnswer,
  unlimitLockWait,
} from './sql.ts';
import type { Prepared } from './statement.ts';
import {
  inTransaction,
  isRetryable,
  savepoint,
  sendAll,
  type Tx,
  undoToSavepoint,
} from './transaction.ts';

export interface CommandContext {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly now: Date;
  /** From where it was asked; none for what Doorstep does by itself. */
  readonly origin?: Origin;
}

/** What a verb works with: the transaction, who acts and when, and the log. */
export interface CommandTx extends Tx, CommandContext {
  /** Records an event; all are written after the verb, in order. */
  emit(event: NewEvent): void;
  /** Tells the audit log of what is no event. */
  audit(deed: Deed): void;
  /** Puts something before people's eyes; the same cause stands once as long as it is open. */
  raise(exception: NewException): void;
  /** The cause of an exception is gone: it closes, if it was open. The last word wins. */
  clear(gone: GoneCause): void;
}

export interface IdempotencyKey {
  readonly key: string;
  /** The operation it was sent to: the same key on another route is another request. */
  readonly route: string;
  /** The request as received; another one under the same key is refused. */
  readonly input: string;
}

export interface CommandAnswer<T> {
  readonly outcome: T | Refusal;
  /** The answer is the stored one of an earlier request with this key. */
  readonly replayed: boolean;
}

/** Thrown by a verb that decided on what is no longer so: the whole command is tried again. */
export class LostRace extends Error {}

/** Deadlocks, serialization failures and lost races are tried again this often, then thrown. */
const ATTEMPTS_MAX = 5;

/**
 * Runs a verb in a transaction of its own. A refusal undoes all the verb wrote; under an
 * idempotency key it is stored and answered again, like any other outcome.
 *
 * @param forReplay what a replay answers instead, where the answer holds a secret shown once
 */
export async function runCommand<T>(
  pool: Pool,
  context: CommandContext,
  key: IdempotencyKey | null,
  verb: (tx: CommandTx) => Promise<T | Refusal>,
  forReplay: (answer: T) => T = (answer) => answer,
): Promise<CommandAnswer<T>> {
  const command = { context, key, verb, forReplay };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(pool, context.tenant, (tx) => attemptOnce(tx, command));
    } catch (error) {
      if (key !== null && isLockTimeout(error))
        return {
          outcome: refuse(
            'idempotency-in-flight',
            'A request with this key is still being handled.',
          ),
          replayed: false,
        };
      if (!(isRetryable(error) || isLostRace(error)) || attempt === ATTEMPTS_MAX) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

interface Command<T> {
  readonly context: CommandContext;
  readonly key: IdempotencyKey | null;
  readonly verb: (tx: CommandTx) => Promise<T | Refusal>;
  readonly forReplay: (answer: T) => T;
}

async function attemptOnce<T>(tx: Tx, command: Command<T>): Promise<CommandAnswer<T>> {
  const { context, key, verb, forReplay } = command;
  const hashes = key === null ? null : hashesOf(context, key);
  const stored = hashes === null ? undefined : await claim(tx, context, hashes);
  if (stored !== undefined) return { outcome: stored as T | Refusal, replayed: true };

  const events: NewEvent[] = [];
  const deeds: Deed[] = [];
  const exceptions: ExceptionChange[] = [];
  // Goes along with what the verb asks first; without it that fails, too.
  tx.run(savepoint).catch(() => {});
  const outcome = await verb({
    ...tx,
    ...context,
    emit: (event) => void events.push(event),
    audit: (deed) => void deeds.push(deed),
    raise: (exception) => void exceptions.push({ how: 'raise', exception }),
    clear: (exception) => void exceptions.push({ how: 'clear', exception }),
  });
  const last: Prepared[] = [];
  if (isRefusal(outcome)) last.push({ sql: undoToSavepoint, params: [] });
  else {
    const told = await writeExceptions(tx, context, exceptions);
    last.push(
      ...eventWrites(context.actor, context.now, [...events, ...told]),
      ...auditWrites(context, events, deeds),
    );
  }
  if (hashes !== null) {
    const kept = JSON.stringify((isRefusal(outcome) ? outcome : forReplay(outcome)) ?? null);
    last.push({ sql: storeAnswer, params: [hashes.claimedWeeks, hashes.key, kept] });
  }
  await tx.commit(last);
  return { outcome, replayed: false };
}

export interface KeyHashes {
  readonly key: string;
  readonly input: string;
  /** The weeks (their Mondays) whose partitions the key is claimed in: nearly always one. */
  readonly claimedWeeks: readonly string[];
  /** The weeks an answer may be found in: this one, the last, and the next if a clock was ahead. */
  readonly keptWeeks: readonly string[];
}

export function hashesOf(context: CommandContext, key: IdempotencyKey): KeyHashes {
  const week = mondayOf(context.now, 0);
  const lastWeek = mondayOf(context.now, -7);
  return {
    key: hash128(`${actorText(context.actor)}\n${key.route}\n${key.key}`),
    input: hash128(key.input),
    claimedWeeks: isTurnOfWeek(context.now) ? [lastWeek, week] : [week],
    keptWeeks: [lastWeek, week, mondayOf(context.now, 7)],
  };
}

/** Claims the key; answers the stored outcome when it was used before. */
async function claim(tx: Tx, context: CommandContext, hashes: KeyHashes): Promise<unknown> {
  const { key, input, claimedWeeks, keptWeeks } = hashes;
  const claimed = sendAll(tx, [
    { sql: limitLockWait, params: [] },
    ...claimedWeeks.map((week) => ({ sql: claimKey, params: [week, key, input, context.now] })),
    { sql: unlimitLockWait, params: [] },
  ]);
  // Looked up behind the claim: while that waited, the holder of the key may have committed.
  const [, stored] = await Promise.all([claimed, tx.row(selectAnswer, [keptWeeks, key])]);
  if (stored === undefined) return undefined;
  await tx.run(releaseClaim, [claimedWeeks, key]);
  return stored.input_hash === input
    ? JSON.parse(stored.answer)
    : refuse('idempotency-key-reused', 'This key was used for a request with another body.');
}

/** The first 128 bits of SHA-256, as 32 hex digits that PostgreSQL reads as a UUID. */
export function hash128(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

const DAY_MS = 86_400_000;

function mondayOf(moment: Date, shiftDays: number): string {
  const sinceMonday = (moment.getUTCDay() + 6) % 7;
  return new Date(moment.getTime() + (shiftDays - sinceMonday) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * In the first hours of a week a key is claimed in the last week as well: two processes whose
 * clocks disagree about the week then still meet on one row.
 */
function isTurnOfWeek(moment: Date): boolean {
  return moment.getUTCDay() === 1 && moment.getUTCHours() < TURN_HOURS;
}

/** Clocks that are further apart, a time zone taken for UTC say, meet what is committed all the same. */
const TURN_HOURS = 4;

/**
 * An update that lost a race for a unique value: verbs look first, so when tried again the verb
 * finds the value taken and refuses. Inserts never get here, they say `on conflict do nothing`.
 */
/** Somebody else was first: what was decided on is no longer so. */
export function isLostRace(error: unknown): boolean {
  if (error instanceof LostRace) return true;
  return error instanceof pg.DatabaseError && error.code === '23505';
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03';
}
