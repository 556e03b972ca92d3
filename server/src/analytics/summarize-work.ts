// The numbers of the control tower: what waits where, since when, and what is late.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { summarizeWork as operation } from '@doorstep/contract/work.ts';
import { allows, type Scope } from '@doorstep/core/access/scope.ts';
import { STAGE_SCOPES, WORK_STAGES } from '@doorstep/core/analytics/work-stages.ts';
import type { PromiseRisk } from '@doorstep/core/orders/promise-risk.ts';
import type { Tx } from '../db/transaction.ts';
import { selectShapes } from '../desk/find.sql.ts';
import { riskDates } from '../desk/risk-dates.ts';
import {
  countDue,
  countRisky,
  countStages,
  type LocationWorkRow,
  sumWorkByLocation,
} from './work.sql.ts';

const COUNT_MAX = 10_000;
const SOON_HOURS = 2;
const HOUR_MS = 3_600_000;
const EVER = new Date(0);

export async function summarizeWork(
  tx: Tx,
  { scopes, now }: { readonly scopes: readonly Scope[]; readonly now: Date },
): Promise<AnswerOf<typeof operation>> {
  const stages = WORK_STAGES.filter((stage) => allows(scopes, STAGE_SCOPES[stage]));
  const soonAt = new Date(now.getTime() + SOON_HOURS * HOUR_MS);
  const mayFulfill = allows(scopes, 'fulfillment:read');
  const counting = async (from: Date, before: Date): Promise<number> =>
    mayFulfill ? ((await tx.row(countDue, [COUNT_MAX, from, before]))?.due ?? 0) : 0;
  const shapes = await tx.rows(selectShapes);
  const risking = async (risk: PromiseRisk): Promise<number> => {
    const { shapes: risky, from, to } = riskDates(shapes, [risk], now);
    return (await tx.row(countRisky, [COUNT_MAX, risky, from, to]))?.orders ?? 0;
  };
  const [counted, locations, overdue, soon, late, atRisk] = await Promise.all([
    tx.rows(countStages, [COUNT_MAX, stages]),
    mayFulfill ? tx.rows(sumWorkByLocation, [COUNT_MAX, now]) : [],
    counting(EVER, now),
    counting(now, soonAt),
    risking('late'),
    risking('at-risk'),
  ]);
  return {
    stages: stages.map((stage) => {
      const row = counted.find((one) => one.stage === stage);
      return {
        stage,
        count: row?.count ?? 0,
        oldestAt: row?.oldest_at?.toISOString() ?? null,
      };
    }),
    locations: locations.map(presentLocation),
    due: { overdue, soon, soonHours: SOON_HOURS },
    promised: { late, atRisk },
    countMax: COUNT_MAX,
  };
}

function presentLocation(row: LocationWorkRow) {
  return {
    location: row.location,
    toPick: row.to_pick,
    toPack: row.to_pack,
    toShip: row.to_ship,
    overdue: row.overdue,
    nextDueAt: row.next_due_at?.toISOString() ?? null,
  };
}
