// A user switches the second factor off.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { ProvenUser } from './prove-password.ts';
import { raiseVersion } from './raise-version.ts';
import { deleteSecondFactor } from './second-factor.sql.ts';
import { lockUser } from './users.sql.ts';

/** @returns null, or the refusal `second-factor-off` */
export async function removeSecondFactor(
  tx: CommandTx,
  { id, userId }: ProvenUser,
): Promise<null | Refusal> {
  await tx.row(lockUser, [id]);
  // What counts is what is deleted: what the lock waited for may have been just this.
  if ((await tx.run(deleteSecondFactor, [id])) === 0)
    return refuse('second-factor-off', 'There is none.');
  tx.emit({
    type: 'user.second_factor_set.v1',
    subject: userId,
    version: await raiseVersion(tx, userId),
    data: { state: 'off' },
  });
  return null;
}
