// What can be exported here, what it is narrowed by, and what it shows unless told otherwise.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { PARCEL_STATUSES } from '@doorstep/core/fulfillment/fulfillment-status.ts';
import { ORDER_STATUSES } from '@doorstep/core/orders/order-status.ts';
import { RETURN_PROGRESS } from '@doorstep/core/returns/return.ts';

export const FILTERS = ['search', 'status', 'channel', 'location', 'sku', 'from', 'to'] as const;
export type FilterName = (typeof FILTERS)[number];

export interface ExportChoice {
  /** Of the API. */
  readonly list: string;
  readonly operation:
    | 'exportOrders'
    | 'exportCustomers'
    | 'exportSkus'
    | 'exportStock'
    | 'exportParcels'
    | 'exportReturns'
    | 'exportPayments';
  readonly scope: Scope;
  /** A row for each line of an order. */
  readonly hasParts: boolean;
  /** Our filters, and what the API calls them. */
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  readonly statuses: readonly string[];
  readonly columns: readonly string[];
}

const ORDER_FILTERS = {
  search: 'search',
  status: 'status',
  channel: 'channel',
  from: 'placedFrom',
  to: 'placedTo',
} as const;

const orders: Omit<ExportChoice, 'hasParts' | 'columns'> = {
  list: 'orders',
  operation: 'exportOrders',
  scope: 'orders:read',
  filters: ORDER_FILTERS,
  statuses: ORDER_STATUSES,
};

export const EXPORT_NAMES = [
  ...(['orders', 'lines', 'customers', 'products'] as const),
  ...(['stock', 'shipments', 'returns', 'payments'] as const),
] as const;
export type ExportName = (typeof EXPORT_NAMES)[number];

export const EXPORTS: Readonly<Record<ExportName, ExportChoice>> = {
  orders: {
    ...orders,
    hasParts: false,
    columns: [
      ...['number', 'placedAt', 'channel', 'status', 'paymentStatus', 'fulfillmentStatus'],
      ...['customerName', 'destinationCountry', 'currency', 'total'],
    ],
  },
  lines: {
    ...orders,
    hasParts: true,
    columns: ['number', 'placedAt', 'sku', 'title', 'quantity', 'unitPrice', 'currency', 'amount'],
  },
  customers: {
    ...{ list: 'customers', operation: 'exportCustomers', scope: 'customers:read' },
    ...{ hasParts: false, filters: { search: 'search' }, statuses: [] },
    columns: ['externalId', 'email', 'name', 'phone', 'createdAt'],
  },
  products: {
    ...{ list: 'skus', operation: 'exportSkus', scope: 'catalog:read' },
    ...{ hasParts: false, filters: { search: 'search' }, statuses: [] },
    columns: ['code', 'title', 'barcode', 'weightGrams', 'price', 'currency', 'active'],
  },
  stock: {
    ...{ list: 'stock', operation: 'exportStock', scope: 'stock:read' },
    ...{ hasParts: false, filters: { sku: 'sku', location: 'location' }, statuses: [] },
    columns: ['sku', 'location', 'onHand', 'available', 'reserved', 'incoming'],
  },
  shipments: {
    ...{ list: 'parcels', operation: 'exportParcels', scope: 'fulfillment:read' },
    ...{ hasParts: false, filters: { status: 'status' }, statuses: PARCEL_STATUSES },
    columns: [
      ...['orderNumber', 'location', 'status', 'carrier', 'trackingNumber'],
      ...['packedAt', 'shippedAt', 'deliveredAt'],
    ],
  },
  returns: {
    ...{ list: 'returns', operation: 'exportReturns', scope: 'returns:read' },
    hasParts: false,
    filters: { status: 'status', location: 'location' },
    statuses: RETURN_PROGRESS,
    columns: [
      'number',
      'order',
      'status',
      'location',
      'requested',
      'received',
      'granted',
      'currency',
      'createdAt',
    ],
  },
  payments: {
    ...{ list: 'payments', operation: 'exportPayments', scope: 'payments:read' },
    ...{ hasParts: false, filters: { from: 'createdFrom', to: 'createdTo' }, statuses: [] },
    columns: [
      'orderNumber',
      'provider',
      'currency',
      'amount',
      'authorized',
      'captured',
      'refunded',
      'createdAt',
    ],
  },
};

export function isExportName(text: string): text is ExportName {
  return Object.hasOwn(EXPORTS, text);
}
