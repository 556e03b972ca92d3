// The risk of orders over HTTP: what is told of it, and the review.

import * as contract from '@doorstep/contract/risk.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { recordRiskSignal } from '../payments/record-risk-signal.ts';
import { decideReview } from './decide-review.ts';
import { findOrder, isOrder, orderNotFound } from './find-order.ts';
import { listReviews } from './list-reviews.ts';
import { lockOrder } from './lock-order.ts';
import { readOrderRisk } from './read-order-risk.ts';

export function reviewRoutes(http: HttpContext): void {
  bindRead(http, contract.listReviews, (tx, { query }) => listReviews(tx, query));
  bindRead(http, contract.getOrderRisk, async (tx, { params }) => {
    const order = await findOrder(tx, params.order);
    if (isRefusal(order)) return order;
    return (await isOrder(tx, order)) ? readOrderRisk(tx, order) : orderNotFound(params.order);
  });
  bindCommand(http, contract.recordRiskSignal, async (tx, { params, body }) => {
    const order = await lockOrder(tx, params.order);
    if (isRefusal(order)) return order;
    const { source, level, score = null, detail = null, reference } = body;
    const told = { source, level, score, detail, reference, payment: null };
    await recordRiskSignal(tx, order, told);
    return readOrderRisk(tx, order);
  });
  bindCommand(http, contract.decideReview, (tx, { params, body }) =>
    decideReview(tx, params.order, body),
  );
}
