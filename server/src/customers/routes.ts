// HTTP of customers.

import * as contract from '@doorstep/contract/customers.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { changeCustomer } from './change-customer.ts';
import { createCustomer } from './create-customer.ts';
import { eraseCustomer } from './erase-customer.ts';
import { listCustomers } from './list-customers.ts';
import { mergeCustomers } from './merge-customers.ts';
import { presentCustomer } from './present-customer.ts';
import { previewMerge } from './preview-merge.ts';
import { selectCustomer } from './sql.ts';

/** What rooms downstream keep of customers goes along when two are merged: both are locked. */
export type JoinMore = (tx: CommandTx, into: CustomerId, from: CustomerId) => Promise<void>;

export function customersRoutes(http: HttpContext, joinMore: JoinMore): void {
  bindRead(http, contract.listCustomers, (tx, { query }) => listCustomers(tx, query));
  bindRead(http, contract.getCustomer, async (tx, { params }) => {
    const row = await tx.row(selectCustomer, [uuidOf(params.customer as CustomerId)]);
    return row === undefined
      ? refuse('not-found', 'There is no such customer.')
      : presentCustomer(row);
  });
  bindCommand(http, contract.createCustomer, (tx, { body }) => createCustomer(tx, body));
  bindCommand(http, contract.changeCustomer, (tx, { params, body }) =>
    changeCustomer(tx, params.customer as CustomerId, body),
  );
  bindRead(http, contract.previewMerge, (tx, { params, query }) =>
    previewMerge(tx, params.customer as CustomerId, query.from as CustomerId),
  );
  bindCommand(http, contract.mergeCustomers, async (tx, { params, body }) => {
    const [into, from] = [params.customer as CustomerId, body.from as CustomerId];
    const merged = await mergeCustomers(tx, into, { ...body, from });
    if (!isRefusal(merged)) await joinMore(tx, into, from);
    return merged;
  });
  bindCommand(http, contract.eraseCustomer, (tx, { params }) =>
    eraseCustomer(tx, params.customer as CustomerId),
  );
}
