// Forgets deliveries whose time is over: 7 days after they arrived, 30 after they died.

import type { CommandTx } from '../db/run-command.ts';
import { deleteOldDeliveries } from './deliveries.sql.ts';

/** Deleted in one transaction. */
const FORGOTTEN_MAX = 2000;

/** @returns how many; call again while it is not 0 */
export function forgetDeliveries(tx: CommandTx): Promise<number> {
  return tx.run(deleteOldDeliveries, [tx.now, FORGOTTEN_MAX]);
}
