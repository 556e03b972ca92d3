// The result as tables for people.

import { machineLine } from '../rig/machine.ts';
import { table } from '../rig/table.ts';
import { type SizeResult, type SizeRow, WORKS, type Work } from './result.ts';

export function sizeReport({ machine, sizes, lean }: SizeResult): string {
  const disk = sizes.map(({ orders, megabytes }) => `${orders}: ${megabytes.toFixed(0)} MB`);
  return [
    machineLine(machine),
    `stored ${lean ? 'lean ' : ''}orders and their disk: ${disk.join(', ')}`,
    ...(Object.keys(WORKS) as Work[]).flatMap((work) => ['', workTable(work, sizes)]),
  ].join('\n');
}

function workTable(work: Work, sizes: readonly SizeRow[]): string {
  const head = [
    WORKS[work],
    'a second',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    '×',
    '× p50',
    '× p99',
    '× CPU',
  ];
  const rows = sizes.map(({ orders, figures, ratios }) => {
    const { perSecond, p50Ms, p99Ms, serverCpuMs, postgresCpuMs } = figures[work];
    const ratio = ratios[work];
    return [
      `${orders} stored`,
      perSecond.toFixed(0),
      p50Ms.toFixed(1),
      p99Ms.toFixed(1),
      (serverCpuMs + postgresCpuMs).toFixed(3),
      ...[ratio.perSecond, ratio.p50, ratio.p99, ratio.cpu].map((one) => one.toFixed(2)),
    ];
  });
  return table([head, ...rows]);
}
