// A user sets a new password, knowing the old one.

import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { ProvenUser } from './prove-password.ts';
import { deletePasswordReset } from './second-factor.sql.ts';
import { revokeSessionsButOne } from './sessions.sql.ts';
import { lockUser, setPassword } from './users.sql.ts';

/**
 * The caller lets `authentication` forget after the commit.
 *
 * @param session the one that stays
 * @returns null, or the refusal `password-wrong` where it was changed meanwhile
 */
export async function changePassword(
  tx: CommandTx,
  proven: ProvenUser,
  passwordHash: string,
  session: Id<'session'> | null,
): Promise<null | Refusal> {
  const current = await tx.row(lockUser, [proven.id]);
  if (current?.version !== proven.version)
    return refuse('password-wrong', 'Your account was changed just now; try again.');
  const row = await tx.row(setPassword, [proven.id, passwordHash]);
  if (row === undefined) throw new Error('a locked user was not updated');
  const kept = session === null ? null : uuidOf(session);
  await tx.run(revokeSessionsButOne, [proven.id, kept, tx.now]);
  await tx.run(deletePasswordReset, [proven.id]);
  tx.emit({
    type: 'user.password_changed.v1',
    subject: proven.userId,
    version: row.version,
    data: { by: 'password' },
  });
  return null;
}
