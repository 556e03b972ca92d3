// Releases a hold, by a person or because its time has come.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { releaseHold as contract } from '@doorstep/contract/order-notes.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { CREDIT_HOLD } from '@doorstep/core/payments/payment-terms.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { REVIEW_HOLD } from '@doorstep/core/risk/risk-review.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectTermsOfOrder } from '../payments/terms.sql.ts';
import { selectReview } from '../risk/sql.ts';
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
): Promise<AnswerOf<typeof contract> | Refusal> {
  const order = await lockOrder(tx, reference, version);
  if (isRefusal(order)) return order;
  const row = (await tx.rows(selectHolds, [uuidOf(order)])).find(
    (one) => idFromUuid('hold', one.id) === hold,
  );
  const operation = row?.released_at === null ? await decidedBy(tx, order, row.handle) : undefined;
  if (operation !== undefined)
    return refuse('hold-follows-cause', 'What this hold waits for is decided first.', {
      operation,
    });
  return close(tx, order, hold, 'order.hold_released.v1');
}

/** What decides about the cause of a hold that goes with it: nothing would leave without that. */
async function decidedBy(
  tx: CommandTx,
  order: OrderId,
  handle: string,
): Promise<string | undefined> {
  const id = [uuidOf(order)];
  if (handle === REVIEW_HOLD)
    return (await tx.row(selectReview, id))?.state === 'review' ? 'decideReview' : undefined;
  if (handle !== CREDIT_HOLD) return undefined;
  const terms = await tx.rows(selectTermsOfOrder, id);
  return terms.some((one) => one.waits_since !== null) ? 'approveCredit' : undefined;
}

/** Releases what stands under a handle, if anything does. The order must be locked. */
export async function liftHolds(tx: CommandTx, order: OrderId, handle: string): Promise<void> {
  for (const row of await tx.rows(selectHolds, [uuidOf(order)]))
    if (row.handle === handle && row.released_at === null)
      await close(tx, order, idFromUuid('hold', row.id), 'order.hold_released.v1');
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
): Promise<AnswerOf<typeof contract> | Refusal> {
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
