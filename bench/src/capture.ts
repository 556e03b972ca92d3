// How fast orders are captured, beside what bounds it, in one run on one database server.

import { cpus, totalmem } from 'node:os';
import type { Bench } from './bench.ts';
import { reportOf } from './capture/report.ts';
import {
  type CaptureResult,
  cpuOf,
  type Figure,
  type Figures,
  type ScenarioResult,
  type StoresResult,
  scenarioResult,
} from './capture/result.ts';
import { type OrderShape, type Scenario, scenariosOf } from './capture/scenarios.ts';
import type { BenchShop, ShopPlan } from './capture/shop.ts';
import { makeTemplate, TEMPLATE } from './capture/template.ts';
import {
  inTrial,
  measureBareHandler,
  measureProduct,
  prepareFloors,
  type Timing,
  type Trial,
  type TrialOptions,
} from './capture/trial.ts';
import type { BenchOptions } from './options.ts';
import { endChild, forkModule } from './rig/children.ts';
import { type Measurement, median, medianOf } from './rig/measurement.ts';
import { openBenchPostgres } from './rig/postgres.ts';
import { progress } from './rig/progress.ts';

export const bench: Bench = {
  does: 'orders captured per second, their latency and CPU, beside floors and ceilings',
  async run(options, print) {
    const result = await runCapture(options);
    print(reportOf(result));
    return result;
  },
};

type ShopName = 'main' | 'few' | 'many';
type Shops = Record<ShopName, BenchShop>;

function plansOf(quick: boolean): Record<ShopName, ShopPlan> {
  const [skuCount, locationCount, fewStores, manyStores] = quick
    ? [100, 4, 2, 20]
    : [2_000, 20, 10, 1_000];
  return {
    main: { slug: 'main', skuCount, locationCount, hotLocations: 1 },
    few: { slug: 'few', skuCount: 50, locationCount: fewStores, hotLocations: fewStores },
    many: { slug: 'many', skuCount: 50, locationCount: manyStores, hotLocations: manyStores },
  };
}

function timingOf({ seconds, quick }: BenchOptions): Timing {
  return {
    warmupMs: quick ? 100 : 1_000,
    firstWarmupMs: quick ? 100 : 4_000,
    lengthMs: seconds * 1000,
    batches: quick ? 2 : 8,
    batchSize: quick ? 64 : 256,
    singles: quick ? 16 : 256,
  };
}

async function runCapture(options: BenchOptions): Promise<CaptureResult> {
  const say = progress();
  const postgres = await openBenchPostgres(say);
  const load = forkModule(new URL('./rig/load-child.ts', import.meta.url).pathname);
  try {
    const plans = plansOf(options.quick);
    const shops = await makeTemplate(postgres, plans, say);
    const timing = timingOf(options);
    const trial = { postgres, template: TEMPLATE, timing, load, profile: options.profile };
    const { scenarios, stores } = await runRounds(options, trial, shops, plans, say);
    const measured = [
      ...scenarios.flatMap(({ figures }) => PRODUCT.flatMap((figure) => figures[figure] ?? [])),
      ...stores.flatMap(({ few, many }) => [few, many]),
    ];
    return {
      machine: machineOf(postgres.version),
      secondsEach: options.seconds,
      rounds: options.rounds,
      scenarios,
      stores,
      ordersChecked: measured.reduce((sum, one) => sum + one.orders, 0),
    };
  } finally {
    say('');
    await endChild(load);
    await postgres.drop(TEMPLATE);
    await postgres.stop();
  }
}

const PRODUCT = ['product256', 'product1', 'bulk', 'buyer'] as const;

