// Says how long something is kept, and switches it on or off.

import type { RetentionRuleAnswer } from '@doorstep/contract/retention.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { KEEP_DAYS, type RetentionKind } from '@doorstep/core/settings/retention.ts';
import { newId } from '../db/ids.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { presentRule } from './read-retention.ts';
import { lockRule, openRule, updateRule } from './sql.ts';

export interface RetentionChange {
  readonly keepDays: number;
  readonly on: boolean;
  readonly version?: number;
}

/** @returns refusals: `version-conflict`, `validation-failed` for days out of bounds */
export async function changeRetention(
  tx: CommandTx,
  kind: RetentionKind,
  { keepDays, on, version }: RetentionChange,
): Promise<RetentionRuleAnswer | Refusal> {
  const { min, max } = KEEP_DAYS[kind];
  if (keepDays < min || keepDays > max)
    return refuse('validation-failed', `Of ${kind}, \`keepDays\` is from ${min} to ${max}.`);
  await tx.run(openRule, [kind, uuidOf(newId('settings')), keepDays]);
  const before = await tx.row(lockRule, [kind]);
  if (before === undefined) throw new Error('a rule just opened was not found');
  const stale = refuseStale(version, before.version);
  if (stale !== undefined) return stale;
  if (before.version > 0 && before.keep_days === keepDays && before.is_on === on)
    return presentRule(kind, before);
  const row = await tx.row(updateRule, [kind, keepDays, on, on ? tx.now : null]);
  if (row === undefined) throw new Error('a locked rule was not updated');
  tx.emit({
    type: 'settings.changed.v1',
    subject: idFromUuid('settings', row.id),
    version: row.version,
    data: { name: `retention:${kind}`, changed: ['keepDays', 'on'] },
    change: {
      before: { keepDays: before.keep_days, on: before.is_on },
      after: { setting: `retention:${kind}`, keepDays, on },
    },
  });
  return presentRule(kind, row);
}
