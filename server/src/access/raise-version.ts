// The next version of a user, for an event about them.

import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { raiseUserVersion } from './users.sql.ts';

export async function raiseVersion(tx: CommandTx, user: Id<'user'>): Promise<number> {
  const row = await tx.row(raiseUserVersion, [uuidOf(user)]);
  if (row === undefined) throw new Error('a locked user was not found');
  return row.version;
}
