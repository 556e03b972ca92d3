// Releases a hold, by a person or because its time has come.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { releaseHold as operation } from '@doorstep/contract/order-notes.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrder } from './lock-order.ts';
import { closeHold, countHold, selectDueHolds, selectHolds } from './notes.sql.ts';
import { presentHold } from './present-hold.ts';

/** Holds lapsed in one transaction; the rest follows in the next. */
const LAPSED_MAX = 200;

export async function releaseHold(
  tx: CommandTx,
  reference: string,
  hold: Id<'hold'>,
  version?: number,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = await lockOrder(tx, reference, version);
  return isRefusal(order) ? order : close(tx, order, hold, 'order.hold_released.v1');
}

/** @returns how many holds lapsed; call again while it is not 0 */
export async function lapseHolds(tx: CommandTx): Promise<number> {
  const due = await tx.rows(selectDueHolds, [tx.now, LAPSED_MAX]);
  let lapsed = 0;
  for (const row of due) {
    const order = idFromUuid('order', row.order_id);
    const outcome = await close(tx, order, idFromUuid('hold', row.id), 'order.hold_lapsed.v1');
    if (!isRefusal(outcome)) lapsed += 1;
  }
  return lapsed;
}

async function close(
  tx: CommandTx,
  reference: string,
  hold: Id<'hold'>,
  event: string,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = await lockOrder(tx, reference);
  if (isRefusal(order)) return order;
  const row = await tx.row(closeHold, [uuidOf(order), uuidOf(hold), tx.now, actorText(tx.actor)]);
  if (row === undefined) {
    const known = (await tx.rows(selectHolds, [uuidOf(order)])).some(
      (one) => idFromUuid('hold', one.id) === hold,
    );
    return known
      ? refuse('hold-not-open', 'This hold was released before.')
      : refuse('not-found', `The order has no hold ${hold}.`);
  }
  const changed = await tx.row(countHold, [uuidOf(order), -1]);
  tx.emit({
    type: event,
    subject: order,
    version: changed?.version ?? 0,
    data: { hold, reason: row.reason },
  });
  return presentHold(row);
}
