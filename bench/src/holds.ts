// What it costs that a cart holds a unit before it is bought, beside an order that just takes it; and
// that a buyer waits where all units are held.

import type { Bench } from './bench.ts';
import { checkBooks, whenLogIsRead } from './capture/check-books.ts';
import { type BenchSite, inBenchShop } from './capture/in-bench-shop.ts';
import { CHANNEL, HOT_SKU } from './capture/scenarios.ts';
import { planDrop } from './drop/plan-drop.ts';
import { quantilesOf } from './drop/quantiles.ts';
import { type RawAnswer, type RawRequest, sendAll } from './drop/raw-client.ts';
import type { BenchOptions } from './options.ts';
import { sampleCpu } from './rig/cpu.ts';
import { type Machine, machineLine, machineOf } from './rig/machine.ts';
import { median } from './rig/measurement.ts';
import { table } from './rig/table.ts';

const EACH_SECOND = 800;
const OF_A_SMOKE = 100;
const CONNECTIONS = 256;

const STEPS = {
  plain: 'an order without a drop',
  bought: 'an order in a drop, no hold before',
  held: 'a hold',
  redeemed: 'an order of what is held',
  queued: 'a place in the queue',
  looked: 'a look at a place',
} as const;
type Step = keyof typeof STEPS;

interface StepFigures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
}

export interface HoldsResult {
  readonly machine: Machine;
  readonly each: number;
  readonly steps: Readonly<Record<Step, StepFigures>>;
  /** CPU and time of a hold and the order of it, to those of a plain order. */
  readonly cpuRatio: number;
  readonly timeRatio: number;
  /** CPU of an order in a drop to that of a plain one. */
  readonly dropCpuRatio: number;
}

export const bench: Bench = {
  does: 'a cart holds, then buys: what that costs beside an order that just buys',
  async run(options, print) {
    const plan = { slug: 'main', skuCount: 20, locationCount: 3, hotLocations: 2 };
    const nothing = async () => {};
    const result = await inBenchShop({ main: plan }, options, nothing, (site) =>
      measure(site, options),
    );
    print(reportOf(result));
    return result;
  },
};

type Site = BenchSite<'main'>;

async function measure(site: Site, options: BenchOptions): Promise<HoldsResult> {
  const { books, shops, say } = site;
  const machine = machineOf(site.postgres.version);
  const each = options.quick ? OF_A_SMOKE : Math.ceil(EACH_SECOND * options.seconds);
  const rounds: Record<Step, StepFigures>[] = [];
  await measureRound(site, Math.ceil(each / 4), -1); // a warm-up
  for (let round = 0; round < options.rounds; round += 1) {
    say(`round ${round + 1}`);
    rounds.push(await measureRound(site, each, round));
  }
  await whenLogIsRead(books);
  await checkBooks(books, shops.main.tenant);
  const steps = Object.fromEntries(
    (Object.keys(STEPS) as Step[]).map((step) => [step, middleOf(rounds.map((one) => one[step]))]),
  ) as Record<Step, StepFigures>;
  const ratio = (of: (round: Record<Step, StepFigures>) => number) => median(rounds.map(of));
  return {
    machine,
    each,
    steps,
    cpuRatio: ratio(({ held, redeemed, plain }) => (cpuOf(held) + cpuOf(redeemed)) / cpuOf(plain)),
    timeRatio: ratio(
      ({ held, redeemed, plain }) =>
        (1 / held.perSecond + 1 / redeemed.perSecond) * plain.perSecond,
    ),
    dropCpuRatio: ratio(({ bought, plain }) => cpuOf(bought) / cpuOf(plain)),
  };
}

/** Every other round goes backwards; what is held must come before it is bought. */
async function measureRound(
  site: Site,
  each: number,
  round: number,
): Promise<Record<Step, StepFigures>> {
  const to = { port: site.server.port, secret: site.shops.main.secret };
  const dropOf = () => planDrop(to, each, 2);
  const found: Partial<Record<Step, StepFigures>> = {};
  const steps = [
    async () => {
      const orders = requestsFor(each, round, 'plain', () => ({}));
      found.plain = (await send(site, orders)).figures;
    },
    async () => {
      const drop = await dropOf();
      const orders = requestsFor(each, round, 'bought', (buyer) => ({ drop: { id: drop, buyer } }));
      found.bought = (await send(site, orders)).figures;
    },
    async () => {
      const drop = await dropOf();
      const holds = Array.from({ length: each }, (_, number) => ({
        method: 'POST' as const,
        path: `/v1/drops/${drop}/holds`,
        key: `hold-${drop}-${number}`,
        body: { buyer: `buyer ${number}`, lines: [{ sku: HOT_SKU, quantity: 1 }] },
        number,
      }));
      const held = await send(site, holds);
      found.held = held.figures;
      const ids = new Map(held.answers.map(([{ number }, { text }]) => [number, idIn(text)]));
      const orders = requestsFor(each, round, 'redeemed', (buyer, number) => ({
        drop: { id: drop, buyer, hold: ids.get(number) ?? '' },
      }));
      found.redeemed = (await send(site, orders)).figures;
    },
    async () => Object.assign(found, await measureQueue(site, each)),
  ];
  for (const step of round % 2 === 1 ? steps.reverse() : steps) await step();
  return found as Record<Step, StepFigures>;
}

