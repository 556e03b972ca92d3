// Deletes a view. Who had it as their default starts without one.

import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderViewId, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { viewNotFound } from './read-views.ts';
import { deleteView as deleteRow } from './views.sql.ts';

export async function deleteView(tx: CommandTx, view: OrderViewId): Promise<undefined | Refusal> {
  const deleted = await tx.run(deleteRow, [uuidOf(view), actorText(tx.actor)]);
  return deleted === 0 ? viewNotFound(view) : undefined;
}
