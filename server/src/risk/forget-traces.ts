// Forgets what no rule looks at any more.

import type { CommandTx } from '../db/run-command.ts';
import { deleteOldTraces } from './sql.ts';

const DELETED_MAX = 1000;

/** @returns how many went; call again while it is not 0 */
export function forgetTraces(tx: CommandTx): Promise<number> {
  return tx.run(deleteOldTraces, [tx.now, DELETED_MAX]);
}
