// Thousands of viewers ask how many are left, while others buy.

import { queryEach } from './availability/query-each.ts';
import { availabilityReport } from './availability/report.ts';
import {
  type AvailabilityResult,
  type AvailabilityRound,
  cpuOf,
  type Look,
  middleOf,
} from './availability/result.ts';
import type { Bench } from './bench.ts';
import { checkBooks, whenLogIsRead } from './capture/check-books.ts';
import { type BenchSite, inBenchShop } from './capture/in-bench-shop.ts';
import { CHANNEL, HOT_SKU, type OrderShape } from './capture/scenarios.ts';
import { TEMPLATE } from './capture/template.ts';
import type { BenchOptions } from './options.ts';
import { askOnce } from './rig/ask-once.ts';
import { type LoadDriver, openLoad } from './rig/drive-load.ts';
import type { LoadAnswer } from './rig/load-job.ts';
import { machineOf } from './rig/machine.ts';

/** What the operation promises when nothing else is asked for. */
const MAX_AGE_MS = 250;
const VIEWERS = 2_000;
const VIEWERS_OF_A_SMOKE = 50;
/** Orders per second that come in meanwhile. */
const BUYING = 300;
const FULL_SPEED_CONNECTIONS = 256;
/** The moments of answers are whole milliseconds. */
const ROUNDING_MS = 2;

export const bench: Bench = {
  does: 'viewers ask how many are left while others buy: from memory, and how old that is',
  async run(options, print) {
    const plan = { slug: 'main', skuCount: 50, locationCount: 5, hotLocations: 1 };
    const nothing = async () => {};
    const result = await inBenchShop({ main: plan }, options, nothing, (site) =>
      measure(site, options),
    );
    print(availabilityReport(result));
    return result;
  },
};

type Site = BenchSite<'main'>;
const SHAPE: OrderShape = { lines: 1, skus: 'hot', skuCount: 50, buyer: false };
const PATH = `/v1/stock/availability?sku=${HOT_SKU}&channel=${CHANNEL}`;

async function measure(site: Site, options: BenchOptions): Promise<AvailabilityResult> {
  const machine = machineOf(site.postgres.version);
  const viewers = openLoad(site.postgres);
  const buyers = openLoad(site.postgres);
  try {
    const rounds: AvailabilityRound[] = [];
    await view(site, options, viewers, 0.5); // a warm-up
    for (let round = 0; round < options.rounds; round += 1) {
      site.say(`round ${round + 1}: viewers`);
      rounds.push(await measureRound(site, options, { viewers, buyers }));
    }
    await compareWithDatabase(site);
    return { machine, ...middleOf(rounds) };
  } finally {
    await Promise.all([viewers.close(), buyers.close()]);
  }
}

async function measureRound(
  site: Site,
  options: BenchOptions,
  load: { readonly viewers: LoadDriver; readonly buyers: LoadDriver },
): Promise<AvailabilityRound> {
  const { viewers, buyers } = load;
  const alone = await buy(site, options, buyers);
  const [watched, beside] = await Promise.all([
    view(site, options, viewers),
    buy(site, options, buyers),
  ]);
  const { ages } = watched;
  if (ages === null) throw new Error('no answer told as of when it is');
  if (ages.whenAskedMaxMs > MAX_AGE_MS + ROUNDING_MS)
    throw new Error(`an answer was ${ages.whenAskedMaxMs} ms old when it was asked for`);
  site.say('full speed');
  const fast = await viewers.drive([site.server], {
    ...looking(site, options),
    how: 'single',
    connections: options.quick ? 16 : FULL_SPEED_CONNECTIONS,
  });
  site.say('a query each');
  const each = await queryEach(site.shops.main, {
    url: site.postgres.urlOf(TEMPLATE),
    postmasterPid: site.postgres.postmasterPid,
    sku: HOT_SKU,
    channel: CHANNEL,
    warmupMs: options.quick ? 50 : 500,
    lengthMs: options.seconds * 1000,
  });
  const [fullSpeed, query] = [lookOf(fast), lookOf(each)];
  return {
    viewers: viewersOf(options),
    maxAgeMs: MAX_AGE_MS,
    viewing: {
      ...lookOf(watched),
      whenAskedMaxMs: ages.whenAskedMaxMs,
      whenHereMaxMs: ages.whenHereMaxMs,
      looks: watched.orders,
      databaseReads: ages.moments,
    },
    fullSpeed,
    queryEach: query,
    cpuRatio: cpuOf(query) / cpuOf(fullSpeed),
    rateRatio: fullSpeed.perSecond / query.perSecond,
    buying: { aloneP99Ms: alone.p99Ms, besideP99Ms: beside.p99Ms },
  };
}

function looking(site: Site, { seconds, quick }: BenchOptions) {
  const warmupMs = quick ? 100 : 1000;
  return { shop: site.shops.main, shape: SHAPE, paths: [PATH], warmupMs, lengthMs: seconds * 1000 };
}

/** A connection for each viewer, and a question a second for each. */
function view(site: Site, options: BenchOptions, load: LoadDriver, share = 1): Promise<LoadAnswer> {
  const viewers = viewersOf(options);
  return load.drive([site.server], {
    ...looking(site, options),
    how: 'paced',
    connections: viewers,
    rate: share * viewers,
  });
}

function buy(site: Site, options: BenchOptions, load: LoadDriver): Promise<LoadAnswer> {
  const { paths: _, ...plan } = looking(site, options);
  const rate = options.quick ? 50 : BUYING;
  return load.drive([site.server], { ...plan, how: 'paced', connections: 64, rate });
}

function viewersOf({ quick }: BenchOptions): number {
  return quick ? VIEWERS_OF_A_SMOKE : VIEWERS;
}

function lookOf(found: {
  readonly ordersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
}): Look {
  const { ordersPerSecond: perSecond, p50Ms, p99Ms, serverCpuMs, postgresCpuMs } = found;
  return { perSecond, p50Ms, p99Ms, processCpuMs: serverCpuMs, postgresCpuMs };
}

/** What is told once nobody buys any more must be what the levels say. */
async function compareWithDatabase({ server, shops, books }: Site): Promise<void> {
  await whenLogIsRead(books);
  await checkBooks(books, shops.main.tenant);
  const { rows } = await books.query<{ left: number }>(
    `select (on_hand - reserved)::int as left from stock_levels
     where sku_id = (select id from skus where code = $1)`,
    [HOT_SKU],
  );
  const told = await askOnce<{ items: { availableToSell: number }[] }>(
    { port: server.port, secret: shops.main.secret },
    { method: 'GET', path: `${PATH}&maxAgeMs=0` },
  );
  const [left, answer] = [rows[0]?.left, told.items[0]?.availableToSell];
  if (left === undefined || left !== answer)
    throw new Error(`viewers are told of ${answer} units, and there are ${left}`);
}
