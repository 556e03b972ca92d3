// What a run found, figure by figure, and what follows from it.

import { type Measurement, medianOf } from '../rig/measurement.ts';

export const FIGURES = {
  product256: 'Doorstep, 256 connections',
  product1: 'Doorstep, 1 connection',
  bulk: 'Doorstep, bulk NDJSON',
  buyer: 'Doorstep, 256, with a buyer',
  handler: 'H  bare handler, 256',
  batched: 'D  batched writes',
  function: 'c  function per order',
  transaction: 'd  transaction per order',
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
  readonly machine: Readonly<Record<string, string | number>>;
  readonly secondsEach: number;
  readonly rounds: number;
  readonly scenarios: readonly ScenarioResult[];
  readonly stores: readonly StoresResult[];
  /** Acknowledged over HTTP, all found in the database. */
  readonly ordersChecked: number;
}

export function scenarioResult(name: string, rounds: readonly Figures[]): ScenarioResult {
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
  };
}

export function cpuOf(one: Measurement): number {
  return one.serverCpuMs + one.postgresCpuMs;
}
