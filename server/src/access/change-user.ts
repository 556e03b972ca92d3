// Changes a user: name, role, password, disabled or not.

import type { UserAnswer } from '@doorstep/contract/access.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { presentUser } from './present.ts';
import { refuseBeyondRole } from './refuse-beyond-role.ts';
import { deletePasswordReset } from './second-factor.sql.ts';
import { revokeCredentials } from './sql.ts';
import { lockUserAndAdmins, type UserRow, updateUser } from './users.sql.ts';

export interface UserChange {
  readonly name?: string;
  readonly role?: string;
  readonly disabled?: boolean;
  readonly passwordHash?: string;
  readonly version?: number;
}

/**
 * Ends the user's sessions when role or password change or the user is disabled; the caller lets
 * `authentication` forget them.
 *
 * @returns refusals: `not-found`, `version-conflict`, `role-unknown`, `not-allowed`, `last-admin`
 */
export async function changeUser(
  tx: CommandTx,
  id: Id<'user'>,
  change: UserChange,
  granted: readonly Scope[],
): Promise<UserAnswer | Refusal> {
  const rows = await tx.rows(lockUserAndAdmins, [uuidOf(id)]);
  const before = rows.find((row) => idFromUuid('user', row.id) === id);
  if (before === undefined) return refuse('not-found', 'There is no such user.');
  const after = changed(before, change, tx.now);
  const refusal =
    refuseStale(change.version, before.version) ??
    (await refuseBeyondRole(tx, granted, before.role)) ??
    (await refuseBeyondRole(tx, granted, after.role)) ??
    refuseWithoutAdmin(rows, before, after);
  if (refusal !== undefined) return refusal;
  const fields = changedFields(before, after, change);
  if (fields.length === 0) return presentUser(before);

  const row = await tx.row(updateUser, [
    uuidOf(id),
    after.name,
    after.role,
    after.disabled_at,
    change.passwordHash ?? null,
  ]);
  if (row === undefined) throw new Error('a locked user was not updated');
  if (fields.some((field) => field !== 'name')) {
    await tx.run(revokeCredentials, ['user', uuidOf(id), tx.now]);
    await tx.run(deletePasswordReset, [uuidOf(id)]);
  }
  tx.emit({
    type: 'user.changed.v1',
    subject: id,
    version: row.version,
    data: { changed: fields, role: row.role, disabled: row.disabled_at !== null },
    change: { before: toldOf(before), after: { ...toldOf(row), changed: fields } },
  });
  return presentUser(row);
}

/** What the audit log says of a user: nothing personal. */
function toldOf({ role, disabled_at }: UserRow): object {
  return { role, disabled: disabled_at !== null };
}

function changed(before: UserRow, change: UserChange, now: Date): UserRow {
  const disabled = change.disabled ?? before.disabled_at !== null;
  return {
    ...before,
    name: change.name ?? before.name,
    role: change.role ?? before.role,
    disabled_at: disabled ? (before.disabled_at ?? now) : null,
  };
}

function changedFields(before: UserRow, after: UserRow, change: UserChange): string[] {
  return [
    ...(before.name === after.name ? [] : ['name']),
    ...(before.role === after.role ? [] : ['role']),
    ...(before.disabled_at === after.disabled_at ? [] : ['disabled']),
    ...(change.passwordHash === undefined ? [] : ['password']),
  ];
}

function refuseWithoutAdmin(
  locked: readonly UserRow[],
  before: UserRow,
  after: UserRow,
): Refusal | undefined {
  const others = locked.filter((row) => row.id !== before.id).length;
  return isActiveAdmin(before) && !isActiveAdmin(after) && others === 0
    ? refuse('last-admin', 'This is the last active admin of the tenant.')
    : undefined;
}

function isActiveAdmin(row: UserRow): boolean {
  return row.role === 'admin' && row.disabled_at === null;
}
