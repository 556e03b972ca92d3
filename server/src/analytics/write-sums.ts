import { type RowsStatement, writeRows } from '../db/row-set.ts';
import type { Tx } from '../db/transaction.ts';

/** Rows of one statement. */
const ROWS_MAX = 10_000;

export type SumsStatement = RowsStatement<object>;

export async function writeSums(
  tx: Tx,
  sql: SumsStatement,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_MAX)
    await writeRows(tx, sql, rows.slice(from, from + ROWS_MAX));
}
