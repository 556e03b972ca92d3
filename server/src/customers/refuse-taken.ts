// An e-mail address or external id that another customer has.

import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectTaken } from './sql.ts';

/** `already-exists` naming the field; undefined when `self` may have both. */
export async function refuseTaken(
  tx: Tx,
  self: CustomerId,
  email: string | null,
  externalId: string | null,
): Promise<Refusal | undefined> {
  const taken = await tx.row(selectTaken, [email, externalId, uuidOf(self)]);
  if (taken === undefined) return undefined;
  const { field } = taken;
  return refuse('already-exists', `Another customer has this ${field}.`, { field });
}
