// How long work took from stage to stage, read from counts of durations.

import type { reportStages as operation } from '@doorstep/contract/flow-reports.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { FLOW_STAGES, type FlowStage, quantileSeconds } from '@doorstep/core/analytics/flow.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectFlowProgress } from './flow.sql.ts';
import { type FlowQuestion, flowQuestion } from './flow-question.ts';
import {
  type StageCountRow,
  stagesByDay,
  stagesByMember,
  stagesByMonth,
  stagesOfMember,
} from './flow-reports.sql.ts';
import { nameMembers } from './name-members.ts';

type Query = QueryOf<typeof operation>;

export async function reportStages(
  tx: Tx,
  query: Query,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const question = await flowQuestion(tx, query);
  if (isRefusal(question)) return question;
  const [progress, counts] = await Promise.all([
    tx.row(selectFlowProgress),
    readCounts(tx, query, question),
  ]);
  const keyOf = (row: StageCountRow): string => (query.by === 'stage' ? '' : row.key);
  const groups = Map.groupBy(counts, (row) => `${row.stage}\n${keyOf(row)}`);
  const rows = [...groups].map(([name, group]) => {
    const [stage = '', key = ''] = name.split('\n');
    return { stage: stage as FlowStage, key, counts: countsOf(group) };
  });
  const names = await nameMembers(
    tx,
    query.by,
    rows.map(({ key }) => key),
  );
  return {
    timeZone: progress?.time_zone ?? 'UTC',
    asOf: { position: Number(progress?.position ?? 0), behind: Number(progress?.behind ?? 0) },
    rows: rows
      .sort((a, b) => placeOf(a.stage) - placeOf(b.stage) || (a.key < b.key ? -1 : 1))
      .map(({ stage, key, counts: all }) => ({
        stage,
        ...names(key),
        reached: [...all.values()].reduce((sum, count) => sum + count, 0),
        medianSeconds: quantileSeconds(all, 0.5) ?? 0,
        p90Seconds: quantileSeconds(all, 0.9) ?? 0,
      })),
  };
}

function readCounts(tx: Tx, { by, stage }: Query, question: FlowQuestion) {
  const { dimension, member, stretches } = question;
  const asked = [dimension, ...stretches, stage === undefined ? FLOW_STAGES : [stage]];
  if (member === null) return tx.rows(stagesByMember, asked);
  if (by === 'day') return tx.rows(stagesByDay, [...asked, member]);
  if (by === 'month') return tx.rows(stagesByMonth, [...asked, member]);
  return tx.rows(stagesOfMember, [...asked, member]);
}

function countsOf(rows: readonly StageCountRow[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { bucket, reached } of rows)
    counts.set(bucket, (counts.get(bucket) ?? 0) + Number(reached));
  return counts;
}

function placeOf(stage: FlowStage): number {
  return FLOW_STAGES.indexOf(stage);
}
