// Released work by when it has to leave: what is late stands first.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { listDueWork as operation } from '@doorstep/contract/work.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { findLocation } from '../locations/find-location.ts';
import { type DueRow, listDue } from './work.sql.ts';

const TIME_PART = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const BEFORE_ALL = '0'.repeat(32);

export async function listDueWork(
  tx: Tx,
  query: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const behind = decodeCursor(query.cursor, [TIME_PART, UUID_PART]);
  if (isRefusal(behind)) return behind;
  const location = query.location === undefined ? null : await findLocation(tx, query.location);
  if (isRefusal(location)) return location;
  const limit = query.limit ?? 50;
  const rows = await tx.rows(listDue, [
    limit + 1,
    ...(behind ?? [query.from ?? '-infinity', BEFORE_ALL]),
    query.before ?? 'infinity',
    location === null ? null : uuidOf(location.id),
  ]);
  return pageOf(rows, limit, present, (row) => [
    row.ship_by.toISOString(),
    row.id.replaceAll('-', ''),
  ]);
}

function present(row: DueRow) {
  return {
    fulfillmentOrder: idFromUuid('fulfillmentOrder', row.id),
    order: idFromUuid('order', row.order_id),
    orderNumber: row.number,
    location: row.location,
    shipBy: row.ship_by.toISOString(),
    units: row.units,
  };
}
