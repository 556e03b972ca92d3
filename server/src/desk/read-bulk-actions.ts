// Bulk actions as people see them, and what came of each order.

import type {
  BulkActionAnswer,
  listBulkActionOrders as operation,
} from '@doorstep/contract/bulk-actions.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { type BulkActionId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import {
  type BulkRow,
  listBulkOrders,
  listBulkOrdersByOutcome,
  listBulks,
  selectBulk,
} from './bulk.sql.ts';

export async function readBulkAction(
  tx: Tx,
  bulk: BulkActionId,
): Promise<BulkActionAnswer | Refusal> {
  const row = await tx.row(selectBulk, [uuidOf(bulk)]);
  return row === undefined ? bulkNotFound(bulk) : presentBulk(row);
}

export function readBulkActions(
  tx: Tx,
  request: ListRequest,
): Promise<Page<BulkActionAnswer> | Refusal> {
  return pageById(request, (before, limit) => tx.rows(listBulks, [before, limit]), presentBulk);
}

const BEFORE_ALL = '0'.repeat(32);
const LIMIT_DEFAULT = 50;

export async function readBulkOrders(
  tx: Tx,
  bulk: BulkActionId,
  { limit = LIMIT_DEFAULT, cursor, outcome }: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const after = decodeCursor(cursor, [UUID_PART]);
  if (isRefusal(after)) return after;
  const known = await readBulkAction(tx, bulk);
  if (isRefusal(known)) return known;
  const params = [uuidOf(bulk), after?.[0] ?? BEFORE_ALL, limit + 1];
  const rows =
    outcome === undefined
      ? await tx.rows(listBulkOrders, params)
      : await tx.rows(listBulkOrdersByOutcome, [...params, outcome]);
  return pageOf(
    rows,
    limit,
    (row) => ({
      order: idFromUuid('order', row.order_id),
      number: row.number,
      outcome: row.outcome,
      reason: row.reason,
      detail: row.detail,
    }),
    (row) => [row.order_id.replaceAll('-', '')],
  );
}

export function bulkNotFound(bulk: BulkActionId): Refusal {
  return refuse('not-found', `There is no bulk action ${bulk}.`);
}

export function presentBulk(row: BulkRow): BulkActionAnswer {
  return {
    id: idFromUuid('bulkAction', row.id),
    action: row.action,
    state: row.state,
    orders: row.orders,
    eligible: row.eligible,
    done: row.done,
    skipped: row.skipped,
    failed: row.failed,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    startedBy: row.started_by,
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