async function runRounds(
  options: BenchOptions,
  trial: TrialOptions,
  shops: Shops,
  plans: Record<ShopName, ShopPlan>,
  say: (line: string) => void,
): Promise<{ scenarios: ScenarioResult[]; stores: StoresResult[] }> {
  const wanted = ({ name }: { name: string }) => name.includes(options.only);
  const scenarios = scenariosOf(plans.main.skuCount).filter(wanted);
  const stores = storeShapes(plans).filter(wanted);
  const figures = new Map(scenarios.map((scenario) => [scenario.name, [] as Figures[]]));
  const pairs = new Map(stores.map(({ name }) => [name, [] as StorePair[]]));
  // A trial each, so that none works on tables the others have filled; a smoke has one for all.
  const work = [
    ...scenarios.map((scenario) => async (running: Trial, round: number) => {
      const told = (figure: string) => say(`round ${round + 1}: ${scenario.name}: ${figure}`);
      figures.get(scenario.name)?.push(await runScenario(running, shops.main, scenario, told));
    }),
    ...stores.map(({ name, shape }) => async (running: Trial, round: number) => {
      say(`round ${round + 1}: ${name}`);
      pairs.get(name)?.push(await runStores(running, shops, shape, round));
    }),
  ];
  const trials = options.quick ? [work] : work.map((one) => [one]);
  for (let round = 0; round < options.rounds; round += 1)
    for (const works of trials)
      await inTrial(trial, async (running) => {
        for (const one of works) await one(running, round);
      });
  return {
    scenarios: [...figures].map(([name, rounds]) => scenarioResult(name, rounds)),
    stores: [...pairs].map(([name, rounds]) => storesResult(name, rounds, plans)),
  };
}

/** Every other round goes backwards, so that no figure always follows the same other one. */
let turn = 0;

async function runScenario(
  trial: Trial,
  shop: BenchShop,
  { shape, more }: Scenario,
  told: (figure: string) => void,
): Promise<Figures> {
  const single = { shape, how: 'single' } as const;
  told('warming up');
  await measureProduct(trial, shop, { ...single, connections: 256, isFirst: true });
  const floors = await prepareFloors(trial, shop, shape);
  const steps: [Figure, () => Promise<Measurement>][] = [
    ['handler', () => measureBareHandler(trial, shape, floors.answer)],
    ['product256', () => measureProduct(trial, shop, { ...single, connections: 256 })],
    ['batched', () => floors.measure('batched')],
    ['function', () => floors.measure('function')],
    ['product1', () => measureProduct(trial, shop, { ...single, connections: 1 })],
    ['transaction', () => floors.measure('transaction')],
  ];
  const buyer = { ...shape, buyer: true };
  if (more)
    steps.push(
      ['bulk', () => measureProduct(trial, shop, { shape, how: 'bulk', connections: 2 })],
      ['buyer', () => measureProduct(trial, shop, { ...single, shape: buyer, connections: 256 })],
    );
  if (turn++ % 2 === 1) steps.reverse();
  const figures: Figures = {};
  for (const [figure, measure] of steps) {
    told(figure);
    figures[figure] = await measure();
  }
  return figures;
}

interface StorePair {
  readonly few: Measurement;
  readonly many: Measurement;
}

function storeShapes(plans: Record<ShopName, ShopPlan>): { name: string; shape: OrderShape }[] {
  const base = { skuCount: plans.many.skuCount, lines: 1, buyer: false };
  return [
    { name: `stores, spread over ${base.skuCount} SKUs`, shape: { ...base, skus: 'spread' } },
    { name: 'stores, one hot SKU', shape: { ...base, skus: 'hot' } },
  ];
}

async function runStores(
  trial: Trial,
  shops: Shops,
  shape: OrderShape,
  round: number,
): Promise<StorePair> {
  const load = { shape, how: 'single', connections: 256 } as const;
  await measureProduct(trial, shops.few, { ...load, isFirst: true });
  const few = () => measureProduct(trial, shops.few, load);
  const many = () => measureProduct(trial, shops.many, load);
  if (round % 2 === 1) {
    const second = await many();
    return { few: await few(), many: second };
  }
  return { few: await few(), many: await many() };
}

function storesResult(
  name: string,
  rounds: readonly StorePair[],
  plans: Record<ShopName, ShopPlan>,
): StoresResult {
  return {
    name,
    fewStores: plans.few.locationCount,
    manyStores: plans.many.locationCount,
    few: medianOf(rounds.map(({ few }) => few)),
    many: medianOf(rounds.map(({ many }) => many)),
    cpuRatio: median(rounds.map(({ few, many }) => cpuOf(many) / cpuOf(few))),
  };
}

function machineOf(postgres: string): Record<string, string | number> {
  return {
    CPU: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    'memory GB': Math.round(totalmem() / 2 ** 30),
    Node: process.version,
    PostgreSQL: postgres,
  };
}
