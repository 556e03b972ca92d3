// What the orders that are there already cost: capture and reads on an empty database, and with ten
// thousand and a million orders stored, in turn.

import type pg from 'pg';
import type { Bench } from './bench.ts';
import { checkBooks, openBooks, whenLogIsRead } from './capture/check-books.ts';
import { inStockedDatabase, type StockedDatabase } from './capture/in-bench-shop.ts';
import { type OrderShape, skuCode } from './capture/scenarios.ts';
import { TEMPLATE } from './capture/template.ts';
import { fillOrders } from './export/fill-orders.ts';
import type { BenchOptions } from './options.ts';
import { fillList } from './orders/fill-list.ts';
import { type ServerChild, startServer } from './rig/children.ts';
import { type LoadDriver, openLoad } from './rig/drive-load.ts';
import { machineOf } from './rig/machine.ts';
import { fillKeys } from './size/fill-keys.ts';
import { sizeReport } from './size/report.ts';
import { figuresOf, rowOf, type SizeResult, type SizeRound } from './size/result.ts';

const SIZES = [0, 10_000, 1_000_000];
const SIZES_OF_A_SMOKE = [0, 100, 1_000];
const SKUS = 500;
const CONNECTIONS = 256;
const READERS = 16;
/** Orders that are read one by one: as many old ones as new ones. */
const READ = 50;
const DATABASE = 'doorstep_bench_size';

export const bench: Bench = {
  does: 'capture and reads with 0, 10 thousand and a million orders stored',
  async run(options, print) {
    const plan = { slug: 'main', skuCount: SKUS, locationCount: 5, hotLocations: 1 };
    const result = await inStockedDatabase({ main: plan }, (database) =>
      withSizes(database, options),
    );
    print(sizeReport(result));
    return result;
  },
};

type Stocked = StockedDatabase<'main'>;
const SHAPE: OrderShape = { lines: 3, skus: 'spread', skuCount: SKUS, buyer: false };

interface Sized {
  readonly orders: number;
  readonly megabytes: number;
  readonly books: pg.Client;
  readonly server: ServerChild;
}

function sizesOf({ quick, orders }: BenchOptions): number[] {
  if (orders !== undefined) return [0, orders];
  return quick ? SIZES_OF_A_SMOKE : SIZES;
}

async function withSizes(database: Stocked, options: BenchOptions): Promise<SizeResult> {
  const { postgres, say } = database;
  const machine = machineOf(postgres.version);
  const closing: (() => Promise<unknown>)[] = [];
  try {
    // A clone is made of what nobody is connected to.
    await database.books.end();
    const sized: Sized[] = [];
    for (const orders of sizesOf(options))
      sized.push(await openSize(database, options, { orders, closing }));
    const load = openLoad(postgres);
    closing.push(() => load.close());
    const rounds = sized.map(() => [] as SizeRound[]);
    for (const one of sized) await measureSize(database, options, one, load); // a warm-up
    for (let round = 0; round < options.rounds; round += 1) {
      const places = sized.map((_, place) => (place + round) % sized.length);
      for (const place of places) {
        const one = sized[place];
        if (one === undefined) continue;
        say(`round ${round + 1}: ${one.orders} stored`);
        rounds[place]?.push(await measureSize(database, options, one, load));
      }
    }
    for (const { books } of sized) await checkBooks(books, database.shops.main.tenant);
    const [first = []] = rounds;
    const sizes = sized.map(({ orders, megabytes }, place) =>
      rowOf({ orders, megabytes }, rounds[place] ?? [], first),
    );
    return { machine, lean: options.lean, sizes };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function openSize(
  { postgres, shops, say }: Stocked,
  { lean, profile }: BenchOptions,
  size: { readonly orders: number; readonly closing: (() => Promise<unknown>)[] },
): Promise<Sized> {
  const { orders, closing } = size;
  const name = `${DATABASE}_${orders}`;
  const url = await postgres.create(name, TEMPLATE);
  closing.push(() => postgres.drop(name));
  const books = await openBooks(url);
  closing.push(() => books.end());
  const { tenant } = shops.main;
  if (lean) await fillOrders(books, tenant, orders, say, lean);
  else if (orders > 0) {
    await fillList(books, tenant, orders, say);
    await fillKeys(books, tenant, orders);
  }
  const { rows } = await books.query<{ bytes: number }>(
    'select pg_database_size(current_database())::float8 as bytes',
  );
  const server = await startServer(url, profile);
  closing.push(() => server.stop());
  return { orders, megabytes: (rows[0]?.bytes ?? 0) / 2 ** 20, books, server };
}

async function measureSize(
  { postgres, shops }: Stocked,
  { seconds, quick }: BenchOptions,
  { books, server, orders }: Sized,
  load: LoadDriver,
): Promise<SizeRound> {
  const base = { shop: shops.main, shape: SHAPE, how: 'single' as const };
  const times = { warmupMs: quick ? 100 : 1000, lengthMs: seconds * 1000 };
  await postgres.checkpoint();
  const connections = quick ? 32 : CONNECTIONS;
  const capture = await load.drive([server], { ...base, ...times, connections });
  await whenLogIsRead(books);
  const read = async (paths: readonly string[]) =>
    figuresOf(await load.drive([server], { ...base, ...times, connections: READERS, paths }));
  return {
    capture: figuresOf(capture),
    list: await read(['/v1/orders?limit=50']),
    filtered: await read(['/v1/orders?limit=50&status=open']),
    search: await read(SEARCHED.map((sku) => `/v1/orders?limit=50&search=${sku}`)),
    detail: await read(await pathsOfOrders(books, orders)),
  };
}

/** Each is in some orders of any size. */
const SEARCHED = Array.from({ length: 10 }, (_, place) => skuCode(place * 37));

async function pathsOfOrders(books: pg.Client, stored: number): Promise<string[]> {
  // The stored ones have the lowest ids: the first of all, then every so many of them.
  const { rows } = await books.query<{ id: string }>(
    `(select replace(id::text, '-', '') as id from orders order by id desc limit $1)
     union all
     (select replace(id::text, '-', '')
      from (select id, row_number() over (order by id) as place from orders
            order by id limit $2) as old
      where place % greatest(1, $2 / $1) = 0 limit $1)`,
    [READ / 2, stored],
  );
  return rows.map(({ id }) => `/v1/orders/ord_${id}`);
}
