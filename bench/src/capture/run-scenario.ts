// One scenario in one round: the product and what stands beside it, one after the other.

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
      [
        'bulk',
        () =>
          measureProduct(trial, shop, { shape, how: 'bulk', connections: trial.timing.streams }),
      ],
      ['buyer', () => measureProduct(trial, shop, { ...single, shape: buyer, connections: 256 })],
    );
  if (round % 2 === 1) steps.reverse();
  const figures: Figures = {};
  for (const [figure, measure] of steps) {
    told(figure);
    figures[figure] = await measure();
  }
  return figures;
}
