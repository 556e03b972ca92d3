// The only place that says begin and commit.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { type Connection, type Pool, sendTogether } from './pool.ts';
import { setTenant } from './sql.ts';
import type { Prepared, Statement } from './statement.ts';

/** A running transaction of one tenant, or of none. Always the first parameter of what uses it. */
export interface Tx {
  rows<Row>(sql: Statement<Row>, params?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or undefined. */
  row<Row>(sql: Statement<Row>, params?: readonly unknown[]): Promise<Row | undefined>;
  /** How many rows it wrote. */
  run(sql: Statement, params?: readonly unknown[]): Promise<number>;
  /**
   * Sends the last statements and the commit together, a round trip less: locks are held for as much
   * less. If one of them fails, nothing is committed. Nothing may be asked behind it.
   */
  commit(last: readonly Prepared[]): Promise<void>;
}

/**
 * The connection broke while the commit was under way: nobody here knows whether it happened. The
 * work must not be tried again but by a caller whose idempotency key tells.
 */
export class CommitUnknown extends Error {
  /** SQLSTATE "transaction resolution unknown". */
  readonly code = '08007';
  constructor(cause: unknown) {
    super('the connection broke during the commit', { cause });
  }
}

/** Whether the database could not be reached, or went away: another try would fail as well. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof CommitUnknown) return true;
  const code = error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? '') : '';
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOENT|57P|53|08|25P03)/.test(code) ||
    isStandby(error) ||
    (error instanceof Error &&
      /^(Connection terminated|timeout exceeded|Client has encountered a connection|Query read timeout)/.test(
        error.message,
      ))
  );
}

/** The server that was the database only follows another one by now: a new connection may find that. */
function isStandby(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25006';
}

/** Runs `work` in one transaction with the tenant set; commits unless it throws. */
export function inTransaction<T>(
  pool: Pool,
  tenant: TenantId | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inTransactionBegunBy('begin isolation level read committed', pool, tenant, work);
}

/** The same for what only looks: all its statements see one moment. */
export function inSnapshot<T>(
  pool: Pool,
  tenant: TenantId | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inTransactionBegunBy('begin isolation level repeatable read', pool, tenant, work);
}

/** One statement that only looks, in a transaction of its own and without a tenant. */
export async function lookOnce<Row>(
  pool: Pool,
  sql: Statement<Row>,
  params: readonly unknown[] = [],
): Promise<Row[]> {
  const query = { name: sql.name, text: sql.text, values: [...params] };
  return (await pool.query<pg.QueryResultRow>(query)).rows as Row[];
}

async function inTransactionBegunBy<T>(
  begin: string,
  pool: Pool,
  tenant: TenantId | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect();
  const { tx, isEnded, end } = txOn(connection);
  let broken: Error | undefined;
  try {
    sendTogether(connection);
    const begun = settled([
      connection.query(begin),
      connection.query({ ...setTenant, values: [tenant === null ? '' : uuidOf(tenant)] }),
    ]);
    begun.catch(() => {}); // heard below
    // What the work asks for first goes along, a round trip less. Should the transaction not have
    // begun, no tenant is set either, and row-level security lets nothing be written.
    if (tenant === null) await begun;
    const result = await work(tx);
    await begun;
    if (!isEnded()) await tx.commit([]);
    return result;
  } catch (error) {
    // A commit that was refused has ended the transaction; one that broke has broken the connection.
    if (!isEnded() || error instanceof CommitUnknown) {
      end();
      broken = await rollBack(connection);
    }
    if (isStandby(error)) broken = error as Error;
    throw error;
  } finally {
    connection.release(broken);
  }
}

/** Runs `work`; when it asks for `undo`, everything it wrote is taken back, the rest stands. */
export async function inSavepoint<T>(
  tx: Tx,
  work: () => Promise<{ result: T; undo: boolean }>,
): Promise<T> {
  await tx.run(savepoint);
  const { result, undo } = await work();
  await tx.run(undo ? undoToSavepoint : releaseSavepoint);
  return result;
}

/** Sends them at once, in their order. */
export async function sendAll(tx: Tx, writes: readonly Prepared[]): Promise<void> {
  await Promise.all(writes.map(({ sql, params }) => tx.run(sql, params)));
}

/** Whether the same work may succeed when tried again: a deadlock or a serialization failure. */
export function isRetryable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01');
}

