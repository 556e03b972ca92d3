// The key that links of this tenant are signed with; made when the first link is.

import { randomBytes } from 'node:crypto';
import type { Tx } from '../db/transaction.ts';
import { insertLinkKey, selectLinkKey } from './sql.ts';

const KEY_BYTES = 32;

export async function linkKey(tx: Tx, now: Date): Promise<Buffer> {
  const known = await tx.row(selectLinkKey);
  if (known !== undefined) return known.link_key;
  await tx.run(insertLinkKey, [randomBytes(KEY_BYTES), now]);
  const made = await tx.row(selectLinkKey);
  if (made === undefined) throw new Error('a key for links was not kept');
  return made.link_key;
}
