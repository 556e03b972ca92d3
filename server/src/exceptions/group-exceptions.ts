// Exceptions by type: how many, how old, and whether that is bad.

import type {
  ExceptionGroup,
  groupExceptions as operation,
} from '@doorstep/contract/exception-groups.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import {
  EXCEPTION_KINDS,
  EXCEPTION_TYPES,
  SEVERITIES,
} from '@doorstep/core/exceptions/exception-types.ts';
import { retryOf } from '@doorstep/core/exceptions/retry.ts';
import { EXCEPTION_LEVELS, levelOf, usualThreshold } from '@doorstep/core/exceptions/threshold.ts';
import type { Tx } from '../db/transaction.ts';
import { countByType, type GroupRow, selectThresholds, type ThresholdRow } from './groups.sql.ts';

const COUNT_MAX = 1000;

export async function groupExceptions(
  tx: Tx,
  { all, now }: { readonly all: boolean; readonly now: Date },
): Promise<AnswerOf<typeof operation>> {
  const [rows, thresholds] = await Promise.all([
    tx.rows(countByType, [COUNT_MAX, EXCEPTION_TYPES, now]),
    tx.rows(selectThresholds),
  ]);
  const thresholdOf = new Map(thresholds.map((row) => [row.type, row]));
  const groups = rows
    .filter((row) => all || row.open > 0 || row.snoozed > 0)
    .map((row) => present(row, thresholdOf.get(row.type)));
  return { groups: groups.sort(worstFirst), countMax: COUNT_MAX };
}

function present(row: GroupRow, set: ThresholdRow | undefined): ExceptionGroup {
  const { type, open, overdue, snoozed } = row;
  const { title, severity, closes, fixes } = EXCEPTION_KINDS[type];
  const { orange, red } = set ?? usualThreshold(type);
  return {
    type,
    title,
    severity,
    level: levelOf(open, { orange, red }),
    threshold: { orange, red, version: set?.version ?? 0 },
    open,
    overdue,
    snoozed,
    oldestAt: row.oldest_at?.toISOString() ?? null,
    closes,
    retry: retryOf(type) ?? null,
    actions: fixes.map(({ label, operation: id }) => ({ label, operation: id })),
  };
}

function worstFirst(one: ExceptionGroup, other: ExceptionGroup): number {
  return (
    EXCEPTION_LEVELS.indexOf(other.level) - EXCEPTION_LEVELS.indexOf(one.level) ||
    SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity) ||
    (one.oldestAt ?? '').localeCompare(other.oldestAt ?? '')
  );
}
