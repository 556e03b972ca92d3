// A period as the fewest sums: whole years, the months beside them, the days at its ends. Where less
// of a month or a year is outside the period than inside, the whole is taken and the rest taken away.

/** From this day, before that day, as `2026-11-28`; `infinity` where there is no end. */
export interface Stretch {
  readonly from: string;
  readonly before: string;
  /** -1: taken away. */
  readonly factor: 1 | -1;
}

export interface ReportSpans {
  readonly firstDays: Stretch;
  readonly firstMonths: Stretch;
  readonly years: Stretch;
  readonly lastMonths: Stretch;
  readonly lastDays: Stretch;
}

export interface SpanOptions {
  /** The widest sums there are; years unless told. */
  readonly widest?: 'day' | 'month' | 'year';
  /** Not where months are no fewer sums than days: then days stand beside whole years. */
  readonly hasMonths?: boolean;
  /** Not where what is taken away may leave rows of nothing. */
  readonly mayTakeAway?: boolean;
}

const NONE: Stretch = { from: 'infinity', before: 'infinity', factor: 1 };
const DAY_MS = 86_400_000;

type Unit = 'month' | 'year';

/** Wholes of a unit, and what is beside them at either end, or too much in them. */
interface Split {
  readonly first: Stretch;
  readonly whole: Pick<Stretch, 'from' | 'before'>;
  readonly last: Stretch;
}

/**
 * @param from the first day, null: from the beginning
 * @param through the last day, which counts as well, null: to the end
 */
export function reportSpans(
  from: string | null,
  through: string | null,
  { widest = 'year', hasMonths = true, mayTakeAway = true }: SpanOptions = {},
): ReportSpans {
  const period = {
    from: from ?? '-infinity',
    before: through === null ? 'infinity' : dayAfter(through),
  };
  const none = {
    ...{ firstDays: NONE, firstMonths: NONE, years: NONE, lastMonths: NONE, lastDays: NONE },
  };
  if (widest === 'day') return { ...none, firstDays: added(period) };
  if (!hasMonths) {
    const { first, whole, last } = split(period, 'year', mayTakeAway);
    return { ...none, firstDays: first, years: added(whole), lastDays: last };
  }
  const days = split(period, 'month', mayTakeAway);
  const ends = { ...none, firstDays: days.first, lastDays: days.last };
  if (widest === 'month') return { ...ends, firstMonths: added(days.whole) };
  const months = split(days.whole, 'year', mayTakeAway);
  return {
    ...ends,
    firstMonths: months.first,
    years: added(months.whole),
    lastMonths: months.last,
  };
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

function split(period: Split['whole'], unit: Unit, mayTakeAway: boolean): Split {
  const { from, before } = period;
  if (!(from < before)) return { first: NONE, whole: NONE, last: NONE };
  const around = { from: startOf(from, unit), before: nextOf(before, unit) };
  if (isOne(around, unit)) {
    const outside = days(around.from, from) + days(before, around.before);
    // A part of one month or year, or all of it.
    if (outside > 0 && !(mayTakeAway && outside < days(from, before)))
      return { first: added(period), whole: NONE, last: NONE };
    return sidesOf(period, around);
  }
  const inner = { from: nextOf(from, unit), before: startOf(before, unit) };
  const takesFirst = mayTakeAway && days(around.from, from) < days(from, inner.from);
  const takesLast = mayTakeAway && days(before, around.before) < days(inner.before, before);
  return sidesOf(period, {
    from: takesFirst ? around.from : inner.from,
    before: takesLast ? around.before : inner.before,
  });
}

function isOne({ from, before }: Split['whole'], unit: Unit): boolean {
  return !isOpen(from) && before === nextOf(dayAfter(from), unit);
}

function sidesOf({ from, before }: Split['whole'], whole: Split['whole']): Split {
  return { first: between(from, whole.from), whole, last: between(whole.before, before) };
}

/** What is from `start` to `end` is added; where `end` is before, what is between is taken away. */
function between(start: string, end: string): Stretch {
  if (start > end) return { from: end, before: start, factor: -1 };
  return added({ from: start, before: end });
}

function added({ from, before }: Split['whole']): Stretch {
  return from < before ? { from, before, factor: 1 } : NONE;
}

/** Ends that are open stay so: as texts, `-infinity` is before all days and `infinity` behind them. */
function isOpen(day: string): boolean {
  return day.endsWith('infinity');
}

function startOf(day: string, unit: Unit): string {
  if (isOpen(day)) return day;
  return unit === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

/** The day itself where one starts with it. */
function nextOf(day: string, unit: Unit): string {
  const start = startOf(day, unit);
  if (start === day) return day;
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  if (unit === 'year' || month === 12) return `${year + 1}-01-01`;
  return `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

function days(from: string, before: string): number {
  return isOpen(from) || isOpen(before) ? 0 : (Date.parse(before) - Date.parse(from)) / DAY_MS;
}
