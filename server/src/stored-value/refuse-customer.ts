// A customer who cannot have stored value: unknown, erased, or another one by now.

import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { customerMerged } from '../customers/customer-merged.ts';
import { lockCustomer } from '../customers/sql.ts';
import type { CommandTx } from '../db/run-command.ts';

/** Locks them. @returns `not-found`, `customer-erased`, `customer-merged`, or undefined when fine */
export async function refuseCustomer(
  tx: CommandTx,
  customer: CustomerId | null,
): Promise<Refusal | undefined> {
  if (customer === null) return undefined;
  const row = await tx.row(lockCustomer, [uuidOf(customer)]);
  if (row === undefined) return refuse('not-found', 'There is no such customer.');
  if (row.erased_at !== null) return refuse('customer-erased', 'The customer was erased.');
  return customerMerged(row);
}
