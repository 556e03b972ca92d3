// The store credit of a customer, in every currency.

import type { StoreCreditAnswer } from '@doorstep/contract/store-credit.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectCustomer } from '../customers/sql.ts';
import type { Tx } from '../db/transaction.ts';
import { presentAccount } from './present-value.ts';
import { selectStoreCredits } from './sql.ts';

export async function readStoreCredit(
  tx: Tx,
  customer: CustomerId,
): Promise<StoreCreditAnswer | Refusal> {
  const id = [uuidOf(customer)];
  const [known, rows] = await Promise.all([
    tx.row(selectCustomer, id),
    tx.rows(selectStoreCredits, id),
  ]);
  if (known === undefined) return refuse('not-found', 'There is no such customer.');
  return { customer, accounts: rows.map(presentAccount) };
}
