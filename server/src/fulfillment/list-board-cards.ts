// The cards of one column of a board, a page at a time.

import type {
  BoardCard,
  listBoardCards as operation,
} from '@doorstep/contract/fulfillment-board.ts';
import type { AnswerOf, ParamsOf, QueryOf } from '@doorstep/contract/operation.ts';
import { seenWork } from '@doorstep/core/fulfillment/board.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, encodeCursor, UUID_PART } from '../http/cursor.ts';
import {
  type CardLineRow,
  type CardParcelRow,
  type CardRow,
  listBoardWork,
  listShippedBoxes,
  selectBoardWorkLookedAt,
  selectCardLines,
  selectCardParcels,
  selectShippedLookedAt,
  selectWaitingParcels,
} from './board.sql.ts';
import { boardFilter, LOOKED_AT_MAX } from './board-filter.ts';

type Column = ParamsOf<typeof operation>['column'];

const LIMIT_DEFAULT = 50;
/** As PostgreSQL says a time as text. */
const TIME_PART = /^(-?infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/;
const FIRST = { work: ['-infinity', '0'.repeat(32)], shipped: ['infinity', 'f'.repeat(32)] };

export async function listBoardCards(
  tx: Tx,
  { location, column }: ParamsOf<typeof operation>,
  query: QueryOf<typeof operation>,
  now: Date,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const behind = decodeCursor(query.cursor, [TIME_PART, UUID_PART]);
  if (isRefusal(behind)) return behind;
  const filter = await boardFilter(tx, location, query, now);
  if (isRefusal(filter)) return filter;
  const limit = query.limit ?? LIMIT_DEFAULT;
  const isShipped = column === 'shipped';
  const key = behind ?? (isShipped ? FIRST.shipped : FIRST.work);
  const walk = [filter.location, isShipped ? filter.dayBegan : column, LOOKED_AT_MAX];
  const rows = await tx.rows<CardRow & { readonly parcel_id?: string }>(
    isShipped ? listShippedBoxes : listBoardWork,
    [...walk, ...filter.values, ...key, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const goesOn = isShipped ? selectShippedLookedAt : selectBoardWorkLookedAt;
  const last =
    rows.length > limit
      ? shown.at(-1)
      : filter.isFiltered
        ? await tx.row(goesOn, [...walk, ...key])
        : undefined;
  const [lines, parcels] = await Promise.all([
    tx.rows(selectCardLines, [shown.map(({ id }) => id)]),
    isShipped
      ? tx.rows(selectCardParcels, [shown.map((row) => row.parcel_id)])
      : tx.rows(selectWaitingParcels, [shown.map(({ id }) => id)]),
  ]);
  return {
    items: shown.map((row) => presentCard(row, column, lines, parcels)),
    nextCursor:
      last === undefined ? null : encodeCursor([last.at_key, last.id_key.replaceAll('-', '')]),
  };
}

function presentCard(
  row: CardRow & { readonly parcel_id?: string },
  column: Column,
  lines: readonly CardLineRow[],
  parcels: readonly CardParcelRow[],
): BoardCard {
  const { quantity, allocated, picked, packed, shipped, canceled, short } = row;
  const own = lines.filter((line) => line.fulfillment_order_id === row.id);
  const boxes = parcels.filter((box) =>
    row.parcel_id === undefined ? box.fulfillment_order_id === row.id : box.id === row.parcel_id,
  );
  return {
    fulfillmentOrder: idFromUuid('fulfillmentOrder', row.id),
    order: idFromUuid('order', row.order_id),
    orderNumber: String(row.order_number),
    column,
    status: row.status,
    ...{ quantity, allocated, picked, packed, shipped, canceled, short },
    seen: seenWork(row),
    releasedAt: row.released_at.toISOString(),
    shipBy: row.ship_by?.toISOString() ?? null,
    name: row.name,
    city: row.city,
    country: row.country,
    shipping: row.shipping,
    lines: own[0]?.lines ?? 0,
    firstLines: own.map(({ line_number: line, sku_code: sku, title, units }) => ({
      line,
      sku,
      title,
      quantity: units,
    })),
    parcels: boxes.map(presentBox),
  };
}

function presentBox(row: CardParcelRow): BoardCard['parcels'][number] {
  return {
    id: idFromUuid('parcel', row.id),
    status: row.status,
    carrier: row.carrier,
    service: row.service,
    trackingNumber: row.tracking_number,
    shippedAt: row.shipped_at?.toISOString() ?? null,
  };
}
