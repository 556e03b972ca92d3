// Makes a user of the tenant.

import type { UserAnswer } from '@doorstep/contract/access.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { presentUser } from './present.ts';
import { refuseBeyondRole } from './refuse-beyond-role.ts';
import { insertUser } from './users.sql.ts';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** From `hashPassword`: hashing takes too long for a transaction. */
  readonly passwordHash: string;
}

/**
 * @param granted what the creator holds: nobody gives more than that
 * @returns refusals: `role-unknown`, `not-allowed`, `already-exists`
 */
export async function createUser(
  tx: CommandTx,
  user: NewUser,
  granted: readonly Scope[],
): Promise<UserAnswer | Refusal> {
  const beyond = await refuseBeyondRole(tx, granted, user.role);
  if (beyond !== undefined) return beyond;
  const id = newId('user');
  const row = await tx.row(insertUser, [
    uuidOf(id),
    user.email.toLowerCase(),
    user.name,
    user.passwordHash,
    user.role,
    tx.now,
  ]);
  if (row === undefined)
    return refuse('already-exists', 'A user has this e-mail address.', { field: 'email' });
  tx.emit({ type: 'user.created.v1', subject: id, version: 1, data: { role: user.role } });
  return presentUser(row);
}
