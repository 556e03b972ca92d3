// Status is derived from counted facts, never typed in. The database derives the same words in
// generated columns, so that lists can filter by them; a test holds the two against each other.

export interface OrderCounts {
  readonly ordered: number;
  readonly canceled: number;
  readonly unpromised: number;
  readonly backordered: number;
  readonly shipped: number;
  readonly openHolds: number;
}

export type OrderStatus = 'canceled' | 'completed' | 'on-hold' | 'open';
export type FulfillmentStatus = 'none' | 'unfulfilled' | 'partially-fulfilled' | 'fulfilled';
export type StockStatus = 'none' | 'promised' | 'backordered' | 'unpromised';

export function orderStatus(counts: OrderCounts): OrderStatus {
  if (counts.canceled === counts.ordered) return 'canceled';
  if (counts.canceled + counts.shipped === counts.ordered) return 'completed';
  return counts.openHolds > 0 ? 'on-hold' : 'open';
}

export function fulfillmentStatus(counts: OrderCounts): FulfillmentStatus {
  if (counts.canceled === counts.ordered) return 'none';
  if (counts.shipped === 0) return 'unfulfilled';
  return counts.canceled + counts.shipped < counts.ordered ? 'partially-fulfilled' : 'fulfilled';
}

/** The worst promise among the open units. */
export function stockStatus(counts: OrderCounts): StockStatus {
  if (counts.unpromised > 0) return 'unpromised';
  if (counts.backordered > 0) return 'backordered';
  return counts.canceled + counts.shipped === counts.ordered ? 'none' : 'promised';
}
