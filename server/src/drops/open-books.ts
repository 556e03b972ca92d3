// Locks drops and reads their books: what the work at hand is about, and no more.

import type { DropItem, PoolUnits } from '@doorstep/core/drops/drop.ts';
import {
  type BuyerUnits,
  type DropBook,
  type OpenHold,
  poolKey,
} from '@doorstep/core/drops/drop-book.ts';
import {
  type DropHoldId,
  type DropId,
  idFromUuid,
  type SkuId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { type HoldRow, selectHolds } from './holds.sql.ts';
import {
  type DropRow,
  type ItemRow,
  lockDrops,
  type PoolRow,
  selectBuyers,
  selectBuyersOfHolds,
  selectItems,
  selectPool,
} from './sql.ts';

/** Whom and what the work is about, besides the drops themselves. */
export interface BookScope {
  readonly buyers?: readonly { readonly drop: DropId; readonly buyer: string }[];
  readonly holds?: readonly DropHoldId[];
}

export interface OpenedBook {
  readonly book: DropBook;
  readonly row: DropRow;
}

/** The books of those drops that exist, locked until the transaction ends. One round trip. */
export async function openBooks(
  tx: Tx,
  drops: readonly DropId[],
  { buyers = [], holds = [] }: BookScope = {},
): Promise<Map<DropId, OpenedBook>> {
  const ids = [...new Set(drops)].map(uuidOf);
  const named = [...new Set(buyers.map(({ buyer }) => buyer))];
  const [rows, items, pool, heldUnits, heldBy, known, ofHolders] = await Promise.all([
    tx.rows(lockDrops, [ids]),
    tx.rows(selectItems, [ids]),
    tx.rows(selectPool, [ids]),
    holds.length === 0 ? [] : tx.rows(selectPool, [holds.map(uuidOf)]),
    holds.length === 0 ? [] : tx.rows(selectHolds, [holds.map(uuidOf)]),
    named.length === 0 ? [] : tx.rows(selectBuyers, [ids, named]),
    holds.length === 0 ? [] : tx.rows(selectBuyersOfHolds, [holds.map(uuidOf)]),
  ]);
  const books = new Map<DropId, OpenedBook>();
  for (const row of rows) {
    const own = <Row extends { readonly drop_id: string }>(all: readonly Row[]) =>
      all.filter((one) => one.drop_id === row.id);
    const book = bookOf(row, own(items));
    for (const cell of pool) if (cell.owner === row.id) addUnits(book, cell);
    for (const { buyer, held, bought } of [...own(known), ...own(ofHolders)])
      book.buyers.set(buyer, { held, bought });
    for (const hold of holdsOf(own(heldBy), heldUnits)) book.holds.set(hold.id, hold);
    books.set(book.id, { book, row });
  }
  return books;
}

function bookOf(row: DropRow, items: readonly ItemRow[]): DropBook {
  return {
    id: idFromUuid('drop', row.id),
    terms: termsOf(row),
    isClosed: row.closed_at !== null,
    told: {
      version: row.version,
      step: row.told_step,
      soldOutAt: row.sold_out_at,
      lastPlace: Number(row.last_place),
    },
    items: new Map<SkuId, DropItem>(items.map(itemOf).map((item) => [item.sku, item])),
    pool: new Map<string, PoolUnits>(),
    buyers: new Map<string, BuyerUnits>(),
    holds: new Map<DropHoldId, OpenHold>(),
    placeChanges: new Map(),
    newPlaces: new Map(),
    sales: new Map(),
  };
}

export function termsOf(row: DropRow): DropBook['terms'] {
  return {
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    pausedAt: row.paused_at,
    stoppedAt: row.stopped_at,
    limitPerBuyer: row.limit_per_buyer,
  };
}

export function itemOf(row: ItemRow): DropItem {
  return {
    sku: idFromUuid('sku', row.sku_id),
    code: row.code,
    setApart: row.set_apart,
    pooled: row.pooled,
    held: row.held,
    sold: row.sold,
    released: row.released,
    preorderCap: row.preorder_cap,
    preordered: row.preordered,
    waiting: row.waiting,
  };
}

function addUnits(book: DropBook, row: PoolRow): void {
  const units = unitsOfRow(row);
  book.pool.set(poolKey(units), units);
}

function unitsOfRow(row: PoolRow): PoolUnits {
  return {
    sku: idFromUuid('sku', row.sku_id),
    location: idFromUuid('location', row.location_id),
    number: row.number,
    units: row.quantity,
  };
}

/** Holds with the units that are reserved for them. */
export function holdsOf(rows: readonly HoldRow[], units: readonly PoolRow[]): OpenHold[] {
  const byHold = Map.groupBy(units, (one) => one.owner);
  return rows.map((row) => ({
    id: idFromUuid('dropHold', row.id),
    buyer: row.buyer,
    place: row.place_id === null ? null : idFromUuid('dropPlace', row.place_id),
    expiresAt: row.expires_at,
    units: (byHold.get(row.id) ?? []).map(unitsOfRow),
  }));
}
