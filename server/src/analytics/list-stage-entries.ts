// The fulfillment orders that reached a stage, and how long each took.

import type { listStageEntries as operation } from '@doorstep/contract/flow-reports.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { FlowStage } from '@doorstep/core/analytics/flow.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { findPlace } from './find-place.ts';
import {
  listDelivered,
  listPacked,
  listPicked,
  listReleased,
  listShipped,
  listWhole,
  type StageEntryRow,
  selectMoments,
} from './flow-reports.sql.ts';

const TIME_PART = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const LISTS: Readonly<Record<FlowStage, Statement<StageEntryRow>>> = {
  released: listReleased,
  picked: listPicked,
  packed: listPacked,
  shipped: listShipped,
  delivered: listDelivered,
  whole: listWhole,
};

export async function listStageEntries(
  tx: Tx,
  query: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const behind = decodeCursor(query.cursor, [TIME_PART, UUID_PART]);
  if (isRefusal(behind)) return behind;
  const place = await findPlace(tx, query);
  if (isRefusal(place)) return place;
  const moments = await tx.row(selectMoments, [query.from, query.to]);
  if (moments === undefined) throw new Error('a statement of one row gave none');
  const limit = query.limit ?? 50;
  const rows = await tx.rows(LISTS[query.stage], [
    ...[limit + 1, moments.starts, moments.ends],
    ...(behind ?? [moments.ends, '0'.repeat(32)]),
    ...[place.channel, place.country, place.location],
  ]);
  return pageOf(rows, limit, present, (row) => [
    row.reached_at.toISOString(),
    row.id.replaceAll('-', ''),
  ]);
}

function present({ id, order_id, number, location, since, reached_at }: StageEntryRow) {
  const seconds = Math.floor((reached_at.getTime() - since.getTime()) / 1000);
  return {
    fulfillmentOrder: idFromUuid('fulfillmentOrder', id),
    order: idFromUuid('order', order_id),
    orderNumber: String(number),
    location,
    since: since.toISOString(),
    reachedAt: reached_at.toISOString(),
    seconds: Math.max(0, seconds),
  };
}
