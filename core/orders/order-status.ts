// Status is derived from counted facts, never typed in. The database derives the same words in
// generated columns, so that lists can filter by them; a test holds the two against each other.

export interface OrderCounts {
  readonly ordered: number;
  readonly canceled: number;
  readonly unpromised: number;
  readonly backordered: number;
  /** Allocated, picked or packed: a location is at work. */
  readonly inWork: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
  readonly overshipped: number;
  readonly openHolds: number;
}

export const ORDER_STATUSES = ['open', 'on-hold', 'completed', 'canceled'] as const;
export const FULFILLMENT_STATUSES = [
  'none',
  'unfulfilled',
  'in-progress',
  'partially-fulfilled',
  'fulfilled',
  'delivered',
] as const;
export const STOCK_STATUSES = ['none', 'promised', 'backordered', 'unpromised'] as const;
export const RETURN_STATUSES = ['none', 'partially-returned', 'returned'] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type FulfillmentStatus = (typeof FULFILLMENT_STATUSES)[number];
export type StockStatus = (typeof STOCK_STATUSES)[number];
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

export function orderStatus(counts: OrderCounts): OrderStatus {
  if (counts.canceled === counts.ordered) return 'canceled';
  if (isDone(counts)) return 'completed';
  return counts.openHolds > 0 ? 'on-hold' : 'open';
}

export function fulfillmentStatus(counts: OrderCounts): FulfillmentStatus {
  if (counts.shipped === 0) {
    if (counts.canceled === counts.ordered) return 'none';
    return counts.inWork > 0 ? 'in-progress' : 'unfulfilled';
  }
  if (counts.canceled + counts.shipped - counts.overshipped < counts.ordered)
    return 'partially-fulfilled';
  return counts.delivered < counts.shipped ? 'fulfilled' : 'delivered';
}

/** The worst promise among the open units. */
export function stockStatus(counts: OrderCounts): StockStatus {
  if (counts.unpromised > 0) return 'unpromised';
  if (counts.backordered > 0) return 'backordered';
  return isDone(counts) ? 'none' : 'promised';
}

export function returnStatus(counts: OrderCounts): ReturnStatus {
  if (counts.returned === 0) return 'none';
  return counts.returned < counts.shipped ? 'partially-returned' : 'returned';
}

function isDone(counts: OrderCounts): boolean {
  return counts.canceled + counts.shipped - counts.overshipped === counts.ordered;
}
