// Stops an import. What it wrote stays: each order of it is whole.

import type { ImportAnswer } from '@doorstep/contract/imports.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findImport } from './find-import.ts';
import { deleteChunks, lockImport, setState } from './imports.sql.ts';
import { presentImport } from './present-import.ts';

const ENDED = new Set(['done', 'failed', 'canceled', 'undone']);

/** @returns refusal: `import-ended` */
export async function cancelImport(
  tx: CommandTx,
  reference: string,
): Promise<ImportAnswer | Refusal> {
  const found = await findImport(tx, reference, lockImport);
  if (isRefusal(found)) return found;
  if (ENDED.has(found.state))
    return refuse('import-ended', `The import is ${found.state}.`, { state: found.state });
  await tx.run(deleteChunks, [found.id]);
  const row = await tx.row(setState, [found.id, 'canceled', null, tx.now]);
  if (row === undefined) throw new Error('a locked import is gone');
  return presentImport(row);
}
