// The other lists: customers, SKUs, stock, locations, as their rooms present them.

import type { SkuAnswer } from '@doorstep/contract/catalog.ts';
import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import type * as contract from '@doorstep/contract/exports.ts';
import type { ParcelSummary } from '@doorstep/contract/fulfillment.ts';
import type { StockLevelAnswer } from '@doorstep/contract/inventory.ts';
import type { LocationAnswer } from '@doorstep/contract/locations.ts';
import type { QueryOf } from '@doorstep/contract/operation.ts';
import type { ReturnSummary } from '@doorstep/contract/returns.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { presentSku } from '../catalog/present-sku.ts';
import { selectSkusAmong } from '../catalog/sku.sql.ts';
import { presentCustomer } from '../customers/present-customer.ts';
import { selectCustomersAmong } from '../customers/sql.ts';
import type { SearchKind } from '../db/search-tokens.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { listParcels } from '../fulfillment/read-parcels.ts';
import { listStockLevels } from '../inventory/list-stock.ts';
import { presentLocation } from '../locations/present-location.ts';
import { selectLocationsAmong } from '../locations/sql.ts';
import { listReturns } from '../returns/list-returns.ts';
import { exportPages, readInTurn, type Source } from './export-pages.ts';
import { exportSearch } from './export-search.ts';
import * as sql from './exports.sql.ts';

type Pages<Item> = Promise<AsyncIterable<readonly Item[]> | Refusal>;

export const exportLists = { customers, skus, stock, locations, parcels, returns } as const;

const ROWS_EACH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const AFTER_ALL = 'f'.repeat(32);

function customers(
  source: Source,
  { search }: QueryOf<typeof contract.exportCustomers>,
): Pages<CustomerAnswer> {
  return pagesOf(source, {
    last: sql.selectLastCustomer,
    walk: sql.walkCustomers,
    among: selectCustomersAmong,
    present: presentCustomer,
    ...(search === undefined ? {} : { search, kind: 'customer' as const }),
  });
}

function skus(source: Source, { search }: QueryOf<typeof contract.exportSkus>): Pages<SkuAnswer> {
  return pagesOf(source, {
    last: sql.selectLastSku,
    walk: sql.walkSkus,
    among: selectSkusAmong,
    present: presentSku,
    ...(search === undefined ? {} : { search, kind: 'sku' as const }),
  });
}

function locations(source: Source, now: Date): Pages<LocationAnswer> {
  return pagesOf(source, {
    last: sql.selectLastLocation,
    walk: sql.walkLocations,
    among: selectLocationsAmong,
    present: (row) => presentLocation(row, now),
  });
}

/** The list itself, page by page: it is in order already. */
function stock(
  source: Source,
  { sku, location }: QueryOf<typeof contract.exportStock>,
): Pages<StockLevelAnswer> {
  return listed(source, given({ sku, location }), listStockLevels);
}

/** Lists that go by their own pages, newest first. */
async function listed<Item, Query extends object>(
  source: Source,
  query: Query,
  list: (tx: Tx, query: Query & Walk) => Promise<ListPage<Item> | Refusal>,
): Pages<Item> {
  const first = await readInTurn(source, (tx) => list(tx, { ...query, limit: 1 }));
  if (isRefusal(first)) return first;
  return exportPages<Item, { cursor?: string }>(source, {}, async (tx, place) => {
    const page = await list(tx, { ...query, limit: ROWS_EACH, ...place });
    if (isRefusal(page)) throw new Error(page.detail);
    const next = page.nextCursor === null ? undefined : { cursor: page.nextCursor };
    return { items: page.items, next };
  });
}

interface Walk {
  readonly limit: number;
  readonly cursor?: string;
}

interface ListPage<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

function parcels(
  source: Source,
  { status, order, trackingNumber }: QueryOf<typeof contract.exportParcels>,
): Pages<ParcelSummary> {
  return listed(source, given({ status, order, trackingNumber }), listParcels);
}

function returns(
  source: Source,
  {
    format: _format,
    columns: _columns,
    gzip: _gzip,
    ...filters
  }: QueryOf<typeof contract.exportReturns>,
): Pages<ReturnSummary> {
  return listed(source, given(filters), listReturns);
}

/** Without what nobody asked for. */
function given<T extends object>(query: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  ) as never;
}

interface ById<Row, Item> {
  readonly last: Statement<{ id: string }>;
  readonly walk: Statement<{ id: string }>;
  readonly among: Statement<Row>;
  readonly present: (row: Row) => Item;
  readonly search?: string;
  readonly kind?: SearchKind;
}

async function pagesOf<Row, Item>(source: Source, list: ById<Row, Item>): Pages<Item> {
  const { search, kind } = list;
  const read = async (tx: Tx, ids: readonly string[]) =>
    (await tx.rows(list.among, [AFTER_ALL, ids.length, ids])).map(list.present).reverse();
  if (search !== undefined && kind !== undefined) {
    const found = await exportSearch(source.pool, source.tenant, search, [kind]);
    if (isRefusal(found)) return found;
    return exportPages(source, 0, async (tx, place) => {
      const next = place + ROWS_EACH;
      const items = await read(tx, found.slice(place, next));
      return { items, next: next < found.length ? next : undefined };
    });
  }
  const last = await readInTurn(source, (tx) => tx.row(list.last));
  return exportPages(source, BEFORE_ALL, async (tx, after) => {
    const rows = await tx.rows(list.walk, [after, last?.id ?? BEFORE_ALL, ROWS_EACH]);
    const ids = rows.map(({ id }) => id);
    const next = ids.length < ROWS_EACH ? undefined : ids.at(-1);
    return { items: await read(tx, ids), next };
  });
}