/** Whether a statement or a lock took too long: another try would wait as long again. */
export function isTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '55P03' || error.code === '57014');
}

/** The name of the constraint an error broke, or undefined when it is another error. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code?.startsWith('23')
    ? error.constraint
    : undefined;
}

/** Whether a value is at fault: it cannot be stored, or breaks a check. Another try would fail as well. */
export function isOfItsData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(22|23514)/.test(error.code ?? '');
}

/** What an error of the database says besides its message. */
export function detailOf(error: unknown): string {
  return (error instanceof pg.DatabaseError ? error.detail : undefined) ?? '';
}

export const savepoint: Statement = { name: 'db.savepoint', text: 'savepoint verb' };
/** Takes back what was written since the savepoint. */
export const undoToSavepoint: Statement = {
  name: 'db.undo',
  text: 'rollback to savepoint verb',
};
const releaseSavepoint: Statement = { name: 'db.keep', text: 'release savepoint verb' };

interface OpenTx {
  readonly tx: Tx;
  isEnded(): boolean;
  /** Nothing is sent from now on: of work that failed, a part may still be going on. */
  end(): void;
}

function txOn(connection: Connection): OpenTx {
  let first: unknown;
  let isEnding = false;
  const run = async (sql: Statement, params: readonly unknown[] = []) => {
    // It would run in a transaction of its own, or in that of whoever has the connection next.
    if (isEnding) throw new Error(`${sql.name} was asked behind the end of its transaction`);
    sendTogether(connection);
    try {
      return await connection.query<pg.QueryResultRow>({
        name: sql.name,
        text: sql.text,
        values: [...params],
      });
    } catch (error) {
      // Of statements sent together the first one says what is wrong; those behind it only that
      // something is. Whoever waits for them must be told the former: it may be worth a retry.
      first ??= error;
      throw isInFailedTransaction(error) ? first : error;
    }
  };
  const tx: Tx = {
    async rows<Row>(sql: Statement<Row>, params?: readonly unknown[]) {
      return (await run(sql, params)).rows as Row[];
    },
    async row<Row>(sql: Statement<Row>, params?: readonly unknown[]) {
      return (await run(sql, params)).rows[0] as Row | undefined;
    },
    async run(sql, params) {
      return (await run(sql, params)).rowCount ?? 0;
    },
    async commit(last) {
      const sent = last.map(({ sql, params }) => run(sql, params));
      isEnding = true;
      await endOf(sent, commitOn(connection));
    },
  };
  const end = () => {
    isEnding = true;
  };
  return { tx, isEnded: () => isEnding, end };
}

/** What was sent before the commit says why there was none, unless nobody knows whether there was. */
async function endOf(sent: readonly Promise<unknown>[], commit: Promise<void>): Promise<void> {
  const [committed, written] = await Promise.allSettled([commit, settled(sent)]);
  if (committed.status === 'fulfilled') {
    // Never sent, for a reason on our side, while the rest of it was committed: not to be tried again.
    if (written.status === 'rejected') throw new CommitUnknown(written.reason);
    return;
  }
  if (committed.reason instanceof CommitUnknown || written.status === 'fulfilled')
    throw committed.reason;
  throw written.reason;
}

function isInFailedTransaction(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25P02';
}

async function commitOn(connection: Connection): Promise<void> {
  const { command } = await connection.query('commit').catch((error: unknown) => {
    throw isRefusedByDatabase(error) ? error : new CommitUnknown(error);
  });
  // After an error inside a pipeline PostgreSQL answers COMMIT with ROLLBACK, without an error.
  if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`);
}

/** A deferred constraint or a serialization failure: certainly not committed. */
function isRefusedByDatabase(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(23|40)/.test(error.code ?? '');
}

async function rollBack(connection: Connection): Promise<Error | undefined> {
  try {
    await connection.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function settled(promises: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(promises);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
