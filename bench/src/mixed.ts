// Orders are captured, a file is imported, an export is read and webhooks are delivered: each alone,
// then all at once.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { checkBooks, whenLogIsRead } from './capture/check-books.ts';
import { type BenchSite, inBenchShop } from './capture/in-bench-shop.ts';
import type { OrderShape } from './capture/scenarios.ts';
import { fillOrders } from './export/fill-orders.ts';
import { keepExporting } from './export/take-export.ts';
import { keepImporting } from './mixed/keep-importing.ts';
import { openWebhooks, type WebhookLoad } from './mixed/webhook-load.ts';
import type { BenchOptions } from './options.ts';
import { type LoadDriver, openLoad } from './rig/drive-load.ts';
import { type Machine, machineLine, machineOf } from './rig/machine.ts';
import { median } from './rig/measurement.ts';
import { table } from './rig/table.ts';

const CONNECTIONS = 64;
const STORED = 100_000;
const STORED_OF_A_SMOKE = 2_000;
/** Orders of a file that is imported. */
const FILE = 2_000;
const FILE_OF_A_SMOKE = 50;
const MB = 2 ** 20;

const WORKS = {
  capture: 'orders captured, 64 connections',
  importing: 'past orders imported',
  exporting: 'MB exported, NDJSON',
  webhooks: 'webhooks delivered',
} as const;
type Work = keyof typeof WORKS;

type Speeds = Readonly<Record<Work, number>>;
interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface Round {
  readonly alone: Speeds;
  readonly together: Speeds;
  readonly captureAlone: Latency;
  readonly captureTogether: Latency;
}

export interface MixedResult {
  readonly machine: Machine;
  readonly stored: number;
  /** A second. */
  readonly alone: Speeds;
  readonly together: Speeds;
  /** What each keeps of its speed: medians of the rounds. */
  readonly keeps: Speeds;
  /** The four shares added up: above 1 the machine was not busy with one alone. */
  readonly sum: number;
  readonly captureAlone: Latency;
  readonly captureTogether: Latency;
}

export const bench: Bench = {
  does: 'captures while an import, an export and webhooks run: what each keeps of its speed',
  async run(options, print) {
    const plan = { slug: 'main', skuCount: 200, locationCount: 5, hotLocations: 1 };
    const stored = options.orders ?? (options.quick ? STORED_OF_A_SMOKE : STORED);
    const result = await inBenchShop(
      { main: plan },
      options,
      ({ books, shops, say }) => fillOrders(books, shops.main.tenant, stored, say),
      (site) => measure(site, options, stored),
    );
    print(reportOf(result));
    return result;
  },
};

type Site = BenchSite<'main'>;
const SHAPE: OrderShape = { lines: 3, skus: 'spread', skuCount: 200, buyer: false };

async function measure(site: Site, options: BenchOptions, stored: number): Promise<MixedResult> {
  const machine = machineOf(site.postgres.version);
  const load = openLoad(site.postgres);
  const webhooks = await openWebhooks({ port: site.server.port, secret: site.shops.main.secret });
  try {
    const rounds: Round[] = [];
    const run = works(site, options, load, webhooks);
    await run.capture(); // a warm-up, and what there is to deliver
    for (let round = 0; round < options.rounds; round += 1)
      rounds.push(await measureRound(site, run, round));
    await whenLogIsRead(site.books);
    await checkBooks(site.books, site.shops.main.tenant);
    return { machine, stored, ...middleOf(rounds) };
  } finally {
    await load.close();
    await webhooks.close();
  }
}

type Works = ReturnType<typeof works>;

async function measureRound({ say, postgres, books }: Site, run: Works, round: number) {
  const calm = async (what: string) => {
    say(`round ${round + 1}: ${what}`);
    await whenLogIsRead(books);
    await postgres.checkpoint();
  };
  const alone = async () => {
    await calm(WORKS.capture);
    const capture = await run.capture();
    await calm(WORKS.importing);
    const importing = await run.importing();
    await calm(WORKS.exporting);
    const exporting = await run.exporting();
    await calm(WORKS.webhooks);
    return { capture, importing, exporting, webhooks: await run.webhooks() };
  };
  const together = async () => {
    await calm('all at once');
    const [webhooks, importing, exporting, capture] = await Promise.all([
      run.webhooks(),
      run.importing(),
      run.exporting(),
      run.capture(),
    ]);
    return { capture, importing, exporting, webhooks };
  };
  const backwards = round % 2 === 1 ? await together() : undefined;
  const quiet = await alone();
  const busy = backwards ?? (await together());
  return {
    alone: { ...quiet, capture: quiet.capture.perSecond },
    together: { ...busy, capture: busy.capture.perSecond },
    captureAlone: quiet.capture,
    captureTogether: busy.capture,
  };
}

