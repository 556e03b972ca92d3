// Reads what a page of exceptions is about, for all of them at once: names, and affected lines.

import type { AffectedLine } from '@doorstep/core/exceptions/suggested-fix.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import {
  type AffectedLineRow,
  type NameRow,
  type PromisedRow,
  selectAffectedLines,
  selectLastPromised,
  selectNames,
} from './facts.sql.ts';
import type { ExceptionRow } from './sql.ts';

export interface PageFacts {
  /** Undefined when there is no such row. */
  name(kind: NameRow['kind'], id: string): string | null | undefined;
  linesOf(row: ExceptionRow): readonly AffectedLine[];
}

export async function readFacts(tx: Tx, rows: readonly ExceptionRow[]): Promise<PageFacts> {
  const open = rows.filter((row) => row.status !== 'closed');
  const orders = present(open.filter(waitsForLines).map((row) => row.order_id));
  const levels = open
    .filter((row) => row.type === 'stock-below-promised')
    .map((row) => ({ sku: row.sku_id, location: row.location_id }));
  const [names, lines, promised] = await Promise.all([
    tx.rows(selectNames, [
      present(rows.map((row) => row.order_id)),
      present(rows.map((row) => row.sku_id)),
      present(rows.map((row) => row.location_id)),
      present(rows.map((row) => row.parcel_id)),
      present(rows.map((row) => row.payment_id)),
      present(rows.map((row) => row.return_id)),
      present(rows.map((row) => row.webhook_endpoint_id)),
      present(rows.map((row) => row.owner)),
    ]),
    orders.length === 0 ? [] : tx.rows(selectAffectedLines, [orders]),
    levels.length === 0 ? [] : tx.rows(selectLastPromised, [JSON.stringify(levels)]),
  ]);
  const nameOf = new Map(names.map((row) => [`${row.kind} ${row.id}`, row.name]));
  return {
    name: (kind, id) => nameOf.get(`${kind} ${id}`),
    linesOf: (row) =>
      row.type === 'stock-below-promised'
        ? whoGoesWithout(row, promised)
        : lines.filter((line) => isAffected(row, line)).map((line) => affected(row, line)),
  };
}

function waitsForLines({ type }: ExceptionRow): boolean {
  return type === 'cannot-source' || type === 'unknown-sku' || type === 'shipped-beyond-asked';
}

function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

/** A cause ends with the number of its line, where it is about one. */
function isAffected(row: ExceptionRow, line: AffectedLineRow): boolean {
  if (line.order_id !== row.order_id) return false;
  const [, number] = row.cause.split(' ');
  if (number !== undefined && /^\d+$/.test(number) && Number(number) !== line.number) return false;
  if (row.type === 'shipped-beyond-asked') return line.overshipped > 0;
  return line.unpromised > 0 && line.is_known === (row.type === 'cannot-source');
}

function affected(row: ExceptionRow, line: AffectedLineRow): AffectedLine {
  const quantity = row.type === 'shipped-beyond-asked' ? line.overshipped : line.unpromised;
  return affectedLine({ ...line, quantity });
}

/** The newest promises, until what is missing is covered. */
function whoGoesWithout(row: ExceptionRow, promised: readonly PromisedRow[]): AffectedLine[] {
  let missing = typeof row.data['unitsShort'] === 'number' ? row.data['unitsShort'] : 0;
  const lines: AffectedLine[] = [];
  for (const one of promised) {
    if (one.sku_id !== row.sku_id || one.location_id !== row.location_id || missing <= 0) continue;
    const quantity = Math.min(missing, one.quantity);
    lines.push(affectedLine({ ...one, quantity }));
    missing -= quantity;
  }
  return lines;
}

function affectedLine(
  row: Pick<PromisedRow, 'order_id' | 'order_number' | 'line_id' | 'sku_code' | 'title'> & {
    readonly quantity: number;
  },
): AffectedLine {
  return {
    order: idFromUuid('order', row.order_id),
    orderNumber: row.order_number,
    line: idFromUuid('orderLine', row.line_id),
    sku: row.sku_code,
    title: row.title,
    quantity: row.quantity,
  };
}
