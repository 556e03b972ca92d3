// How long what is kept, and what was erased.

import type { RetentionRuleAnswer, RetentionRunAnswer } from '@doorstep/contract/retention.ts';
import {
  KEEP_DAYS,
  RETENTION_KINDS,
  type RetentionKind,
} from '@doorstep/core/settings/retention.ts';
import type { Tx } from '../db/transaction.ts';
import { type RuleRow, selectRules, selectRuns } from './sql.ts';

export async function readRetention(
  tx: Tx,
): Promise<{ rules: RetentionRuleAnswer[]; runs: RetentionRunAnswer[] }> {
  const [rows, runs] = await Promise.all([tx.rows(selectRules), tx.rows(selectRuns)]);
  return {
    rules: RETENTION_KINDS.map((kind) =>
      presentRule(
        kind,
        rows.find((row) => row.kind === kind),
      ),
    ),
    runs: runs.map(({ kind, before, erased, started_at, finished_at }) => ({
      kind,
      before: before.toISOString(),
      erased,
      startedAt: started_at.toISOString(),
      finishedAt: finished_at?.toISOString() ?? null,
    })),
  };
}

export function presentRule(kind: RetentionKind, row: RuleRow | undefined): RetentionRuleAnswer {
  const { min, max, usual } = KEEP_DAYS[kind];
  return {
    kind,
    keepDays: row?.keep_days ?? usual,
    on: row?.is_on ?? false,
    nextRunAt: row?.next_run_at?.toISOString() ?? null,
    keepDaysMin: min,
    keepDaysMax: max,
    version: row?.version ?? 0,
  };
}
