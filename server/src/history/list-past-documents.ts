// Credits, adjustments and write-offs of the past, newest first.

import type { listPastDocuments as operation } from '@doorstep/contract/imports.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { findOrder, isOrder, orderNotFound } from '../orders/find-order.ts';
import {
  listPastDocuments as listAll,
  listPastDocumentsOfOrder,
  type PastDocumentLineRow,
  type PastDocumentRow,
  selectPastDocumentLines,
} from './past-documents.sql.ts';

type Answer = AnswerOf<typeof operation>;

export async function listPastDocuments(
  tx: Tx,
  query: QueryOf<typeof operation>,
): Promise<Answer | Refusal> {
  const before = decodeCursor(query.cursor, [UUID_PART]);
  if (isRefusal(before)) return before;
  const limit = query.limit ?? 50;
  const page = [before?.[0] ?? 'f'.repeat(32), limit + 1];
  const rows = await rowsOf(tx, page, query.order);
  if (isRefusal(rows)) return rows;
  const lines = Map.groupBy(
    await tx.rows(selectPastDocumentLines, [rows.map((row) => row.id)]),
    (line) => line.document_id,
  );
  return pageOf(
    rows,
    limit,
    (row) => present(row, lines.get(row.id) ?? []),
    (row) => [row.id.replaceAll('-', '')],
  );
}

async function rowsOf(
  tx: Tx,
  page: readonly unknown[],
  reference: string | undefined,
): Promise<PastDocumentRow[] | Refusal> {
  if (reference === undefined) return tx.rows(listAll, page);
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  const rows = await tx.rows(listPastDocumentsOfOrder, [...page, uuidOf(order)]);
  return rows.length > 0 || (await isOrder(tx, order)) ? rows : orderNotFound(reference);
}

function present(
  row: PastDocumentRow,
  lines: readonly PastDocumentLineRow[],
): Answer['items'][number] {
  return {
    id: idFromUuid('pastDocument', row.id),
    kind: row.kind,
    channel: row.channel,
    externalId: row.external_id,
    customer: row.customer_id === null ? null : idFromUuid('customer', row.customer_id),
    country: row.country,
    currency: row.currency,
    totalMinor: Number(row.total_minor),
    reason: row.reason,
    issuedAt: row.issued_at.toISOString(),
    lines: lines.map((line) => ({
      sku: line.sku_code,
      title: line.title,
      quantity: line.quantity,
      unitPrice: line.unit_price,
      amountMinor: Number(line.amount_minor),
      order: line.order_id === null ? null : idFromUuid('order', line.order_id),
      orderLine: line.order_line,
    })),
  };
}
