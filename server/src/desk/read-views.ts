// Saved views as somebody sees them: their own, and those that are shared.

import type { OrderViewAnswer } from '@doorstep/contract/order-views.ts';
import { type Actor, actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type OrderViewId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { countShapes } from './count-orders.ts';
import { ordersOf } from './find-orders.ts';
import { isWanted, orderCriteria } from './order-criteria.ts';
import { selectView, selectViews, type ViewRow } from './views.sql.ts';

export async function readViews(
  tx: Tx,
  actor: Actor,
  isCounted: boolean,
  now: Date,
): Promise<{ items: OrderViewAnswer[] }> {
  const rows = await tx.rows(selectViews, [actorText(actor)]);
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const items: OrderViewAnswer[] = [];
  for (const row of rows) {
    const count = isCounted ? await countOf(tx, row, now) : null;
    items.push({ ...presentView(row, actor), count });
  }
  return { items };
}

export async function readView(
  tx: Tx,
  actor: Actor,
  view: OrderViewId,
): Promise<OrderViewAnswer | Refusal> {
  const row = await tx.row(selectView, [uuidOf(view), actorText(actor)]);
  return row === undefined ? viewNotFound(view) : presentView(row, actor);
}

export function viewNotFound(view: OrderViewId): Refusal {
  return refuse('not-found', `There is no view ${view} of yours.`);
}

function presentView(row: ViewRow, actor: Actor): OrderViewAnswer {
  return {
    id: idFromUuid('orderView', row.id),
    name: row.name,
    shared: row.is_shared,
    own: row.owner === actorText(actor),
    isDefault: row.is_default,
    ...row.shown,
    count: null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}

/** Null when it filters by what is not there any more. */
async function countOf(tx: Tx, { shown }: ViewRow, now: Date): Promise<OrderViewAnswer['count']> {
  const criteria = await orderCriteria(tx, shown.filters, now);
  if (isRefusal(criteria)) return null;
  const { shapes, isExact } = await countShapes(tx, criteria);
  const wanted = shapes.filter((shape) => isWanted(shape, criteria.axes));
  return { orders: ordersOf(wanted), isExact };
}
