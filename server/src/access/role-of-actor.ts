// What somebody is in the shop: limits are set by role.

import type { Actor } from '@doorstep/core/access/actor.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { selectUser } from './users.sql.ts';

/** The code of a role, or `api-key`; null: the shop itself, by its rules. */
export async function roleOfActor(tx: Tx, actor: Actor): Promise<string | null> {
  if (actor.kind === 'system') return null;
  if (actor.kind === 'api-key') return 'api-key';
  const user = await tx.row(selectUser, [uuidOf(actor.id as Id<'user'>)]);
  if (user === undefined) throw new Error(`there is no user ${actor.id}`);
  return user.role;
}
