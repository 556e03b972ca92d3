// One, two and three servers on one database: what more of them bring, and that together they sell
// no unit twice.

import type { Bench } from './bench.ts';
import { checkBooks, countOrders, whenLogIsRead } from './capture/check-books.ts';
import { type BenchSite, inBenchShop } from './capture/in-bench-shop.ts';
import { CHANNEL, HOT_SKU, type OrderShape } from './capture/scenarios.ts';
import { TEMPLATE } from './capture/template.ts';
import { sendAll } from './drop/raw-client.ts';
import type { BenchOptions } from './options.ts';
import { askOnce } from './rig/ask-once.ts';
import { type ServerChild, startServer } from './rig/children.ts';
import { type LoadDriver, openLoad } from './rig/drive-load.ts';
import { type Machine, machineLine, machineOf } from './rig/machine.ts';
import { type Measurement, median } from './rig/measurement.ts';
import { table } from './rig/table.ts';

const PROCESSES = [1, 2, 3] as const;
const CONNECTIONS = 256;
/** Of a SKU that all want at once: fewer than are asked for. */
const SCARCE = 500;
const SCARCE_OF_A_SMOKE = 20;
/** Attempts on each scarce unit. */
const ATTEMPTS_EACH = 4;

interface ProcessesRow {
  readonly processes: number;
  readonly ordersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
  /** Orders per second, to those of one process in the same round. */
  readonly ratio: number;
}

export interface ProcessesResult {
  readonly machine: Machine;
  readonly shapes: readonly { readonly name: string; readonly rows: readonly ProcessesRow[] }[];
  readonly scarce: { readonly units: number; readonly attempts: number; readonly sold: number };
}

export const bench: Bench = {
  does: 'one, two and three servers on one database: orders per second, nothing oversold',
  async run(options, print) {
    const plan = { slug: 'main', skuCount: 500, locationCount: 10, hotLocations: 1 };
    const nothing = async () => {};
    const result = await inBenchShop({ main: plan }, options, nothing, (site) =>
      withServers(site, options),
    );
    print(reportOf(result));
    return result;
  },
};

type Site = BenchSite<'main'>;

const BASE = { skuCount: 500, buyer: false } as const;
const SHAPES: readonly { readonly name: string; readonly shape: OrderShape }[] = [
  { name: 'spread, 3 lines', shape: { ...BASE, lines: 3, skus: 'spread' } },
  { name: 'hot, 1 line', shape: { ...BASE, lines: 1, skus: 'hot' } },
];

async function withServers(site: Site, options: BenchOptions): Promise<ProcessesResult> {
  const machine = machineOf(site.postgres.version);
  const servers = [site.server];
  const load = openLoad(site.postgres);
  try {
    while (servers.length < PROCESSES.length)
      servers.push(await startServer(site.postgres.urlOf(TEMPLATE), options.profile));
    const shapes = [];
    for (const { name, shape } of SHAPES)
      shapes.push({
        name,
        rows: await measureShape(site, options, { servers, load, name, shape }),
      });
    return { machine, shapes, scarce: await sellScarce(site, servers, options) };
  } finally {
    await load.close();
    for (const server of servers.slice(1)) await server.stop();
  }
}

interface Running {
  readonly servers: readonly ServerChild[];
  readonly load: LoadDriver;
  readonly name: string;
  readonly shape: OrderShape;
}

/** Those that are not asked stand idle, and are not counted. */
async function measureShape(
  site: Site,
  options: BenchOptions,
  { servers, load, name, shape }: Running,
): Promise<ProcessesRow[]> {
  const rounds: Omit<Measurement, 'wholeCpuMs'>[][] = [];
  // The first warms all of them up: of a smoke the figures prove nothing.
  for (let round = options.quick ? 0 : -1; round < options.rounds; round += 1) {
    const found: Omit<Measurement, 'wholeCpuMs'>[] = [];
    for (const count of round % 2 === 1 ? [...PROCESSES].reverse() : PROCESSES) {
      site.say(`round ${round + 1}: ${name}, ${count} processes`);
      found[count - 1] = await measureCount(site, options, { load, shape, count, servers });
    }
    if (round >= 0) rounds.push(found);
  }
  return PROCESSES.map((processes) => {
    const all = rounds.flatMap((found) => found[processes - 1] ?? []);
    const of = (field: keyof (typeof all)[number]) => median(all.map((one) => one[field]));
    const ratios = rounds.map(
      (found) => (found[processes - 1]?.ordersPerSecond ?? 0) / (found[0]?.ordersPerSecond ?? 0),
    );
    return {
      processes,
      ordersPerSecond: of('ordersPerSecond'),
      p50Ms: of('p50Ms'),
      p99Ms: of('p99Ms'),
      serverCpuMs: of('serverCpuMs'),
      postgresCpuMs: of('postgresCpuMs'),
      ratio: median(ratios),
    };
  });
}

