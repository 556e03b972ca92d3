// What is answered when the database is at fault: the caller may ask again.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { isTimeout, isUnreachable } from '../db/transaction.ts';

/** @returns undefined where the fault lies elsewhere */
export function refuseOutage(error: unknown): Refusal | undefined {
  if (isTimeout(error))
    return refuse('overloaded', 'The database took too long; others hold what this needs.');
  if (isUnreachable(error))
    return refuse('database-unavailable', 'The database cannot be reached right now.');
  return undefined;
}
