// One clone of the stocked database with everything that runs on it, and the measurements there.

import type { ChildProcess } from 'node:child_process';
import { openRuntime, type Runtime } from '@doorstep/server/src/runtime.ts';
import type pg from 'pg';
import pino from 'pino';
import { ask, endChild, forkModule, type ServerChild, startServer } from '../rig/children.ts';
import { sampleCpu } from '../rig/cpu.ts';
import type { LoadAnswer, LoadJob } from '../rig/load-job.ts';
import type { Measurement } from '../rig/measurement.ts';
import type { BenchPostgres } from '../rig/postgres.ts';
import { checkBooks, countOrders, openBooks, whenLogIsRead } from './check-books.ts';
import { batchedWrites, functionPerOrder, transactionPerOrder, withoutLocks } from './floors.ts';
import { recordWrites } from './record-writes.ts';
import { type Renewable, renewable } from './renew-writes.ts';
import type { OrderShape } from './scenarios.ts';
import type { BenchShop } from './shop.ts';
import { CLAIM_UNIT, fillUnits, settleLevels } from './unit-rows.ts';

export interface Timing {
  readonly warmupMs: number;
  readonly lengthMs: number;
  /** Before the first measurement of a server: its code is then compiled. */
  readonly firstWarmupMs: number;
  readonly batches: number;
  readonly batchSize: number;
  readonly singles: number;
  /** Of bulk, at once. */
  readonly streams: number;
}

export interface TrialOptions {
  readonly postgres: BenchPostgres;
  readonly template: string;
  readonly timing: Timing;
  readonly load: ChildProcess;
  readonly profile: string | undefined;
}

export interface Trial extends TrialOptions {
  readonly database: string;
  readonly server: ServerChild;
  readonly runtime: Runtime;
  readonly books: pg.Client;
  readonly bare: ChildProcess;
}

const DATABASE = 'doorstep_bench_trial';

