// Deletes a role of the tenant's own that nobody has.

import type { Id } from '@doorstep/core/ids.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { countUsersByRole, deleteRoleRow, lockRole } from './roles.sql.ts';

/** @returns null, or the refusals `not-found`, `role-in-use` */
export async function deleteRole(tx: CommandTx, id: Id<'role'>): Promise<null | Refusal> {
  // Whoever is being given the role holds it; so does whoever signs in with it.
  const row = await tx.row(lockRole, [uuidOf(id)]);
  if (row === undefined) return refuse('not-found', 'There is no such role.');
  const counts = await tx.rows(countUsersByRole);
  const users = counts.find(({ role }) => role === row.code)?.users ?? 0;
  if (users > 0) return refuse('role-in-use', `${users} users have this role.`, { users });
  await tx.run(deleteRoleRow, [uuidOf(id)]);
  tx.emit({
    type: 'role.deleted.v1',
    subject: id,
    version: row.version + 1,
    data: { code: row.code },
    change: { before: { name: row.name, scopes: row.scopes }, after: {} },
  });
  return null;
}
