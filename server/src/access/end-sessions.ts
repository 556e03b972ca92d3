// Signs a user out everywhere, or everywhere else.

import { allows } from '@doorstep/core/access/scope.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Principal } from '../http/principal.ts';
import { ownUser } from './own-user.ts';
import { raiseVersion } from './raise-version.ts';
import { refuseBeyondRole } from './refuse-beyond-role.ts';
import { revokeSessionsButOne } from './sessions.sql.ts';
import { lockUser } from './users.sql.ts';

export interface EndSessions {
  /** Another user than the caller. */
  readonly user?: string;
  readonly keepCurrent?: boolean;
}

/**
 * The caller lets `authentication` forget after the commit.
 *
 * @returns null, or refusals: `not-a-user`, `not-allowed`, `not-found`
 */
export async function endSessions(
  tx: CommandTx,
  { user, keepCurrent = false }: EndSessions,
  principal: Principal,
): Promise<null | Refusal> {
  const { actor, scopes, session } = principal;
  const whose = user === undefined ? ownUser(principal) : (user as Id<'user'>);
  if (isRefusal(whose)) return whose;
  const isOwn = whose === actor.id;
  if (!isOwn && !allows(scopes, 'access:write'))
    return refuse('not-allowed', 'This needs the scope access:write.', { scope: 'access:write' });
  const row = await tx.row(lockUser, [uuidOf(whose)]);
  if (row === undefined) return refuse('not-found', 'There is no such user.');
  const beyond = isOwn ? undefined : await refuseBeyondRole(tx, scopes, row.role);
  if (beyond !== undefined) return beyond;
  const kept = isOwn && keepCurrent && session !== null ? uuidOf(session) : null;
  const ended = await tx.run(revokeSessionsButOne, [uuidOf(whose), kept, tx.now]);
  if (ended > 0)
    tx.emit({
      type: 'user.sessions_ended.v1',
      subject: whose,
      version: await raiseVersion(tx, whose),
      data: { ended },
    });
  return null;
}
