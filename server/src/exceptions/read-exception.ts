// An exception as people see it.

import type { ExceptionAnswer } from '@doorstep/contract/exceptions.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { exceptionNotFound } from './lock-open-exception.ts';
import { presentException } from './present-exceptions.ts';
import { selectException } from './sql.ts';

export async function readException(
  tx: Tx,
  id: Id<'exception'>,
  now: Date,
): Promise<ExceptionAnswer | Refusal> {
  const row = await tx.row(selectException, [uuidOf(id)]);
  return row === undefined ? exceptionNotFound(id) : presentException(tx, row, now);
}
