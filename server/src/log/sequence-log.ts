// The sequencer: gives committed events their dense positions. Any process may run it at any
// time; the log head's row lets one through.

import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction, lookOnce, type Tx } from '../db/transaction.ts';
import { type LogReader, mayHold } from './run-reader.ts';
import {
  lockHead,
  notifyLog,
  passReaders,
  type SequencedTenant,
  selectLaggingReaders,
  selectPending,
  sequencePending,
} from './sql.ts';

/** Batches numbered in one transaction; the rest follows in the next. */
const BATCHES_MAX = 1000;

export interface Sequenced {
  /** The tenants whose log grew, with their newest position. */
  readonly grown: ReadonlyMap<TenantId, bigint>;
  /** Of the readers those that may want some of it. */
  readonly woken: readonly LogReader[];
}

const NOTHING: Sequenced = { grown: new Map(), woken: [] };

/**
 * Numbers what has committed since the last time and wakes every process that follows the log.
 *
 * @param readers are taken past what they do not want: to run each of them, only to find nothing, would be
 *   most of the work that a lone order makes
 */
export async function sequenceLog(
  clock: Pool,
  readers: readonly LogReader[] = [],
): Promise<Sequenced> {
  return inTransaction(clock, null, async (tx) => {
    const head = await tx.row(lockHead);
    if (head === undefined) return NOTHING; // another process is at it
    const grown = await tx.rows(sequencePending, [head.last_position, BATCHES_MAX]);
    const [first] = grown;
    if (first === undefined) return NOTHING;
    const woken = readers.filter((reader) => mayWant(reader, first));
    await Promise.all([
      tx.run(notifyLog, [namesOf(grown)]),
      pass(tx, head.last_position, first.through, withoutThose(readers, woken)),
    ]);
    return {
      grown: new Map(grown.map((row) => [idFromUuid('tenant', row.tenant_id), row.last_position])),
      woken,
    };
  });
}

/** Also one that says how far it has come. */
function mayWant({ wants, countsAll }: LogReader, { types }: SequencedTenant): boolean {
  return countsAll === true || mayHold({ types }, wants);
}

function withoutThose(readers: readonly LogReader[], woken: readonly LogReader[]): string[] {
  return readers.filter((reader) => !woken.includes(reader)).map(({ name }) => name);
}

async function pass(tx: Tx, from: bigint, through: bigint, names: readonly string[]) {
  if (names.length > 0) await tx.run(passReaders, [from, through, names]);
}

/** Whether there is anything to number: one cheap look, many times a second. */
export async function isAnythingPending(clock: Pool): Promise<boolean> {
  const [row] = await lookOnce(clock, selectPending);
  return row?.pending === true;
}

/** Of the readers those that have not read all that is numbered. */
export async function laggingReaders(
  clock: Pool,
  readers: readonly LogReader[],
): Promise<readonly LogReader[]> {
  const rows = await lookOnce(clock, selectLaggingReaders);
  const names = new Set(rows.map(({ reader }) => reader));
  return readers.filter(({ name }) => names.has(name));
}

/** PostgreSQL passes on at most 8,000 bytes: with more tenants than fit, everybody looks. */
function namesOf(grown: readonly SequencedTenant[]): string {
  const names = grown.map((row) => row.tenant_id).join(' ');
  return names.length > 7900 ? '' : names;
}
