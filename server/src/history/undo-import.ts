// Has what an import wrote taken back. The worker does it, a batch at a time.

import type { ImportAnswer } from '@doorstep/contract/imports.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findImport } from './find-import.ts';
import { beginUndo, lockImport } from './imports.sql.ts';
import { presentImport, type WhyNotUndoable, whyNotUndoable } from './present-import.ts';

const WORDS: Readonly<Record<WhyNotUndoable, string>> = {
  'orders-stay': 'Orders of the past stay: they have numbers, and reports count them.',
  'nothing-written': 'The import wrote nothing.',
  'at-work': 'The import is still at work: cancel it first.',
  'undone-before': 'The import was taken back before.',
};

/** @returns refusal: `import-not-undoable` */
export async function undoImport(
  tx: CommandTx,
  reference: string,
): Promise<ImportAnswer | Refusal> {
  const found = await findImport(tx, reference, lockImport);
  if (isRefusal(found)) return found;
  const why = whyNotUndoable(found);
  if (why !== null) return refuse('import-not-undoable', WORDS[why], { why });
  const row = await tx.row(beginUndo, [found.id, tx.now, actorText(tx.actor)]);
  if (row === undefined) throw new Error('a locked import is gone');
  return presentImport(row);
}
