// A period as statements take it: the first days of its stretches, the days after their last ones, and
// whether each is added or taken away; days, months, years, months, days.

import type { ReportSpans } from '@doorstep/core/analytics/report-spans.ts';

export function stretches(
  spans: ReportSpans,
): readonly [from: string[], before: string[], factors: number[]] {
  const { firstDays, firstMonths, years, lastMonths, lastDays } = spans;
  const all = [firstDays, firstMonths, years, lastMonths, lastDays];
  return [
    all.map(({ from }) => from),
    all.map(({ before }) => before),
    all.map(({ factor }) => factor),
  ];
}
