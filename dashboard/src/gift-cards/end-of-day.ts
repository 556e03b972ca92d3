// Until when something is valid that is valid until a day: to its end, where the user is.

import { momentOf } from '../orders/moment-field.ts';

/** Null where no day is typed. */
export function endOfDay(day: string, timeZone: string): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? momentOf(`${day}T23:59`, timeZone) : null;
}

export function isOver(moment: string | null): boolean {
  return moment !== null && Date.parse(moment) <= Date.now();
}
