// The days that a report is about, and those that it is compared with. Days are texts, `2026-11-28`, for
// they belong to the time zone of the shop and not to that of whoever looks.

export interface Period {
  readonly from: string;
  /** It counts as well. */
  readonly to: string;
}

export const PRESETS = ['7', '30', '90', 'month', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

export const COMPARISONS = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof COMPARISONS)[number];

const DAY_MS = 86_400_000;
/** Longer periods are told by month. */
const DAYS_MAX = 120;

/** Up to today; a month and a year begin with their first day. */
export function presetPeriod(preset: Preset, today: string): Period {
  if (preset === 'month') return { from: `${today.slice(0, 7)}-01`, to: today };
  if (preset === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  return { from: addDays(today, 1 - Number(preset)), to: today };
}

/** As many days before, or the same days of the year before. */
export function comparedWith({ from, to }: Period, comparison: Comparison): Period | null {
  if (comparison === 'none') return null;
  if (comparison === 'year') return { from: yearBefore(from), to: yearBefore(to) };
  const length = daysBetween(from, to) + 1;
  return { from: addDays(from, -length), to: addDays(to, -length) };
}

/** 29 February has no year before: the last day of that month stands for it. */
function yearBefore(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  const rest = day.endsWith('-02-29') ? '-02-28' : day.slice(4);
  return `${year}${rest}`;
}

export function isByMonth({ from, to }: Period): boolean {
  return daysBetween(from, to) + 1 > DAYS_MAX;
}

/** Each day, or month, of the period: also those on which nothing happened. */
export function stepsOf(period: Period): string[] {
  const byMonth = isByMonth(period);
  const steps: string[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    const step = byMonth ? day.slice(0, 7) : day;
    if (steps.at(-1) !== step) steps.push(step);
  }
  return steps;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export function isDay(text: string | null): text is string {
  return text !== null && /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** When a day begins there. */
export function startOf(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // Twice, for the clocks may be put back or forward in between.
  const first = utc - offsetMs(new Date(utc), timeZone);
  return new Date(utc - offsetMs(new Date(first), timeZone));
}

function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const local = Date.UTC(
    ...([part('year'), part('month') - 1, part('day')] as const),
    ...([part('hour'), part('minute'), part('second')] as const),
  );
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
