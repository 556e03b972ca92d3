// Finds a payment by its id, locks its order, and reads what the order is paid with.

import { idFromUuid, type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { lockOrderRow } from '../log/sql.ts';
import { type OrderPayment, readPayments } from './read-payments.ts';
import { selectOrderOfPayment } from './sql.ts';

export interface LockedPayment {
  readonly order: OrderId;
  readonly payment: OrderPayment;
}

export async function lockPayment(tx: Tx, id: PaymentId): Promise<LockedPayment | Refusal> {
  const row = await tx.row(selectOrderOfPayment, [uuidOf(id)]);
  if (row === undefined) return refuse('not-found', `There is no payment ${id}.`);
  await tx.row(lockOrderRow, [row.order_id]);
  const order = idFromUuid('order', row.order_id);
  const payment = (await readPayments(tx, order)).find((one) => one.id === id);
  if (payment === undefined) throw new Error(`payment ${id} went from its order`);
  return { order, payment };
}
