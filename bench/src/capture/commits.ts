// The machine's commit rate: the least there can be to a durable transaction, a row and its commit.
// What orders are captured at is told as so many of these.

import pg from 'pg';
import { openWindow } from '../rig/measurement.ts';
import type { BenchPostgres } from '../rig/postgres.ts';

export interface CommitRate {
  readonly connections: number;
  readonly rowsEach: number;
  readonly commitsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export const COMMIT_KINDS = {
  one: { connections: 1, rowsEach: 1 },
  many: { connections: 32, rowsEach: 1 },
  /** As large as the product's batches are, on as many connections. */
  batch: { connections: 2, rowsEach: 256 },
} as const;
export type CommitKind = keyof typeof COMMIT_KINDS;
export type CommitRates = Readonly<Record<CommitKind, CommitRate>>;

const DATABASE = 'doorstep_bench_commits';

export async function measureCommits(
  postgres: BenchPostgres,
  timing: { readonly warmupMs: number; readonly lengthMs: number },
): Promise<CommitRates> {
  const url = await postgres.create(DATABASE);
  const pool = new pg.Pool({ connectionString: url, max: COMMIT_KINDS.many.connections });
  // A connection that is still closing is cut when the database is dropped.
  pool.on('error', () => {});
  try {
    await pool.query('create table bench_rows (id bigserial primary key, said text)');
    const measure = async (kind: CommitKind) => {
      await postgres.checkpoint();
      return commitRate(pool, COMMIT_KINDS[kind], timing);
    };
    return {
      one: await measure('one'),
      many: await measure('many'),
      batch: await measure('batch'),
    };
  } finally {
    await pool.end();
    await postgres.drop(DATABASE);
  }
}

async function commitRate(
  pool: pg.Pool,
  { connections, rowsEach }: { readonly connections: number; readonly rowsEach: number },
  { warmupMs, lengthMs }: { readonly warmupMs: number; readonly lengthMs: number },
): Promise<CommitRate> {
  const sample = () => ({ serverMs: 0, postgresMs: 0 });
  const window = openWindow({ warmupMs, lengthMs, sample });
  const text = `insert into bench_rows (said) select 'a row' from generate_series(1, $1::int)`;
  const writer = async () => {
    const connection = await pool.connect();
    try {
      while (!window.isOver()) {
        const startedAt = performance.now();
        await connection.query({ name: 'bench.commit', text, values: [rowsEach] });
        window.count(1, performance.now() - startedAt);
      }
    } finally {
      connection.release();
    }
  };
  await Promise.all(Array.from({ length: connections }, writer));
  const { ordersPerSecond: commitsPerSecond, p50Ms, p99Ms } = window.finish();
  return { connections, rowsEach, commitsPerSecond, p50Ms, p99Ms };
}
