// The payments of an order, in order of their numbers.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { Payment } from '@doorstep/core/payments/payment.ts';
import type { Tx } from '../db/transaction.ts';
import { type PaymentRow, selectPayments } from './sql.ts';

export type OrderPayment = Payment & Omit<PaymentRow, 'id' | 'orderAmountMinor'>;

export async function readPayments(tx: Tx, order: OrderId): Promise<OrderPayment[]> {
  const rows = await tx.rows(selectPayments, [uuidOf(order)]);
  return rows.map(({ orderAmountMinor, ...row }) => ({
    ...row,
    id: idFromUuid('payment', row.id),
    conversion:
      orderAmountMinor === null ? null : { amountMinor: row.amountMinor, orderAmountMinor },
  }));
}
