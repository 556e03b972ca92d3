// What a run found, and the middle of its rounds.

import type { Machine } from '../rig/machine.ts';
import { median } from '../rig/measurement.ts';

export interface Look {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Per look: of the server, or of the process that asks, and of PostgreSQL. */
  readonly processCpuMs: number;
  readonly postgresCpuMs: number;
}

export interface AvailabilityResult {
  readonly machine: Machine;
  readonly viewers: number;
  readonly maxAgeMs: number;
  /** Each viewer once a second, while orders come in. */
  readonly viewing: Look & {
    readonly whenAskedMaxMs: number;
    readonly whenHereMaxMs: number;
    readonly looks: number;
    readonly databaseReads: number;
  };
  /** As fast as it goes, nobody buying. */
  readonly fullSpeed: Look;
  readonly queryEach: Look;
  /** CPU of a look by a query, to that of a look from memory. */
  readonly cpuRatio: number;
  readonly rateRatio: number;
  /** Orders that come in, without viewers and with them. */
  readonly buying: { readonly aloneP99Ms: number; readonly besideP99Ms: number };
}

export type AvailabilityRound = Omit<AvailabilityResult, 'machine'>;

export function cpuOf({ processCpuMs, postgresCpuMs }: Look): number {
  return processCpuMs + postgresCpuMs;
}

export function middleOf(rounds: readonly AvailabilityRound[]): AvailabilityRound {
  const [first] = rounds;
  if (first === undefined) throw new Error('there was no round');
  const of = (pick: (round: AvailabilityRound) => number) => median(rounds.map(pick));
  const most = (pick: (round: AvailabilityRound) => number) => Math.max(...rounds.map(pick));
  const look = (pick: (round: AvailabilityRound) => Look): Look => ({
    perSecond: of((round) => pick(round).perSecond),
    p50Ms: of((round) => pick(round).p50Ms),
    p99Ms: of((round) => pick(round).p99Ms),
    processCpuMs: of((round) => pick(round).processCpuMs),
    postgresCpuMs: of((round) => pick(round).postgresCpuMs),
  });
  return {
    ...first,
    viewing: {
      ...look(({ viewing }) => viewing),
      whenAskedMaxMs: most(({ viewing }) => viewing.whenAskedMaxMs),
      whenHereMaxMs: most(({ viewing }) => viewing.whenHereMaxMs),
      looks: of(({ viewing }) => viewing.looks),
      databaseReads: of(({ viewing }) => viewing.databaseReads),
    },
    fullSpeed: look(({ fullSpeed }) => fullSpeed),
    queryEach: look((round) => round.queryEach),
    cpuRatio: of(({ cpuRatio }) => cpuRatio),
    rateRatio: of(({ rateRatio }) => rateRatio),
    buying: {
      aloneP99Ms: of(({ buying }) => buying.aloneP99Ms),
      besideP99Ms: of(({ buying }) => buying.besideP99Ms),
    },
  };
}
