// Whether the provider knows of all that the ledger says: a page of the ledger of the period that its
// statement covers. What happened just before its end may be on its way still.

import type { CommandTx } from '../db/run-command.ts';
import { type LedgerPageRow, listLedgerPage } from './lines.sql.ts';
import type { StatementRow } from './statements.sql.ts';
import { type NewDifference, writeDifferences } from './write-differences.ts';

const TOGETHER = 500;
const NO_ID = '0'.repeat(32);

export interface Checked {
  readonly differences: number;
  /** Where to go on; null: that was all. */
  readonly place: string | null;
}

export async function checkLedger(
  tx: CommandTx,
  { connection_id: connection, from_at: from, to_at: to, place }: StatementRow,
  lagMs: number,
): Promise<Checked> {
  if (from === null || to === null) return { differences: 0, place: null };
  const [at = from.toISOString(), id = NO_ID] = place === null ? [] : place.split('|');
  // The beginning of the period belongs to it.
  const after = place === null ? new Date(from.getTime() - 1) : new Date(at);
  const rows = await tx.rows(listLedgerPage, [connection, after, id, to, TOGETHER]);
  const settledBy = to.getTime() - lagMs;
  const missing = rows
    .filter(({ is_meant }) => is_meant)
    .map((row) => differenceOf(row, settledBy));
  const differences = await writeDifferences(tx, connection, missing);
  const last = rows.length < TOGETHER ? undefined : rows.at(-1);
  return {
    differences,
    place: last === undefined ? null : `${last.occurred_at.toISOString()}|${last.id}`,
  };
}

function differenceOf(row: LedgerPageRow, settledBy: number): NewDifference {
  return {
    subject: 'entry',
    subjectId: row.id,
    cause: row.occurred_at.getTime() > settledBy ? 'timing' : 'missing-at-provider',
    kind: row.kind,
    reference: row.reference,
    payment: row.payment_id,
    order: row.order_id,
    ledger: { amountMinor: row.amount_minor, currency: row.currency },
    provider: null,
    occurredAt: row.occurred_at,
  };
}
