// A user changes their own name.

import type { ProfileAnswer } from '@doorstep/contract/account.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Principal } from '../http/principal.ts';
import { changeUser } from './change-user.ts';
import { ownUser } from './own-user.ts';
import { showProfile } from './show-profile.ts';
import { selectUser } from './users.sql.ts';

/** @returns refusals: `not-a-user`, `version-conflict` */
export async function changeProfile(
  tx: CommandTx,
  change: { readonly name: string; readonly version?: number },
  principal: Principal,
): Promise<ProfileAnswer | Refusal> {
  const user = ownUser(principal);
  if (isRefusal(user)) return user;
  const row = await tx.row(selectUser, [uuidOf(user)]);
  if (row === undefined) throw new Error('a session of nobody');
  const changed = await changeUser(tx, user, change, principal.scopes);
  if (isRefusal(changed)) return changed;
  const profile = await showProfile(tx, user);
  if (profile === undefined) throw new Error('a user just changed is gone');
  return profile;
}
