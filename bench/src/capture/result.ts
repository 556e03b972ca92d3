// What a run found, figure by figure, and what follows from it.

import type { Machine } from '../rig/machine.ts';
import { type Measurement, median, medianOf } from '../rig/measurement.ts';
import { COMMIT_KINDS, type CommitKind, type CommitRates } from './commits.ts';

export const FIGURES = {
  product256: 'Doorstep, 256 connections',
  paced70: 'Doorstep, at 70 % of that',
  product1: 'Doorstep, 1 connection',
  bulk: 'Doorstep, bulk NDJSON',
  buyer: 'Doorstep, 256, with a buyer',
  handler: 'H  bare handler, 256',
  batched: 'D  batched writes',
  function: 'c  function per order',
  transaction: 'd  transaction per order',
  units: 'u  row per unit',
} as const;
export type Figure = keyof typeof FIGURES;

export type Figures = Partial<Record<Figure, Measurement>>;

export interface ScenarioResult {
  readonly name: string;
  readonly figures: Figures;
  /** 1/(1/H + 1/D), orders per second. */
  readonly formula: number;
  readonly toFormula: number;
  readonly toFunction: number;
  readonly toTransaction: number;
  /** Only where a row per unit is measured. */
  readonly toUnits?: number;
  /** Bulk to batched writes; only where bulk is measured. */
  readonly bulkToBatched?: number;
  /** Orders at 256 connections to bare commits at 32, and at 1 connection to those at 1. */
  readonly toCommits: number;
  readonly aloneToCommits: number;
}

export interface StoresResult {
  readonly name: string;
  readonly fewStores: number;
  readonly manyStores: number;
  readonly few: Measurement;
  readonly many: Measurement;
  /** CPU per order with many stores to that with few. */
  readonly cpuRatio: number;
}

export interface CaptureResult {
  readonly machine: Machine;
  readonly secondsEach: number;
  readonly rounds: number;
  readonly commits: CommitRates;
  readonly scenarios: readonly ScenarioResult[];
  readonly stores: readonly StoresResult[];
  /** Acknowledged over HTTP, all found in the database. */
  readonly ordersChecked: number;
}

export function scenarioResult(
  name: string,
  rounds: readonly Figures[],
  commits: CommitRates,
): ScenarioResult {
  const figures: Figures = {};
  for (const figure of Object.keys(FIGURES) as Figure[]) {
    const found = rounds.flatMap((round) => round[figure] ?? []);
    if (found.length > 0) figures[figure] = medianOf(found);
  }
  const rate = (figure: Figure) => figures[figure]?.ordersPerSecond ?? Number.NaN;
  const formula = 1 / (1 / rate('handler') + 1 / rate('batched'));
  return {
    name,
    figures,
    formula,
    toFormula: rate('product256') / formula,
    toFunction: rate('product256') / rate('function'),
    toTransaction: rate('product256') / rate('transaction'),
    ...(figures.units === undefined ? {} : { toUnits: rate('product256') / rate('units') }),
    ...(figures.bulk === undefined ? {} : { bulkToBatched: rate('bulk') / rate('batched') }),
    toCommits: rate('product256') / commits.many.commitsPerSecond,
    aloneToCommits: rate('product1') / commits.one.commitsPerSecond,
  };
}

/** Of each kind the median of all rounds. */
export function commitRates(rounds: readonly CommitRates[]): CommitRates {
  const of = (kind: CommitKind) => {
    const middle = (field: 'commitsPerSecond' | 'p50Ms' | 'p99Ms') =>
      median(rounds.map((round) => round[kind][field]));
    return {
      ...COMMIT_KINDS[kind],
      commitsPerSecond: middle('commitsPerSecond'),
      p50Ms: middle('p50Ms'),
      p99Ms: middle('p99Ms'),
    };
  };
  return { one: of('one'), many: of('many'), batch: of('batch') };
}

export function cpuOf(one: Measurement): number {
  return one.serverCpuMs + one.postgresCpuMs;
}
