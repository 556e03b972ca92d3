// What an import has to say of its rows and documents, a page at a time.

import type * as contract from '@doorstep/contract/imports.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { ID_PREFIXES } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { findImport } from './find-import.ts';
import { selectImports } from './imports.sql.ts';
import { presentImport } from './present-import.ts';
import {
  type DocumentRow,
  type SaidRow,
  selectAllRows,
  selectDocuments,
  selectSaidRows,
} from './rows.sql.ts';

const NUMBER_PART = /^\d{1,15}$/;

export async function listImports(
  tx: Tx,
  query: QueryOf<typeof contract.listImports>,
): Promise<AnswerOf<typeof contract.listImports> | Refusal> {
  const before = decodeCursor(query.cursor, [UUID_PART]);
  if (isRefusal(before)) return before;
  const limit = query.limit ?? 50;
  const rows = await tx.rows(selectImports, [before?.[0] ?? 'f'.repeat(32), limit + 1]);
  return pageOf(rows, limit, presentImport, (row) => [row.id.replaceAll('-', '')]);
}

export async function listImportRows(
  tx: Tx,
  reference: string,
  query: QueryOf<typeof contract.listImportRows>,
): Promise<AnswerOf<typeof contract.listImportRows> | Refusal> {
  const found = await findImport(tx, reference);
  if (isRefusal(found)) return found;
  const after = decodeCursor(query.cursor, [NUMBER_PART]);
  if (isRefusal(after)) return after;
  const limit = query.limit ?? 50;
  const which = query.all === true ? selectAllRows : selectSaidRows;
  const rows = await tx.rows(which, [found.id, after?.[0] ?? 0, limit + 1]);
  return pageOf(rows, limit, presentRow, (row) => [String(row.number)]);
}

type RowAnswer = AnswerOf<typeof contract.listImportRows>['items'][number];

function presentRow(row: SaidRow): RowAnswer {
  return {
    row: Number(row.number),
    line: Number(row.line),
    document: row.document_key,
    problems: (row.problems ?? []) as RowAnswer['problems'],
    warnings: (row.warnings ?? []) as RowAnswer['warnings'],
    raw: row.raw,
  };
}

export async function listImportDocuments(
  tx: Tx,
  reference: string,
  query: QueryOf<typeof contract.listImportDocuments>,
): Promise<AnswerOf<typeof contract.listImportDocuments> | Refusal> {
  const found = await findImport(tx, reference);
  if (isRefusal(found)) return found;
  const after = decodeCursor(query.cursor, [NUMBER_PART]);
  if (isRefusal(after)) return after;
  const limit = query.limit ?? 50;
  const rows = await tx.rows(selectDocuments, [
    found.id,
    after?.[0] ?? 0,
    limit + 1,
    query.outcome ?? null,
  ]);
  return pageOf(rows, limit, presentDocument, (row) => [String(row.place)]);
}

const ENTITY_KINDS = {
  order: 'order',
  credit: 'pastDocument',
  adjustment: 'pastDocument',
  'write-off': 'pastDocument',
  product: 'sku',
  customer: 'customer',
  location: 'location',
} as const;

function presentDocument(
  row: DocumentRow,
): AnswerOf<typeof contract.listImportDocuments>['items'][number] {
  const kind = ENTITY_KINDS[row.kind as keyof typeof ENTITY_KINDS];
  return {
    place: Number(row.place),
    key: row.key,
    firstRow: Number(row.first_row),
    rows: row.row_count,
    kind: row.kind,
    outcome: row.outcome as 'create' | null,
    reason: row.reason,
    entity:
      row.entity_id === null || kind === undefined
        ? null
        : `${ID_PREFIXES[kind]}_${row.entity_id.replaceAll('-', '')}`,
    undo: row.undo_outcome === null ? null : { outcome: row.undo_outcome, reason: row.undo_reason },
  };
}
