// How many documents of an import are done in one transaction.

import type { ImportKind } from '@doorstep/core/history/fields.ts';
import { isLostRace } from '../db/run-command.ts';
import { isRetryable } from '../db/transaction.ts';

const MOST = 250;
const MOST_TO_UNDO = 100;
/** Who orders one of the SKUs waits until all levels of a batch are counted. */
const MOST_LEVELS = 25;

export function mostTogether(kind: ImportKind): number {
  return kind === 'stock' ? MOST_LEVELS : MOST;
}

export function mostToUndo(kind: ImportKind): number {
  return kind === 'stock' ? MOST_LEVELS : MOST_TO_UNDO;
}

/**
 * Whoever works on the same things at the same time may be first with one of a batch, or wait for it
 * in a circle, each time that it is tried: fewer at once are sooner written.
 *
 * @param isWorthFewer what else may be the fault of one of them alone
 */
export async function fewerTogether<T>(
  most: number,
  work: (together: number) => Promise<T>,
  isWorthFewer: (error: unknown) => boolean = () => false,
): Promise<T> {
  for (let together = most; ; together = Math.ceil(together / 8)) {
    try {
      return await work(together);
    } catch (error) {
      const isOthers = isLostRace(error) || isRetryable(error);
      if (together === 1 || !(isOthers || isWorthFewer(error))) throw error;
    }
  }
}
