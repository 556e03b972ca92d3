// The hours of today beside those of the same weekday last week, in the time zone of the user.

export interface HourPair {
  readonly at: Date;
  readonly today: number;
  readonly lastWeek: number;
  /** It has not begun. */
  readonly isAhead: boolean;
}

export interface DayHours {
  readonly hours: readonly HourPair[];
  readonly today: number;
  readonly lastWeek: number;
  /** Last week up to the same time of day; of the hour that runs, the part that has passed. */
  readonly lastWeekByNow: number;
}

const HOUR_MS = 3_600_000;

export function compareDays(
  counted: readonly { readonly hour: string; readonly orders: number }[],
  now: Date,
  timeZone: string,
): DayHours {
  const orders = new Map(counted.map((one) => [Date.parse(one.hour), one.orders]));
  const start = startOfDay(now, timeZone, 0).getTime();
  const end = startOfDay(now, timeZone, 1).getTime();
  const before = startOfDay(now, timeZone, -7).getTime();
  const hours: HourPair[] = [];
  let lastWeekByNow = 0;
  for (let at = start; at < end; at += HOUR_MS) {
    const lastWeek = orders.get(wholeHour(before + (at - start))) ?? 0;
    const passed = Math.min(1, Math.max(0, (now.getTime() - at) / HOUR_MS));
    lastWeekByNow += lastWeek * passed;
    const today = orders.get(wholeHour(at)) ?? 0;
    hours.push({ at: new Date(at), today, lastWeek, isAhead: at > now.getTime() });
  }
  const sum = (count: (hour: HourPair) => number): number =>
    hours.reduce((total, hour) => total + count(hour), 0);
  return {
    hours,
    today: sum((hour) => hour.today),
    lastWeek: sum((hour) => hour.lastWeek),
    lastWeekByNow: Math.round(lastWeekByNow),
  };
}

/** When the day begins that is so many days from now. */
export function startOfDay(now: Date, timeZone: string, days: number): Date {
  const there = wallClock(now, timeZone);
  const midnight = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate() + days);
  // The offset of that midnight, not of now: between them the clocks may have been set.
  const guess = midnight - offsetAt(new Date(midnight), timeZone);
  return new Date(midnight - offsetAt(new Date(guess), timeZone));
}

/** Hours are those of UTC; a zone that is off by half an hour takes the one that begins in it. */
function wholeHour(at: number): number {
  return Math.ceil(at / HOUR_MS) * HOUR_MS;
}

function offsetAt(at: Date, timeZone: string): number {
  return wallClock(at, timeZone).getTime() - Math.floor(at.getTime() / 1000) * 1000;
}

/** What the clock on the wall shows there, as if it were UTC. */
function wallClock(at: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return new Date(
    Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    ),
  );
}
