// Looks at open differences once more: what was on its way may have come, and what was asked for is told
// by now.

import type { CommandTx } from '../db/run-command.ts';
import { listOpenLineDifferences } from './differences.sql.ts';
import { selectLinesById } from './lines.sql.ts';
import { type StatementOf, weighLines } from './weigh-lines.ts';

const TOGETHER = 200;
const NO_ID = '0'.repeat(32);

/** @returns where to go on; null: those were all */
export async function recallDifferences(
  tx: CommandTx,
  of: StatementOf,
  place: string | null,
): Promise<string | null> {
  const open = await tx.rows(listOpenLineDifferences, [of.connection, place ?? NO_ID, TOGETHER]);
  const lines = await tx.rows(selectLinesById, [open.map(({ subject_id }) => subject_id)]);
  await weighLines(tx, of, lines);
  return open.length < TOGETHER ? null : (open.at(-1)?.id ?? null);
}
