// Returns over HTTP.

import * as contract from '@doorstep/contract/returns.ts';
import type { ReturnId } from '@doorstep/core/ids.ts';
import type { NumberLease } from '../db/lease-number.ts';
import { inTransaction } from '../db/transaction.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { approveReturn } from './approve-return.ts';
import { cancelReturn } from './cancel-return.ts';
import { declineReturn } from './decline-return.ts';
import { listReturns } from './list-returns.ts';
import { previewReturnRefund } from './preview-return-refund.ts';
import { readReturn } from './read-return.ts';
import { receiveReturn } from './receive-return.ts';
import { receiveUnannounced } from './receive-unannounced.ts';
import { refundReturn } from './refund-return.ts';
import { requestReturn } from './request-return.ts';

export function returnRoutes(http: HttpContext, numbers: NumberLease): void {
  bindCommand(http, contract.requestReturn, (tx, { params, body }) =>
    requestReturn(tx, numbers, params.order, body),
  );
  bindRead(http, contract.listReturns, (tx, { query }) => listReturns(tx, query));
  bindRead(http, contract.getReturn, (tx, { params }) => readReturn(tx, params.return as ReturnId));
  bindCommand(http, contract.receiveReturn, (tx, { params, body }) =>
    receiveReturn(tx, params.return as ReturnId, body),
  );
  bindCommand(http, contract.receiveUnannounced, (tx, { body }) =>
    receiveUnannounced(tx, numbers, body),
  );
  bindCommand(http, contract.refundReturn, (tx, { params, body }) =>
    refundReturn(tx, params.return as ReturnId, body),
  );
  bindCall(http, contract.previewReturnRefund, ({ principal, params, body }) =>
    inTransaction(http.pool, principal.tenant, (tx) =>
      previewReturnRefund(tx, principal.actor, params.return as ReturnId, body),
    ),
  );
  bindCommand(http, contract.approveReturn, (tx, { params }) =>
    approveReturn(tx, params.return as ReturnId),
  );
  bindCommand(http, contract.declineReturn, (tx, { params, body }) =>
    declineReturn(tx, params.return as ReturnId, body?.note ?? null),
  );
  bindCommand(http, contract.cancelReturn, (tx, { params }) =>
    cancelReturn(tx, params.return as ReturnId),
  );
}