async function measureCount(
  { postgres, books, shops }: Site,
  { seconds, quick }: BenchOptions,
  running: Omit<Running, 'name'> & { readonly count: number },
): Promise<Omit<Measurement, 'wholeCpuMs'>> {
  const { tenant } = shops.main;
  await postgres.checkpoint();
  const before = await countOrders(books, tenant);
  const found = await running.load.drive(running.servers.slice(0, running.count), {
    shop: shops.main,
    shape: running.shape,
    how: 'single',
    connections: quick ? 30 : CONNECTIONS,
    warmupMs: quick ? 100 : 1000,
    lengthMs: seconds * 1000,
  });
  await whenLogIsRead(books);
  const { orders } = await checkBooks(books, tenant);
  if (orders - before !== found.orders)
    throw new Error(`${found.orders} orders were acknowledged, but ${orders - before} are there`);
  return found;
}

/** All servers sell the same few units to more than there are; each has its own view of them. */
async function sellScarce(
  { books, shops, say }: Site,
  servers: readonly ServerChild[],
  { quick }: BenchOptions,
): Promise<ProcessesResult['scarce']> {
  const { secret, tenant } = shops.main;
  const units = quick ? SCARCE_OF_A_SMOKE : SCARCE;
  const [first] = servers;
  if (first === undefined) throw new Error('there is no server');
  say(`${units} scarce units`);
  const to = { port: first.port, secret };
  await askOnce(to, {
    method: 'POST',
    path: '/v1/skus',
    body: { code: 'SCARCE', title: 'Scarce' },
  });
  await askOnce(to, {
    method: 'POST',
    path: '/v1/stock/receipts',
    body: { location: 'L-0000', lines: [{ sku: 'SCARCE', quantity: units }] },
  });
  const attempts = units * ATTEMPTS_EACH;
  let sold = 0;
  await Promise.all(
    servers.map(({ port }, server) => {
      const share = Array.from({ length: attempts }, (_, number) => number);
      const own = share.filter((number) => number % servers.length === server);
      const requests = own.map((number) => ({
        method: 'POST' as const,
        path: '/v1/orders',
        key: `scarce-${number}`,
        body: {
          channel: CHANNEL,
          currency: 'EUR',
          lines: [
            { sku: 'SCARCE', quantity: 1, unitPrice: '59.00' },
            ...(number % 3 === 0 ? [{ sku: HOT_SKU, quantity: 1, unitPrice: '9.00' }] : []),
          ],
        },
      }));
      return sendAll({ port, secret }, Math.min(64, requests.length), requests, (_, answer) => {
        if (answer.status === 201) sold += 1;
        else if (answer.status !== 409) throw new Error(`an order was answered ${answer.text}`);
      });
    }),
  );
  await whenLogIsRead(books);
  await checkBooks(books, tenant);
  if (sold !== units) throw new Error(`${sold} of ${units} scarce units were sold`);
  return { units, attempts, sold };
}

function reportOf({ machine, shapes, scarce }: ProcessesResult): string {
  const head = ['', 'orders/s', 'p50 ms', 'p99 ms', 'processes', 'PostgreSQL', '× one process'];
  const tables = shapes.flatMap(({ name, rows }) => [
    `### ${name}`,
    '',
    table([head, ...rows.map(cellsOf)]),
    '',
  ]);
  return [
    machineLine(machine),
    `${CONNECTIONS} connections in all; CPU in ms per order`,
    '',
    ...tables,
    `${scarce.units} scarce units, ${scarce.attempts} orders for them at ${PROCESSES.length} ` +
      `processes: ${scarce.sold} sold. After each measurement the books were right.`,
  ].join('\n');
}

function cellsOf(row: ProcessesRow): string[] {
  const { processes, ordersPerSecond, p50Ms, p99Ms, serverCpuMs, postgresCpuMs, ratio } = row;
  return [
    `${processes} ${processes === 1 ? 'process' : 'processes'}`,
    ordersPerSecond.toFixed(0),
    p50Ms.toFixed(1),
    p99Ms.toFixed(1),
    serverCpuMs.toFixed(3),
    postgresCpuMs.toFixed(3),
    ratio.toFixed(2),
  ];
}
