// Lists customers, newest first, all or those that a search finds.

import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { findByWords } from '../db/search-tokens.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import { presentCustomer } from './present-customer.ts';
import { selectCustomers, selectCustomersAmong } from './sql.ts';

export async function listCustomers(
  tx: Tx,
  request: ListRequest & { readonly search?: string },
): Promise<Page<CustomerAnswer> | Refusal> {
  const { search } = request;
  const among = search === undefined ? null : await findByWords(tx, search, ['customer']);
  return pageById(
    request,
    (before, limit) =>
      among === null
        ? tx.rows(selectCustomers, [before, limit])
        : tx.rows(selectCustomersAmong, [before, limit, among]),
    presentCustomer,
  );
}
