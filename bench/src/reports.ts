// How long a report takes, beside the same sums taken from the lines.

import type pg from 'pg';
import type { Bench } from './bench.ts';
import { inBenchShop } from './capture/in-bench-shop.ts';
import type { BenchShop } from './capture/shop.ts';
import type { BenchOptions } from './options.ts';
import { fillSales, RANDOM } from './reports/fill-sales.ts';
import type { ServerChild } from './rig/children.ts';

const ORDERS = 2_000_000;
const ORDERS_OF_A_SMOKE = 2000;
/** As many orders once more, to see what size costs. */
const FEWER = 10;
const ASKED = 9;

interface Asked {
  readonly name: string;
  readonly query: string;
  /** What adds the same up from the lines. */
  readonly sql: string;
}

const lines = (key: string, period = 'true') =>
  `select ${key} as key, count(distinct order_number)::int as orders, sum(units)::int as units,
          sum(amount)::bigint as sales
   from bench_lines where ${period} group by 1 order by 4 desc limit 100`;
const NOVEMBER = `day between '2025-11-01' and '2025-11-30'`;
const ODD = `day between '2023-05-17' and '2025-09-03'`;

const REPORTS: readonly Asked[] = [
  { name: 'months, three years', query: 'by=month', sql: lines(`to_char(day, 'YYYY-MM')`) },
  {
    name: 'days of a month',
    query: 'by=day&from=2025-11-01&to=2025-11-30',
    sql: lines('day::text', NOVEMBER),
  },
  { name: 'countries, three years', query: 'by=country', sql: lines('country') },
  { name: '100 best SKUs, three years', query: 'by=sku', sql: lines('sku_code') },
  {
    name: '100 best SKUs of a month',
    query: 'by=sku&from=2025-11-01&to=2025-11-30',
    sql: lines('sku_code', NOVEMBER),
  },
  {
    name: '100 best SKUs, 17 May 2023 to 3 September 2025',
    query: 'by=sku&from=2023-05-17&to=2025-09-03',
    sql: lines('sku_code', ODD),
  },
  {
    name: '100 best customers, three years',
    query: 'by=customer',
    sql: lines('customer_id::text'),
  },
  {
    name: '100 best customers of a month',
    query: 'by=customer&from=2025-11-01&to=2025-11-30',
    sql: lines('customer_id::text', NOVEMBER),
  },
];

/** Of what flows: read from sums of their own, and of a period without round ends. */
const FLOWS: readonly Asked[] = [
  {
    name: 'days of a month, sold',
    query: 'flow?kind=sale&by=day&from=2025-11-01&to=2025-11-30',
    sql: lines('day::text', NOVEMBER),
  },
  {
    name: 'sold by country, odd days of three years',
    query: 'flow?kind=sale&by=country&from=2023-05-17&to=2025-09-03',
    sql: lines('country', ODD),
  },
  {
    name: 'sold by SKU, odd days of three years',
    query: 'flow?kind=sale&by=sku&from=2023-05-17&to=2025-09-03',
    sql: lines('sku_code', ODD),
  },
  {
    name: 'returned by reason, three years',
    query: 'flow?kind=return&by=reason&from=2023-01-01&to=2025-12-31',
    sql: lines(`'damaged'`, 'order_number % 5 = 0'),
  },
  {
    name: 'sent by location, three years',
    query: 'flow?kind=shipment&by=location&from=2023-01-01&to=2025-12-31',
    sql: lines(`'l' || order_number % 20`),
  },
];

const STAGES: readonly Pick<Asked, 'name' | 'query'>[] = [
  { name: 'stages, three years', query: 'stages?by=stage&from=2023-01-01&to=2025-12-31' },
  {
    name: 'stages by location, odd days of three years',
    query: 'stages?by=location&from=2023-05-17&to=2025-09-03',
  },
  {
    name: 'one stage by day, 90 days',
    query: 'stages?by=day&stage=shipped&from=2025-09-01&to=2025-11-29',
  },
];

interface ReportFigures {
  readonly name: string;
  /** Median of the report, in milliseconds, with many orders and with a tenth of them. */
  readonly ms: number;
  readonly fewerMs: number;
  /** The same sums from the lines, in milliseconds: many orders. */
  readonly scanMs: number;
}

export interface ReportsResult {
  readonly orders: number;
  readonly reports: readonly ReportFigures[];
}

export const bench: Bench = {
  does: 'sales reports over millions of orders, beside sums of their lines',
  async run(options, print) {
    const result = await runReports(options);
    print(reportOf(result));
    return result;
  },
};

