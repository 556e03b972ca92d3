// Ends one session from another one.

import { allows } from '@doorstep/core/access/scope.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Principal } from '../http/principal.ts';
import { refuseBeyondRole } from './refuse-beyond-role.ts';
import { revokeSession, selectSessionUser } from './sessions.sql.ts';

/**
 * Ending twice is the same as once. The caller lets `authentication` forget after the commit.
 *
 * @returns null, or refusals: `not-found`, `not-allowed` for that of somebody who may do more
 */
export async function endSession(
  tx: CommandTx,
  session: Id<'session'>,
  { actor, scopes }: Principal,
): Promise<null | Refusal> {
  const row = await tx.row(selectSessionUser, [uuidOf(session)]);
  const user = row === undefined ? undefined : idFromUuid('user', row.user_id);
  if (row === undefined || user === undefined) return noSuchSession();
  if (user !== actor.id) {
    if (!allows(scopes, 'access:write')) return noSuchSession();
    const beyond = await refuseBeyondRole(tx, scopes, row.role);
    if (beyond !== undefined) return beyond;
  }
  const ended = await tx.run(revokeSession, [row.user_id, uuidOf(session), tx.now]);
  if (ended > 0)
    tx.emit({ type: 'session.ended.v1', subject: session, version: 1, data: { user } });
  return null;
}

function noSuchSession(): Refusal {
  return refuse('not-found', 'There is no such session.');
}
