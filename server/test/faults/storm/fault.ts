// What is done to the system, and taken back.

import type { System } from './system.ts';

export interface Fault {
  readonly kind: string;
  /** Why it cannot be done here; null where it can. */
  cannot?(system: System): string | null;
  strike(system: System, chance: Chance): Promise<Struck>;
}

export interface Struck {
  /** To whom, and how. */
  readonly what: string;
  readonly lastsMs: number;
  undo(): Promise<void> | void;
}

/** What a seed decides. */
export interface Chance {
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
}

export function chanceOf(random: () => number): Chance {
  return {
    between: (least, most) => least + Math.floor(random() * (most - least + 1)),
    pick(from) {
      const chosen = from[Math.floor(random() * from.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
  };
}
