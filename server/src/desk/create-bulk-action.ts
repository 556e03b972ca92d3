// Chooses the orders of a bulk action, and looks at what it would do. Nothing is changed yet.

import {
  BULK_ORDERS_MAX,
  type createBulkAction as operation,
} from '@doorstep/contract/bulk-actions.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type BulkActionId, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { chooseAmongAll, chooseGathered, chooseNamed, countSkips, insertBulk } from './bulk.sql.ts';
import { criteriaParams, narrowest } from './find-orders.ts';
import { orderCriteria } from './order-criteria.ts';
import { presentBulk } from './read-bulk-actions.ts';

const DAY_MS = 86_400_000;

type Body = BodyOf<typeof operation>;

export async function createBulkAction(
  tx: CommandTx,
  { action, orders, filters }: Body,
): Promise<AnswerOf<typeof operation> | Refusal> {
  if ((orders === undefined) === (filters === undefined))
    return refuse('validation-failed', 'Name `orders` or `filters`, one of them.');
  const id = newId('bulkAction');
  const chosen =
    orders === undefined
      ? await chooseMatching(tx, id, filters ?? {})
      : await tx.run(chooseNamed, [uuidOf(id), orders.map((one) => uuidOf(one as OrderId))]);
  if (isRefusal(chosen)) return chosen;
  if (chosen > BULK_ORDERS_MAX)
    return refuse('validation-failed', `More than ${BULK_ORDERS_MAX} orders match. Narrow it.`);
  const counted = await tx.rows(countSkips, [JSON.stringify(action), uuidOf(id)]);
  const eligible = counted.find(({ reason }) => reason === null)?.orders ?? 0;
  const row = await tx.row(insertBulk, [
    uuidOf(id),
    JSON.stringify(action),
    chosen,
    eligible,
    actorText(tx.actor),
    tx.now,
    new Date(tx.now.getTime() + DAY_MS),
  ]);
  if (row === undefined) throw new Error('a bulk action was not written');
  const skips = counted.flatMap(({ reason, orders: many }) =>
    reason === null ? [] : [{ reason, orders: many }],
  );
  return { ...presentBulk(row), skips };
}

async function chooseMatching(
  tx: CommandTx,
  bulk: BulkActionId,
  filters: NonNullable<Body['filters']>,
): Promise<number | Refusal> {
  const criteria = await orderCriteria(tx, filters, tx.now);
  if (isRefusal(criteria)) return criteria;
  if (criteria.shapes?.length === 0 || criteria.words?.length === 0) return 0;
  const params = criteriaParams(criteria);
  const led = await narrowest(tx, criteria, null);
  return led === null
    ? tx.run(chooseAmongAll, [...params, uuidOf(bulk), BULK_ORDERS_MAX + 1])
    : tx.run(chooseGathered, [...params, ...led, uuidOf(bulk)]);
}
