// Exports: a filtered list as one file, streamed. The forms of the rows are in export-forms.ts.

import { Type } from 'typebox';
import { listSkus } from './catalog.ts';
import { listCustomers } from './customers.ts';
import { listParcels } from './fulfillment.ts';
import { listStockLevels } from './inventory.ts';
import { listLocations } from './locations.ts';
import { operation } from './operation.ts';
import { listOrders } from './orders.ts';
import { listReturns } from './returns.ts';
import { Code, closed, Timestamp } from './schema.ts';

export const EXPORT_FORMATS = ['ndjson', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FILE_QUERY = {
  format: Type.Optional(Type.Enum([...EXPORT_FORMATS], { default: 'ndjson' })),
  columns: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 5000,
      description: 'Only these, in this order: `number,placedAt`. Of NDJSON, the outermost fields',
    }),
  ),
  gzip: Type.Optional(
    Type.Boolean({ default: false, description: 'A .gz file; XLSX is compressed as it is' }),
  ),
};

/** What a list is filtered by: an export of it takes the same, so that none can be forgotten. */
function filtersOf<Q extends { limit: unknown; cursor: unknown }>(
  properties: Q,
): Omit<Q, 'limit' | 'cursor'> {
  const { limit: _limit, cursor: _cursor, ...filters } = properties;
  return filters;
}

const STREAMS =
  'The whole list, oldest first, as a stream of any length. A row is as it stands when it is ' +
  'read; what is made after the start is left out. A broken transfer ends without its end: a ' +
  'chunked body that was not finished is no whole export.';

const exportOf = {
  method: 'GET',
  room: 'history',
  status: 200,
  answers: [
    'application/x-ndjson',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/gzip',
  ],
} as const;

export const exportOrders = operation({
  ...exportOf,
  id: 'exportOrders',
  path: '/v1/exports/orders',
  summary: 'Export orders: all, or those of a filter',
  description:
    `${STREAMS} NDJSON has an \`ExportedOrder\` per line; CSV and XLSX have a row per order ` +
    'line, with the facts of the order repeated on each, or a row per order when `columns` ' +
    'names none of a line. It takes the filters and the `sort` of the list; without a `sort` the ' +
    'oldest come first. By `updated` an order that changes meanwhile may come twice. A `search` ' +
    'without a sort may find up to 200,000 orders.',
  scope: 'orders:read',
  query: closed({
    ...filtersOf(listOrders.query?.properties ?? missing()),
    ...FILE_QUERY,
  }),
  refusals: ['channel-unknown', 'location-unknown'],
});

export const exportCustomers = operation({
  ...exportOf,
  id: 'exportCustomers',
  path: '/v1/exports/customers',
  summary: 'Export customers',
  description: `${STREAMS} Of an erased customer only the id and the times are left.`,
  scope: 'customers:read',
  query: closed({ ...filtersOf(listCustomers.query?.properties ?? missing()), ...FILE_QUERY }),
  refusals: [],
});

export const exportSkus = operation({
  ...exportOf,
  id: 'exportSkus',
  path: '/v1/exports/skus',
  summary: 'Export SKUs and kits',
  description: STREAMS,
  scope: 'catalog:read',
  query: closed({ ...filtersOf(listSkus.query?.properties ?? missing()), ...FILE_QUERY }),
  refusals: [],
});

export const exportStock = operation({
  ...exportOf,
  id: 'exportStock',
  path: '/v1/exports/stock',
  summary: 'Export stock levels, by SKU or by location',
  description:
    'The whole list, as a stream of any length. A level is as it stands when it is read.',
  scope: 'stock:read',
  query: closed({ ...filtersOf(listStockLevels.query?.properties ?? missing()), ...FILE_QUERY }),
  refusals: ['sku-unknown', 'location-unknown'],
});

export const exportLocations = operation({
  ...exportOf,
  id: 'exportLocations',
  path: '/v1/exports/locations',
  summary: 'Export stock locations',
  description: STREAMS,
  scope: 'locations:read',
  query: closed({ ...filtersOf(listLocations.query?.properties ?? missing()), ...FILE_QUERY }),
  refusals: [],
});

const NEWEST_FIRST =
  'The whole list as a stream of any length, newest first as in the list. What is made after the ' +
  'start is left out.';

export const exportParcels = operation({
  ...exportOf,
  id: 'exportParcels',
  path: '/v1/exports/parcels',
  summary: 'Export parcels: what was packed, sent and delivered',
  description: NEWEST_FIRST,
  scope: 'fulfillment:read',
  query: closed({ ...filtersOf(listParcels.query?.properties ?? missing()), ...FILE_QUERY }),
  refusals: [],
});

export const exportReturns = operation({
  ...exportOf,
  id: 'exportReturns',
  path: '/v1/exports/returns',
  summary: 'Export returns',
  description: NEWEST_FIRST,
  scope: 'returns:read',
  query: closed({ ...filtersOf(listReturns.query?.properties ?? missing()), ...FILE_QUERY }),
  refusals: ['not-found', 'location-unknown'],
});

export const exportPayments = operation({
  ...exportOf,
  id: 'exportPayments',
  path: '/v1/exports/payments',
  summary: 'Export payments with the sums of their ledger',
  description: `${STREAMS} Payments are in the order of their ids.`,
  scope: 'payments:read',
  query: closed({
    provider: Type.Optional(Code),
    createdFrom: Type.Optional(Timestamp),
    createdTo: Type.Optional({ ...Timestamp, description: 'Before this' }),
    ...FILE_QUERY,
  }),
  refusals: [],
});

export const listExportForms = operation({
  id: 'listExportForms',
  method: 'GET',
  path: '/v1/exports',
  room: 'history',
  summary: 'What can be exported, and the columns of each in a table',
  scope: 'catalog:read',
  status: 200,
  answer: Type.Object({
    items: Type.Array(
      Type.Object({
        name: Type.String({ description: 'As in the path: `orders`' }),
        columns: Type.Array(
          Type.Object({
            name: Type.String(),
            isOfPart: Type.Boolean({
              description: 'Of a line of the order: with one there is a row for each line',
            }),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
});

function missing(): never {
  throw new Error('the list takes no query');
}
