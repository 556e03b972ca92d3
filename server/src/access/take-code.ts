// Takes a code of a second factor, or a recovery code: each once.

import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { factorPurpose, stepOfOneTimeCode } from './one-time-code.ts';
import { raiseVersion } from './raise-version.ts';
import {
  countRecoveryCodes,
  lockSecondFactor,
  spendRecoveryCode,
  takeStep,
} from './second-factor.sql.ts';
import { hashSecret } from './secret.ts';
import type { SecretBox } from './secret-box.ts';

export interface CodeCheck {
  readonly secrets: SecretBox;
  /** Of the machine: an authenticator knows no other time. */
  readonly realNow: Date;
}

/** @returns whether it was right; when it was, it is used up */
export async function takeCode(
  tx: CommandTx,
  user: Id<'user'>,
  typed: string,
  { secrets, realNow }: CodeCheck,
): Promise<boolean> {
  const factor = await tx.row(lockSecondFactor, [uuidOf(user)]);
  if (factor === undefined) return false;
  const code = plainCode(typed);
  if (/^\d{6}$/.test(code)) {
    const secret = secrets.open(factor.sealed_secret, tx.tenant, factorPurpose(user));
    const step = stepOfOneTimeCode(secret, code, realNow, factor.last_step);
    if (step === undefined) return false;
    await tx.run(takeStep, [uuidOf(user), step, tx.now]);
    return true;
  }
  if ((await tx.run(spendRecoveryCode, [uuidOf(user), hashSecret(code)])) === 0) return false;
  const left = (await tx.row(countRecoveryCodes, [uuidOf(user)]))?.count ?? 0;
  tx.emit({
    type: 'user.recovery_code_used.v1',
    subject: user,
    version: await raiseVersion(tx, user),
    data: { left },
  });
  return true;
}

/** People type spaces and hyphens, or leave them out. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toLowerCase();
}
