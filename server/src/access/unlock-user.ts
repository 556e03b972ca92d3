// An admin lets a user try again who guessed wrong too often.

import type { UserAnswer } from '@doorstep/contract/access.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { presentUser } from './present.ts';
import { raiseVersion } from './raise-version.ts';
import { lockUser, selectOwnTenant } from './users.sql.ts';

export interface Unlocked {
  readonly user: UserAnswer;
  /** The slug under which guesses are counted. */
  readonly tenant: string;
}

/** The caller forgets the guesses after the commit. @returns the refusal `not-found` */
export async function unlockUser(tx: CommandTx, user: Id<'user'>): Promise<Unlocked | Refusal> {
  const row = await tx.row(lockUser, [uuidOf(user)]);
  const tenant = await tx.row(selectOwnTenant);
  if (row === undefined || tenant === undefined)
    return refuse('not-found', 'There is no such user.');
  const version = await raiseVersion(tx, user);
  tx.emit({ type: 'user.unlocked.v1', subject: user, version, data: {} });
  return { user: presentUser({ ...row, version }), tenant: tenant.slug };
}
