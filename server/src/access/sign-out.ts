// Ends the session that a request came with.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { hashSecret } from './secret.ts';
import { revokeSession } from './sql.ts';

/**
 * The caller lets `authentication` forget after the commit.
 *
 * @returns null, or the refusal `not-found` where the token is an API key's
 */
export async function signOut(tx: CommandTx, token: string): Promise<null | Refusal> {
  const ended = await tx.run(revokeSession, [hashSecret(token), tx.now]);
  return ended === 0
    ? refuse('not-found', 'This is no session: revoke the API key instead.')
    : null;
}
