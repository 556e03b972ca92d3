// Begins to set up a second factor: makes the secret that the authenticator app takes.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { factorPurpose, type NewOneTimeSecret, newOneTimeSecret } from './one-time-code.ts';
import type { ProvenUser } from './prove-password.ts';
import { beginSecondFactorRow } from './second-factor.sql.ts';
import type { SecretBox } from './secret-box.ts';

/** @returns the refusal `second-factor-on`, or what the app takes, shown once */
export async function beginSecondFactor(
  tx: CommandTx,
  { id, userId, email, tenant }: ProvenUser,
  secrets: SecretBox,
): Promise<NewOneTimeSecret | Refusal> {
  const made = newOneTimeSecret(tenant, email);
  const sealed = secrets.seal(made.secret, tx.tenant, factorPurpose(userId));
  return (await tx.run(beginSecondFactorRow, [id, sealed, tx.now])) === 0
    ? refuse('second-factor-on', 'A second factor is on; switch it off first.')
    : made;
}
