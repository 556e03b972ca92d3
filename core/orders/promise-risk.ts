// Whether the date that an order is promised for is in danger. Derived from the time, what is still
// to be done, and nothing else: it is a range of dates for each stage, so a list finds it by an index.

import type { FulfillmentStatus, OrderStatus, StockStatus } from './order-status.ts';

export const PROMISE_RISKS = ['late', 'at-risk', 'on-time'] as const;
export type PromiseRisk = (typeof PROMISE_RISKS)[number];

export interface OrderStage {
  readonly status: OrderStatus;
  readonly fulfillmentStatus: FulfillmentStatus;
  readonly stockStatus: StockStatus;
}

const HOUR_MS = 3_600_000;
/** What each stage takes until the units have left, as a house reckons that ships once a day. */
export const HOURS_NEEDED = { stock: 24, hold: 8, release: 4, work: 2 } as const;

/**
 * How long before its date an order is at risk; null where nothing is left to ship: then nobody in
 * the house can be late any more.
 */
export function hoursNeeded({ status, fulfillmentStatus, stockStatus }: OrderStage): number | null {
  if (status === 'completed' || status === 'canceled') return null;
  if (stockStatus === 'unpromised' || stockStatus === 'backordered') return HOURS_NEEDED.stock;
  if (status === 'on-hold') return HOURS_NEEDED.hold;
  return fulfillmentStatus === 'unfulfilled' ? HOURS_NEEDED.release : HOURS_NEEDED.work;
}

/** From the one up to before the other; null where it has no end. */
export interface DateRange {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** The dates to ship by that make an order of a stage late, at risk or on time; null for none. */
export function datesAtRisk(stage: OrderStage, risk: PromiseRisk, now: Date): DateRange | null {
  const hours = hoursNeeded(stage);
  if (hours === null) return null;
  const soon = new Date(now.getTime() + hours * HOUR_MS);
  if (risk === 'late') return { from: null, to: now };
  return risk === 'at-risk' ? { from: now, to: soon } : { from: soon, to: null };
}

/** @returns null where nothing is promised, or nothing is left to ship */
export function promiseRisk(stage: OrderStage, shipBy: Date | null, now: Date): PromiseRisk | null {
  const hours = hoursNeeded(stage);
  if (hours === null || shipBy === null) return null;
  const leftMs = shipBy.getTime() - now.getTime();
  if (leftMs < 0) return 'late';
  return leftMs < hours * HOUR_MS ? 'at-risk' : 'on-time';
}
