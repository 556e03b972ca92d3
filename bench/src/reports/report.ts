// What the bench of reports prints: of each kind of question the slowest.

import { table } from '../rig/table.ts';
import type { ReportFigures, ReportsResult } from './result.ts';

export const P95_MAX_MS = 150;

export function reportOf({ orders, fillSeconds, reports, slow }: ReportsResult): string {
  const families = [...Map.groupBy(reports, ({ family }) => family)]
    .map(([family, all]) => ({ family, all, slowest: slowestOf(all) }))
    .toSorted((a, b) => b.slowest.p95Ms - a.slowest.p95Ms);
  const rows = families.map(({ family, all, slowest }) => [
    family,
    String(all.length),
    median(all.map(({ p50Ms }) => p50Ms)).toFixed(1),
    slowest.p50Ms.toFixed(1),
    slowest.p95Ms.toFixed(1),
    (slowest.p50Ms / slowest.fewerMs).toFixed(1),
    slowest.scanMs === null ? '' : (slowest.scanMs / slowest.p50Ms).toFixed(0),
  ]);
  const late = reports
    .filter(({ p95Ms }) => p95Ms >= P95_MAX_MS)
    .toSorted((a, b) => b.p95Ms - a.p95Ms)
    .map(({ name, p50Ms, p95Ms }) => `${name}: ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`);
  return [
    `${orders} orders of two lines in three years, written in ${fillSeconds.toFixed(0)} s; ${slow} of ` +
      `${reports.length} reports take ${P95_MAX_MS} ms or more at p95`,
    ...late,
    '',
    table([
      ['report', 'asked', 'p50 ms', 'slowest p50 ms', 'p95 ms', '× a tenth', 'lines take ×'],
      ...rows,
    ]),
  ].join('\n');
}

function slowestOf(all: readonly ReportFigures[]): ReportFigures {
  const [slowest] = all.toSorted((a, b) => b.p95Ms - a.p95Ms);
  if (slowest === undefined) throw new Error('a family of no reports');
  return slowest;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
