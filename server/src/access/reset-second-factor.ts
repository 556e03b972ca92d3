// Takes away the second factor of a user who lost it.

import type { UserAnswer } from '@doorstep/contract/access.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { presentUser } from './present.ts';
import { raiseVersion } from './raise-version.ts';
import { refuseBeyondRole } from './refuse-beyond-role.ts';
import { deleteSecondFactor } from './second-factor.sql.ts';
import { revokeSessionsButOne } from './sessions.sql.ts';
import { lockUser } from './users.sql.ts';

/**
 * The caller lets `authentication` forget after the commit.
 *
 * @returns refusals: `not-found`, `not-allowed`, `second-factor-off`
 */
export async function resetSecondFactor(
  tx: CommandTx,
  user: Id<'user'>,
  granted: readonly Scope[],
): Promise<UserAnswer | Refusal> {
  const row = await tx.row(lockUser, [uuidOf(user)]);
  if (row === undefined) return refuse('not-found', 'There is no such user.');
  const beyond = await refuseBeyondRole(tx, granted, row.role);
  if (beyond !== undefined) return beyond;
  // What counts is what is deleted: what the lock waited for may have been just this.
  if ((await tx.run(deleteSecondFactor, [uuidOf(user)])) === 0)
    return refuse('second-factor-off', 'The user has no second factor.');
  await tx.run(revokeSessionsButOne, [uuidOf(user), null, tx.now]);
  const version = await raiseVersion(tx, user);
  tx.emit({
    type: 'user.second_factor_set.v1',
    subject: user,
    version,
    data: { state: 'reset' },
  });
  return presentUser({ ...row, version, second_factor: false });
}
