// Saves a view of orders, or changes one.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  changeOrderView,
  createOrderView,
  OrderViewAnswer,
} from '@doorstep/contract/order-views.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderViewId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { readView, viewNotFound } from './read-views.ts';
import { countViews, insertView, lockOwnView, updateView } from './views.sql.ts';

const VIEWS_MAX = 100;

export async function saveView(
  tx: CommandTx,
  { name, shared, ...shown }: BodyOf<typeof createOrderView>,
): Promise<OrderViewAnswer | Refusal> {
  const owner = actorText(tx.actor);
  const counted = await tx.row(countViews, [owner]);
  if ((counted?.views ?? 0) >= VIEWS_MAX)
    return refuse('validation-failed', `You have ${VIEWS_MAX} views. Delete one first.`);
  const id = newId('orderView');
  const facts = [shared === true, name, JSON.stringify(shown), tx.now];
  await tx.run(insertView, [uuidOf(id), owner, ...facts]);
  return readView(tx, tx.actor, id);
}

export async function changeView(
  tx: CommandTx,
  view: OrderViewId,
  { name, shared, version, ...shown }: BodyOf<typeof changeOrderView>,
): Promise<OrderViewAnswer | Refusal> {
  const known = await tx.row(lockOwnView, [uuidOf(view), actorText(tx.actor)]);
  if (known === undefined) return viewNotFound(view);
  const stale = refuseStale(version, known.version);
  if (stale !== undefined) return stale;
  await tx.run(updateView, [uuidOf(view), name ?? null, shared ?? null, JSON.stringify(shown)]);
  return readView(tx, tx.actor, view);
}
