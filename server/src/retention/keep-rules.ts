// Erases what a tenant no longer keeps, a step at a time, once a day.

import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { nextRun, tooOld } from '@doorstep/core/settings/retention.ts';
import { newIdAt } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { eraseOld } from './erase-old.ts';
import { addToRun, finishRun, forgetRuns, lockDueRule, setNextRun } from './sql.ts';

const RUNS_KEPT_DAYS = 730;

/** @returns more than 0 while there is something left to look at */
export async function keepRules(tx: CommandTx): Promise<number> {
  const rule = await tx.row(lockDueRule, [tx.now]);
  if (rule === undefined) return 0;
  const { kind } = rule;
  const before = tooOld(tx.now, rule.keep_days);
  const erased = await eraseOld(tx, kind, before);
  const run = uuidOf(newIdAt('settings', tx.now));
  const row = await tx.row(addToRun, [run, kind, before, erased, tx.now]);
  if (erased > 0) return erased;
  await tx.run(finishRun, [kind, tx.now]);
  await tx.run(setNextRun, [kind, nextRun(tx.now)]);
  await tx.run(forgetRuns, [uuidOf(newIdAt('settings', tooOld(tx.now, RUNS_KEPT_DAYS)))]);
  const all = row?.erased ?? 0;
  if (all > 0)
    tx.audit({
      type: 'retention.ran',
      subject: idFromUuid('settings', rule.id),
      after: { kind, before, erased: all },
    });
  return 1;
}
