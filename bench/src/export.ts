// How fast orders are exported, with what memory, and what captures feel of it.

import type { TenantId } from '@doorstep/core/ids.ts';
import type pg from 'pg';
import type { Bench } from './bench.ts';
import { inBenchShop } from './capture/in-bench-shop.ts';
import { scenariosOf } from './capture/scenarios.ts';
import type { BenchShop } from './capture/shop.ts';
import { copyOrders, fillOrders } from './export/fill-orders.ts';
import { memoryMb, takeExport, watchMemory } from './export/take-export.ts';
import type { BenchOptions } from './options.ts';
import { ask, endChild, forkModule, type ServerChild } from './rig/children.ts';
import type { LoadAnswer, LoadJob } from './rig/load-job.ts';
import type { BenchPostgres } from './rig/postgres.ts';

const ORDERS = 1_000_000;
const ORDERS_OF_A_SMOKE = 2000;
const FORMATS = ['format=ndjson', 'format=csv', 'format=csv&gzip=true', 'format=xlsx'];
const SKUS = 200;
/** A good surge, and still less than all that the machine could do. */
const CONNECTIONS = 64;

interface FormatResult {
  readonly query: string;
  readonly seconds: number;
  readonly ordersPerSecond: number;
  readonly megabytes: number;
  readonly peakMb: number;
}

export interface ExportResult {
  readonly orders: number;
  readonly restMb: number;
  readonly copySeconds: number;
  readonly formats: readonly FormatResult[];
  /** Orders captured per second, and the latency, without an export and with one beside. */
  readonly alone: Capturing;
  readonly beside: Capturing & { readonly peakMb: number; readonly exportedPerSecond: number };
}

interface Capturing {
  readonly ordersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export const bench: Bench = {
  does: 'orders exported per second, in constant memory, while others are captured',
  async run(options, print) {
    const result = await runExport(options);
    print(reportOf(result));
    return result;
  },
};

function runExport(options: BenchOptions): Promise<ExportResult> {
  const plan = { slug: 'main', skuCount: SKUS, locationCount: 3, hotLocations: 1 };
  const orders = options.orders ?? (options.quick ? ORDERS_OF_A_SMOKE : ORDERS);
  return inBenchShop(
    { main: plan },
    options,
    ({ books, shops, say }) => fillOrders(books, shops.main.tenant, orders, say),
    (site) => measure({ ...site, shop: site.shops.main, orders, options }),
  );
}

interface Running {
  readonly postgres: BenchPostgres;
  readonly shop: BenchShop;
  readonly books: pg.Client;
  readonly server: ServerChild;
  readonly orders: number;
  readonly options: BenchOptions;
  say(line: string): void;
}

async function measure(running: Running): Promise<ExportResult> {
  const { server, shop, books, orders, say } = running;
  const tenant: TenantId = shop.tenant;
  // Both find the rows in memory then.
  await copyOrders(books, tenant);
  const copySeconds = (await copyOrders(books, tenant)) / 1000;
  await takeExport(server.port, shop.secret, 'columns=number&channel=web');
  const restMb = memoryMb(server.pid);
  const formats: FormatResult[] = [];
  for (const query of FORMATS) {
    say(`exporting ${query}`);
    const { result, peakMb } = await watchMemory(server.pid, () =>
      takeExport(server.port, shop.secret, query),
    );
    const seconds = result.ms / 1000;
    const megabytes = result.bytes / 2 ** 20;
    formats.push({ query, seconds, ordersPerSecond: orders / seconds, megabytes, peakMb });
  }
  const { alone, beside } = await captureBeside(running);
  return { orders, restMb, copySeconds, formats, alone, beside };
}

async function captureBeside(running: Running): Promise<Pick<ExportResult, 'alone' | 'beside'>> {
  const { server, shop, orders, say } = running;
  const load = forkModule(new URL('./rig/load-child.ts', import.meta.url).pathname);
  const capture = async (keyPrefix: string): Promise<Capturing> => {
    say(`capturing: ${keyPrefix}`);
    await running.postgres.checkpoint();
    const job = jobOf(running, keyPrefix);
    const { others, ...found } = await ask<LoadAnswer>(load, job, job.lengthMs + 60_000);
    if (Object.keys(others).length > 0)
      throw new Error(`some orders were not captured: ${JSON.stringify(others)}`);
    const { ordersPerSecond, p50Ms, p99Ms } = found;
    return { ordersPerSecond, p50Ms, p99Ms };
  };
  try {
    await capture('warm-up');
    const alone = await capture('alone');
    let isDone = false;
    let exported = 0;
    const startedAt = performance.now();
    const exporting = async () => {
      // Whole exports, one after the other: what of the last goes on alone counts for its time.
      while (!isDone) {
        await takeExport(server.port, shop.secret, 'format=ndjson&placedTo=2026-01-01T00:00:00Z');
        exported += orders;
      }
    };
    const { result, peakMb } = await watchMemory(server.pid, async () => {
      const running = exporting();
      const found = await capture('beside an export');
      isDone = true;
      await running;
      return found;
    });
    const exportedPerSecond = (exported * 1000) / (performance.now() - startedAt);
    return { alone, beside: { ...result, peakMb, exportedPerSecond } };
  } finally {
    await endChild(load);
  }
}

function jobOf({ server, shop, postgres, options }: Running, keyPrefix: string): LoadJob {
  const [scenario] = scenariosOf(SKUS);
  if (scenario === undefined) throw new Error('there is no scenario');
  return {
    ports: [server.port],
    secret: shop.secret,
    shape: scenario.shape,
    how: 'single',
    connections: CONNECTIONS,
    warmupMs: options.quick ? 100 : 1000,
    lengthMs: options.seconds * 1000,
    keyPrefix,
    serverPids: [server.pid],
    postmasterPid: postgres.postmasterPid,
  };
}

function reportOf(result: ExportResult): string {
  const { orders, copySeconds, restMb, formats, alone, beside } = result;
  const rows = formats.map(({ query, seconds, ordersPerSecond, megabytes, peakMb }) => [
    query,
    seconds.toFixed(1),
    ordersPerSecond.toFixed(0),
    megabytes.toFixed(0),
    (seconds / copySeconds).toFixed(1),
    peakMb.toFixed(0),
  ]);
  const times = (beside.ordersPerSecond / alone.ordersPerSecond).toFixed(2);
  return [
    `${orders} orders of two lines; COPY of the same rows takes ${copySeconds.toFixed(1)} s; ` +
      `the server at rest has ${restMb.toFixed(0)} MB`,
    '',
    '| export | s | orders/s | MB | × COPY | peak MB of the server |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    '| capture, 3 lines, 64 connections | orders/s | p50 ms | p99 ms |',
    '| --- | ---: | ---: | ---: |',
    capturingRow('alone', alone),
    capturingRow('beside an endless export', beside),
    '',
    `Captures keep ${times} of their speed; ${beside.exportedPerSecond.toFixed(0)} orders/s are ` +
      `exported meanwhile, with a peak of ${beside.peakMb.toFixed(0)} MB`,
  ].join('\n');
}

function capturingRow(label: string, { ordersPerSecond, p50Ms, p99Ms }: Capturing): string {
  return `| ${label} | ${ordersPerSecond.toFixed(0)} | ${p50Ms.toFixed(1)} | ${p99Ms.toFixed(1)} |`;
}
