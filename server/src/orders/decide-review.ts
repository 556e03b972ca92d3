// Approves an order that is held for review, or declines it: then what has not shipped is canceled, and
// its money voided or refunded, in the same command.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { OrderRiskAnswer, decideReview as operation } from '@doorstep/contract/risk.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { REVIEW_HOLD } from '@doorstep/core/risk/risk-review.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { decideReviewRow, selectReview } from '../risk/sql.ts';
import { cancelOrder } from './cancel-order.ts';
import { lockOrder } from './lock-order.ts';
import { readOrderRisk } from './read-order-risk.ts';
import { liftHolds } from './release-hold.ts';

export async function decideReview(
  tx: CommandTx,
  reference: string,
  { decision, note, version }: BodyOf<typeof operation>,
): Promise<OrderRiskAnswer | Refusal> {
  const order = await lockOrder(tx, reference, version);
  if (isRefusal(order)) return order;
  const review = await tx.row(selectReview, [uuidOf(order)]);
  const state = review?.state ?? null;
  if (review === undefined || state !== 'review')
    return refuse('nothing-to-review', 'Nobody has to decide about this order.', { state });
  const isApproved = decision === 'approve';
  await tx.run(decideReviewRow, [
    ...[uuidOf(order), isApproved ? 'approved' : 'declined', actorText(tx.actor), tx.now, note],
  ]);
  const type = isApproved ? 'order.review_approved.v1' : 'order.review_declined.v1';
  await emitOfOrder(tx, order, type, { score: review.score });
  const refused = isApproved ? undefined : await cancelRest(tx, order, note);
  if (refused !== undefined) return refused;
  await liftHolds(tx, order, REVIEW_HOLD);
  tx.clear({ type: 'risk-review', cause: order });
  return readOrderRisk(tx, order);
}

/** What shipped before somebody declined it can only be asked back. */
async function cancelRest(
  tx: CommandTx,
  order: OrderId,
  note: string,
): Promise<Refusal | undefined> {
  const canceled = await cancelOrder(tx, order, { reason: 'fraud', note });
  return isRefusal(canceled) && canceled.refused !== 'nothing-to-cancel' ? canceled : undefined;
}
