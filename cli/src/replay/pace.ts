// When each order of a replay is due: as far apart as it was then, so many times faster.

import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError } from 'commander';

/** ×1, ×60 …; as fast as it goes is infinite. */
export function speedOf(text: string): number {
  if (text === 'max') return Number.POSITIVE_INFINITY;
  const speed = Number(text.replace(/^[x×]/, ''));
  if (!(speed > 0)) throw new InvalidArgumentError('It must be a number such as 60, or max.');
  return speed;
}

export interface Timed {
  readonly placedAt: string;
}

/** Passes each on when its time has come. The first goes at once; none overtakes another. */
export async function* paced<T extends Timed>(
  orders: AsyncIterable<T>,
  speed: number,
  now: () => number = Date.now,
): AsyncGenerator<T> {
  const start = now();
  let first: number | undefined;
  for await (const order of orders) {
    const placed = Date.parse(order.placedAt);
    first ??= placed;
    const waitMs = start + (placed - first) / speed - now();
    if (waitMs > 0) await sleep(waitMs);
    yield order;
  }
}
