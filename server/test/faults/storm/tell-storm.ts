// What was done to the system and what came of it, in words.

import type { FaultTold, StormReport } from './run-storm.ts';

export function tellFault({
  number,
  at,
  kind,
  what,
  lastedMs,
  answers,
  backMs,
}: FaultTold): string {
  const counts = Object.entries(answers).map(([label, count]) => `${label} × ${count}`);
  return (
    `${String(number).padStart(4)}. ${at.slice(11, 23)} ${kind} (${what}) for ${lastedMs} ms: ` +
    `${counts.join(', ') || 'nothing was asked'}; back after ${backMs} ms`
  );
}

/** All that is wrong, and the sum of it last. */
export function tellEnd(report: StormReport): string[] {
  const { lost, doubled, oversold, differs, wrongs, verify } = report;
  const found = [
    ['lost', lost],
    ['doubled', doubled],
    ['oversold', oversold],
    ['not as told', differs],
    ['must not be answered', wrongs],
    ['broken', verify],
  ] as const;
  const kinds = [...Map.groupBy(report.faults, ({ kind }) => kind)]
    .map(([kind, some]) => `${kind} × ${some.length}`)
    .sort();
  return [
    ...found.flatMap(([name, some]) => some.map((one) => `  ${name}: ${one}`)),
    `${report.faults.length} faults (${kinds.join(', ')})`,
    `${report.orders} orders acknowledged and ${report.refused} refused, ${report.units} units sold, ` +
      `${report.deeds} deeds at the payment provider, ${report.requests} answers compared`,
    `${lost.length} lost, ${doubled.length} doubled, ${oversold.length} oversold, ` +
      `${differs.length} not as told, ${wrongs.length} answered wrongly, ` +
      `verify ${verify.length === 0 ? 'clean' : 'NOT clean'} (seed ${report.seed})`,
  ];
}
