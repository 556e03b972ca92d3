// The memory of a server through a long surge, second by second.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { checkBooks, countOrders, whenLogIsRead } from './capture/check-books.ts';
import { inStockedDatabase, type StockedDatabase } from './capture/in-bench-shop.ts';
import type { OrderShape } from './capture/scenarios.ts';
import { TEMPLATE } from './capture/template.ts';
import { plotSvg } from './memory/plot.ts';
import type { BenchOptions } from './options.ts';
import { type MemoryTold, startServer } from './rig/children.ts';
import { openLoad } from './rig/drive-load.ts';
import { type Machine, machineLine, machineOf } from './rig/machine.ts';
import { median } from './rig/measurement.ts';
import { benchDataHome } from './rig/postgres.ts';
import { table } from './rig/table.ts';

const MINUTES = 10;
const MINUTES_OF_A_SMOKE = 0.05;
const CONNECTIONS = 256;
/** A job ends and the next begins: a load generator that runs for ten minutes fills its own memory. */
const JOB_MS = 30_000;
const MB = 2 ** 20;

interface MinuteRow {
  readonly minute: number;
  readonly rssMb: number;
  readonly heapUsedMb: number;
  readonly externalMb: number;
}

export interface MemoryResult {
  readonly machine: Machine;
  readonly minutes: number;
  readonly orders: number;
  readonly ordersPerSecond: number;
  /** Of each minute the median. */
  readonly rows: readonly MinuteRow[];
  /** Resident memory of the last minute to that of the second one. */
  readonly growth: number;
  readonly peakMb: number;
  /** Each second, megabytes. */
  readonly rssMb: readonly number[];
  readonly heapUsedMb: readonly number[];
  /** Files beside each other: the plot, and this as JSON. */
  readonly files: readonly string[];
}

export const bench: Bench = {
  does: 'the memory of a server through a surge of minutes, with a plot',
  async run(options, print) {
    const plan = { slug: 'main', skuCount: 500, locationCount: 5, hotLocations: 1 };
    const result = await inStockedDatabase({ main: plan }, (database) =>
      measure(database, options),
    );
    print(reportOf(result));
    return result;
  },
};

const SHAPE: OrderShape = { lines: 3, skus: 'hot', skuCount: 500, buyer: true };

async function measure(
  database: StockedDatabase<'main'>,
  options: BenchOptions,
): Promise<MemoryResult> {
  const { postgres, books, shops, say } = database;
  const machine = machineOf(postgres.version);
  const minutes = options.minutes ?? (options.quick ? MINUTES_OF_A_SMOKE : MINUTES);
  const told: MemoryTold[] = [];
  const server = await startServer(postgres.urlOf(TEMPLATE), options.profile, (one) => {
    told.push(one);
  });
  const load = openLoad(postgres);
  const startedAt = performance.now();
  const endsAt = startedAt + minutes * 60_000;
  let orders = 0;
  try {
    for (let left = endsAt - startedAt; left > 0; left = endsAt - performance.now()) {
      say(`${(left / 60_000).toFixed(1)} minutes to go, ${orders} orders`);
      const found = await load.drive([server], {
        shop: shops.main,
        shape: SHAPE,
        how: 'single',
        connections: options.quick ? 32 : CONNECTIONS,
        warmupMs: 0,
        lengthMs: Math.max(1000, Math.min(JOB_MS, left)),
      });
      orders += found.orders;
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const surge = [...told];
    await whenLogIsRead(books);
    await checkBooks(books, shops.main.tenant);
    const there = await countOrders(books, shops.main.tenant);
    if (there !== orders)
      throw new Error(`${orders} orders were acknowledged, but ${there} are there`);
    return await keep({ machine, minutes, orders, ordersPerSecond: orders / seconds }, surge);
  } finally {
    await load.close();
    await server.stop();
  }
}

async function keep(
  run: Pick<MemoryResult, 'machine' | 'minutes' | 'orders' | 'ordersPerSecond'>,
  told: readonly MemoryTold[],
): Promise<MemoryResult> {
  const [first] = told;
  if (first === undefined) throw new Error('the server told nothing of its memory');
  const mb = (pick: (one: MemoryTold) => number) => (one: MemoryTold) => pick(one) / MB;
  const rss = mb((one) => one.rss);
  const heapUsed = mb((one) => one.heapUsed);
  const external = mb((one) => one.external);
  const byMinute = Map.groupBy(told, ({ at }) => Math.floor((at - first.at) / 60_000));
  const rows = [...byMinute].map(([minute, all]) => ({
    minute: minute + 1,
    rssMb: median(all.map(rss)),
    heapUsedMb: median(all.map(heapUsed)),
    externalMb: median(all.map(external)),
  }));
  const [one, two] = rows;
  const settled = two ?? one;
  const folder = join(benchDataHome(), 'results');
  const base = join(folder, `memory-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
  const files = [`${base}.svg`, `${base}.json`] as const;
  const result: MemoryResult = {
    ...run,
    rows,
    growth: (rows.at(-1)?.rssMb ?? 0) / (settled?.rssMb ?? 0),
    peakMb: Math.max(...told.map(rss)),
    rssMb: told.map(rss),
    heapUsedMb: told.map(heapUsed),
    files,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(files[0], plotOf(result));
  await writeFile(files[1], `${JSON.stringify(result, null, 2)}\n`);
  return result;
}

function plotOf({ rssMb, heapUsedMb, orders }: MemoryResult): string {
  const lines = [
    { name: 'resident, MB', color: '#b3261e', values: rssMb },
    { name: 'heap in use, MB', color: '#1a5fb4', values: heapUsedMb },
  ];
  return plotSvg(`Memory of the server while ${orders} orders came in`, lines, 1);
}

function reportOf(result: MemoryResult): string {
  const { orders, ordersPerSecond, minutes, rows, growth, peakMb, files } = result;
  return [
    machineLine(result.machine),
    `${orders} orders of 3 lines with a buyer in ${minutes} minutes, ` +
      `${ordersPerSecond.toFixed(0)} a second; medians of each minute`,
    '',
    table([
      ['minute', 'resident MB', 'heap in use MB', 'outside the heap MB'],
      ...rows.map(({ minute, rssMb, heapUsedMb, externalMb }) => [
        String(minute),
        rssMb.toFixed(0),
        heapUsedMb.toFixed(0),
        externalMb.toFixed(0),
      ]),
    ]),
    '',
    `The last minute has ${growth.toFixed(2)} × the resident memory of the second; the peak was ` +
      `${peakMb.toFixed(0)} MB`,
    `${orders} orders are in the database, nothing oversold`,
    ...files,
  ].join('\n');
}
