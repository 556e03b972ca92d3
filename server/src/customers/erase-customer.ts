// Erases a customer: everything personal goes, what was sold and for how much stays.

import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { erasePersonalRows } from './erase-personal-rows.ts';
import { eraseCustomerRow, lockOrdersOfCustomer } from './erasure.sql.ts';
import { presentCustomer } from './present-customer.ts';
import { lockCustomer } from './sql.ts';

/**
 * For good; a second time it answers the same and changes nothing.
 *
 * @returns refusal: `not-found`
 */
export async function eraseCustomer(
  tx: CommandTx,
  id: CustomerId,
): Promise<CustomerAnswer | Refusal> {
  const before = await tx.row(lockCustomer, [uuidOf(id)]);
  if (before === undefined) return refuse('not-found', 'There is no such customer.');
  if (before.erased_at !== null) return presentCustomer(before);
  const orders = (await tx.rows(lockOrdersOfCustomer, [uuidOf(id)])).map((order) => order.id);
  await erasePersonalRows(tx, { customer: id, orders, answers: 'erased' });
  const row = await tx.row(eraseCustomerRow, [uuidOf(id), tx.now]);
  if (row === undefined) throw new Error('a locked customer was not erased');
  tx.emit({
    type: 'customer.erased.v1',
    subject: id,
    version: row.version,
    data: { orders: orders.length },
  });
  return presentCustomer(row);
}
