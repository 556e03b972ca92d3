// Forgets the queue of a drop that was over long ago: nobody asks for a place any more.

import type { CommandTx } from '../db/run-command.ts';
import { deletePlaces, markPlacesForgotten, selectDropToForget } from './holds.sql.ts';

/** @returns 1 while there was a drop to forget something of */
export async function forgetPlaces(tx: CommandTx): Promise<number> {
  const drop = await tx.row(selectDropToForget, [tx.now]);
  if (drop === undefined) return 0;
  await tx.run(deletePlaces, [drop.id]);
  await tx.run(markPlacesForgotten, [drop.id]);
  return 1;
}
