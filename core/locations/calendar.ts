// When a location works, in its own time zone.

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface Calendar {
  readonly open: readonly Weekday[];
  /** Days off, as YYYY-MM-DD. */
  readonly closed: readonly string[];
}

export interface WorkingHours {
  /** IANA name. */
  readonly timeZone: string;
  /** HH:MM, local; null is the end of the day. */
  readonly cutOff: string | null;
  readonly calendar: Calendar;
}

export interface HandlingHours extends WorkingHours {
  /** Working days from the cut-off until an order leaves. */
  readonly handlingDays: number;
}

const DAY_MS = 86_400_000;
/** A location closed for longer than this has no next cut-off. */
const DAYS_AHEAD_MAX = 400;

/** Whether the location works on a local date, given as YYYY-MM-DD. */
export function isOpenOn(calendar: Calendar, date: string): boolean {
  const weekday = WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  return (
    weekday !== undefined && calendar.open.includes(weekday) && !calendar.closed.includes(date)
  );
}

/**
 * The first cut-off at or after `now` on a day the location is open: until then an order is
 * handled the same day. Null when it does not open within 400 days.
 *
 * @throws RangeError for an unknown time zone: check with `isTimeZone` first
 */
export function nextCutOff(hours: WorkingHours, now: Date): Date | null {
  return cutOffAfter(hours, now, 0);
}

/**
 * By when an order leaves that is handed over now: the next cut-off, and as many working days later
 * as handling takes. Null when that is not within 400 days.
 */
export function shipsBy(hours: HandlingHours, now: Date): Date | null {
  return cutOffAfter(hours, now, hours.handlingDays);
}

function cutOffAfter(hours: WorkingHours, now: Date, openDays: number): Date | null {
  const today = localDate(now, hours.timeZone);
  let left = openDays;
  for (let ahead = 0; ahead <= DAYS_AHEAD_MAX; ahead += 1) {
    const date = addDays(today, ahead);
    if (!isOpenOn(hours.calendar, date)) continue;
    const cutOff = cutOffOn(hours, date);
    if (cutOff.getTime() < now.getTime()) continue;
    if (left === 0) return cutOff;
    left -= 1;
  }
  return null;
}

/** The local date of a moment, as YYYY-MM-DD. */
export function localDate(moment: Date, timeZone: string): string {
  return new Date(localMs(moment.getTime(), timeZone)).toISOString().slice(0, 10);
}

function cutOffOn({ timeZone, cutOff }: WorkingHours, date: string): Date {
  return cutOff === null
    ? instantOf(addDays(date, 1), '00:00', timeZone)
    : instantOf(date, cutOff, timeZone);
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The moment of a local time. A time that comes twice (clocks go back) is the first of the two;
 * one that is skipped (clocks go forward) is as much later as the clocks jump, as RFC 5545 has it.
 */
export function instantOf(date: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  // Zones change their offset at most once within two days, so one of these two is in force.
  const before = localMs(wanted - DAY_MS, timeZone) - (wanted - DAY_MS);
  const after = localMs(wanted + DAY_MS, timeZone) - (wanted + DAY_MS);
  const moments = [wanted - before, wanted - after].sort((a, b) => a - b);
  const exact = moments.find((moment) => localMs(moment, timeZone) === wanted);
  return new Date(exact ?? wanted - before);
}

/** The wall clock of a zone at a moment, read as if it were UTC; in milliseconds. */
function localMs(moment: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(moment))
    part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const seconds = Date.UTC(year, month - 1, day, hour, minute, second);
  return seconds + (((moment % 1000) + 1000) % 1000);
}

/** Making one costs some 50 µs, using it 2; there are about 600 zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}
