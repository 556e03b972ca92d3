// Orders placed, hour by hour, as the log tells.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { reportOrderHours as operation } from '@doorstep/contract/work.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectOrderHours } from './work.sql.ts';

const HOUR_MS = 3_600_000;
const HOURS_MAX = 400;

export async function reportOrderHours(
  tx: Tx,
  { from, to }: QueryOf<typeof operation>,
  now: Date,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const start = Math.floor(Date.parse(from) / HOUR_MS) * HOUR_MS;
  const end = to === undefined ? now.getTime() : Date.parse(to);
  if (end - start > HOURS_MAX * HOUR_MS)
    return refuse('validation-failed', `Ask for at most ${HOURS_MAX} hours.`);
  const rows = await tx.rows(selectOrderHours, [new Date(start), new Date(end)]);
  return {
    hours: rows.map(({ hour, orders }) => ({ hour: hour.toISOString(), orders: Number(orders) })),
  };
}
