// How fast orders are captured, beside what bounds it, in one run on one database server.

import type { Bench } from './bench.ts';
import { type CommitRates, measureCommits } from './capture/commits.ts';
import { reportOf } from './capture/report.ts';
import { type CaptureResult, commitRates, type Figures, scenarioResult } from './capture/result.ts';
import { runScenario } from './capture/run-scenario.ts';
import { runStores, type StorePair, storeShapes, storesResult } from './capture/run-stores.ts';
import { scenariosOf } from './capture/scenarios.ts';
import type { BenchShop, ShopPlan } from './capture/shop.ts';
import { makeTemplate, TEMPLATE } from './capture/template.ts';
import { inTrial, type Timing, type Trial, type TrialOptions } from './capture/trial.ts';
import type { BenchOptions } from './options.ts';
import { endChild, forkModule } from './rig/children.ts';
import { machineOf } from './rig/machine.ts';
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
    ? [50, 3, 2, 8]
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
    streams: quick ? 1 : 2,
  };
}

async function runCapture(options: BenchOptions): Promise<CaptureResult> {
  const say = progress();
  const postgres = await openBenchPostgres(say);
  const machine = machineOf(postgres.version);
  const load = forkModule(new URL('./rig/load-child.ts', import.meta.url).pathname);
  try {
    const plans = plansOf(options.quick);
    const shops = await makeTemplate(postgres, plans, say);
    const timing = timingOf(options);
    const trial = { postgres, template: TEMPLATE, timing, load, profile: options.profile };
    const { scenarios, stores, commits } = await runRounds(options, trial, shops, plans, say);
    const measured = [
      ...scenarios.flatMap(({ figures }) => PRODUCT.flatMap((figure) => figures[figure] ?? [])),
      ...stores.flatMap(({ few, many }) => [few, many]),
    ];
    return {
      machine,
      secondsEach: options.seconds,
      rounds: options.rounds,
      commits,
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

const PRODUCT = ['product256', 'paced70', 'product1', 'bulk', 'buyer'] as const;

async function runRounds(
  options: BenchOptions,
  trial: TrialOptions,
  shops: Shops,
  plans: Record<ShopName, ShopPlan>,
  say: (line: string) => void,
): Promise<Pick<CaptureResult, 'scenarios' | 'stores' | 'commits'>> {
  const wanted = ({ name }: { name: string }) => name.includes(options.only);
  // A smoke runs each thing that is measured once: the others are the same with other numbers.
  const scenarios = scenariosOf(plans.main.skuCount)
    .filter(wanted)
    .filter(({ more }) => more || !options.quick);
  const stores = storeShapes(plans.many.skuCount)
    .filter(wanted)
    .filter(({ shape }) => shape.skus === 'hot' || !options.quick);
  const figures = new Map(scenarios.map((scenario) => [scenario.name, [] as Figures[]]));
  const pairs = new Map(stores.map(({ name }) => [name, [] as StorePair[]]));
  // A trial each, so that none works on tables the others have filled; a smoke has one for all.
  const work = [
    ...scenarios.map((scenario) => async (running: Trial, round: number) => {
      const found = await runScenario(running, shops.main, scenario, { round, say });
      figures.get(scenario.name)?.push(found);
    }),
    ...stores.map(({ name, shape }) => async (running: Trial, round: number) => {
      say(`round ${round + 1}: ${name}`);
      pairs.get(name)?.push(await runStores(running, shops, shape, round));
    }),
  ];
  const trials = options.quick ? [work] : work.map((one) => [one]);
  const commitRounds: CommitRates[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    say(`round ${round + 1}: bare commits`);
    commitRounds.push(await measureCommits(trial.postgres, trial.timing));
    for (const works of trials)
      await inTrial(trial, async (running) => {
        for (const one of works) await one(running, round);
      });
  }
  const commits = commitRates(commitRounds);
  return {
    commits,
    scenarios: [...figures].map(([name, rounds]) => scenarioResult(name, rounds, commits)),
    stores: [...pairs].map(([name, rounds]) => storesResult(name, rounds, plans)),
  };
}
