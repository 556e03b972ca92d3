// What a run found of each size, and the middle of its rounds.

import type { LoadAnswer } from '../rig/load-job.ts';
import type { Machine } from '../rig/machine.ts';
import { median } from '../rig/measurement.ts';

export const WORKS = {
  capture: 'captured, 3 lines, 256 connections',
  list: 'page of the newest 50',
  filtered: 'page of 50 that are open',
  search: 'page of 50 by a SKU',
  detail: 'one order, old and new',
} as const;
export type Work = keyof typeof WORKS;

export interface SizeFigures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
}

/** To the smallest size, of the same round. */
export interface SizeRatios {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

export interface SizeRow {
  readonly orders: number;
  readonly megabytes: number;
  readonly figures: Readonly<Record<Work, SizeFigures>>;
  readonly ratios: Readonly<Record<Work, SizeRatios>>;
}

export interface SizeResult {
  readonly machine: Machine;
  readonly lean: boolean;
  readonly sizes: readonly SizeRow[];
}

export function figuresOf(found: LoadAnswer): SizeFigures {
  const { ordersPerSecond: perSecond, p50Ms, p99Ms, serverCpuMs, postgresCpuMs } = found;
  return { perSecond, p50Ms, p99Ms, serverCpuMs, postgresCpuMs };
}

export type SizeRound = Readonly<Record<Work, SizeFigures>>;

/** @param rounds of this size, `first` of the smallest one, in the same order */
export function rowOf(
  size: { readonly orders: number; readonly megabytes: number },
  rounds: readonly SizeRound[],
  first: readonly SizeRound[],
): SizeRow {
  const middle = (work: Work): SizeFigures => {
    const of = (field: keyof SizeFigures) => median(rounds.map((round) => round[work][field]));
    return {
      perSecond: of('perSecond'),
      p50Ms: of('p50Ms'),
      p99Ms: of('p99Ms'),
      serverCpuMs: of('serverCpuMs'),
      postgresCpuMs: of('postgresCpuMs'),
    };
  };
  const ratio = (work: Work): SizeRatios => {
    const of = (pick: (one: SizeFigures) => number) =>
      median(
        rounds.map((round, at) => {
          const base = first[at]?.[work];
          return base === undefined ? Number.NaN : pick(round[work]) / pick(base);
        }),
      );
    return {
      perSecond: of((one) => one.perSecond),
      p50: of((one) => one.p50Ms),
      p99: of((one) => one.p99Ms),
      cpu: of((one) => one.serverCpuMs + one.postgresCpuMs),
    };
  };
  return { ...size, figures: forEach(middle), ratios: forEach(ratio) };
}

function forEach<T>(of: (work: Work) => T): Record<Work, T> {
  const entries = (Object.keys(WORKS) as Work[]).map((work) => [work, of(work)] as const);
  return Object.fromEntries(entries) as Record<Work, T>;
}
