// Status is derived from counted units. The database derives the same words in generated columns;
// a test holds the two against each other.

import type { WorkCounts } from '../orders/order-units.ts';

export const FULFILLMENT_ORDER_STATUSES = [
  'released',
  'picking',
  'packed',
  'partially-shipped',
  'shipped',
  'canceled',
] as const;

export const PARCEL_TROUBLES = [
  'lost',
  'damaged',
  'delivery-failed',
  'returning',
  'returned',
] as const;

export const PARCEL_STATUSES = [
  'packed',
  'shipped',
  'delivered',
  'voided',
  ...PARCEL_TROUBLES,
] as const;

export type FulfillmentOrderStatus = (typeof FULFILLMENT_ORDER_STATUSES)[number];
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

export function fulfillmentOrderStatus(counts: WorkCounts): FulfillmentOrderStatus {
  const { allocated, picked, packed, shipped } = counts;
  if (allocated + picked + packed === 0) return shipped === 0 ? 'canceled' : 'shipped';
  if (shipped > 0) return 'partially-shipped';
  if (allocated + picked === 0) return 'packed';
  return picked + packed > 0 ? 'picking' : 'released';
}
