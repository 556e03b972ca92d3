// Everything that happened to an order, and who did it.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { getOrderTimeline as operation } from '@doorstep/contract/orders.ts';
import { TIMELINE_KINDS } from '@doorstep/core/orders/timeline.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { readHistory } from '../log/read-log.ts';
import { findOrder, isOrder, orderNotFound } from './find-order.ts';

const LIMIT_DEFAULT = 100;
const VERSION_MAX = 2_147_483_647;

export async function readTimeline(
  tx: Tx,
  reference: string,
  query: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  const limit = query.limit ?? LIMIT_DEFAULT;
  const newestFirst = query.sort === 'newest';
  const events = await readHistory(tx, order, {
    after: query.afterVersion ?? 0,
    before: query.beforeVersion ?? VERSION_MAX,
    wants: query.kind === undefined ? [] : TIMELINE_KINDS[query.kind],
    newestFirst,
    limit: limit + 1,
  });
  if (events.length === 0 && !(await isOrder(tx, order))) return orderNotFound(reference);
  const items = events.slice(0, limit);
  const names = await nameActors(
    tx,
    items.map(({ actor }) => actor),
  );
  const next = events.length > limit ? (items.at(-1)?.version ?? null) : null;
  return {
    items: items.map((event) => ({ ...event })),
    nextAfterVersion: newestFirst ? null : next,
    nextBeforeVersion: newestFirst ? next : null,
    names,
  };
}
