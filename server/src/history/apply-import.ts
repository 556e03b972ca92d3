// Has a dry run applied: all is decided once more, for the shop may have changed since.

import type { ImportAnswer } from '@doorstep/contract/imports.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findImport } from './find-import.ts';
import { beginApplying, lockImport } from './imports.sql.ts';
import { presentImport } from './present-import.ts';
import { forgetDecisions } from './rows.sql.ts';

/** @returns refusal: `import-not-ready` */
export async function applyImport(
  tx: CommandTx,
  reference: string,
): Promise<ImportAnswer | Refusal> {
  const found = await findImport(tx, reference, lockImport);
  if (isRefusal(found)) return found;
  if (found.state !== 'ready')
    return refuse('import-not-ready', `The import is ${found.state}.`, { state: found.state });
  await tx.run(forgetDecisions, [found.id]);
  const row = await tx.row(beginApplying, [found.id, tx.now]);
  if (row === undefined) throw new Error('a locked import is gone');
  return presentImport(row);
}
