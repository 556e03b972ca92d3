// Statements with what they are given, made ready before they are sent: so what goes along with a
// commit cannot break on our side when the commit is on its way.

import type { RowsStatement } from './row-set.ts';
import type { Statement } from './statement.ts';
import type { Tx } from './transaction.ts';

export interface Prepared {
  readonly sql: Statement;
  readonly params: readonly unknown[];
}

/** None where there are no rows. */
export function preparedRows<Row>(
  sql: RowsStatement<Row>,
  rows: readonly Row[],
  ...more: readonly unknown[]
): Prepared[] {
  return rows.length === 0 ? [] : [{ sql, params: [...sql.rows.params(rows), ...more] }];
}

/** Sends them at once, in their order. */
export async function sendAll(tx: Tx, writes: readonly Prepared[]): Promise<void> {
  await Promise.all(writes.map(({ sql, params }) => tx.run(sql, params)));
}
