// Forgets files that were sent and never applied: whoever sent them changed their mind, and their
// rows name people.

import type { CommandTx } from '../db/run-command.ts';
import { deleteChunks, forgetCounts, selectForgotten, setState } from './imports.sql.ts';
import { deleteDocuments, deleteRows } from './rows.sql.ts';

const DAYS_KEPT = 7;
const DAY_MS = 86_400_000;

/** @returns how many were forgotten: one at a time, for a file may have a million rows */
export async function forgetDryRuns(tx: CommandTx): Promise<number> {
  const before = new Date(tx.now.getTime() - DAYS_KEPT * DAY_MS);
  const old = await tx.row(selectForgotten, [before]);
  if (old === undefined) return 0;
  await tx.run(deleteChunks, [old.id]);
  await tx.run(deleteRows, [old.id]);
  await tx.run(deleteDocuments, [old.id]);
  await tx.run(forgetCounts, [old.id]);
  await tx.run(setState, [old.id, 'canceled', null, tx.now]);
  return 1;
}
