// Steps that happen to a small world, one after the other; what makes no sense when it comes changes nothing.

import { seededRandom } from '../../src/demo/seeded-random.ts';
import { STEPS, type StepName } from './steps.ts';
import { check, endLife, type World } from './world.ts';

/** What happens, and where its choices come from: left out, it changes no choice of another. */
export interface Happening {
  readonly step: StepName;
  readonly seed: number;
}

/** Weights are how often a step stands in the table. */
export function happenings(seed: number, count: number): Happening[] {
  // Seeds beside each other would begin alike.
  const random = seededRandom(((seed * 7_919) % 2_147_483_646) + 1);
  for (let skipped = 0; skipped < 3; skipped += 1) random();
  return Array.from({ length: count }, () => ({
    step: STEPS[Math.floor(random() * STEPS.length)]?.name ?? 'capture',
    seed: 1 + Math.floor(random() * 2_147_483_645),
  }));
}

/**
 * Lives through all of it, and then lets every order come to its end.
 *
 * @throws what is not as it should be, after the step that made it so
 */
export function liveThrough(world: World, steps: readonly Happening[]): World {
  for (const { step, seed } of steps) {
    STEPS.find(({ name }) => name === step)?.happen(world, seededRandom(seed));
    check(world);
  }
  while (world.lives[0] !== undefined) endLife(world, world.lives[0]);
  return world;
}
