// Locks the exception that a person is about to change: it must be open, and as they saw it.

import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { Tx } from '../db/transaction.ts';
import { type ExceptionRow, lockException } from './sql.ts';

export async function lockOpenException(
  tx: Tx,
  id: Id<'exception'>,
  read: number | undefined,
): Promise<ExceptionRow | Refusal> {
  const row = await tx.row(lockException, [uuidOf(id)]);
  if (row === undefined) return exceptionNotFound(id);
  if (row.status === 'closed')
    return refuse('exception-closed', 'This exception was closed before.');
  return refuseStale(read, row.version) ?? row;
}

export function exceptionNotFound(id: string): Refusal {
  return refuse('not-found', `There is no exception ${id}.`);
}
