// Changes what a role of the tenant's own may do, or its name.

import type { RoleAnswer } from '@doorstep/contract/roles.ts';
import { isScope, type Scope } from '@doorstep/core/access/scope.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { presentRole } from './present.ts';
import { refuseBeyondOwn } from './refuse-beyond-own.ts';
import { countUsersByRole, lockRole, setScopesOfRole, updateRole } from './roles.sql.ts';

export interface RoleChange {
  readonly name?: string;
  readonly scopes?: readonly Scope[];
  readonly version?: number;
}

/**
 * The sessions of its users go on with the new rights; the caller lets `authentication` forget the
 * old ones.
 *
 * @returns refusals: `not-found`, `version-conflict`, `not-allowed`
 */
export async function changeRole(
  tx: CommandTx,
  id: Id<'role'>,
  { name, scopes, version }: RoleChange,
  granted: readonly Scope[],
): Promise<RoleAnswer | Refusal> {
  const before = await tx.row(lockRole, [uuidOf(id)]);
  if (before === undefined) return refuse('not-found', 'There is no such role.');
  const after = { name: name ?? before.name, scopes: scopes ?? before.scopes };
  const refusal =
    refuseStale(version, before.version) ??
    refuseBeyondOwn(granted, before.scopes.filter(isScope)) ??
    refuseBeyondOwn(granted, scopes ?? []);
  if (refusal !== undefined) return refusal;
  const usersOf = await tx.rows(countUsersByRole);
  const users = usersOf.find(({ role }) => role === before.code)?.users ?? 0;
  const changed = [
    ...(after.name === before.name ? [] : ['name']),
    ...(isSame(after.scopes, before.scopes) ? [] : ['scopes']),
  ];
  if (changed.length === 0) return presentRole(before, users);

  const row = await tx.row(updateRole, [uuidOf(id), after.name, after.scopes]);
  if (row === undefined) throw new Error('a locked role was not updated');
  await tx.run(setScopesOfRole, [row.code, row.scopes]);
  tx.emit({
    type: 'role.changed.v1',
    subject: id,
    version: row.version,
    data: { code: row.code, changed, scopes: row.scopes },
    change: { before: { name: before.name, scopes: before.scopes }, after },
  });
  return presentRole(row, users);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
