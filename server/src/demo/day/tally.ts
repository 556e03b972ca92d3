// Counts the day as it goes by, from the log alone: what is not in the log did not happen.

import type { Day } from './day.ts';

export interface Tally {
  /** Reads what came since the last time. */
  read(): Promise<void>;
  count(type: string): number;
  readonly events: number;
}

const PAGE = 1000;

export function tally(day: Day): Tally {
  const counts = new Map<string, number>();
  let after = 0;
  return {
    async read() {
      for (;;) {
        const { body } = await day.call('GET', `/v1/events?after=${after}&limit=${PAGE}`);
        for (const event of body.items as { type: string }[]) {
          const name = event.type.replace(/\.v\d+$/, '');
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
        after = body.nextAfter;
        if (body.items.length < PAGE) return;
      }
    },
    count: (type) => counts.get(type) ?? 0,
    get events() {
      return after;
    },
  };
}
