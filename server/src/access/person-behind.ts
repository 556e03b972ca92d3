// Who is behind what was done: a user, or the user who made the key that did it. Where two people have
// to agree, a key is no second person.

import { type Id, parseId, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { selectApiKey } from './sql.ts';

/** @param actor as `actorText` writes it */
export async function personBehind(tx: Tx, actor: string): Promise<string> {
  const key = parseId('apiKey', actor.replace(/^api-key:/, ''));
  return key === undefined ? actor : ((await makerOf(tx, key)) ?? actor);
}

async function makerOf(tx: Tx, key: Id<'apiKey'>): Promise<string | undefined> {
  return (await tx.row(selectApiKey, [uuidOf(key)]))?.created_by;
}
