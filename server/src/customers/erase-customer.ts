// Erases a customer: everything personal goes, what was sold and for how much stays.

import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import {
  deletePersonalTokens,
  eraseCancellationNotes,
  eraseCustomerRow,
  eraseHoldNotes,
  eraseOrderContacts,
  eraseOrderNotes,
  eraseOrders,
  eraseStoredAnswers,
  lockOrdersOfCustomer,
} from './erasure.sql.ts';
import { presentCustomer } from './present-customer.ts';
import { lockCustomer } from './sql.ts';

/** What a request repeated after the erasure is told instead of its old answer. */
const ERASED = refuse('customer-erased', 'The customer of this request was erased since.');

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
  await erasePersonalRows(tx, id, orders);
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

async function erasePersonalRows(
  tx: CommandTx,
  id: CustomerId,
  orders: readonly string[],
): Promise<void> {
  const [erased, holds] = await Promise.all([
    tx.rows(eraseOrders, [orders]),
    tx.rows(eraseHoldNotes, [orders]),
    tx.run(eraseOrderContacts, [orders]),
    tx.run(eraseOrderNotes, [orders]),
    tx.run(eraseCancellationNotes, [orders]),
    tx.run(deletePersonalTokens, [uuidOf(id), orders]),
  ]);
  const answersOf = [
    id,
    ...orders.map((order) => idFromUuid('order', order)),
    ...holds.map((hold) => idFromUuid('hold', hold.id)),
  ];
  await tx.run(eraseStoredAnswers, [answersOf, JSON.stringify(ERASED)]);
  for (const order of erased)
    tx.emit({
      type: 'order.erased.v1',
      subject: idFromUuid('order', order.id),
      version: order.version,
      data: {},
    });
}
