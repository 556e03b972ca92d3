// Puts an exception aside until a moment, or wakes it: by a person, or because its time has come.

import type {
  ExceptionAnswer,
  snoozeException as operation,
} from '@doorstep/contract/exceptions.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfException } from './emit-of-exception.ts';
import { lockOpenException } from './lock-open-exception.ts';
import { presentException } from './present-exceptions.ts';
import { setSnooze, wakeDue } from './sql.ts';

/** Exceptions woken in one transaction; the rest follows in the next. */
const WOKEN_MAX = 500;

export async function snoozeException(
  tx: CommandTx,
  id: Id<'exception'>,
  input: BodyOf<typeof operation>,
): Promise<ExceptionAnswer | Refusal> {
  const until = input.until === null ? null : new Date(input.until);
  if (until !== null && until <= tx.now)
    return refuse('validation-failed', 'An exception can only be snoozed until a moment to come.');
  const row = await lockOpenException(tx, id, input.version);
  if (isRefusal(row)) return row;
  if (row.snoozed_until?.getTime() === until?.getTime()) return presentException(tx, row, tx.now);
  const changed = await tx.row(setSnooze, [uuidOf(id), until]);
  if (changed === undefined) throw new Error(`exception ${id} was locked and is gone`);
  if (until === null) emitOfException(tx, changed, 'exception.woken.v1');
  else emitOfException(tx, changed, 'exception.snoozed.v1', { until: until.toISOString() });
  return presentException(tx, changed, tx.now);
}

/** @returns how many woke; call again while it is not 0 */
export async function wakeExceptions(tx: CommandTx): Promise<number> {
  const woken = await tx.rows(wakeDue, [tx.now, WOKEN_MAX]);
  for (const row of woken) emitOfException(tx, row, 'exception.woken.v1');
  return woken.length;
}
