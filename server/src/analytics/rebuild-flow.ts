// Sums everything up anew after the days changed: a stretch of the log at a time, so that nobody waits
// for a long transaction. What came meanwhile is summed up as well: no round of the log adds it before.

import type { CommandTx } from '../db/run-command.ts';
import { selectHead } from '../log/sql.ts';
import { endFlowRebuild, lockFlow } from './flow.sql.ts';
import { sumUpFlow } from './sum-flow.ts';

const EVENTS_AT_ONCE = 10_000n;

/** @returns how many events were looked at: call again unless it is 0 */
export async function rebuildFlow(tx: CommandTx): Promise<number> {
  const flow = await tx.row(lockFlow);
  if (flow === undefined || flow.rebuild_to === null) return 0;
  const { position, time_zone: zone } = flow;
  // After the lock: a round that left its events to this one is behind it.
  const head = (await tx.row(selectHead))?.last_position ?? 0n;
  const next = position + EVENTS_AT_ONCE < head ? position + EVENTS_AT_ONCE : head;
  if (next > position) await sumUpFlow(tx, { after: position, through: next }, zone);
  if (next >= head) await tx.run(endFlowRebuild);
  return next > position ? Number(next - position) : 0;
}
