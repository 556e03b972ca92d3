// What one measurement found, and the median of several.

import type { CpuSample } from './cpu.ts';

export interface Measurement {
  readonly ordersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Per order, within the measured time. */
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
  /** Per order, server and PostgreSQL, until the log is read and the search index written. */
  readonly wholeCpuMs: number;
  /** Acknowledged, those of the warm-up included. */
  readonly orders: number;
}

/** Counts what is done within a window of time, and what it costs. */
export interface Window {
  /** To be called as an answer comes in. */
  count(orders: number, latencyMs: number): void;
  readonly acknowledged: () => number;
  /** The time is over, and something was done in it: of a slow machine that takes longer than the time. */
  isOver(): boolean;
  finish(): Omit<Measurement, 'orders' | 'wholeCpuMs'>;
}

export interface WindowOptions {
  readonly warmupMs: number;
  readonly lengthMs: number;
  readonly sample: () => CpuSample;
}

export function openWindow({ warmupMs, lengthMs, sample }: WindowOptions): Window {
  const opensAt = performance.now() + warmupMs;
  const closesAt = opensAt + lengthMs;
  const latencies: number[] = [];
  let acknowledged = 0;
  let orders = 0;
  let before: CpuSample | undefined;
  let after: CpuSample | undefined;
  let from = opensAt;
  let until = closesAt;
  return {
    count(count, latencyMs) {
      acknowledged += count;
      const now = performance.now();
      if (now < opensAt || after !== undefined) return;
      if (before === undefined) {
        before = sample();
        from = now;
        return;
      }
      orders += count;
      latencies.push(latencyMs);
      if (now < closesAt) return;
      after = sample();
      until = now;
    },
    acknowledged: () => acknowledged,
    isOver: () => after !== undefined,
    finish() {
      if (before === undefined || after === undefined || orders === 0)
        throw new Error('the measurement was too short: nothing was answered in its time');
      latencies.sort((a, b) => a - b);
      return {
        ordersPerSecond: (orders * 1000) / (until - from),
        p50Ms: quantile(latencies, 0.5),
        p99Ms: quantile(latencies, 0.99),
        serverCpuMs: (after.serverMs - before.serverMs) / orders,
        postgresCpuMs: (after.postgresMs - before.postgresMs) / orders,
      };
    },
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Field by field; `orders` is the sum. */
export function medianOf(all: readonly Measurement[]): Measurement {
  const of = (field: keyof Measurement) => median(all.map((one) => one[field]));
  return {
    ordersPerSecond: of('ordersPerSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: of('serverCpuMs'),
    postgresCpuMs: of('postgresCpuMs'),
    wholeCpuMs: of('wholeCpuMs'),
    orders: all.reduce((sum, one) => sum + one.orders, 0),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
