// Over HTTP: how the tenant refunds, and what customers may owe.

import * as terms from '@doorstep/contract/payment-terms.ts';
import * as refunds from '@doorstep/contract/refunds.ts';
import type { CustomerId, PaymentId } from '@doorstep/core/ids.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { approveCredit } from './approve-credit.ts';
import { readCustomerCredit } from './read-customer-credit.ts';
import { readRefundPolicy } from './read-refund-policy.ts';
import { recordInvoice } from './record-invoice.ts';
import { setCustomerCredit } from './set-customer-credit.ts';
import { presentRefundPolicy, setRefundPolicy } from './set-refund-policy.ts';

export function policyRoutes(http: HttpContext): void {
  bindRead(http, refunds.getRefundPolicy, async (tx) =>
    presentRefundPolicy(await readRefundPolicy(tx)),
  );
  bindCommand(http, refunds.setRefundPolicy, (tx, { body }) => setRefundPolicy(tx, body));
  bindRead(http, terms.getCustomerCredit, (tx, { params }) =>
    readCustomerCredit(tx, params.customer as CustomerId),
  );
  bindCommand(http, terms.setCustomerCredit, (tx, { params, body }) =>
    setCustomerCredit(tx, params.customer as CustomerId, params.currency, body),
  );
  bindCommand(http, terms.approveCredit, (tx, { params, body }) =>
    approveCredit(tx, params.payment as PaymentId, body),
  );
  bindCommand(http, terms.recordInvoice, (tx, { params, body }) =>
    recordInvoice(tx, params.payment as PaymentId, body),
  );
}
