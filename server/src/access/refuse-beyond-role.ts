// Nobody gives a role, or acts on who has it, that may do more than they.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { readScopes } from './read-scopes.ts';
import { refuseBeyondOwn } from './refuse-beyond-own.ts';

/** @returns undefined when fine, or the refusals `role-unknown`, `not-allowed` */
export async function refuseBeyondRole(
  tx: Tx,
  granted: readonly Scope[],
  role: string,
): Promise<Refusal | undefined> {
  const scopes = await readScopes(tx, role);
  return isRefusal(scopes) ? scopes : refuseBeyondOwn(granted, scopes);
}
