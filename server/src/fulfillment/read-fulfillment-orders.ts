// Fulfillment orders as the people see them who pick and pack.

import type {
  FulfillmentOrderAnswer,
  FulfillmentOrderSummary,
  listFulfillmentOrders as operation,
} from '@doorstep/contract/fulfillment.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { seenWork } from '@doorstep/core/fulfillment/board.ts';
import { type FulfillmentOrderId, idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { pageById } from '../http/list-page.ts';
import { findLocation } from '../locations/find-location.ts';
import { selectContents, selectParcelsOfWork } from './parcels.sql.ts';
import { presentParcel } from './read-parcels.ts';
import {
  type FulfillmentOrderLineRow,
  type FulfillmentOrderRow,
  listAll,
  listAtLocation,
  listAtLocationByStatus,
  listByStatus,
  listOfOrder,
  selectFulfillmentOrderLines,
  selectFulfillmentOrders,
  selectShipTo,
} from './sql.ts';

export async function readFulfillmentOrders(
  tx: Tx,
  which: readonly FulfillmentOrderId[],
): Promise<FulfillmentOrderAnswer[]> {
  const ids = [which.map(uuidOf)];
  const [rows, lines, parcels] = await Promise.all([
    tx.rows(selectFulfillmentOrders, ids),
    tx.rows(selectFulfillmentOrderLines, ids),
    tx.rows(selectParcelsOfWork, ids),
  ]);
  const [contents, contacts] = await Promise.all([
    parcels.length === 0 ? [] : tx.rows(selectContents, [parcels.map(({ id }) => id)]),
    tx.rows(selectShipTo, [rows.map((row) => row.order_id)]),
  ]);
  return rows.map((row) => {
    const contact = contacts.find((one) => one.order_id === row.order_id);
    return {
      ...presentSummary(row),
      lines: lines.filter((line) => line.fulfillment_order_id === row.id).map(presentLine),
      shipTo: {
        name: contact?.name ?? null,
        phone: contact?.phone ?? null,
        address: contact?.shipping_address ?? null,
      },
      parcels: parcels
        .filter((parcel) => parcel.fulfillment_order_id === row.id)
        .map((parcel) => presentParcel(parcel, contents)),
    };
  });
}

export async function readFulfillmentOrder(
  tx: Tx,
  id: FulfillmentOrderId,
): Promise<FulfillmentOrderAnswer | Refusal> {
  const [found] = await readFulfillmentOrders(tx, [id]);
  return found ?? fulfillmentOrderNotFound(id);
}

export function fulfillmentOrderNotFound(id: FulfillmentOrderId): Refusal {
  return refuse('not-found', `There is no fulfillment order ${id}.`);
}

export async function listFulfillmentOrders(
  tx: Tx,
  query: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const location = query.location === undefined ? null : await findLocation(tx, query.location);
  if (isRefusal(location)) return location;
  const filters = [
    query.status ?? null,
    location === null ? null : uuidOf(location.id),
    query.order === undefined ? null : uuidOf(query.order as OrderId),
  ];
  return pageById(
    query,
    (before, limit) => tx.rows(leading(query), [before, limit, ...filters]),
    presentSummary,
  );
}

function leading(query: QueryOf<typeof operation>): Statement<FulfillmentOrderRow> {
  if (query.order !== undefined) return listOfOrder;
  if (query.location !== undefined)
    return query.status === undefined ? listAtLocation : listAtLocationByStatus;
  return query.status === undefined ? listAll : listByStatus;
}

function presentSummary(row: FulfillmentOrderRow): FulfillmentOrderSummary {
  const { quantity, allocated, picked, packed, shipped, canceled, short, overshipped } = row;
  return {
    id: idFromUuid('fulfillmentOrder', row.id),
    order: idFromUuid('order', row.order_id),
    orderNumber: String(row.order_number),
    location: row.location,
    status: row.status,
    ...{ quantity, allocated, picked, packed, shipped, canceled, short, overshipped },
    seen: seenWork(row),
    releasedAt: row.released_at.toISOString(),
    releasedBy: row.released_by,
    shipBy: row.ship_by?.toISOString() ?? null,
    lateAt: row.late_at?.toISOString() ?? null,
  };
}

function presentLine(row: FulfillmentOrderLineRow): FulfillmentOrderAnswer['lines'][number] {
  const { quantity, allocated, picked, packed, shipped, canceled, short, overshipped } = row;
  return {
    line: row.line_number,
    sku: row.sku_code,
    skuId: row.sku_id === null ? null : idFromUuid('sku', row.sku_id),
    title: row.title,
    ...{ quantity, allocated, picked, packed, shipped, canceled, short, overshipped },
  };
}