function runReports(options: BenchOptions): Promise<ReportsResult> {
  const plan = { skuCount: 1, locationCount: 1, hotLocations: 1 };
  const plans = { many: { ...plan, slug: 'many' }, few: { ...plan, slug: 'few' } };
  const orders = options.orders ?? (options.quick ? ORDERS_OF_A_SMOKE : ORDERS);
  return inBenchShop(
    plans,
    options,
    async ({ books, shops, say }) => {
      await books.query(RANDOM);
      await fillSales(books, shops.few.tenant, Math.ceil(orders / FEWER), say);
      await fillSales(books, shops.many.tenant, orders, say);
    },
    async ({ server, books, shops, say }) => {
      const reports: ReportFigures[] = [];
      for (const asked of REPORTS) {
        say(asked.name);
        reports.push(await measure(asked, server, books, shops));
      }
      for (const asked of FLOWS) {
        say(asked.name);
        reports.push(await measureFlow(asked, server, books, shops));
      }
      for (const { name, query } of STAGES) {
        say(name);
        reports.push(await measureStages(name, query, orders, { server, shops }));
      }
      return { orders, reports };
    },
  );
}

async function measure(
  { name, query, sql }: Asked,
  server: ServerChild,
  books: pg.Client,
  shops: { readonly many: BenchShop; readonly few: BenchShop },
): Promise<ReportFigures> {
  const ask = (shop: BenchShop) => askReport(server.port, shop.secret, query);
  const { rows: summed } = await books.query(sql);
  compare(name, summed, await ask(shops.many));
  return {
    name,
    ms: await medianMs(() => ask(shops.many)),
    fewerMs: await medianMs(() => ask(shops.few)),
    scanMs: await medianMs(() => books.query(sql), 3),
  };
}

async function measureFlow(
  { name, query, sql }: Asked,
  server: ServerChild,
  books: pg.Client,
  shops: { readonly many: BenchShop; readonly few: BenchShop },
): Promise<ReportFigures> {
  const ask = (shop: BenchShop) => askFlow(server.port, shop.secret, query);
  const { rows } = await books.query(sql);
  const wanted = rows.map((row: { sales: string }) => Number(row.sales)).sort((a, b) => b - a);
  const found = (await ask(shops.many)).rows.map(({ amountMinor = 0 }) => amountMinor);
  if (JSON.stringify(wanted) !== JSON.stringify(found.sort((a, b) => b - a)))
    throw new Error(`${name}: the report and the lines differ`);
  return {
    name,
    ms: await medianMs(() => ask(shops.many)),
    fewerMs: await medianMs(() => ask(shops.few)),
    scanMs: await medianMs(() => books.query(sql), 3),
  };
}

/** Nothing else tells how long stages took: what is compared is how many orders reached one. */
async function measureStages(
  name: string,
  query: string,
  orders: number,
  {
    server,
    shops,
  }: { server: ServerChild; shops: { readonly many: BenchShop; readonly few: BenchShop } },
): Promise<ReportFigures> {
  const ask = (shop: BenchShop) => askFlow(server.port, shop.secret, query);
  const reached = (await ask(shops.many)).rows.reduce((sum, row) => sum + (row.reached ?? 0), 0);
  if (reached === 0 || reached > orders * 6) throw new Error(`${name}: ${reached} of ${orders}`);
  const ms = await medianMs(() => ask(shops.many));
  return { name, ms, fewerMs: await medianMs(() => ask(shops.few)), scanMs: ms };
}

interface FlowRow {
  readonly amountMinor?: number;
  readonly reached?: number;
}

async function askFlow(
  port: number,
  secret: string,
  query: string,
): Promise<{ readonly rows: FlowRow[] }> {
  const url = `http://127.0.0.1:${port}/v1/reports/${query}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${secret}` } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { rows: FlowRow[] };
}

interface Row {
  readonly key: string | null;
  readonly orders: number;
  readonly units: number;
  readonly salesMinor: number;
}

async function askReport(port: number, secret: string, query: string): Promise<Row[]> {
  const url = `http://127.0.0.1:${port}/v1/reports/sales?currency=EUR&sort=sales&limit=100&${query}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${secret}` } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { rows: Row[] }).rows;
}

/** A report that is fast and wrong is worth nothing. */
function compare(name: string, summed: readonly { sales: string }[], rows: readonly Row[]): void {
  const wanted = summed.map(({ sales }) => Number(sales));
  const found = rows.map(({ salesMinor }) => salesMinor);
  if (JSON.stringify(wanted) !== JSON.stringify(found))
    throw new Error(`${name}: the report and the lines differ`);
}

async function medianMs(work: () => Promise<unknown>, times = ASKED): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

function reportOf({ orders, reports }: ReportsResult): string {
  const rows = reports.map(({ name, ms, fewerMs, scanMs }) =>
    [name, ms.toFixed(1), (ms / fewerMs).toFixed(1), (scanMs / ms).toFixed(0)].join(' | '),
  );
  return [
    `${orders} orders of two lines in three years`,
    '',
    `| report | ms | × a tenth of the orders | sums of the lines take × |`,
    '| --- | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
