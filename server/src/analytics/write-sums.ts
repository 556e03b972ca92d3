import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';

/** Rows of one statement. */
const ROWS_MAX = 10_000;

/** @param sql takes its rows as a JSON array, $1 */
export async function writeSums(tx: Tx, sql: Statement, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_MAX)
    await tx.run(sql, [JSON.stringify(rows.slice(from, from + ROWS_MAX))]);
}
