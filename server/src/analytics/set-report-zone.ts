// Says whose days reports count in. All sums are made anew, for a sale of one day is then one of another.

import type { setReportZone as operation } from '@doorstep/contract/flow-reports.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { isTimeZone } from '@doorstep/core/time-zone.ts';
import type { CommandTx } from '../db/run-command.ts';
import { beginFlowRebuild, EMPTY_FLOW, ensureFlow, lockFlow } from './flow.sql.ts';

/** @returns refusal: `time-zone-unknown` */
export async function setReportZone(
  tx: CommandTx,
  { timeZone }: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  if (!isTimeZone(timeZone))
    return refuse('time-zone-unknown', `There is no time zone ${timeZone}.`);
  await tx.run(ensureFlow);
  const flow = await tx.row(lockFlow);
  if (flow?.time_zone !== timeZone) {
    for (const empty of EMPTY_FLOW) await tx.run(empty);
    await tx.run(beginFlowRebuild, [timeZone]);
  }
  return { timeZone };
}