/** Each for the same time, and a second answers. */
function works(
  { server, shops }: Site,
  { seconds, quick }: BenchOptions,
  load: LoadDriver,
  webhooks: WebhookLoad,
) {
  const to = { port: server.port, secret: shops.main.secret };
  const lengthMs = seconds * 1000;
  const warmupMs = quick ? 50 : 500;
  const each = async (work: (stopAt: number) => Promise<number>) => {
    const startedAt = performance.now();
    const done = await work(startedAt + warmupMs + lengthMs);
    return (done * 1000) / (performance.now() - startedAt);
  };
  return {
    async capture() {
      const { ordersPerSecond, p50Ms, p99Ms } = await load.drive([server], {
        shop: shops.main,
        shape: SHAPE,
        how: 'single',
        connections: CONNECTIONS,
        warmupMs,
        lengthMs,
      });
      return { perSecond: ordersPerSecond, p50Ms, p99Ms };
    },
    importing: () => each((stopAt) => keepImporting(to, quick ? FILE_OF_A_SMOKE : FILE, stopAt)),
    exporting: () =>
      each(async (stopAt) => (await keepExporting(to.port, to.secret, PAST, stopAt)) / MB),
    async webhooks() {
      await webhooks.start();
      const before = await webhooks.count();
      const perSecond = await each(async (stopAt) => {
        await sleep(stopAt - performance.now());
        // In the short time of a smoke none may have come.
        for (const giveUpAt = stopAt + FIRST_MS_MAX; ; await sleep(10)) {
          const came = (await webhooks.count()) - before;
          if (came > 0 || performance.now() > giveUpAt) return came;
        }
      });
      await webhooks.pause();
      return perSecond;
    },
  };
}

/** Until the first webhook, and no longer. */
const FIRST_MS_MAX = 20_000;

/** What was there before, whatever is captured meanwhile. */
const PAST = 'format=ndjson&placedTo=2026-01-01T00:00:00Z';

function middleOf(rounds: readonly Round[]): Omit<MixedResult, 'machine' | 'stored'> {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const speeds = (pick: (round: Round, work: Work) => number): Speeds => ({
    capture: of((round) => pick(round, 'capture')),
    importing: of((round) => pick(round, 'importing')),
    exporting: of((round) => pick(round, 'exporting')),
    webhooks: of((round) => pick(round, 'webhooks')),
  });
  const latency = (pick: (round: Round) => Latency): Latency => ({
    p50Ms: of((round) => pick(round).p50Ms),
    p99Ms: of((round) => pick(round).p99Ms),
  });
  const keeps = speeds(({ together, alone }, work) => together[work] / alone[work]);
  return {
    alone: speeds(({ alone }, work) => alone[work]),
    together: speeds(({ together }, work) => together[work]),
    keeps,
    sum: Object.values(keeps).reduce((sum, share) => sum + share, 0),
    captureAlone: latency(({ captureAlone }) => captureAlone),
    captureTogether: latency(({ captureTogether }) => captureTogether),
  };
}

function reportOf(result: MixedResult): string {
  const { alone, together, keeps, sum, captureAlone, captureTogether } = result;
  const rows = (Object.keys(WORKS) as Work[]).map((work) => [
    WORKS[work],
    alone[work].toFixed(0),
    together[work].toFixed(0),
    keeps[work].toFixed(2),
  ]);
  const times = ({ p50Ms, p99Ms }: Latency) =>
    `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
  return [
    machineLine(result.machine),
    `${result.stored} orders of the past are there`,
    '',
    table([['a second', 'alone', 'all at once', 'keeps'], ...rows]),
    '',
    `The shares add up to ${sum.toFixed(2)}`,
    `An order that is captured: ${times(captureAlone)} alone, ${times(captureTogether)} with all`,
  ].join('\n');
}
