// The rows behind a number: what was canceled, sent, returned, refunded, and of which order.

import type { listFlowEntries as operation } from '@doorstep/contract/flow-reports.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { FlowDimension } from '@doorstep/core/analytics/flow.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf } from '../http/cursor.ts';
import { findPlace, type Place } from './find-place.ts';
import {
  type FlowEntryRow,
  listFlow,
  listFlowOfMember,
  selectMoments,
} from './flow-reports.sql.ts';

const TIME_PART = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const NUMBER_PART = /^\d{1,15}$/;

export async function listFlowEntries(
  tx: Tx,
  query: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const behind = decodeCursor(query.cursor, [TIME_PART, NUMBER_PART, NUMBER_PART]);
  if (isRefusal(behind)) return behind;
  const place = await findPlace(tx, query);
  if (isRefusal(place)) return place;
  const moments = await tx.row(selectMoments, [query.from, query.to]);
  if (moments === undefined) throw new Error('a statement of one row gave none');
  const limit = query.limit ?? 50;
  const asked = [
    ...[limit + 1, query.kind, moments.starts, moments.ends],
    ...(behind ?? [moments.ends, 0, 0]),
  ];
  const { reason = null, currency = null } = query;
  const member = memberOf(place, query);
  const rows =
    member === null
      ? await tx.rows(listFlow, asked)
      : await tx.rows(listFlowOfMember, [
          ...[...asked, place.channel, place.country, place.location],
          ...[query.sku ?? null, reason, currency, ...member],
          ...[query.from, query.to, moments.time_zone],
        ]);
  return pageOf(rows, limit, present, (row) => [
    row.happened_at.toISOString(),
    String(row.position),
    String(row.ordinal),
  ]);
}

/** The dimension that leaves the fewest days, and who is asked for in it; null: there is no filter. */
function memberOf(
  { channel, country, location }: Place,
  { sku, reason, currency }: QueryOf<typeof operation>,
): readonly [dimension: FlowDimension, member: string] | null {
  if (sku !== undefined) return ['sku', sku];
  if (location !== null) return ['location', location.replaceAll('-', '')];
  if (country !== null) return ['country', country];
  if (channel !== null) return ['channel', channel.replaceAll('-', '')];
  return reason === undefined && currency === undefined ? null : ['all', ''];
}

function present(row: FlowEntryRow) {
  return {
    order: row.order_id === null ? null : idFromUuid('order', row.order_id),
    orderNumber: row.number,
    at: row.happened_at.toISOString(),
    channel: row.channel,
    country: row.country === '' ? null : row.country,
    location: row.location,
    reason: row.reason === '' ? null : row.reason,
    sku: row.sku_code === '' ? null : row.sku_code,
    units: Number(row.units),
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
  };
}
