// Numbered SQL, forward only. Several processes may boot at once: one migrates, the others wait.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import {
  CREATE_MIGRATIONS,
  ENSURE_PARTITIONS,
  INSERT_MIGRATION,
  LOCK_MIGRATIONS,
  SELECT_MIGRATIONS,
  SELECT_VERSION,
} from './migrate.sql.ts';

/** Any number that no other program on the same database uses as an advisory lock. */
const MIGRATION_LOCK = 7_036_874_417;

const FOLDER = join(import.meta.dirname, '../../migrations');

/** Partitions are made this far ahead; the worker makes more every day. */
const PARTITION_DAYS_AHEAD = 62;

export interface Migrated {
  readonly applied: readonly string[];
  readonly total: number;
}

/**
 * Brings the database to the newest schema.
 *
 * @throws Error when an applied migration's file has changed since, or the database is newer.
 */
export async function migrate(
  url: string,
  onProgress: (line: string) => void = () => {},
): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, application_name: 'doorstep migrate' });
  await client.connect();
  try {
    await client.query(LOCK_MIGRATIONS, [MIGRATION_LOCK]);
    await requireVersion(client);
    await client.query(CREATE_MIGRATIONS);
    const files = await migrationFiles();
    const applied = await applyMissing(client, files, onProgress);
    await client.query(ENSURE_PARTITIONS, [PARTITION_DAYS_AHEAD]);
    return { applied, total: files.length };
  } finally {
    await client.end(); // releases the lock as well
  }
}

/** Names the schema these migrations make: another one when any of them changes. */
export async function schemaFingerprint(): Promise<string> {
  const all = (await migrationFiles()).map((file) => file.checksum).join();
  return createHash('sha256').update(all).digest('hex').slice(0, 12);
}

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applyMissing(
  client: pg.Client,
  files: readonly MigrationFile[],
  onProgress: (line: string) => void,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(SELECT_MIGRATIONS);
  const known = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const name of known.keys())
    if (!files.some((file) => file.name === name))
      throw new Error(
        `the database has migration ${name}, which this version does not know: start a newer Doorstep`,
      );
  const applied: string[] = [];
  for (const file of files) {
    const before = known.get(file.name);
    if (before === undefined) {
      onProgress(file.name);
      await applyOne(client, file);
      applied.push(file.name);
    } else if (before !== file.checksum) {
      throw new Error(
        `migration ${file.name} was changed after it was applied: add a new one instead`,
      );
    }
  }
  return applied;
}

async function applyOne(client: pg.Client, file: MigrationFile): Promise<void> {
  // `create index concurrently` refuses to run inside a transaction; such a file has one statement.
  const inTransaction = !file.sql.startsWith('-- no-transaction');
  if (inTransaction) await client.query('begin');
  await client.query(file.sql);
  await client.query(INSERT_MIGRATION, [file.name, file.checksum]);
  if (inTransaction) await client.query('commit');
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(SELECT_VERSION);
  const version = rows[0]?.version ?? 0;
  if (version < 150_000)
    throw new Error(
      `Doorstep needs PostgreSQL 15 or newer; this one is ${Math.floor(version / 10_000)}`,
    );
}
