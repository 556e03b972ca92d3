// The result as a table for people.

import { machineLine } from '../rig/machine.ts';
import { table } from '../rig/table.ts';
import { type AvailabilityResult, cpuOf, type Look } from './result.ts';

export function availabilityReport(result: AvailabilityResult): string {
  const { viewing, fullSpeed, queryEach, viewers, maxAgeMs, buying } = result;
  const head = ['', 'looks/s', 'p50 ms', 'p99 ms', 'process', 'PostgreSQL', 'looks per CPU second'];
  return [
    machineLine(result.machine),
    '',
    table([
      head,
      rowOf(`${viewers} viewers, once a second, while others buy (CPU with theirs)`, viewing),
      rowOf('as fast as it goes, from memory, over HTTP', fullSpeed),
      rowOf('a query each, 10 at once, without HTTP', queryEach),
    ]),
    '',
    `A look from memory takes 1/${result.cpuRatio.toFixed(1)} of the CPU of a query each, and there ` +
      `are ${result.rateRatio.toFixed(1)} × as many`,
    `${viewing.looks.toFixed(0)} looks of viewers were ${viewing.databaseReads.toFixed(0)} reads of ` +
      `the database`,
    `Answers were at most ${viewing.whenAskedMaxMs.toFixed(0)} ms old when asked for (stated: ` +
      `${maxAgeMs} ms), ${viewing.whenHereMaxMs.toFixed(0)} ms when they were there`,
    `Orders that come in: p99 ${buying.aloneP99Ms.toFixed(1)} ms without viewers, ` +
      `${buying.besideP99Ms.toFixed(1)} ms with them`,
  ].join('\n');
}

function rowOf(label: string, look: Look): string[] {
  return [
    label,
    look.perSecond.toFixed(0),
    look.p50Ms.toFixed(1),
    look.p99Ms.toFixed(1),
    look.processCpuMs.toFixed(3),
    look.postgresCpuMs.toFixed(3),
    (1000 / cpuOf(look)).toFixed(0),
  ];
}
