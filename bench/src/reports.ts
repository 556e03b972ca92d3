// How long every report takes at the server, beside the same sums taken from the lines.

import type pg from 'pg';
import type { Bench } from './bench.ts';
import { inBenchShop } from './capture/in-bench-shop.ts';
import type { BenchShop } from './capture/shop.ts';
import type { BenchOptions } from './options.ts';
import { type Asked, askedOf } from './reports/asked.ts';
import { compareWithReaders, ORDERS_TO_COMPARE_MAX } from './reports/compare-with-readers.ts';
import { fillReports } from './reports/fill-reports.ts';
import { P95_MAX_MS, reportOf } from './reports/report.ts';
import type { ReportsResult } from './reports/result.ts';

const ORDERS = 1_000_000;
const ORDERS_OF_A_SMOKE = 1000;
/** As many orders once more, to see what size costs. */
const FEWER = 10;
const TIMES = 20;
const TIMES_OF_A_SMOKE = 1;
const TIMES_OF_FEWER = 3;
/** A smoke asks every tenth question. */
const STRIDE_OF_A_SMOKE = 10;

export const bench: Bench = {
  does: 'reports over a million orders, beside sums of their lines',
  async run(options, print) {
    const result = await runReports(options);
    print(reportOf(result));
    return result;
  },
};

interface Site {
  readonly port: number;
  readonly many: BenchShop;
  readonly few: BenchShop;
}

function runReports(options: BenchOptions): Promise<ReportsResult> {
  const plan = { skuCount: 1, locationCount: 1, hotLocations: 1 };
  const plans = { many: { ...plan, slug: 'many' }, few: { ...plan, slug: 'few' } };
  const orders = options.orders ?? (options.quick ? ORDERS_OF_A_SMOKE : ORDERS);
  let fillSeconds = 0;
  return inBenchShop(
    plans,
    options,
    async ({ books, shops, say }) => {
      const startedAt = performance.now();
      const few = { tenant: shops.few.tenant, orders: Math.ceil(orders / FEWER) };
      const many = { tenant: shops.many.tenant, orders };
      await fillReports(books, [few, many], say);
      if (orders <= ORDERS_TO_COMPARE_MAX) await compareWithReaders(books, many);
      fillSeconds = (performance.now() - startedAt) / 1000;
    },
    async ({ server, books, shops, say }) => {
      const site = { port: server.port, ...shops };
      const stride = options.quick ? STRIDE_OF_A_SMOKE : 1;
      const asked = askedOf().filter(
        ({ name }, place) => place % stride === 0 && name.includes(options.only),
      );
      say('comparing with the lines');
      const scans = await compareAll(asked, site, books);
      say('asking');
      const taken = await askAll(asked, site, options.quick ? TIMES_OF_A_SMOKE : TIMES);
      const reports = asked.map(({ family, name, path }) => {
        const many = taken.many.get(path) ?? [];
        return {
          ...{ family, name, p50Ms: quantile(many, 0.5), p95Ms: quantile(many, 0.95) },
          fewerMs: quantile(taken.few.get(path) ?? [], 0.5),
          scanMs: scans.get(path) ?? null,
        };
      });
      const slow = reports.filter(({ p95Ms }) => p95Ms >= P95_MAX_MS).length;
      return { orders, fillSeconds, reports, slow };
    },
  );
}

/** A report that is fast and wrong is worth nothing. @returns how long the lines took, by path */
async function compareAll(
  asked: readonly Asked[],
  { port, many }: Site,
  books: pg.Client,
): Promise<ReadonlyMap<string, number>> {
  const scans = new Map<string, number>();
  for (const { name, path, truth } of asked) {
    if (truth === undefined) continue;
    const startedAt = performance.now();
    const { rows } = await books.query<{ sum: string }>(truth.sql);
    scans.set(path, performance.now() - startedAt);
    const wanted = rows.map(({ sum }) => Number(sum));
    const found = (await ask(port, many, path)).rows.map((row) => row[truth.measure] ?? 0);
    const inOrder = found.toSorted((a, b) => b - a);
    if (JSON.stringify(wanted) !== JSON.stringify(inOrder))
      throw new Error(`${name}: the report and the lines differ`);
  }
  return scans;
}

/** Round by round, so that no question finds only what it read itself. */
async function askAll(asked: readonly Asked[], { port, many, few }: Site, times: number) {
  const taken = { many: new Map<string, number[]>(), few: new Map<string, number[]>() };
  for (let time = 0; time < times; time += 1)
    for (const { path } of asked) {
      keep(taken.many, path, (await ask(port, many, path)).ms);
      if (time < TIMES_OF_FEWER) keep(taken.few, path, (await ask(port, few, path)).ms);
    }
  return taken;
}

function keep(taken: Map<string, number[]>, path: string, ms: number): void {
  const known = taken.get(path);
  if (known === undefined) taken.set(path, [ms]);
  else known.push(ms);
}

type Row = Partial<Record<'salesMinor' | 'amountMinor' | 'units', number>>;

async function ask(port: number, { secret }: BenchShop, path: string) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  const body = (await answer.json()) as { rows?: Row[] };
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`);
  const ms = Number(/dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1]);
  return { ms, rows: body.rows ?? [] };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
