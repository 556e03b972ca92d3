// How often buyers were told no in a drop. Counted in memory: a refusal writes nothing, and a surge
// has more of them than sales. So each process knows its own, since it started.

import type { DropId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';

export interface RefusedCounts {
  readonly soldOut: number;
  readonly limitReached: number;
  readonly notRunning: number;
}

export interface DropRefusals {
  /** Counts the outcome of a request for units, if it is a no of the drop. */
  note(drop: string | undefined, outcome: unknown): void;
  of(drop: DropId): RefusedCounts;
}

/** Drops that are counted at once, of all tenants; the one counted first is forgotten. */
const DROPS_MAX = 1000;
const NONE: RefusedCounts = { soldOut: 0, limitReached: 0, notRunning: 0 };
/** Only of a drop that was found: nobody counts in the drop of another tenant. */
const COUNTED = new Map<string, keyof RefusedCounts>([
  ['drop-sold-out', 'soldOut'],
  ['drop-limit-reached', 'limitReached'],
  ['drop-not-running', 'notRunning'],
]);

export function dropRefusals(): DropRefusals {
  const counts = new Map<string, RefusedCounts>();
  return {
    note(drop, outcome) {
      if (drop === undefined || !isRefusal(outcome)) return;
      const name = COUNTED.get(outcome.refused);
      if (name === undefined) return;
      const before = counts.get(drop) ?? NONE;
      counts.set(drop, { ...before, [name]: before[name] + 1 });
      const [first] = counts.keys();
      if (counts.size > DROPS_MAX && first !== undefined) counts.delete(first);
    },
    of: (drop) => counts.get(drop) ?? NONE,
  };
}