/** All that there is was held before, so everybody waits. */
async function measureQueue(
  site: Site,
  each: number,
): Promise<Pick<Record<Step, StepFigures>, 'queued' | 'looked'>> {
  const to = { port: site.server.port, secret: site.shops.main.secret };
  const at = `/v1/drops/${await planDrop(to, 2, null)}`;
  const body = { buyer: 'first', lines: [{ sku: HOT_SKU, quantity: 2 }] };
  await send(site, [{ method: 'POST', path: `${at}/holds`, body }]);
  const joins = Array.from({ length: each }, (_, number) => ({
    method: 'POST' as const,
    path: `${at}/queue`,
    key: `wait-${at}-${number}`,
    body: { buyer: `buyer ${number}`, sku: HOT_SKU, quantity: 1 },
  }));
  const queued = await send(site, joins);
  const looks = queued.answers.map(([, { text }]) => ({
    method: 'GET' as const,
    path: `${at}/queue/${idIn(text)}`,
  }));
  return { queued: queued.figures, looked: (await send(site, looks)).figures };
}

function requestsFor(
  each: number,
  round: number,
  step: Step,
  more: (buyer: string, number: number) => object,
): RawRequest[] {
  const lines = [{ sku: HOT_SKU, quantity: 1, unitPrice: '59.00' }];
  const base = { channel: CHANNEL, currency: 'EUR', lines };
  return Array.from({ length: each }, (_, number) => ({
    method: 'POST',
    path: '/v1/orders',
    key: `${step} ${round} ${number}`.replaceAll(' ', '-'),
    body: { ...base, ...more(`buyer ${number}`, number) },
  }));
}

async function send<Request extends RawRequest>(
  { server, postgres, shops, books }: Site,
  requests: readonly Request[],
): Promise<{ figures: StepFigures; answers: [Request, RawAnswer][] }> {
  await whenLogIsRead(books);
  await postgres.checkpoint();
  const to = { port: server.port, secret: shops.main.secret };
  const answers: [Request, RawAnswer][] = [];
  const sample = () => sampleCpu([server.pid], postgres.postmasterPid);
  const [before, startedAt] = [sample(), performance.now()];
  await sendAll(to, Math.min(CONNECTIONS, requests.length), requests, (request, answer) => {
    if (answer.status !== (request.method === 'GET' ? 200 : 201))
      throw new Error(`${request.path} answered ${answer.text}`);
    answers.push([request, answer]);
  });
  const [after, seconds] = [sample(), (performance.now() - startedAt) / 1000];
  const count = requests.length;
  const figures = {
    perSecond: count / seconds,
    ...quantilesOf(answers.map(([, { ms }]) => ms)),
    serverCpuMs: (after.serverMs - before.serverMs) / count,
    postgresCpuMs: (after.postgresMs - before.postgresMs) / count,
  };
  return { figures, answers };
}

function idIn(text: string): string {
  return (JSON.parse(text) as { id: string }).id;
}

function cpuOf({ serverCpuMs, postgresCpuMs }: StepFigures): number {
  return serverCpuMs + postgresCpuMs;
}

function middleOf(rounds: readonly StepFigures[]): StepFigures {
  const of = (field: keyof StepFigures) => median(rounds.map((one) => one[field]));
  return {
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: of('serverCpuMs'),
    postgresCpuMs: of('postgresCpuMs'),
  };
}

function reportOf({
  machine,
  each,
  steps,
  cpuRatio,
  timeRatio,
  dropCpuRatio,
}: HoldsResult): string {
  const rows = (Object.keys(STEPS) as Step[]).map((step) => {
    const { perSecond, p50Ms, p99Ms, serverCpuMs, postgresCpuMs } = steps[step];
    const times = [perSecond.toFixed(0), p50Ms.toFixed(1), p99Ms.toFixed(1)];
    const cpu = [serverCpuMs, postgresCpuMs, cpuOf(steps[step])].map((ms) => ms.toFixed(3));
    return [STEPS[step], ...times, ...cpu];
  });
  return [
    machineLine(machine),
    `${each} of each on one SKU, ${CONNECTIONS} connections; CPU in ms of one`,
    '',
    table([['', 'a second', 'p50 ms', 'p99 ms', 'process', 'PostgreSQL', 'both'], ...rows]),
    '',
    `A hold and its order take ${cpuRatio.toFixed(2)} × the CPU of a plain order and ` +
      `${timeRatio.toFixed(2)} × the time; an order in a drop without a hold ` +
      `${dropCpuRatio.toFixed(2)} × the CPU`,
  ].join('\n');
}
