// Sums everything up anew after the days changed: a stretch of the log at a time, so that nobody waits
// for a long transaction.

import type { CommandTx } from '../db/run-command.ts';
import { endFlowRebuild, lockFlow } from './flow.sql.ts';
import { sumFlow } from './sum-flow.ts';

const EVENTS_AT_ONCE = 10_000n;

/** @returns how many events were looked at: call again unless it is 0 */
export async function rebuildFlow(tx: CommandTx): Promise<number> {
  const flow = await tx.row(lockFlow);
  if (flow === undefined || flow.rebuild_to === null) return 0;
  const { position, rebuild_to: end } = flow;
  const next = position + EVENTS_AT_ONCE < end ? position + EVENTS_AT_ONCE : end;
  if (next > position) await sumFlow().write(tx, { after: next, through: next });
  if (next >= end) await tx.run(endFlowRebuild);
  return next > position ? Number(next - position) : 0;
}
