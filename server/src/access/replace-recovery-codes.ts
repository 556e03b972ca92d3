// A user makes new recovery codes.

import type { RecoveryCodesAnswer } from '@doorstep/contract/account.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { ProvenUser } from './prove-password.ts';
import { raiseVersion } from './raise-version.ts';
import { lockSecondFactor } from './second-factor.sql.ts';
import { lockUser } from './users.sql.ts';
import { writeRecoveryCodes } from './write-recovery-codes.ts';

/** @returns the codes, shown once, or the refusal `second-factor-off` */
export async function replaceRecoveryCodes(
  tx: CommandTx,
  { id, userId }: ProvenUser,
): Promise<RecoveryCodesAnswer | Refusal> {
  await tx.row(lockUser, [id]);
  const factor = await tx.row(lockSecondFactor, [id]);
  if (factor === undefined || factor.confirmed_at === null)
    return refuse('second-factor-off', 'There is none.');
  const recoveryCodes = await writeRecoveryCodes(tx, userId);
  tx.emit({
    type: 'user.recovery_codes_replaced.v1',
    subject: userId,
    version: await raiseVersion(tx, userId),
    data: {},
  });
  return { recoveryCodes };
}
