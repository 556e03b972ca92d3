// Asks for the password once more before something that a stolen session must not do.

import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import type { GuessLimit } from './guess-limit.ts';
import { ownUser } from './own-user.ts';
import { isPassword } from './password.ts';
import { type SignInRow, selectOwnTenant, selectUserForPassword } from './users.sql.ts';

export interface ProvenUser extends SignInRow {
  readonly userId: Id<'user'>;
  /** The slug. */
  readonly tenant: string;
}

/** @returns refusals: `not-a-user`, `rate-limited`, `password-wrong` */
export async function provePassword(
  { pool, guesses }: { readonly pool: Pool; readonly guesses: GuessLimit },
  principal: Principal,
  password: string,
): Promise<ProvenUser | Refusal> {
  const userId = ownUser(principal);
  if (isRefusal(userId)) return userId;
  const [tenant, user] = await inTransaction(pool, principal.tenant, (tx) =>
    Promise.all([tx.row(selectOwnTenant), tx.row(selectUserForPassword, [uuidOf(userId)])]),
  );
  if (tenant === undefined || user === undefined) throw new Error('a session of nobody');
  const limited = await guesses.refuse('sign-in', tenant.slug, user.email);
  if (limited !== undefined) return limited;
  if (!(await isPassword(user.password_hash, password)))
    return refuse('password-wrong', 'This is not your password.');
  await guesses.forget('sign-in', tenant.slug, user.email);
  return { ...user, userId, tenant: tenant.slug };
}
