// The next cut-off of each location, reckoned once and kept until it has passed: a capture looks it up.

import { nextCutOff, type WorkingHours } from '@doorstep/core/locations/calendar.ts';

const DAY_MS = 86_400_000;

interface Kept {
  readonly since: number;
  readonly until: number;
  readonly cutOff: Date | null;
}

/** @returns by the number of a location; null of one that does not open again */
export function cutOffBook(
  hours: ReadonlyMap<number, WorkingHours>,
): (location: number, now: Date) => Date | null {
  const kept = new Map<number, Kept>();
  return (location, now) => {
    const known = kept.get(location);
    const at = now.getTime();
    if (known !== undefined && at >= known.since && at <= known.until) return known.cutOff;
    const own = hours.get(location);
    const cutOff = own === undefined ? null : nextCutOff(own, now);
    kept.set(location, { since: at, until: cutOff?.getTime() ?? at + DAY_MS, cutOff });
    return cutOff;
  };
}
