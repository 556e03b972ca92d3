// Ends the session that a request came with.

import { uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Principal } from '../http/principal.ts';
import { revokeSession } from './sessions.sql.ts';

/**
 * The caller lets `authentication` forget after the commit.
 *
 * @returns null, or the refusal `not-found` where the caller has an API key
 */
export async function signOut(
  tx: CommandTx,
  { actor, session }: Principal,
): Promise<null | Refusal> {
  if (actor.kind !== 'user' || session === null)
    return refuse('not-found', 'This is no session: revoke the API key instead.');
  await tx.run(revokeSession, [actor.id.slice(4), uuidOf(session), tx.now]);
  return null;
}
