// Payments over HTTP: what is about one payment. What is about an order is in orders/routes.ts.

import * as contract from '@doorstep/contract/payments.ts';
import type { Id, PaymentId } from '@doorstep/core/ids.ts';
import { bindCommand, type HttpContext } from '../http/bind.ts';
import { recordIntentResult } from './record-intent-result.ts';
import { recordPaymentFact } from './record-payment-fact.ts';
import { recordReceipt } from './record-receipt.ts';
import { retryPayment } from './retry-payment.ts';

export function paymentRoutes(http: HttpContext): void {
  bindCommand(http, contract.recordReceipt, (tx, { params, body }) =>
    recordReceipt(tx, params.payment as PaymentId, body),
  );
  bindCommand(http, contract.recordPaymentFact, (tx, { params, body }) =>
    recordPaymentFact(tx, params.payment as PaymentId, body),
  );
  bindCommand(http, contract.recordIntentResult, (tx, { params, body }) =>
    recordIntentResult(tx, params.intent as Id<'paymentIntent'>, body),
  );
  bindCommand(http, contract.retryPayment, (tx, { params }) =>
    retryPayment(tx, params.payment as PaymentId),
  );
}
