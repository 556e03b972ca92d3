// Writes the switches of a drop: begun, paused, stopped, closed.

import type { Tx } from '../db/transaction.ts';
import { type DropRow, updateSwitches } from './sql.ts';

type Switches = Partial<Pick<DropRow, 'started_at' | 'paused_at' | 'stopped_at' | 'closed_at'>>;

/** The drop must be locked. */
export async function switchDrop(tx: Tx, row: DropRow, switches: Switches): Promise<void> {
  const { id, started_at, paused_at, stopped_at, closed_at } = { ...row, ...switches };
  await tx.run(updateSwitches, [id, started_at, paused_at, stopped_at, closed_at]);
}
