// Moments as a field for them takes and gives them: the clock of the user, without a zone.

import { instantOf, localDate } from '@doorstep/core/locations/calendar.ts';

const DAY_MS = 86_400_000;

/** YYYY-MM-DDTHH:MM, or nothing. */
export function typedMoment(at: string | null, timeZone: string): string {
  if (at === null) return '';
  const moment = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${localDate(moment, timeZone)}T${time.format(moment)}`;
}

/** Null where nothing is typed. */
export function momentOf(typed: string, timeZone: string): string | null {
  const [date, time] = typed.split('T');
  return date === undefined || time === undefined
    ? null
    : instantOf(date, time.slice(0, 5), timeZone).toISOString();
}

/** Midnight where the user is; null where no day is typed. */
export function startOfDay(day: string, timeZone: string): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? momentOf(`${day}T00:00`, timeZone) : null;
}

/** When the day ends, 23 or 25 hours after it began when clocks change; null where none is typed. */
export function startOfNextDay(day: string, timeZone: string): string | null {
  if (startOfDay(day, timeZone) === null) return null;
  const next = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
  return startOfDay(next, timeZone);
}
