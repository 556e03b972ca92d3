// By when an order leaves each location that it is promised at now, reckoned once and kept until the
// next cut-off has passed: a capture looks it up.

import { type HandlingHours, nextCutOff, shipsBy } from '@doorstep/core/locations/calendar.ts';

const DAY_MS = 86_400_000;

interface Kept {
  readonly since: number;
  readonly until: number;
  readonly leaves: Date | null;
}

/** @returns by the number of a location; null of one that does not open again */
export function cutOffBook(
  hours: ReadonlyMap<number, HandlingHours>,
): (location: number, now: Date) => Date | null {
  const kept = new Map<number, Kept>();
  return (location, now) => {
    const known = kept.get(location);
    const at = now.getTime();
    if (known !== undefined && at >= known.since && at <= known.until) return known.leaves;
    const own = hours.get(location);
    const cutOff = own === undefined ? null : nextCutOff(own, now);
    const leaves = own === undefined ? null : shipsBy(own, now);
    kept.set(location, { since: at, until: cutOff?.getTime() ?? at + DAY_MS, leaves });
    return leaves;
  };
}
