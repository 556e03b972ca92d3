// The units of an order as core decides on them. The order must be locked by the transaction.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { OrderUnits } from '@doorstep/core/orders/order-units.ts';
import type { Tx } from '../db/transaction.ts';
import {
  type OrderLineRow,
  type OrderReservationRow,
  selectOrderLines,
  selectOrderReservations,
} from './sql.ts';
import {
  type ParcelLineRow,
  selectParcelContents,
  selectWork,
  type WorkLineRow,
} from './units.sql.ts';

export interface ReadUnits extends OrderUnits {
  readonly rows: readonly OrderLineRow[];
}

export async function readUnits(tx: Tx, order: OrderId): Promise<ReadUnits> {
  const id = [uuidOf(order)];
  const [rows, reservations, work, parcels] = await Promise.all([
    tx.rows(selectOrderLines, id),
    tx.rows(selectOrderReservations, id),
    tx.rows(selectWork, id),
    tx.rows(selectParcelContents, id),
  ]);
  return {
    rows,
    lines: rows.map((row) => ({
      id: idFromUuid('orderLine', row.id),
      number: row.number,
      kind: row.kind,
      kitLine: row.kit_line,
      sku: skuOf(row.sku_id),
      counts: countsOf(row),
    })),
    reservations: reservations.map(reservationOf),
    work: work.map(workOf),
    parcels: parcels.map(parcelOf),
  };
}

/** Only the counts: changes are added to every one of them. */
function countsOf(row: OrderLineRow) {
  const { ordered, canceled, unpromised, backordered, reserved, allocated } = row;
  const { picked, packed, shipped, delivered, returned, overshipped } = row;
  return {
    ...{ ordered, canceled, unpromised, backordered, reserved, allocated },
    ...{ picked, packed, shipped, delivered, returned, overshipped },
  };
}

function reservationOf(row: OrderReservationRow): OrderUnits['reservations'][number] {
  return {
    id: idFromUuid('reservation', row.id),
    line: row.line_number,
    sku: idFromUuid('sku', row.sku_id),
    location: idFromUuid('location', row.location_id),
    quantity: row.quantity,
    fulfillmentOrder:
      row.fulfillment_order_id === null
        ? null
        : idFromUuid('fulfillmentOrder', row.fulfillment_order_id),
  };
}

function workOf(row: WorkLineRow): OrderUnits['work'][number] {
  const { quantity, allocated, picked, packed, shipped, canceled, short, overshipped } = row;
  return {
    fulfillmentOrder: idFromUuid('fulfillmentOrder', row.fulfillment_order_id),
    location: idFromUuid('location', row.location_id),
    line: row.line_number,
    sku: skuOf(row.sku_id),
    counts: { quantity, allocated, picked, packed, shipped, canceled, short, overshipped },
  };
}

function parcelOf(row: ParcelLineRow): OrderUnits['parcels'][number] {
  return {
    parcel: idFromUuid('parcel', row.parcel_id),
    fulfillmentOrder: idFromUuid('fulfillmentOrder', row.fulfillment_order_id),
    location: idFromUuid('location', row.location_id),
    line: row.line_number,
    sku: skuOf(row.sku_id),
    quantity: row.quantity,
    canceled: row.canceled,
    shipped: row.shipped,
  };
}

function skuOf(uuid: string | null) {
  return uuid === null ? null : idFromUuid('sku', uuid);
}
