// Orders over HTTP.

import * as ofCustomers from '@doorstep/contract/customer-orders.ts';
import * as mentions from '@doorstep/contract/mentions.ts';
import * as capture from '@doorstep/contract/order-capture.ts';
import * as notes from '@doorstep/contract/order-notes.ts';
import * as promise from '@doorstep/contract/order-promise.ts';
import * as contract from '@doorstep/contract/orders.ts';
import * as payments from '@doorstep/contract/payments.ts';
import * as previews from '@doorstep/contract/previews.ts';
import { decideRefund as decideOperation } from '@doorstep/contract/refunds.ts';
import type { CustomerId, Id } from '@doorstep/core/ids.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Logger } from 'pino';
import { inTransaction } from '../db/transaction.ts';
import { answerCommand } from '../http/answer-command.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { rowsOf, sendLines } from '../http/row-stream.ts';
import { refuseReason } from '../settings/refuse-reason.ts';
import type { GiftCardDoor } from '../stored-value/gift-card-door.ts';
import { addNote } from './add-note.ts';
import { addPayment } from './add-payment.ts';
import { askRefund } from './ask-refund.ts';
import { cancelOrder } from './cancel-order.ts';
import { captureInBulk } from './capture-in-bulk.ts';
import type { CaptureQueue } from './capture-queue.ts';
import { changePromise } from './change-promise.ts';
import { decideRefund } from './decide-refund.ts';
import { deleteNote } from './delete-note.ts';
import { editNote } from './edit-note.ts';
import { eraseOrder } from './erase-order.ts';
import { explainRouting } from './explain-routing.ts';
import { findOrder } from './find-order.ts';
import { placeHold } from './place-hold.ts';
import { previewCancellation } from './preview-cancellation.ts';
import { previewRefund } from './preview-refund.ts';
import { readCustomerContacts } from './read-customer-contacts.ts';
import { listMentions, readMentions } from './read-mentions.ts';
import { readOrder } from './read-order.ts';
import { readOrderPayments } from './read-order-payments.ts';
import { readTimeline } from './read-timeline.ts';
import { releaseHold } from './release-hold.ts';
import { setCustomFields } from './set-custom-fields.ts';
import { summarizeCustomer } from './summarize-customer.ts';
import { tagOrder } from './tag-order.ts';

interface Paying {
  readonly providers: PaymentProviders;
  readonly door: GiftCardDoor;
}

interface Capturing {
  readonly queue: CaptureQueue;
  readonly log: Logger;
}

export function orderRoutes(http: HttpContext, { queue, log }: Capturing, paying: Paying): void {
  bindCall(http, capture.captureOrder, async ({ body, principal, idempotencyKey, reply }) => {
    const outcome = await queue.capture(principal.tenant, principal.actor, body, idempotencyKey);
    if (isRefusal(outcome)) return outcome;
    if (outcome.how === 'replayed') reply.header('idempotency-replayed', 'true');
    if (outcome.how === 'known') reply.code(200);
    return outcome.answer;
  });
  bindCall(http, capture.captureOrdersInBulk, async (call) => {
    const { principal, idempotencyKey, body, request } = call;
    const rows = rowsOf(body);
    if ('refused' in rows) return rows;
    const bulk = { ...principal, key: idempotencyKey, requestId: request.id };
    await sendLines(call, captureInBulk(queue, bulk, rows), log);
    return undefined;
  });

  bindRead(http, contract.getOrder, (tx, { params }) => readOrder(tx, params.order));
  bindRead(http, contract.explainRouting, (tx, { params }) => explainRouting(tx, params.order));
  bindRead(http, contract.getOrderTimeline, (tx, { params, query }) =>
    readTimeline(tx, params.order, query),
  );
  bindRead(http, ofCustomers.summarizeCustomer, (tx, { params }) =>
    summarizeCustomer(tx, params.customer as CustomerId),
  );
  bindRead(http, ofCustomers.readCustomerContacts, (tx, { params }) =>
    readCustomerContacts(tx, params.customer as CustomerId),
  );
  bindRead(http, previews.previewCancellation, (tx, { params, body }) =>
    previewCancellation(tx, params.order, body),
  );
  bindCommand(
    http,
    contract.cancelOrder,
    async (tx, { params, body }) =>
      (await refuseReason(tx, 'cancellation', body.reason)) ?? cancelOrder(tx, params.order, body),
  );

  bindCommand(http, promise.changePromise, (tx, { params, body }) =>
    changePromise(tx, params.order, body),
  );

  moneyRoutes(http, paying);

  noteRoutes(http);
}

/** What people put on an order. */
function noteRoutes(http: HttpContext): void {
  bindCommand(
    http,
    notes.placeHold,
    async (tx, { params, body }) =>
      (await refuseReason(tx, 'hold', body.reason)) ?? placeHold(tx, params.order, body),
  );
  bindCommand(http, notes.releaseHold, (tx, { params, body }) =>
    releaseHold(tx, params.order, params.hold as Id<'hold'>, body?.version),
  );
  bindCommand(http, notes.tagOrder, (tx, { params, query }) =>
    tagOrder(tx, params.order, params.tag, { how: 'add', ...query }),
  );
  bindCommand(http, notes.untagOrder, (tx, { params, query }) =>
    tagOrder(tx, params.order, params.tag, { how: 'remove', ...query }),
  );
  bindCommand(http, notes.addNote, (tx, { params, body }) => addNote(tx, params.order, body));
  bindCommand(http, notes.editNote, (tx, { params, body }) =>
    editNote(tx, params.order, params.note as Id<'note'>, body),
  );
  bindCommand(http, notes.deleteNote, (tx, { params, query }) =>
    deleteNote(tx, params.order, params.note as Id<'note'>, query.version),
  );
  bindCommand(http, notes.eraseOrder, (tx, { params }) => eraseOrder(tx, params.order));
  bindCommand(http, notes.setCustomFields, (tx, { params, body }) =>
    setCustomFields(tx, params.order, body),
  );
  bindCall(http, mentions.listMentions, ({ principal, query }) =>
    inTransaction(http.pool, principal.tenant, (tx) => listMentions(tx, principal.actor, query)),
  );
  bindCommand(http, mentions.readMentions, (tx, { body }) => readMentions(tx, body?.notes));
}

/** What is about the money of an order; what is about one payment is in payments/routes.ts. */
function moneyRoutes(http: HttpContext, { providers, door }: Paying): void {
  bindRead(http, payments.getOrderPayments, async (tx, { params }) => {
    const order = await findOrder(tx, params.order);
    return isRefusal(order) ? order : readOrderPayments(tx, order);
  });
  bindCall(http, payments.addPayment, async (call) => {
    const opened = await door.withoutCodes(call.principal, [call.body]);
    if (isRefusal(opened)) return opened;
    const [body = call.body] = opened;
    return answerCommand(http, call, (tx) => addPayment(tx, providers, call.params.order, body));
  });
  bindCall(http, previews.previewRefund, ({ principal, params, body }) =>
    inTransaction(http.pool, principal.tenant, (tx) =>
      previewRefund(tx, principal.actor, params.order, body),
    ),
  );
  bindCommand(
    http,
    payments.grantRefund,
    async (tx, { params, body }) =>
      (await refuseReason(tx, 'refund', body.reason)) ?? askRefund(tx, params.order, body),
  );
  bindCommand(http, decideOperation, (tx, { params, body }) =>
    decideRefund(tx, params.order, params.refundRequest as Id<'refundRequest'>, body),
  );
}
