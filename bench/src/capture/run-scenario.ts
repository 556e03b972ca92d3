// One scenario in one round: the product and what stands beside it, one after the other.

import type { LoadJob } from '../rig/load-job.ts';
import type { Measurement } from '../rig/measurement.ts';
import type { Figure, Figures } from './result.ts';
import type { Scenario } from './scenarios.ts';
import type { BenchShop } from './shop.ts';
import { measureBareHandler, measureProduct, prepareFloors, type Trial } from './trial.ts';

export interface Round {
  readonly round: number;
  say(line: string): void;
}

/** Every other round goes backwards, so that no figure always follows the same other one. */
export async function runScenario(
  trial: Trial,
  shop: BenchShop,
  { name, shape, more }: Scenario,
  { round, say }: Round,
): Promise<Figures> {
  const single = { shape, how: 'single' } as const;
  const told = (figure: string) => say(`round ${round + 1}: ${name}: ${figure}`);
  told('warming up');
  await measureProduct(trial, shop, { ...single, connections: 256, isFirst: true });
  const floors = await prepareFloors(trial, shop, shape);
  const product = (how: Pick<LoadJob, 'connections' | 'how'>, more = {}) =>
    measureProduct(trial, shop, { shape, ...how, ...more });
  const alone = (figure: Figure, measure: () => Promise<Measurement>) => async () => ({
    [figure]: await measure(),
  });
  const steps: (() => Promise<Figures>)[] = [
    alone('handler', () => measureBareHandler(trial, shape, floors.answer)),
    async () => {
      const product256 = await product({ how: 'single', connections: 256 });
      told('paced70');
      // At once, for the peak is that of this hour.
      const rate = PACE * product256.ordersPerSecond;
      const paced70 = await product({ how: 'paced', connections: PACED_CONNECTIONS }, { rate });
      return { product256, paced70 };
    },
    alone('batched', () => floors.measure('batched')),
    alone('function', () => floors.measure('function')),
    alone('product1', () => product({ how: 'single', connections: 1 })),
    alone('transaction', () => floors.measure('transaction')),
  ];
  if (name === UNITS_IN) steps.push(alone('units', () => floors.measure('units')));
  const buyer = { shape: { ...shape, buyer: true } };
  if (more)
    steps.push(
      alone('bulk', () => product({ how: 'bulk', connections: trial.timing.streams })),
      alone('buyer', () => product({ how: 'single', connections: 256 }, buyer)),
    );
  if (round % 2 === 1) steps.reverse();
  const figures: Figures = {};
  for (const [place, measure] of steps.entries()) {
    told(`${place + 1} of ${steps.length}`);
    Object.assign(figures, await measure());
  }
  return figures;
}

const PACE = 0.7;
/** Enough that orders wait in the server and not for a connection. */
const PACED_CONNECTIONS = 512;
/** A row per unit stands for what is sold out first. */
const UNITS_IN = 'hot, 1 line';
