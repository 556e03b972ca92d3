// Orders over HTTP.

import * as capture from '@doorstep/contract/order-capture.ts';
import * as notes from '@doorstep/contract/order-notes.ts';
import * as contract from '@doorstep/contract/orders.ts';
import * as payments from '@doorstep/contract/payments.ts';
import type { Id } from '@doorstep/core/ids.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { rowsOf, sendLines } from '../http/row-stream.ts';
import { readSubject } from '../log/read-log.ts';
import { addNote } from './add-note.ts';
import { addPayment } from './add-payment.ts';
import { cancelOrder } from './cancel-order.ts';
import { captureInBulk } from './capture-in-bulk.ts';
import type { CaptureQueue } from './capture-queue.ts';
import { eraseOrder } from './erase-order.ts';
import { explainRouting } from './explain-routing.ts';
import { findOrder, isOrder, orderNotFound } from './find-order.ts';
import { grantRefund } from './grant-refund.ts';
import { lockOrder } from './lock-order.ts';
import { placeHold } from './place-hold.ts';
import { readOrder } from './read-order.ts';
import { readOrderPayments } from './read-order-payments.ts';
import { releaseHold } from './release-hold.ts';
import { setCustomFields } from './set-custom-fields.ts';
import { tagOrder } from './tag-order.ts';

export function orderRoutes(
  http: HttpContext,
  queue: CaptureQueue,
  providers: PaymentProviders,
): void {
  bindCall(http, capture.captureOrder, async ({ body, principal, idempotencyKey, reply }) => {
    const outcome = await queue.capture(principal.tenant, principal.actor, body, idempotencyKey);
    if (isRefusal(outcome)) return outcome;
    if (outcome.how === 'replayed') reply.header('idempotency-replayed', 'true');
    if (outcome.how === 'known') reply.code(200);
    return outcome.answer;
  });
  bindCall(http, capture.captureOrdersInBulk, async (call) => {
    const { principal, idempotencyKey, body, request, reply } = call;
    const rows = rowsOf(body);
    if ('refused' in rows) return rows;
    const bulk = { ...principal, key: idempotencyKey, requestId: request.id };
    await sendLines(request, reply, captureInBulk(queue, bulk, rows));
    return undefined;
  });

  bindRead(http, contract.getOrder, (tx, { params }) => readOrder(tx, params.order));
  bindRead(http, contract.explainRouting, (tx, { params }) => explainRouting(tx, params.order));
  bindRead(http, contract.getOrderTimeline, async (tx, { params, query }) => {
    const order = await findOrder(tx, params.order);
    if (isRefusal(order)) return order;
    const limit = query.limit ?? 100;
    const events = await readSubject(tx, order, query.afterVersion ?? 0, limit + 1);
    if (events.length === 0 && !(await isOrder(tx, order))) return orderNotFound(params.order);
    const items = events.slice(0, limit);
    return {
      items: items.map((event) => ({ ...event })),
      nextAfterVersion: events.length > limit ? (items.at(-1)?.version ?? null) : null,
    };
  });
  bindCommand(http, contract.cancelOrder, (tx, { params, body }) =>
    cancelOrder(tx, params.order, body),
  );

  moneyRoutes(http, providers);

  bindCommand(http, notes.placeHold, (tx, { params, body }) => placeHold(tx, params.order, body));
  bindCommand(http, notes.releaseHold, (tx, { params }) =>
    releaseHold(tx, params.order, params.hold as Id<'hold'>),
  );
  bindCommand(http, notes.tagOrder, (tx, { params }) =>
    tagOrder(tx, params.order, params.tag, 'add'),
  );
  bindCommand(http, notes.untagOrder, (tx, { params }) =>
    tagOrder(tx, params.order, params.tag, 'remove'),
  );
  bindCommand(http, notes.addNote, (tx, { params, body }) => addNote(tx, params.order, body.body));
  bindCommand(http, notes.eraseOrder, (tx, { params }) => eraseOrder(tx, params.order));
  bindCommand(http, notes.setCustomFields, (tx, { params, body }) =>
    setCustomFields(tx, params.order, body),
  );
}

/** What is about the money of an order; what is about one payment is in payments/routes.ts. */
function moneyRoutes(http: HttpContext, providers: PaymentProviders): void {
  bindRead(http, payments.getOrderPayments, async (tx, { params }) => {
    const order = await findOrder(tx, params.order);
    return isRefusal(order) ? order : readOrderPayments(tx, order);
  });
  bindCommand(http, payments.addPayment, (tx, { params, body }) =>
    addPayment(tx, providers, params.order, body),
  );
  bindCommand(http, payments.grantRefund, async (tx, { params, body }) => {
    const order = await lockOrder(tx, params.order, body.version);
    if (isRefusal(order)) return order;
    const { reason, note = null } = body;
    const amountMinor = BigInt(body.amountMinor);
    const granted = await grantRefund(tx, order, { amountMinor, reason, note, return: null });
    return isRefusal(granted) ? granted : readOrderPayments(tx, order);
  });
}
