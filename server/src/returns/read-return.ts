// A return as people see it.

import type { ReturnAnswer, ReturnSummary } from '@doorstep/contract/returns.ts';
import { idFromUuid, type ReturnId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import {
  type ReturnItemRow,
  type ReturnLineRow,
  type ReturnRow,
  selectReturn,
  selectReturnItems,
  selectReturnLines,
} from './sql.ts';

export async function readReturn(tx: Tx, id: ReturnId): Promise<ReturnAnswer | Refusal> {
  const [row, lines, items] = await Promise.all([
    tx.row(selectReturn, [uuidOf(id)]),
    tx.rows(selectReturnLines, [uuidOf(id)]),
    tx.rows(selectReturnItems, [uuidOf(id)]),
  ]);
  if (row === undefined) return returnNotFound(id);
  return {
    ...presentSummary(row),
    note: row.note,
    createdBy: row.created_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    declineNote: row.decline_note,
    names: await nameActors(tx, [
      row.created_by,
      row.decided_by,
      ...items.map((item) => item.received_by),
    ]),
    lines: lines.map(presentLine),
    items: items.map(presentItem),
  };
}

export function returnNotFound(id: ReturnId): Refusal {
  return refuse('not-found', `There is no return ${id}.`);
}

export function presentSummary(row: ReturnRow): ReturnSummary {
  return {
    id: idFromUuid('return', row.id),
    number: String(row.number),
    order: row.order_id === null ? null : idFromUuid('order', row.order_id),
    orderNumber: row.order_number === null ? null : String(row.order_number),
    status: row.status,
    decision: row.decision,
    wish: row.wish,
    reasons: [...new Set(row.reasons)].sort(),
    location: row.location,
    trackingNumber: row.tracking_number,
    requested: row.requested,
    received: row.received,
    unexpected: row.unexpected,
    grantedMinor: Number(row.granted_minor),
    currency: row.currency,
    createdAt: row.created_at.toISOString(),
    receivedAt: row.received_at?.toISOString() ?? null,
    canceledAt: row.canceled_at?.toISOString() ?? null,
  };
}

function presentLine(row: ReturnLineRow): ReturnAnswer['lines'][number] {
  return {
    line: row.line,
    id: idFromUuid('orderLine', row.id),
    sku: row.sku_code,
    reason: row.reason,
    requested: row.requested,
    received: row.received,
    beyondShipped: row.beyond_shipped,
    refunded: row.refunded,
  };
}

function presentItem(row: ReturnItemRow): ReturnAnswer['items'][number] {
  return {
    id: idFromUuid('returnItem', row.id),
    line: row.line_number,
    sku: row.sku,
    label: row.label,
    quantity: row.quantity,
    condition: row.condition,
    disposition: row.disposition,
    location: row.location,
    note: row.note,
    receivedAt: row.received_at.toISOString(),
    receivedBy: row.received_by,
  };
}
