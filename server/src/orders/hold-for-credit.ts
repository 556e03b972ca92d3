// Holds an order that is to be paid on terms while its customer may not owe so much, and releases it
// when credit is given or it is paid another way. Told twice, it does nothing the second time.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { CREDIT_HOLD } from '@doorstep/core/payments/payment-terms.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { ordersOfEvents } from '../log/orders-of-events.ts';
import { selectOrdersOnCredit, selectTermsOfOrder } from '../payments/terms.sql.ts';
import { lockOrder } from './lock-order.ts';
import { placeHold } from './place-hold.ts';
import { liftHolds } from './release-hold.ts';

/** Events after which an order may wait for credit, or wait no more. */
export const MOVES_CREDIT = [
  'payment.terms_waiting.',
  'payment.authorized.',
  'payment.intent_closed.',
  'payment.declined.',
] as const;

/** Of the orders of these events, those that wait for credit, or are held for it. */
export async function listOnCredit(
  tx: Tx,
  events: readonly Pick<LogEvent, 'subject'>[],
): Promise<OrderId[]> {
  const rows = await tx.rows(selectOrdersOnCredit, [ordersOfEvents(events)]);
  return rows.map((row) => idFromUuid('order', row.order_id));
}

export async function holdForCredit(tx: CommandTx, order: OrderId): Promise<null> {
  await lockOrder(tx, order);
  const terms = await tx.rows(selectTermsOfOrder, [uuidOf(order)]);
  // What is so by now counts.
  if (terms.some((one) => one.waits_since !== null))
    await placeHold(tx, order, { reason: 'credit-limit', handle: CREDIT_HOLD });
  else await liftHolds(tx, order, CREDIT_HOLD);
  return null;
}
