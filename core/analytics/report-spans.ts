// A period as the fewest sums: whole years, the months beside them, the days at its ends.

/** From this day, before that day, as `2026-11-28`; `infinity` where there is no end. */
export interface Stretch {
  readonly from: string;
  readonly before: string;
}

export interface ReportSpans {
  readonly firstDays: Stretch;
  readonly firstMonths: Stretch;
  readonly years: Stretch;
  readonly lastMonths: Stretch;
  readonly lastDays: Stretch;
}

const NONE: Stretch = { from: 'infinity', before: 'infinity' };
const DAY_MS = 86_400_000;

/**
 * @param from the first day, null: from the beginning
 * @param through the last day, which counts as well, null: to the end
 */
export function reportSpans(from: string | null, through: string | null): ReportSpans {
  const before = through === null ? null : dayAfter(through);
  const months = {
    from: from === null ? null : monthAtOrAfter(from),
    before: before === null ? null : `${before.slice(0, 7)}-01`,
  };
  if (isBehind(months.from, months.before) && from !== null && before !== null)
    return spans({ firstDays: { from, before } });
  const days = {
    firstDays: from === null ? NONE : stretch(from, months.from),
    lastDays: before === null ? NONE : stretch(months.before, before),
  };
  const years = {
    from: months.from === null ? null : yearAtOrAfter(months.from),
    before: months.before === null ? null : `${months.before.slice(0, 4)}-01-01`,
  };
  if (isBehind(years.from, years.before))
    return spans({ ...days, firstMonths: stretch(months.from, months.before) });
  return spans({
    ...days,
    firstMonths: months.from === null ? NONE : stretch(months.from, years.from),
    years: { from: years.from ?? '-infinity', before: years.before ?? 'infinity' },
    lastMonths: months.before === null ? NONE : stretch(years.before, months.before),
  });
}

function spans(some: Partial<ReportSpans>): ReportSpans {
  return {
    firstDays: NONE,
    firstMonths: NONE,
    years: NONE,
    lastMonths: NONE,
    lastDays: NONE,
    ...some,
  };
}

/** Ends that are open never meet. */
function isBehind(from: string | null, before: string | null): boolean {
  return from !== null && before !== null && from > before;
}

function stretch(from: string | null, before: string | null): Stretch {
  return from === null || before === null || from >= before ? NONE : { from, before };
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

function monthAtOrAfter(day: string): string {
  if (day.endsWith('-01')) return day;
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

function yearAtOrAfter(day: string): string {
  return day.endsWith('-01-01') ? day : `${Number(day.slice(0, 4)) + 1}-01-01`;
}
