// Chooses the view that somebody starts with.

import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderViewId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { readView } from './read-views.ts';
import { deleteDefaultView, upsertDefaultView } from './views.sql.ts';

export async function chooseDefaultView(
  tx: CommandTx,
  view: OrderViewId | null,
): Promise<{ view: OrderViewId | null } | Refusal> {
  const owner = actorText(tx.actor);
  if (view === null) await tx.run(deleteDefaultView, [owner]);
  else {
    const known = await readView(tx, tx.actor, view);
    if (isRefusal(known)) return known;
    await tx.run(upsertDefaultView, [owner, uuidOf(view)]);
  }
  return { view };
}
