// The database server of a run: durable as in production, and databases cloned from a template.

import { join } from 'node:path';
import { startEmbeddedPostgres } from '@doorstep/server/src/db/embedded/start-embedded-postgres.ts';
import pg from 'pg';
import { parentOf } from './cpu.ts';

export interface BenchPostgres {
  readonly postmasterPid: number;
  readonly version: string;
  urlOf(database: string): string;
  /** A new database, from a template or empty; what has this name already is dropped. */
  create(database: string, template?: string): Promise<string>;
  drop(database: string): Promise<void>;
  /** Each measurement starts with the same distance to the next checkpoint. */
  checkpoint(): Promise<void>;
  stop(): Promise<void>;
}

const repository = join(import.meta.dirname, '../../..');

/** The server named by DOORSTEP_BENCH_DATABASE_URL, on this machine; else an embedded one. */
export async function openBenchPostgres(
  onProgress: (line: string) => void,
): Promise<BenchPostgres> {
  const given = process.env['DOORSTEP_BENCH_DATABASE_URL'];
  const embedded = given
    ? undefined
    : await startEmbeddedPostgres({ dataHome: benchDataHome(), onProgress });
  const url = given || (embedded?.url ?? '');
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const { rows } = await admin.query<{ pid: number; version: string }>(
    `select pg_backend_pid() as pid, current_setting('server_version') as version`,
  );
  const drop = async (database: string) => {
    await admin.query(`drop database if exists ${database} with (force)`);
  };
  const urlOf = (database: string) => {
    const changed = new URL(url);
    changed.pathname = `/${database}`;
    return changed.href;
  };
  return {
    postmasterPid: parentOf(rows[0]?.pid ?? 0),
    version: rows[0]?.version ?? '',
    urlOf,
    async create(database, template = 'template0') {
      await drop(database);
      await admin.query(`create database ${database} template ${template} strategy file_copy`);
      return urlOf(database);
    },
    drop,
    async checkpoint() {
      await admin.query('checkpoint');
    },
    async stop() {
      await admin.end();
      await embedded?.stop();
    },
  };
}

/** As root not in the repository: that may lie in a home closed to the user of PostgreSQL. */
export function benchDataHome(): string {
  return (
    process.env['DOORSTEP_BENCH_DATA'] ??
    (process.getuid?.() === 0 ? '/var/lib/doorstep-bench' : join(repository, '.doorstep/bench'))
  );
}
