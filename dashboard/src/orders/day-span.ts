// A day of the user as a span of time: it begins at midnight where the user is and ends when the next
// begins, which is 23 or 25 hours later when clocks change.

import { dayAfter } from '@doorstep/core/analytics/report-spans.ts';
import { momentOf } from './moment-field.ts';

/** Null where no day is typed. */
export function startOfDay(day: string, timeZone: string): string | null {
  return isDay(day) ? momentOf(`${day}T00:00`, timeZone) : null;
}

/** The first moment that is not of the day; null where no day is typed. */
export function startOfNextDay(day: string, timeZone: string): string | null {
  return isDay(day) ? startOfDay(dayAfter(day), timeZone) : null;
}

function isDay(typed: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(typed);
}
