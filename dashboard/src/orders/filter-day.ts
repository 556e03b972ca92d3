// Days of filters are those of the user: they begin at midnight where the user is, which is another
// distance from UTC in summer than in winter.

import { instantOf, localDate } from '@doorstep/core/locations/calendar.ts';

/** The moment that a day typed as YYYY-MM-DD begins; null where none is typed. */
export function momentOfDay(day: string, timeZone: string): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? instantOf(day, '00:00', timeZone).toISOString() : null;
}

/** The day of a moment, as a field for days takes it. */
export function typedDay(moment: string, timeZone: string): string {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? '' : localDate(at, timeZone);
}
