// Moments as a field for them takes and gives them: the clock of the user, without a zone.

import { instantOf, localDate } from '@doorstep/core/locations/calendar.ts';

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
