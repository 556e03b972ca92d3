// The lines of an order as core decides returns on them. The order must be locked.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { ReturnableLine } from '@doorstep/core/returns/receipt.ts';
import type { Tx } from '../db/transaction.ts';
import { type OrderLineRow, selectOrderLines } from '../orders/sql.ts';

export interface ReturnableRows {
  readonly lines: readonly ReturnableLine[];
  readonly rows: readonly OrderLineRow[];
}

export async function readReturnableLines(tx: Tx, order: OrderId): Promise<ReturnableRows> {
  const rows = await tx.rows(selectOrderLines, [uuidOf(order)]);
  return { rows, lines: rows.map(lineOf) };
}

function lineOf(row: OrderLineRow): ReturnableLine {
  return {
    id: idFromUuid('orderLine', row.id),
    number: row.number,
    kind: row.kind,
    kitLine: row.kit_line,
    sku: row.sku_id === null ? null : idFromUuid('sku', row.sku_id),
    code: row.sku_code,
    counts: row,
  };
}
