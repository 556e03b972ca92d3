// A refund that was granted goes to the store credit of whoever ordered.

import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectCustomer } from '../customers/sql.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { carryToCredit } from '../payments/carry-to-credit.ts';
import { selectAccount } from '../payments/sql.ts';
import { readTerms } from './settle-order.ts';
import { selectOrder } from './sql.ts';

export interface CreditGranted {
  readonly amountMinor: bigint;
  readonly allocation: RefundAllocation | null;
}

/**
 * The order must be locked by this transaction, and its grant written.
 *
 * @returns `refund-not-captured`, `order-without-customer`, `customer-erased`, or undefined when done
 */
export async function refundToCredit(
  tx: CommandTx,
  order: OrderId,
  granted: CreditGranted,
): Promise<Refusal | undefined> {
  const nobody = await refuseNobody(tx, order);
  if (nobody !== undefined) return nobody;
  const account = await tx.row(selectAccount, [uuidOf(order)]);
  if (account === undefined) return NOT_PAID_HERE;
  const { currency, captureAt } = account;
  const terms = await readTerms(tx, order, captureAt);
  return carryToCredit(tx, order, { terms, currency, ...granted });
}

/** Nobody paid through us: nothing was captured that could be given. */
export const NOT_PAID_HERE = refuse(
  'refund-not-captured',
  'The order is not paid through Doorstep: nothing was captured that could go to the store credit.',
  { capturedMinor: 0 },
);

export async function refuseNobody(tx: Tx, order: OrderId): Promise<Refusal | undefined> {
  const customer = (await tx.row(selectOrder, [uuidOf(order)]))?.customer_id ?? null;
  if (customer === null)
    return refuse(
      'order-without-customer',
      'The order has no customer who could have store credit.',
    );
  const row = await tx.row(selectCustomer, [customer]);
  return row === undefined || row.erased_at !== null
    ? refuse('customer-erased', 'The customer was erased.')
    : undefined;
}
