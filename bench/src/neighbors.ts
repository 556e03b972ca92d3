// What a tenant feels of another's surge: the same slow trickle of orders, quiet, beside a surge at
// 70 % of its peak, and beside one that asks for all there is. Once where one process serves both, and
// once where each has its own.

import type { Bench } from './bench.ts';
import { checkBooks, whenLogIsRead } from './capture/check-books.ts';
import { inStockedDatabase, type StockedDatabase } from './capture/in-bench-shop.ts';
import type { OrderShape } from './capture/scenarios.ts';
import { TEMPLATE } from './capture/template.ts';
import type { BenchOptions } from './options.ts';
import { type ServerChild, startServer } from './rig/children.ts';
import { type LoadDriver, openLoad } from './rig/drive-load.ts';
import type { LoadAnswer } from './rig/load-job.ts';
import { type Machine, machineLine, machineOf } from './rig/machine.ts';
import { median } from './rig/measurement.ts';
import { table } from './rig/table.ts';

/** Of the neighbor, a second: enough of them for a p99, too few to matter themselves. */
const TRICKLE = 40;
const SURGE_CONNECTIONS = 256;
const PACE = 0.7;

const TIMES = {
  quiet: 'quiet',
  paced: 'beside a surge at 70 % of its peak',
  full: 'beside a surge at full tilt',
} as const;
type Time = keyof typeof TIMES;

interface Felt {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the surge, orders per second. */
  readonly surge: number;
}

export interface NeighborsResult {
  readonly machine: Machine;
  readonly arrangements: readonly ArrangementResult[];
}

export interface ArrangementResult {
  readonly name: string;
  readonly times: Readonly<Record<Time, Felt>>;
  /** To quiet, of p50 and p99: medians of the rounds. */
  readonly ratios: Readonly<
    Record<Exclude<Time, 'quiet'>, { readonly p50: number; readonly p99: number }>
  >;
  /** Of the surge at full tilt, what it reaches beside the neighbor. */
  readonly surgeKeeps: number;
}

export const bench: Bench = {
  does: 'what a tenant feels of the surge of another',
  async run(options, print) {
    const plan = { skuCount: 100, locationCount: 5, hotLocations: 1 };
    const plans = {
      surging: { ...plan, slug: 'surging' },
      neighbor: { ...plan, slug: 'neighbor' },
    };
    const result = await inStockedDatabase(plans, (database) => measureAll(database, options));
    print(reportOf(result));
    return result;
  },
};

/** Servers of each, as DOORSTEP_API_PROCESSES says. */
const ARRANGEMENTS = [
  { name: 'one process serves both', processes: 1 },
  { name: 'each has a process', processes: 2 },
] as const;

type Database = StockedDatabase<'surging' | 'neighbor'>;
type Site = Database & { readonly server: ServerChild };
type Round = Record<Time, Felt> & { readonly peak: number };

const HOT: OrderShape = { lines: 1, skus: 'hot', skuCount: 100, buyer: false };
const SPREAD: OrderShape = { lines: 1, skus: 'spread', skuCount: 100, buyer: false };

/** One after the other: two that stand on a database work for each other. */
async function measureAll(database: Database, options: BenchOptions): Promise<NeighborsResult> {
  const machine = machineOf(database.postgres.version);
  const arrangements: ArrangementResult[] = [];
  for (const { name, processes } of ARRANGEMENTS.filter((one) => one.name.includes(options.only))) {
    const settings = { DOORSTEP_API_PROCESSES: String(processes) };
    const url = database.postgres.urlOf(TEMPLATE);
    const server = await startServer(url, options.profile, undefined, settings);
    const say = (line: string) => database.say(`${name}: ${line}`);
    try {
      arrangements.push({ name, ...(await measure({ ...database, server, say }, options)) });
    } finally {
      await server.stop();
    }
  }
  return { machine, arrangements };
}

async function measure(
  site: Site,
  options: BenchOptions,
): Promise<Omit<ArrangementResult, 'name'>> {
  const loads = { surge: openLoad(site.postgres), trickle: openLoad(site.postgres) };
  try {
    const rounds: Round[] = [];
    await surge(site, options, loads.surge); // a warm-up
    await trickle(site, options, loads.trickle);
    for (let round = 0; round < options.rounds; round += 1)
      rounds.push(await measureRound(site, options, loads, round));
    await whenLogIsRead(site.books);
    for (const shop of Object.values(site.shops)) await checkBooks(site.books, shop.tenant);
    return resultOf(rounds);
  } finally {
    await Promise.all([loads.surge.close(), loads.trickle.close()]);
  }
}

