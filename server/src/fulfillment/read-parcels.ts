// Parcels as people see them.

import type {
  listParcels as operation,
  ParcelAnswer,
  ParcelSummary,
} from '@doorstep/contract/fulfillment.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { idFromUuid, type OrderId, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { pageById } from '../http/list-page.ts';
import {
  listParcelsAll,
  listParcelsByStatus,
  listParcelsByTracking,
  listParcelsOfOrder,
  type ParcelContentRow,
  type ParcelRow,
  selectContents,
  selectParcels,
} from './parcels.sql.ts';

export async function readParcels(tx: Tx, parcels: readonly ParcelId[]): Promise<ParcelAnswer[]> {
  const ids = [parcels.map(uuidOf)];
  const [rows, contents] = await Promise.all([
    tx.rows(selectParcels, ids),
    tx.rows(selectContents, ids),
  ]);
  return rows.map((row) => presentParcel(row, contents));
}

export async function readParcel(tx: Tx, parcel: ParcelId): Promise<ParcelAnswer | Refusal> {
  const [found] = await readParcels(tx, [parcel]);
  return found ?? parcelNotFound(parcel);
}

export function parcelNotFound(parcel: ParcelId): Refusal {
  return refuse('not-found', `There is no parcel ${parcel}.`);
}

export function listParcels(
  tx: Tx,
  query: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = query.order === undefined ? null : uuidOf(query.order as OrderId);
  const filters = [query.status ?? null, order, query.trackingNumber?.trim() ?? null];
  return pageById(
    query,
    (before, limit) => tx.rows(leading(query), [before, limit, ...filters]),
    presentSummary,
  );
}

/** The filter that leaves fewest parcels leads. */
function leading(query: QueryOf<typeof operation>): Statement<ParcelRow> {
  if (query.trackingNumber !== undefined) return listParcelsByTracking;
  if (query.order !== undefined) return listParcelsOfOrder;
  return query.status === undefined ? listParcelsAll : listParcelsByStatus;
}

export function presentParcel(row: ParcelRow, contents: readonly ParcelContentRow[]): ParcelAnswer {
  return {
    ...presentSummary(row),
    lines: contents
      .filter((line) => line.parcel_id === row.id)
      .map((line) => ({
        line: line.line_number,
        sku: line.sku_code,
        skuId: line.sku_id === null ? null : idFromUuid('sku', line.sku_id),
        title: line.title,
        quantity: line.quantity,
        canceled: line.canceled,
      })),
  };
}

function presentSummary(row: ParcelRow): ParcelSummary {
  const { length_mm: lengthMm, width_mm: widthMm, height_mm: heightMm } = row;
  return {
    id: idFromUuid('parcel', row.id),
    order: idFromUuid('order', row.order_id),
    orderNumber: row.order_number,
    fulfillmentOrder: idFromUuid('fulfillmentOrder', row.fulfillment_order_id),
    location: row.location,
    status: row.status,
    carrier: row.carrier,
    service: row.service,
    trackingNumber: row.tracking_number,
    trackingStatus: row.tracking_status,
    trackedAt: row.tracked_at?.toISOString() ?? null,
    weightGrams: row.weight_grams,
    dimensions:
      lengthMm === null || widthMm === null || heightMm === null
        ? null
        : { lengthMm, widthMm, heightMm },
    packedAt: row.packed_at.toISOString(),
    packedBy: row.packed_by,
    shippedAt: row.shipped_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    voidedAt: row.voided_at?.toISOString() ?? null,
  };
}
