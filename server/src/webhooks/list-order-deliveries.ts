// What was sent of an order, to whom, and what came of it.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { listOrderDeliveries as operation } from '@doorstep/contract/order-deliveries.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { findOrder, isOrder, orderNotFound } from '../orders/find-order.ts';
import { selectDeliveriesOfSubject } from './order-deliveries.sql.ts';
import { presentDelivery } from './present.ts';

/** Events looked at, and deliveries answered. */
const MOST = 200;

export async function listOrderDeliveries(
  tx: Tx,
  reference: string,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  const rows = await tx.rows(selectDeliveriesOfSubject, [uuidOf(order), MOST]);
  if (rows.length === 0 && !(await isOrder(tx, order))) return orderNotFound(reference);
  return {
    items: rows.map((row) => ({
      endpoint: idFromUuid('webhookEndpoint', row.endpoint_id),
      url: row.url,
      delivery: presentDelivery(row),
    })),
  };
}
