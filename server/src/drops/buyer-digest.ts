// A buyer as a drop knows them: a digest of what the channel calls them and of the drop, so that no
// one can be read from it, nor followed from drop to drop.

import type { DropId } from '@doorstep/core/ids.ts';
import { hash128 } from '../db/run-command.ts';

/** An e-mail address in any case is one buyer. */
export function buyerDigest(drop: DropId, buyer: string): string {
  return hash128(`${drop}\n${buyer.trim().toLowerCase()}`);
}
