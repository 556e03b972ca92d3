// server/schema.sql: the schema after all migrations, read from the catalog of a database that was
// just migrated. Partitions made for a date are left out; all else is there, in a fixed order.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../src/db/migrate.ts';
import {
  selectColumns,
  selectConstraints,
  selectGrants,
  selectIndexes,
  selectPolicies,
  selectRoutines,
  selectSequences,
  selectTables,
  type TableRow,
} from './catalog.sql.ts';
import { startTestPostgres } from './embedded.ts';

const HEADER = `-- Made by "npm run generate" from a freshly migrated database: do not edit.
-- To change the schema, add a migration. cspell:ignore pkey`;

export async function schemaDocument(): Promise<string> {
  const given = process.env['DOORSTEP_TEST_DATABASE_URL'];
  if (given) return describeFresh(given);
  const postgres = await startTestPostgres();
  try {
    return await describeFresh(postgres.url);
  } finally {
    await postgres.stop();
  }
}

async function describeFresh(url: string): Promise<string> {
  const name = `schema_${randomBytes(6).toString('hex')}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  await withClient(url, (admin) => admin.query(`create database ${name}`));
  try {
    await migrate(own.href);
    return await withClient(own.href, describe);
  } finally {
    await withClient(url, (admin) => admin.query(`drop database ${name} with (force)`));
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function describe(client: pg.Client): Promise<string> {
  const rows = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> =>
    (await client.query<Row>(sql)).rows;
  const parts = {
    columns: await rows<{ table: string; line: string }>(selectColumns),
    constraints: await rows<{ table: string; line: string }>(selectConstraints),
    indexes: await rows<{ table: string; line: string }>(selectIndexes),
    policies: await rows<{ table: string; line: string }>(selectPolicies),
    grants: await rows<{ table: string; line: string }>(selectGrants),
  };
  const sequences = await rows<{ line: string }>(selectSequences);
  const routines = await rows<{ definition: string; grants: string }>(selectRoutines);
  const tables = await rows<TableRow>(selectTables);
  const blocks = [
    HEADER,
    ...routines.map(({ definition, grants }) => `${definition.trim()};\n${grants}`.trim()),
    sequences.map(({ line }) => line).join('\n'),
    ...tables.map((table) => describeTable(table, parts)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

type Lines = readonly { readonly table: string; readonly line: string }[];

function describeTable(
  table: TableRow,
  parts: Readonly<Record<'columns' | 'constraints' | 'indexes' | 'policies' | 'grants', Lines>>,
): string {
  const of = (lines: Lines) =>
    lines.filter((one) => one.table === table.name).map(({ line }) => line);
  const after = [
    ...of(parts.indexes),
    ...(table.has_row_security ? [`alter table ${table.name} enable row level security;`] : []),
    ...(table.forces_row_security ? [`alter table ${table.name} force row level security;`] : []),
    ...of(parts.policies),
    ...of(parts.grants),
  ];
  if (table.partition_of !== null)
    return [`create table ${table.name} partition of ${table.partition_of};`, ...after].join('\n');
  const body = [...of(parts.columns), ...of(parts.constraints)].map((line) => `  ${line}`);
  const tail = [
    ...(table.partitioned_by === null ? [] : [`partition by ${table.partitioned_by}`]),
    ...(table.options === null ? [] : [`with (${table.options})`]),
  ];
  const head = `create table ${table.name} (\n${body.join(',\n')}\n)`;
  return [`${[head, ...tail].join(' ')};`, ...after].join('\n');
}