async function measureRound(
  site: Site,
  options: BenchOptions,
  loads: { readonly surge: LoadDriver; readonly trickle: LoadDriver },
  round: number,
): Promise<Round> {
  const { ordersPerSecond: peak } = await surge(site, options, loads.surge);
  const found: Partial<Record<Time, Felt>> = {};
  const steps: (() => Promise<void>)[] = [
    async () => {
      const { p50Ms, p99Ms } = await trickle(site, options, loads.trickle);
      found.quiet = { p50Ms, p99Ms, surge: 0 };
    },
    ...(['paced', 'full'] as const).map((time) => async () => {
      site.say(`round ${round + 1}: ${TIMES[time]}`);
      const rate = time === 'paced' ? PACE * peak : undefined;
      const [surging, { p50Ms, p99Ms }] = await Promise.all([
        surge(site, options, loads.surge, rate),
        trickle(site, options, loads.trickle),
      ]);
      found[time] = { p50Ms, p99Ms, surge: surging.ordersPerSecond };
    }),
  ];
  for (const step of round % 2 === 1 ? steps.reverse() : steps) {
    await whenLogIsRead(site.books);
    await site.postgres.checkpoint();
    await step();
  }
  return { ...(found as Record<Time, Felt>), peak };
}

function surge(
  { server, shops }: Site,
  options: BenchOptions,
  load: LoadDriver,
  rate?: number,
): Promise<LoadAnswer> {
  return load.drive([server], {
    shop: shops.surging,
    shape: HOT,
    ...timesOf(options),
    connections: options.quick ? 32 : SURGE_CONNECTIONS,
    ...(rate === undefined ? { how: 'single' } : { how: 'paced', rate }),
  });
}

function trickle(
  { server, shops }: Site,
  options: BenchOptions,
  load: LoadDriver,
): Promise<LoadAnswer> {
  return load.drive([server], {
    shop: shops.neighbor,
    shape: SPREAD,
    ...timesOf(options),
    how: 'paced',
    connections: 64,
    rate: TRICKLE,
  });
}

function timesOf({ seconds, quick }: BenchOptions) {
  return { warmupMs: quick ? 100 : 1000, lengthMs: seconds * 1000 };
}

function resultOf(rounds: readonly Round[]): Omit<ArrangementResult, 'name'> {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const felt = (time: Time): Felt => ({
    p50Ms: of((round) => round[time].p50Ms),
    p99Ms: of((round) => round[time].p99Ms),
    surge: of((round) => round[time].surge),
  });
  const ratio = (time: Time) => ({
    p50: of((round) => round[time].p50Ms / round.quiet.p50Ms),
    p99: of((round) => round[time].p99Ms / round.quiet.p99Ms),
  });
  return {
    times: { quiet: felt('quiet'), paced: felt('paced'), full: felt('full') },
    ratios: { paced: ratio('paced'), full: ratio('full') },
    surgeKeeps: of((round) => round.full.surge / round.peak),
  };
}

function reportOf({ machine, arrangements }: NeighborsResult): string {
  return [
    machineLine(machine),
    `${TRICKLE} orders a second of the neighbor`,
    ...arrangements.flatMap(linesOf),
  ].join('\n');
}

function linesOf({ name, times, ratios, surgeKeeps }: ArrangementResult): string[] {
  const rows = (Object.keys(TIMES) as Time[]).map((time) => {
    const { p50Ms, p99Ms, surge: orders } = times[time];
    const ratio = time === 'quiet' ? { p50: 1, p99: 1 } : ratios[time];
    return [
      TIMES[time],
      p50Ms.toFixed(1),
      p99Ms.toFixed(1),
      ratio.p50.toFixed(2),
      ratio.p99.toFixed(2),
      orders.toFixed(0),
    ];
  });
  const head = [
    'an order of the neighbor',
    'p50 ms',
    'p99 ms',
    '× p50',
    '× p99',
    'surge, orders/s',
  ];
  return [
    '',
    `### ${name}`,
    '',
    table([head, ...rows]),
    '',
    `The surge at full tilt keeps ${surgeKeeps.toFixed(2)} of what it reaches alone`,
  ];
}
