// Switches the second factor on: a first code proves that the device has the secret.

import type { RecoveryCodesAnswer } from '@doorstep/contract/account.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Principal } from '../http/principal.ts';
import { ownUser } from './own-user.ts';
import { raiseVersion } from './raise-version.ts';
import { lockSecondFactor } from './second-factor.sql.ts';
import { revokeSessionsButOne } from './sessions.sql.ts';
import { type CodeCheck, takeCode } from './take-code.ts';
import { lockUser } from './users.sql.ts';
import { writeRecoveryCodes } from './write-recovery-codes.ts';

/**
 * The caller lets `authentication` forget after the commit.
 *
 * @returns refusals: `not-a-user`, `second-factor-off`, `second-factor-on`, `second-factor-wrong`
 */
export async function confirmSecondFactor(
  tx: CommandTx,
  code: string,
  principal: Principal,
  check: CodeCheck,
): Promise<RecoveryCodesAnswer | Refusal> {
  const user = ownUser(principal);
  if (isRefusal(user)) return user;
  await tx.row(lockUser, [uuidOf(user)]);
  const begun = await tx.row(lockSecondFactor, [uuidOf(user)]);
  if (begun === undefined) return refuse('second-factor-off', 'Nothing was begun.');
  if (begun.confirmed_at !== null)
    return refuse('second-factor-on', 'The second factor is on already.');
  if (!(await takeCode(tx, user, code, check)))
    return refuse('second-factor-wrong', 'The code is wrong.');
  const recoveryCodes = await writeRecoveryCodes(tx, user);
  const { session } = principal;
  const kept = session === null ? null : uuidOf(session);
  await tx.run(revokeSessionsButOne, [uuidOf(user), kept, tx.now]);
  tx.emit({
    type: 'user.second_factor_set.v1',
    subject: user,
    version: await raiseVersion(tx, user),
    data: { state: 'on' },
  });
  return { recoveryCodes };
}
