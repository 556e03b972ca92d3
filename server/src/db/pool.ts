// Connections to PostgreSQL: pipelined, and acting as a role that owns nothing.

import type { Duplex } from 'node:stream';
import pg from 'pg';
import { readMoment } from './moments.ts';

export type Role = 'doorstep_app' | 'doorstep_gate' | 'doorstep_clock';
export type Pool = pg.Pool;
export type Connection = pg.PoolClient;

// bigint columns are money or positions; counts in our SQL are cast to integer.
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readMoment);
// A date without a time has no zone: leave it the text it is.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export interface PoolOptions {
  readonly url: string;
  readonly role: Role;
  readonly connectionsMax: number;
  /** Seen in pg_stat_activity. */
  readonly name: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly onIdleError?: (error: Error) => void;
  /** A statement that has no answer by then has lost its connection, in milliseconds; 70,000. */
  readonly answerTimeoutMs?: number;
}

/** Nothing of ours runs longer inside one statement; a runaway must not hold its locks. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** PostgreSQL would have said by now that it took too long: who does not answer is not there any more. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 10_000;

/** An idle connection asks so often whether the other end is there; ten times a second apart, then it is not. */
const ALIVE_MS = 10_000;
/**
 * The same the other way, for PostgreSQL keeps the locks of a machine that vanished for two hours
 * otherwise. It sends to nobody for longer than half a minute without hearing that it arrived.
 */
const ALIVE_SETTINGS = {
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
  tcp_user_timeout: '30000',
};

/** A new connection plans each statement anew: after a pause of some minutes a surge still finds old ones. */
const IDLE_MS = 300_000;

export function openPool(options: PoolOptions): Pool {
  const settings = {
    role: options.role,
    jit: 'off', // our statements are short; compiling them costs more than running them
    statement_timeout: String(STATEMENT_TIMEOUT_MS),
    idle_in_transaction_session_timeout: '60000',
    timezone: 'UTC',
    ...ALIVE_SETTINGS,
    ...options.settings,
  };
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax,
    application_name: `doorstep ${options.name}`,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: ALIVE_MS,
    query_timeout: options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS,
    pipeline: true,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  } as pg.PoolConfig);
  // A connection that breaks while idle is replaced at the next use. One that breaks inside a
  // transaction, between two statements, fails the next of them. Either error ends the process
  // when nobody listens, and the pool listens only while a connection is idle.
  pool.on('error', (error) => options.onIdleError?.(error));
  pool.on('connect', (connection) => connection.on('error', () => {}));
  return pool;
}

/**
 * Holds back what is written to the connection until the running code has had its say: statements
 * that are sent together then leave in one piece, and PostgreSQL wakes once for all of them.
 */
export function sendTogether(connection: Connection): void {
  // Not part of the driver's types; it corks each single statement in the same way.
  const { stream } = (connection as unknown as { connection: { stream: Duplex } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
