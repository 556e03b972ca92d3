// How long the order list takes at the server, by every filter and sort, among a million orders.

import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';
import type { Bench } from './bench.ts';
import { inBenchShop } from './capture/in-bench-shop.ts';
import type { BenchShop } from './capture/shop.ts';
import type { BenchOptions } from './options.ts';
import { askedOf } from './orders/asked.ts';
import { fillList } from './orders/fill-list.ts';
import { type FirstPaint, firstPaint } from './orders/first-paint.ts';
import { type Tagged, tagAllMatching } from './orders/tag-all-matching.ts';
import type { ServerChild } from './rig/children.ts';

const ORDERS = 1_000_000;
const ORDERS_OF_A_SMOKE = 2000;
/** Pages asked for of each list: the first, and those behind it. */
const TIMES = 12;
const TIMES_OF_A_SMOKE = 2;
const PAGE = 50;
const P95_MAX_MS = 150;

interface ListFigures {
  readonly name: string;
  /** At the server, in milliseconds. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** p50, in reads of a page by the primary key. */
  readonly timesPlain: number;
  readonly rows: number;
}

export interface OrdersResult {
  readonly orders: number;
  /** The newest orders by the primary key, straight from PostgreSQL. */
  readonly plainMs: number;
  readonly lists: readonly ListFigures[];
  readonly paint: FirstPaint;
  readonly tagged: Tagged;
  readonly verified: boolean;
}

export const bench: Bench = {
  does: 'the order list by every filter and sort, among a million orders',
  async run(options, print) {
    const result = await runOrders(options);
    print(reportOf(result));
    return result;
  },
};

function runOrders(options: BenchOptions): Promise<OrdersResult> {
  const plan = { slug: 'main', skuCount: 1, locationCount: 20, hotLocations: 1 };
  const orders = options.orders ?? (options.quick ? ORDERS_OF_A_SMOKE : ORDERS);
  return inBenchShop(
    { main: plan },
    options,
    ({ books, shops, say }) => fillList(books, shops.main.tenant, orders, say),
    async ({ server, books, shops, say }) => {
      const shop = shops.main;
      const customer = await someCustomer(books, shop);
      const plainMs = await plainPage(books, shop);
      const lists: ListFigures[] = [];
      for (const { name, path } of askedOf(customer)) {
        if (!name.includes(options.only)) continue;
        say(name);
        const times = options.quick ? TIMES_OF_A_SMOKE : TIMES;
        lists.push(await measure(server, shop, { name, path, plainMs, times }));
      }
      say('first paint');
      const api = { port: server.port, secret: shop.secret };
      const paint = await firstPaint(api, options.quick ? 1 : undefined);
      say('a tag for all that match');
      const tagged = await tagAllMatching(api, books, shop.tenant);
      const verified = await isVerified(server, shop);
      return { orders, plainMs, lists, paint, tagged, verified };
    },
  );
}

/** A customer with a few orders. */
async function someCustomer(books: pg.Client, { tenant }: BenchShop): Promise<string> {
  const { rows } = await books.query<{ id: string }>(
    `select customer_id as id from order_list where tenant_id = $1
     order by order_id limit 1`,
    [uuidOf(tenant)],
  );
  const id: CustomerId = idFromUuid('customer', rows[0]?.id ?? '');
  return id;
}

async function plainPage(books: pg.Client, { tenant }: BenchShop): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < 50; time += 1) {
    const startedAt = performance.now();
    await books.query({
      name: 'plain',
      text: 'select * from orders where tenant_id = $1 order by id desc limit $2',
      values: [uuidOf(tenant), PAGE],
    });
    taken.push(performance.now() - startedAt);
  }
  return quantile(taken, 0.5);
}

interface Measured {
  readonly name: string;
  readonly path: string;
  readonly plainMs: number;
  readonly times: number;
}

async function measure(
  { port }: ServerChild,
  { secret }: BenchShop,
  { name, path, plainMs, times }: Measured,
): Promise<ListFigures> {
  const taken: number[] = [];
  let rows = 0;
  let cursor: string | null = null;
  for (let time = 0; time < times; time += 1) {
    const more = cursor === null ? '' : `&cursor=${cursor}`;
    const answer = await fetch(`http://127.0.0.1:${port}${path}${more}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    const body = (await answer.json()) as { items?: unknown[]; nextCursor?: string | null };
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`);
    taken.push(Number(/dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1]));
    rows = Math.max(rows, body.items?.length ?? 0);
    // The first page three times, for it is what everybody asks for; then deeper.
    cursor = time % 4 === 3 ? null : (body.nextCursor ?? null);
  }
  const p50Ms = quantile(taken, 0.5);
  return { name, p50Ms, p95Ms: quantile(taken, 0.95), timesPlain: p50Ms / plainMs, rows };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function isVerified({ port }: ServerChild, { secret }: BenchShop): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/verification`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
  });
  const { checks } = (await answer.json()) as { checks: { name: string; ok: boolean }[] };
  return checks.filter(({ name }) => /order list|its rows/.test(name)).every(({ ok }) => ok);
}

function reportOf({ orders, plainMs, lists, paint, tagged, verified }: OrdersResult): string {
  const worst = lists.toSorted((a, b) => b.p95Ms - a.p95Ms);
  const slow = worst.filter(({ p95Ms }) => p95Ms >= P95_MAX_MS).length;
  const rows = worst.map(({ name, p50Ms, p95Ms, timesPlain, rows }) =>
    [name, p50Ms.toFixed(1), p95Ms.toFixed(1), timesPlain.toFixed(1), rows].join(' | '),
  );
  return [
    `${orders} orders; a page by the primary key takes PostgreSQL ${plainMs.toFixed(1)} ms; the ` +
      `list ${verified ? 'is' : 'IS NOT'} what the orders are; ${slow} of ${lists.length} lists ` +
      `take ${P95_MAX_MS} ms or more`,
    `The first rows are painted after ${paint.coldMs.toFixed(0)} ms, and after ` +
      `${paint.warmMs.toFixed(0)} ms with the files in the cache; the page holds ${paint.rows} rows. ` +
      `${tagged.orders} orders that matched were tagged in ${tagged.seconds.toFixed(1)} s, and no other.`,
    '',
    '| list, slowest first | p50 ms | p95 ms | × plain | rows |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
