// What a role may do: one that every tenant has, or one of its own.

import { builtInScopes, isScope, type Scope } from '@doorstep/core/access/scope.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectRoleScopes } from './roles.sql.ts';

/** Until the transaction ends, the role stays as it is. @returns the refusal `role-unknown` */
export async function readScopes(tx: Tx, role: string): Promise<readonly Scope[] | Refusal> {
  const builtIn = builtInScopes(role);
  if (builtIn !== undefined) return builtIn;
  const row = await tx.row(selectRoleScopes, [role]);
  return row === undefined
    ? refuse('role-unknown', `There is no role ${role}.`)
    : row.scopes.filter(isScope);
}
