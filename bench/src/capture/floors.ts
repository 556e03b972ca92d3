// What stands beside the product: the same rows written in other ways, without HTTP and without
// deciding anything.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type { Pool } from '@doorstep/server/src/db/pool.ts';
import { inTransaction } from '@doorstep/server/src/db/transaction.ts';
import type { Runtime } from '@doorstep/server/src/runtime.ts';
import pg from 'pg';
import { sampleCpu } from '../rig/cpu.ts';
import { type Measurement, openWindow } from '../rig/measurement.ts';
import type { RecordedBatch, RecordedStatement } from './record-writes.ts';
import type { Renewable } from './renew-writes.ts';

export interface FloorContext {
  readonly runtime: Runtime;
  readonly tenant: TenantId;
  readonly postmasterPid: number;
  readonly warmupMs: number;
  readonly lengthMs: number;
}

const BATCH_WRITERS = 2;
const SINGLE_WRITERS = 32;
/** On each connection, before time is taken: PostgreSQL plans a statement anew for its first five runs. */
const RUNS_TO_WARM = 6;

/** D: batches from two connections, all statements of a batch in one round trip. */
export async function batchedWrites(
  context: FloorContext,
  batches: readonly Renewable[],
): Promise<Measurement> {
  const { runtime, tenant } = context;
  return drive(context, BATCH_WRITERS, batches, (statements) =>
    inTransaction(runtime.capture, tenant, async (tx) => {
      await Promise.all(statements.map((one) => tx.run(one, one.values)));
    }),
  );
}

/**
 * c: a call of one function per order, in a transaction of its own.
 *
 * @param claim PL/pgSQL that takes the units in another way than from the stock level
 */
export async function functionPerOrder(
  context: FloorContext,
  orders: readonly Renewable[],
  claim?: string,
): Promise<Measurement> {
  const pool = singleWriters(context);
  try {
    const sample = orders[0]?.renew() ?? [];
    const text = await createFunction(context.runtime.url, sample, claim);
    const query = { name: 'bench.capture', text };
    return await drive(context, SINGLE_WRITERS, orders, async (statements) => {
      await pool.query({ ...query, values: statements.flatMap(({ values }) => values) });
    });
  } finally {
    await pool.end();
  }
}

/** d: a transaction per order, each statement sent when the one before is answered. */
export async function transactionPerOrder(
  context: FloorContext,
  orders: readonly Renewable[],
): Promise<Measurement> {
  const pool = singleWriters(context);
  try {
    return await drive(context, SINGLE_WRITERS, orders, (statements) =>
      inTransaction(pool, context.tenant, async (tx) => {
        for (const statement of statements) await tx.run(statement, [...statement.values]);
      }),
    );
  } finally {
    await pool.end();
  }
}

/** Connections set up as capture's own are. */
function singleWriters({ runtime, tenant }: FloorContext): Pool {
  const base = runtime.capture.options;
  return new pg.Pool({
    ...base,
    max: SINGLE_WRITERS,
    options: `${base.options ?? ''} -c doorstep.tenant=${uuidOf(tenant)}`,
  });
}

async function drive(
  { postmasterPid, warmupMs, lengthMs }: FloorContext,
  writers: number,
  templates: readonly Renewable[],
  write: (statements: RecordedStatement[]) => Promise<void>,
): Promise<Measurement> {
  let turn = 0;
  const next = () => {
    const template = templates[turn++ % templates.length];
    if (template === undefined) throw new Error('nothing was recorded');
    return { orders: template.orders, statements: template.renew() };
  };
  const all = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: writers }, work));
  let warmed = 0;
  for (let run = 0; run < RUNS_TO_WARM; run += 1)
    await all(async () => {
      const { orders, statements } = next();
      await write(statements);
      warmed += orders;
    });
  const window = openWindow({
    warmupMs,
    lengthMs,
    sample: () => sampleCpu([process.pid], postmasterPid),
  });
  const writer = async () => {
    let batch = next();
    while (!window.isOver()) {
      const startedAt = performance.now();
      const { orders, statements } = batch;
      const writing = write(statements);
      // The next is made while this one is written: the database never waits for it.
      batch = next();
      await writing;
      window.count(orders, performance.now() - startedAt);
    }
  };
  await all(writer);
  const found = window.finish();
  const wholeCpuMs = found.serverCpuMs + found.postgresCpuMs;
  return { ...found, wholeCpuMs, orders: warmed + window.acknowledged() };
}

/** A batch without its locks: levels are taken from in key order, so two batches do not deadlock. */
export function withoutLocks(batch: RecordedBatch): RecordedBatch {
  return { ...batch, statements: batch.statements.filter(({ text }) => !isLock(text)) };
}

function isLock(text: string): boolean {
  return /^\s*select\b/i.test(text);
}

/**
 * A function of the same statements: it locks, checks what it could take, and inserts. What each
 * statement is given is one argument, for a function may have a hundred and the rows have more columns.
 *
 * @returns the call of it
 */
async function createFunction(
  url: string,
  sample: readonly RecordedStatement[],
  claim: string | undefined,
): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const given: string[] = [];
    const lines: string[] = [];
    let places = 0;
    for (const [index, { text, values }] of sample.entries()) {
      const types = await typesOf(client, `bench_${index}`, text);
      if (types.length !== values.length) throw new Error(`parameters of ${text}`);
      const fields = types.map((type, place) => `a${place + 1} ${type}`);
      await client.query(`drop type if exists bench_given_${index} cascade`);
      await client.query(`create type bench_given_${index} as (${fields.join(', ')})`);
      const casts = types.map((type, place) => `$${places + place + 1}::${type}`);
      places += types.length;
      given.push(`row(${casts.join(', ')})::bench_given_${index}`);
      lines.push(functionLine(text, `s${index}`, claim));
    }
    const declared = given.map((_, index) => `s${index} bench_given_${index}`).join(', ');
    await client.query(
      `create or replace function bench_capture(${declared}) returns void
       language plpgsql as $body$
       declare
         written bigint;
         nothing text;
       begin
         ${lines.join('\n')}
       end $body$`,
    );
    return `select bench_capture(${given.join(', ')})`;
  } finally {
    await client.end();
  }
}

async function typesOf(client: pg.Client, name: string, text: string): Promise<string[]> {
  await client.query(`prepare ${name} as ${text}`);
  const { rows } = await client.query<{ types: string[] }>(
    'select parameter_types::text[] as types from pg_prepared_statements where name = $1',
    [name],
  );
  return rows[0]?.types ?? [];
}

function functionLine(text: string, given: string, claim: string | undefined): string {
  if (claim !== undefined && /\bstock_levels\b/i.test(text)) return isLock(text) ? '' : claim;
  const body = text.replaceAll(/\$(\d+)/g, (_, place: string) => `(${given}).a${place}`).trim();
  if (isLock(body)) return `${body.replace(/^select\b/i, 'perform')};`;
  // What takes stock refuses by itself where there is less than thought.
  if (/^with\b/i.test(body)) return `${body} into nothing;`;
  return `${body.replace(/\breturning\b[\s\S]*$/i, '')};`;
}
