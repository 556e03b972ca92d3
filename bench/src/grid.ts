// How long a page of the stock grid takes at the server among 100,000 SKUs at 20 locations, wherever in
// the list it is, beside reading a page of SKUs by their key straight from PostgreSQL.

import { uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';
import type { Bench } from './bench.ts';
import { inBenchShop } from './capture/in-bench-shop.ts';
import type { BenchShop } from './capture/shop.ts';
import { fillGrid } from './grid/fill-grid.ts';
import type { BenchOptions } from './options.ts';
import type { ServerChild } from './rig/children.ts';
import { table } from './rig/table.ts';

const SKUS = 100_000;
const SKUS_OF_A_SMOKE = 600;
const LOCATIONS = 20;
const PAGE = 100;
const TIMES = 20;
const TIMES_OF_A_SMOKE = 2;

interface GridFigures {
  readonly name: string;
  /** At the server, in milliseconds. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** p50, in reads of as many SKUs by the key. */
  readonly timesPlain: number;
  readonly rows: number;
  readonly levels: number;
}

export interface GridResult {
  readonly skus: number;
  readonly locations: number;
  readonly plainMs: number;
  readonly pages: readonly GridFigures[];
}

export const bench: Bench = {
  does: 'pages of the stock grid, of 100,000 SKUs at 20 locations',
  async run(options, print) {
    const result = await runGrid(options);
    print(reportOf(result));
    return result;
  },
};

function runGrid(options: BenchOptions): Promise<GridResult> {
  const plan = { slug: 'main', skuCount: 1, locationCount: LOCATIONS, hotLocations: 1 };
  const skus = options.quick ? SKUS_OF_A_SMOKE : SKUS;
  return inBenchShop(
    { main: plan },
    options,
    ({ books, shops, say }) => fillGrid(books, shops.main.tenant, skus, say),
    async ({ server, books, shops, say }) => {
      const plainMs = await plainPage(books, shops.main);
      const times = options.quick ? TIMES_OF_A_SMOKE : TIMES;
      const pages: GridFigures[] = [];
      for (const { name, query } of pagesOf(skus)) {
        if (!name.includes(options.only)) continue;
        say(name);
        pages.push(await measure(server, shops.main, { name, query, plainMs, times }));
      }
      return { skus, locations: LOCATIONS, plainMs, pages };
    },
  );
}

function pagesOf(skus: number): readonly { readonly name: string; readonly query: string }[] {
  const after = (share: number) => {
    const code = `GRID-${String(Math.floor(skus * share)).padStart(6, '0')}`;
    return `&cursor=${Buffer.from(JSON.stringify([code])).toString('base64url')}`;
  };
  return [
    { name: 'the first page', query: '' },
    { name: 'a page of the middle', query: after(0.5) },
    { name: 'a page near the end', query: after(0.8) },
    { name: 'what runs low', query: '&lowAt=5' },
  ];
}

/** As many SKUs by their code. */
async function plainPage(books: pg.Client, { tenant }: BenchShop): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < 50; time += 1) {
    const startedAt = performance.now();
    await books.query({
      name: 'plain',
      text: `select * from skus where tenant_id = $1 and code > '' order by code limit $2`,
      values: [uuidOf(tenant), PAGE],
    });
    taken.push(performance.now() - startedAt);
  }
  return quantile(taken, 0.5);
}

interface Measured {
  readonly name: string;
  readonly query: string;
  readonly plainMs: number;
  readonly times: number;
}

async function measure(
  { port }: ServerChild,
  { secret }: BenchShop,
  { name, query, plainMs, times }: Measured,
): Promise<GridFigures> {
  const taken: number[] = [];
  let [rows, levels] = [0, 0];
  for (let time = 0; time < times; time += 1) {
    const path = `/v1/stock/grid?limit=${PAGE}${query}`;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    const body = (await answer.json()) as { items?: { levels: unknown[] }[] };
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`);
    taken.push(Number(/dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1]));
    rows = body.items?.length ?? 0;
    levels = body.items?.reduce((sum, item) => sum + item.levels.length, 0) ?? 0;
  }
  const p50Ms = quantile(taken, 0.5);
  return { name, p50Ms, p95Ms: quantile(taken, 0.95), timesPlain: p50Ms / plainMs, rows, levels };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function reportOf({ skus, locations, plainMs, pages }: GridResult): string {
  const rows = pages.map(({ name, p50Ms, p95Ms, timesPlain, rows, levels }) => [
    name,
    p50Ms.toFixed(1),
    p95Ms.toFixed(1),
    timesPlain.toFixed(1),
    String(rows),
    String(levels),
  ]);
  return [
    `${skus} SKUs at ${locations} locations; ${PAGE} SKUs by their key take PostgreSQL ` +
      `${plainMs.toFixed(1)} ms`,
    '',
    table([['', 'p50 ms', 'p95 ms', '× plain', 'SKUs', 'levels'], ...rows]),
  ].join('\n');
}
