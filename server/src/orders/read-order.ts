// An order as people see it, whole.

import type { OrderAnswer, OrderSummary } from '@doorstep/contract/orders.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { findOrder, orderNotFound } from './find-order.ts';
import { selectHolds, selectNotes, selectTags } from './notes.sql.ts';
import { presentHold } from './present-hold.ts';
import { actorsOfNote, presentNote } from './present-note.ts';
import {
  type CancellationRow,
  type OrderLineRow,
  type OrderReservationRow,
  type OrderRow,
  selectAdjustments,
  selectCancellations,
  selectCharges,
  selectContact,
  selectDropOfOrder,
  selectOrder,
  selectOrderLines,
  selectOrderReservations,
} from './sql.ts';

export async function readOrder(tx: Tx, reference: string): Promise<OrderAnswer | Refusal> {
  const id = await findOrder(tx, reference);
  return isRefusal(id) ? id : readOrderById(tx, id);
}

export async function readOrderById(tx: Tx, order: OrderId): Promise<OrderAnswer | Refusal> {
  const id = [uuidOf(order)];
  const [row, lines, reservations, details] = await Promise.all([
    tx.row(selectOrder, id),
    tx.rows(selectOrderLines, id),
    tx.rows(selectOrderReservations, id),
    readDetails(tx, id),
  ]);
  if (row === undefined) return orderNotFound(order);
  return {
    ...presentSummary(row),
    stockPolicy: row.stock_policy,
    splitPolicy: row.split_policy,
    totals: {
      currency: row.currency,
      pricesIncludeTax: row.prices_include_tax,
      itemsMinor: Number(row.items_minor),
      shippingMinor: Number(row.shipping_minor),
      discountMinor: Number(row.discount_minor),
      taxMinor: Number(row.tax_minor),
      totalMinor: Number(row.total_minor),
    },
    lines: lines.map((line) => presentLine(line, reservations)),
    ...details,
    customFields: row.custom_fields,
  };
}

export function presentSummary(row: OrderRow): OrderSummary {
  return {
    id: idFromUuid('order', row.id),
    number: String(row.number),
    channel: row.channel,
    externalId: row.external_id,
    customer: row.customer_id === null ? null : idFromUuid('customer', row.customer_id),
    status: row.status,
    fulfillmentStatus: row.fulfillment_status,
    stockStatus: row.stock_status,
    returnStatus: row.return_status,
    paymentStatus: row.payment_status,
    currency: row.currency,
    totalMinor: Number(row.total_minor),
    canceledMinor: Number(row.canceled_minor),
    grantedMinor: Number(row.granted_minor),
    units: row.ordered,
    placedAt: row.placed_at.toISOString(),
    shipBy: row.ship_by?.toISOString() ?? null,
    promisedBy: row.promised_by,
    deliverBy: row.deliver_by?.toISOString() ?? null,
    capturedAt: row.captured_at.toISOString(),
    importedAt: row.imported_at?.toISOString() ?? null,
    destinationCountry: row.destination_country,
    version: row.version,
  };
}

type Details = Pick<
  OrderAnswer,
  | 'charges'
  | 'adjustments'
  | 'holds'
  | 'tags'
  | 'notes'
  | 'cancellations'
  | 'contact'
  | 'drop'
  | 'names'
>;

async function readDetails(tx: Tx, id: readonly string[]): Promise<Details> {
  const [charges, adjustments, holds, tags, notes, cancellations, contact, drop] =
    await Promise.all([
      tx.rows(selectCharges, id),
      tx.rows(selectAdjustments, id),
      tx.rows(selectHolds, id),
      tx.rows(selectTags, id),
      tx.rows(selectNotes, id),
      tx.rows(selectCancellations, id),
      tx.row(selectContact, id),
      tx.row(selectDropOfOrder, id),
    ]);
  const names = await nameActors(tx, [
    ...holds.flatMap((hold) => [hold.owner, hold.released_by]),
    ...notes.flatMap(actorsOfNote),
    ...cancellations.map((one) => one.canceled_by),
  ]);
  return {
    charges: charges.map((charge) => ({
      number: charge.number,
      kind: charge.kind,
      title: charge.title,
      amountMinor: Number(charge.amount_minor),
      payableMinor: Number(charge.payable_minor),
    })),
    adjustments: adjustments.map((one) => ({
      kind: one.kind,
      line: one.line_number,
      charge: one.charge_number,
      name: one.name,
      code: one.code,
      rate: one.rate,
      amountMinor: Number(one.amount_minor),
    })),
    holds: holds.map(presentHold),
    tags: tags.map(({ tag }) => tag),
    notes: notes.map((note) => presentNote(note, names)),
    cancellations: cancellations.map(presentCancellation),
    contact: {
      email: contact?.email ?? null,
      phone: contact?.phone ?? null,
      name: contact?.name ?? null,
      shippingAddress: contact?.shipping_address ?? null,
      billingAddress: contact?.billing_address ?? null,
    },
    drop: drop === undefined ? null : { id: idFromUuid('drop', drop.id), name: drop.name },
    names,
  };
}

function presentLine(
  line: OrderLineRow,
  reservations: readonly OrderReservationRow[],
): OrderAnswer['lines'][number] {
  const { ordered, canceled, unpromised, backordered, reserved, allocated } = line;
  const { picked, packed, shipped, delivered, returned, overshipped } = line;
  return {
    id: idFromUuid('orderLine', line.id),
    number: line.number,
    kind: line.kind,
    kitLine: line.kit_line,
    externalId: line.external_id,
    sku: line.sku_code,
    skuId: line.sku_id === null ? null : idFromUuid('sku', line.sku_id),
    title: line.title,
    unitPrice: line.unit_price,
    amountMinor: Number(line.amount_minor),
    payableMinor: Number(line.payable_minor),
    ...{ ordered, canceled, unpromised, backordered, reserved, allocated },
    ...{ picked, packed, shipped, delivered, returned, overshipped },
    reservations: reservations
      .filter((one) => one.line_number === line.number)
      .map((one) => ({
        id: idFromUuid('reservation', one.id),
        location: one.location,
        quantity: one.quantity,
      })),
  };
}

function presentCancellation(row: CancellationRow): OrderAnswer['cancellations'][number] {
  return {
    id: idFromUuid('cancellation', row.id),
    reason: row.reason,
    note: row.note,
    amountMinor: Number(row.amount_minor),
    shippingMinor: Number(row.shipping_minor),
    lines: row.lines,
    canceledBy: row.canceled_by,
    canceledAt: row.canceled_at.toISOString(),
  };
}
