// Erases a customer: everything personal goes, what was sold and for how much stays.

import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { customerMerged } from './customer-merged.ts';
import { ERASED, erasePersonalRows } from './erase-personal-rows.ts';
import { eraseWords } from './erase-words.ts';
import { eraseCustomerRow, lockOrdersOfCustomer } from './erasure.sql.ts';
import { lockAliases } from './merge.sql.ts';
import { presentCustomer } from './present-customer.ts';
import { readPersonalWords } from './read-personal-words.ts';
import { type CustomerRow, lockCustomer } from './sql.ts';

/**
 * For good, with whoever was merged into them; a second time it answers the same and changes nothing.
 *
 * @returns refusals: `not-found`, `customer-merged`
 */
export async function eraseCustomer(
  tx: CommandTx,
  id: CustomerId,
): Promise<CustomerAnswer | Refusal> {
  const before = await tx.row(lockCustomer, [uuidOf(id)]);
  if (before === undefined) return refuse('not-found', 'There is no such customer.');
  const merged = customerMerged(before);
  if (merged !== undefined) return merged;
  if (before.erased_at !== null) return presentCustomer(before);
  const aliases = await tx.rows(lockAliases, [[before.id]]);
  const customers = [before, ...aliases].map((row) => idFromUuid('customer', row.id));
  const orders = (await tx.rows(lockOrdersOfCustomer, [uuidOf(id)])).map((order) => order.id);
  const bare = { customers: customers.map(uuidOf), orders };
  const words = await readPersonalWords(tx, bare.customers, orders);
  await erasePersonalRows(tx, { customers, orders, answers: 'erased' });
  await eraseWords(tx, words, { ...bare, answer: JSON.stringify(ERASED) });
  for (const alias of customers.slice(1)) await eraseRow(tx, alias, 0);
  return presentCustomer(await eraseRow(tx, id, orders.length));
}

async function eraseRow(tx: CommandTx, id: CustomerId, orders: number): Promise<CustomerRow> {
  const row = await tx.row(eraseCustomerRow, [uuidOf(id), tx.now]);
  if (row === undefined) throw new Error('a locked customer was not erased');
  tx.emit({
    type: 'customer.erased.v1',
    subject: id,
    version: row.version,
    data: { orders },
  });
  return row;
}
