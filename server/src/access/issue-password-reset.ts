// Makes a link with which a user sets a new password: it works once, and not for long.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { raiseVersion } from './raise-version.ts';
import { refuseBeyondRole } from './refuse-beyond-role.ts';
import { putPasswordReset } from './second-factor.sql.ts';
import { hashSecret, newSecret } from './secret.ts';
import { lockUser, selectOwnTenant } from './users.sql.ts';

export const RESET_MINUTES = 30;

export interface IssuedReset {
  /** Of the dashboard; holds the secret behind the `#`, which no server and no proxy sees. */
  readonly path: string;
  readonly expiresAt: Date;
}

/**
 * @param granted what the issuer holds: nobody takes over who may do more; null for the mailbox
 * @returns refusals: `not-found`, `not-allowed`
 */
export async function issuePasswordReset(
  tx: CommandTx,
  user: Id<'user'>,
  granted: readonly Scope[] | null,
): Promise<IssuedReset | Refusal> {
  const row = await tx.row(lockUser, [uuidOf(user)]);
  if (row === undefined || row.disabled_at !== null)
    return refuse('not-found', 'There is no such active user.');
  const beyond = granted === null ? undefined : await refuseBeyondRole(tx, granted, row.role);
  if (beyond !== undefined) return beyond;
  const tenant = await tx.row(selectOwnTenant);
  if (tenant === undefined) throw new Error('a user of no tenant');
  const token = newSecret('dsr');
  const expiresAt = new Date(tx.now.getTime() + RESET_MINUTES * 60_000);
  await tx.run(putPasswordReset, [uuidOf(user), hashSecret(token), expiresAt]);
  tx.emit({
    type: 'user.password_reset_issued.v1',
    subject: user,
    version: await raiseVersion(tx, user),
    data: { way: granted === null ? 'mail' : 'link', expiresAt },
  });
  return { path: `/reset-password#tenant=${tenant.slug}&token=${token}`, expiresAt };
}
