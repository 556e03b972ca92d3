// Agrees to a refund that somebody else asked for, or declines it. Both look at it with the order
// locked, so of two who decide at once the second finds it decided.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { decideRefund as operation, RefundRequestAnswer } from '@doorstep/contract/refunds.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { personBehind } from '../access/person-behind.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { grantRefund } from './grant-refund.ts';
import { lockOrder } from './lock-order.ts';
import { presentRefundRequest } from './present-refund-request.ts';
import { priceRefund, readRefundable } from './price-refund.ts';
import {
  closeRefundRequest,
  type RefundRequestRow,
  selectRefundRequest,
} from './refund-requests.sql.ts';
import { sayOfRefund } from './say-of-refund.ts';

type RequestId = Id<'refundRequest'>;

export async function decideRefund(
  tx: CommandTx,
  reference: string,
  id: RequestId,
  { decision, note, version }: BodyOf<typeof operation>,
): Promise<RefundRequestAnswer | Refusal> {
  const order = await lockOrder(tx, reference, version);
  if (isRefusal(order)) return order;
  const row = await tx.row(selectRefundRequest, [uuidOf(order), uuidOf(id)]);
  if (row === undefined) return refuse('not-found', `The order has no refund request ${id}.`);
  const refusal = (await refuseOwn(tx, row)) ?? refuseDecided(row);
  if (refusal !== undefined) return refusal;
  const state = decision === 'approve' ? 'approved' : 'declined';
  const by = actorText(tx.actor);
  const values = [uuidOf(order), uuidOf(id), state, by, tx.now, note ?? null];
  const closed = await tx.row(closeRefundRequest, values);
  if (closed === undefined) throw new Error('a waiting refund request was not closed');
  const outcome =
    decision === 'approve' ? await approve(tx, order, id, row) : await decline(tx, order, id, row);
  if (isRefusal(outcome)) return outcome;
  tx.clear({ type: 'refund-waiting', cause: id });
  return presentRefundRequest(closed);
}

/** Two people agree, or nothing is given: a key is whoever made it. */
async function refuseOwn(tx: CommandTx, row: RefundRequestRow): Promise<Refusal | undefined> {
  if (tx.actor.kind !== 'user')
    return refuse('not-a-user', 'A person decides about a refund, not an API key.');
  const asked = await personBehind(tx, row.requested_by);
  return asked === actorText(tx.actor)
    ? refuse('refund-own-request', 'You asked for this refund: somebody else decides about it.')
    : undefined;
}

function refuseDecided({ state }: RefundRequestRow): Refusal | undefined {
  return state === 'waiting'
    ? undefined
    : refuse('refund-decided', `This refund was ${state} already.`, { state });
}

/** Priced anew: what left, came back or was given since counts. */
async function approve(
  tx: CommandTx,
  order: OrderId,
  id: RequestId,
  row: RefundRequestRow,
): Promise<Refusal | undefined> {
  const priced = priceRefund(await readRefundable(tx, order), {
    amountMinor: Number(row.amount_on_top_minor),
    shippingMinor: Number(row.shipping_minor),
    feesMinor: Number(row.fees_minor),
    lines: row.lines,
  });
  if (isRefusal(priced)) return priced;
  const say = await sayOfRefund(tx, tx.actor, order, priced.amountMinor);
  if (isRefusal(say)) return say;
  const { reason, note, allocation, destination, requested_by: by } = row;
  const granted = await grantRefund(tx, order, {
    ...priced,
    ...{ reason, note, allocation, destination, return: null, requested: { id, by } },
  });
  return isRefusal(granted) ? granted : undefined;
}

async function decline(
  tx: CommandTx,
  order: OrderId,
  id: RequestId,
  row: RefundRequestRow,
): Promise<undefined> {
  const told = { request: id, amountMinor: Number(row.amount_minor) };
  await emitOfOrder(tx, order, 'order.refund_declined.v1', told);
  return undefined;
}
