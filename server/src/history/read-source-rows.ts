// The rows of files that an imported order was made of, as they were.

import type { getSourceRows as operation } from '@doorstep/contract/imports.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { findOrder, isOrder, orderNotFound } from '../orders/find-order.ts';
import { selectSourceRows } from './rows.sql.ts';

/** An order has up to 2,000 lines; imported twice it has twice as many rows. */
const ROWS_MAX = 10_000;

export async function readSourceRows(
  tx: Tx,
  reference: string,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  const rows = await tx.rows(selectSourceRows, [uuidOf(order), ROWS_MAX]);
  if (rows.length === 0 && !(await isOrder(tx, order))) return orderNotFound(reference);
  return {
    items: rows.map(({ import_id, number, line, raw }) => ({
      import: idFromUuid('import', import_id),
      row: Number(number),
      line: Number(line),
      raw,
    })),
  };
}
