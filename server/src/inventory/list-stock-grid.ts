// SKUs with all their levels, a page at a time: the page is cut from an index, and only its levels
// are read, so it takes as long with 100,000 SKUs as with a hundred.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type {
  listStockGrid as operation,
  StockGridRowAnswer,
} from '@doorstep/contract/stock-grid.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { findByWords } from '../db/search-tokens.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import {
  type GridNumbers,
  type GridSkuRow,
  type LowSkuRow,
  listGridSkus,
  listGridSkusAmong,
  listLowSkus,
  selectGridLevels,
  selectGridLocations,
} from './grid.sql.ts';
import { presentLevel } from './read-levels.ts';

type Query = QueryOf<typeof operation>;
type Answer = AnswerOf<typeof operation>;

const LIMIT = 50;
const CODE_PART = /^.{1,100}$/su;
const UNITS_PART = /^-?\d{1,10}$/;
const LOWEST_UNITS = -2_147_483_648;
const LOWEST = '0'.repeat(32);

export async function listStockGrid(tx: Tx, query: Query): Promise<Answer | Refusal> {
  if (query.lowAt !== undefined) return listLow(tx, query, query.lowAt);
  const after = decodeCursor(query.cursor, [CODE_PART]);
  if (isRefusal(after)) return after;
  const limit = query.limit ?? LIMIT;
  const start = [after?.[0] ?? '', limit + 1];
  const rows =
    query.search === undefined
      ? await tx.rows(listGridSkus, start)
      : await tx.rows(listGridSkusAmong, [...start, await findByWords(tx, query.search, ['sku'])]);
  return withLevels(tx, rows, limit, ({ code }) => [code]);
}

async function listLow(tx: Tx, query: Query, lowAt: number): Promise<Answer | Refusal> {
  if (query.search !== undefined)
    return refuse('validation-failed', 'Ask for what is low, or search: not both at once.');
  const after = decodeCursor(query.cursor, [UNITS_PART, UUID_PART]);
  if (isRefusal(after)) return after;
  const limit = query.limit ?? LIMIT;
  const units = Math.max(LOWEST_UNITS, Number(after?.[0] ?? LOWEST_UNITS));
  const rows = await tx.rows(listLowSkus, [lowAt, units, after?.[1] ?? LOWEST, limit + 1]);
  return withLevels(tx, rows, limit, (row) => [
    String((row as LowSkuRow).least_available),
    row.id.replaceAll('-', ''),
  ]);
}

async function withLevels(
  tx: Tx,
  rows: readonly GridSkuRow[],
  limit: number,
  key: (row: GridSkuRow) => readonly string[],
): Promise<Answer> {
  const shown = rows.slice(0, limit).map(({ id }) => id);
  const [levels, locations] = await Promise.all([
    tx.rows(selectGridLevels, [shown]),
    tx.rows(selectGridLocations),
  ]);
  const byId = new Map(locations.map((one) => [one.id, one]));
  const bySku = new Map(levels.map((row) => [row.sku_id, row.levels]));
  return pageOf(rows, limit, (row) => present(row, bySku.get(row.id) ?? [], byId), key);
}

function present(
  sku: GridSkuRow,
  levels: readonly GridNumbers[],
  locations: ReadonlyMap<string, { readonly code: string; readonly safety_stock: number }>,
): StockGridRowAnswer {
  const shown = levels.map((numbers) => {
    const [id, onHand, reserved, allocated, damaged, quality, incoming, inTransit, , shortfall] =
      numbers;
    const location = locations.get(id);
    return presentLevel({
      sku: sku.code,
      sku_id: sku.id,
      location: location?.code ?? '',
      location_id: id,
      on_hand: onHand,
      reserved,
      allocated,
      damaged,
      quality_control: quality,
      incoming,
      in_transit: inTransit,
      safety_stock: numbers[8] ?? location?.safety_stock ?? 0,
      shortfall,
    });
  });
  return {
    sku: sku.code,
    skuId: idFromUuid('sku', sku.id),
    title: sku.title,
    active: sku.active,
    levels: shown.sort((a, b) => (a.location < b.location ? -1 : 1)),
  };
}
