// Makes a role of the tenant's own.

import type { RoleAnswer } from '@doorstep/contract/roles.ts';
import { builtInScopes, type Scope } from '@doorstep/core/access/scope.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { presentRole } from './present.ts';
import { refuseBeyondOwn } from './refuse-beyond-own.ts';
import { insertRole, selectRoles } from './roles.sql.ts';

export interface NewRole {
  readonly code: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

const ROLES_MAX = 100;

/** @returns refusals: `not-allowed`, `already-exists`, `validation-failed` beyond a hundred */
export async function createRole(
  tx: CommandTx,
  { code, name, scopes }: NewRole,
  granted: readonly Scope[],
): Promise<RoleAnswer | Refusal> {
  const beyond = refuseBeyondOwn(granted, scopes);
  if (beyond !== undefined) return beyond;
  // Limits of roles call every API key by this name.
  if (builtInScopes(code) !== undefined || code === 'api-key') return taken();
  const known = await tx.rows(selectRoles);
  if (known.length >= ROLES_MAX)
    return refuse('validation-failed', `A tenant has ${ROLES_MAX} roles of its own at most.`);
  const id = newId('role');
  const row = await tx.row(insertRole, [uuidOf(id), code, name, scopes, tx.now]);
  if (row === undefined) return taken();
  const data = { code, scopes: row.scopes };
  tx.emit({ type: 'role.created.v1', subject: id, version: 1, data, change: { after: data } });
  return presentRole(row, 0);
}

function taken(): Refusal {
  return refuse('already-exists', 'There is a role with this code.', { field: 'code' });
}
