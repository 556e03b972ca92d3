// Sets a new password with the secret of a link.

import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { runCommand } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { hashPassword } from './password.ts';
import type { ResetDoor } from './request-password-reset.ts';
import { selectPasswordReset, spendPasswordReset } from './second-factor.sql.ts';
import { hashSecret } from './secret.ts';
import { revokeSessionsButOne } from './sessions.sql.ts';
import { selectTenantBySlug } from './sql.ts';
import { lockUser, setPassword } from './users.sql.ts';

export interface Redemption {
  readonly tenant: string;
  readonly token: string;
  readonly password: string;
}

/**
 * The caller lets `authentication` forget after it.
 *
 * @returns null, or the refusal `password-reset-invalid`
 */
export async function redeemPasswordReset(
  door: ResetDoor,
  { tenant: slug, token, password }: Redemption,
): Promise<null | Refusal> {
  const row = await inTransaction(door.gate, null, (tx) => tx.row(selectTenantBySlug, [slug]));
  if (row === undefined) return invalid();
  const tenant = idFromUuid('tenant', row.tenant_id);
  const hash = hashSecret(token);
  // Looked at first: a password is hashed, which is slow, only for a link that works.
  const known = await inTransaction(door.app, tenant, (tx) =>
    tx.row(selectPasswordReset, [hash, door.now()]),
  );
  if (known === undefined) return invalid();
  const email = await spend(door, tenant, known.user_id, hash, await hashPassword(password));
  if (isRefusal(email)) return email;
  await door.guesses.forget('sign-in', slug, email);
  return null;
}

async function spend(
  door: ResetDoor,
  tenant: TenantId,
  uuid: string,
  hash: Buffer,
  passwordHash: string,
): Promise<string | Refusal> {
  const user = idFromUuid('user', uuid);
  const context = { tenant, actor: { kind: 'user', id: user } as const, now: door.now() };
  const { outcome } = await runCommand(door.app, context, null, async (tx) => {
    const row = await tx.row(lockUser, [uuid]);
    const spent = await tx.row(spendPasswordReset, [hash, tx.now]);
    if (row === undefined || row.disabled_at !== null || spent === undefined) return invalid();
    const changed = await tx.row(setPassword, [uuid, passwordHash]);
    if (changed === undefined) throw new Error('a locked user was not updated');
    await tx.run(revokeSessionsButOne, [uuid, null, tx.now]);
    tx.emit({
      type: 'user.password_changed.v1',
      subject: user,
      version: changed.version,
      data: { by: 'link' },
    });
    return { email: row.email };
  });
  return isRefusal(outcome) ? outcome : outcome.email;
}

function invalid(): Refusal {
  return refuse('password-reset-invalid', 'The link was used, is too old, or was replaced.');
}