export async function inTrial<T>(
  options: TrialOptions,
  work: (trial: Trial) => Promise<T>,
): Promise<T> {
  const { postgres } = options;
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const url = await postgres.create(DATABASE, options.template);
    closing.push(() => postgres.drop(DATABASE));
    const books = await openBooks(url);
    closing.push(() => books.end());
    const runtime = openRuntime({ url, log: pino({ level: 'warn' }) });
    closing.push(() => runtime.close());
    const bare = forkModule(new URL('./bare-handler.ts', import.meta.url).pathname);
    closing.push(() => endChild(bare));
    const server = await startServer(url, options.profile);
    closing.push(() => server.stop());
    return await work({ ...options, database: DATABASE, server, runtime, books, bare });
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

let jobs = 0;
/** Past the end of its time a job only waits for its last answers. */
const LOAD_GRACE_MS = 30_000;

/** Orders over HTTP, and then a look whether the database holds exactly what was acknowledged. */
export async function measureProduct(
  trial: Trial,
  shop: BenchShop,
  how: Pick<LoadJob, 'shape' | 'how' | 'connections' | 'rate'> & { readonly isFirst?: boolean },
): Promise<Measurement> {
  const { books, postgres, server, timing } = trial;
  await postgres.checkpoint();
  const before = await countOrders(books, shop.tenant);
  const cpuBefore = sampleCpu([server.pid], postgres.postmasterPid);
  const { isFirst, ...load } = how;
  const answer = await sendLoad(trial, {
    ...load,
    ports: [server.port],
    secret: shop.secret,
    warmupMs: isFirst === true ? timing.firstWarmupMs : timing.warmupMs,
    serverPids: [server.pid],
  });
  await whenLogIsRead(books);
  const cpuAfter = sampleCpu([server.pid], postgres.postmasterPid);
  const { others, ages: _, ...found } = answer;
  if (Object.keys(others).length > 0)
    throw new Error(`some orders were not captured; answers by status: ${JSON.stringify(others)}`);
  const { orders } = await checkBooks(books, shop.tenant);
  if (orders - before !== found.orders)
    throw new Error(`${found.orders} orders were acknowledged, but ${orders - before} are there`);
  const wholeMs =
    cpuAfter.serverMs - cpuBefore.serverMs + cpuAfter.postgresMs - cpuBefore.postgresMs;
  return { ...found, wholeCpuMs: wholeMs / found.orders };
}

/** H: the handler alone, under the same load. */
export async function measureBareHandler(
  trial: Trial,
  shape: OrderShape,
  answer: string,
): Promise<Measurement> {
  const { bare, timing } = trial;
  const { port } = await ask<{ port: number }>(bare, { answer });
  const {
    others,
    ages: _,
    ...found
  } = await sendLoad(trial, {
    ports: [port],
    secret: 'x'.repeat(50),
    shape,
    how: 'single',
    connections: 256,
    warmupMs: timing.warmupMs,
    serverPids: [bare.pid ?? 0],
  });
  if (Object.keys(others).length > 0) throw new Error('the bare handler refused orders');
  return { ...found, postgresCpuMs: 0, wholeCpuMs: found.serverCpuMs };
}

function sendLoad(
  { load, postgres, timing }: Trial,
  job: Omit<LoadJob, 'lengthMs' | 'keyPrefix' | 'postmasterPid'>,
): Promise<LoadAnswer> {
  const { lengthMs } = timing;
  const whole: LoadJob = {
    ...job,
    lengthMs,
    keyPrefix: `job-${++jobs}`,
    postmasterPid: postgres.postmasterPid,
  };
  return ask<LoadAnswer>(load, whole, job.warmupMs + lengthMs + LOAD_GRACE_MS);
}

export type FloorName = 'batched' | 'function' | 'transaction' | 'units';

export interface Floors {
  readonly answer: string;
  measure(name: FloorName): Promise<Measurement>;
}

/** Takes down what the product writes for such orders, to write it again in other ways. */
export async function prepareFloors(
  trial: Trial,
  shop: BenchShop,
  shape: OrderShape,
): Promise<Floors> {
  const { runtime, timing, books, postgres } = trial;
  const { tenant } = shop;
  const base = { shape, from: 0 };
  const inBatches = await recordWrites(runtime, shop, {
    ...base,
    batches: timing.batches,
    batchSize: timing.batchSize,
  });
  const one = await recordWrites(runtime, shop, {
    shape,
    from: inBatches.orders,
    batches: timing.singles,
    batchSize: 1,
  });
  const known = await knownIds(books);
  const batches = inBatches.batches.map((batch) => renewable(withoutLocks(batch), known));
  const singles = one.batches.map((batch) => renewable(batch, known));
  const context = { ...timing, runtime, tenant, postmasterPid: postgres.postmasterPid };
  return {
    answer: one.answer,
    async measure(name) {
      await whenLogIsRead(books);
      await postgres.checkpoint();
      const before = await countOrders(books, tenant);
      if (name === 'units') await fillUnits(books, (timing.warmupMs + timing.lengthMs) / 1000);
      const found = await measureFloor(name, context, batches, singles);
      if (name === 'units') await settleLevels(books, tenant);
      await whenLogIsRead(books);
      const { orders } = await checkBooks(books, tenant);
      if (orders - before !== found.orders)
        throw new Error(`${name}: ${found.orders} were written, but ${orders - before} are there`);
      return found;
    },
  };
}

function measureFloor(
  name: FloorName,
  context: Parameters<typeof batchedWrites>[0],
  batches: readonly Renewable[],
  singles: readonly Renewable[],
): Promise<Measurement> {
  if (name === 'batched') return batchedWrites(context, batches);
  if (name === 'transaction') return transactionPerOrder(context, singles);
  return functionPerOrder(context, singles, name === 'units' ? CLAIM_UNIT : undefined);
}

/** What a new order refers to and does not make. */
async function knownIds(books: pg.Client): Promise<Set<string>> {
  const { rows } = await books.query<{ id: string }>(
    `select replace(id::text, '-', '') as id from (
       select id from skus union all select id from locations union all select id from channels
       union all select tenant_id from tenants) as known`,
  );
  return new Set([...rows.map(({ id }) => id), '0'.repeat(32)]);
}
