// Erases what is personal in one order, such as a guest's, who is no customer to erase.

import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { erasePersonalRows } from '../customers/erase-personal-rows.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrder } from './lock-order.ts';
import { readOrderById } from './read-order.ts';

export async function eraseOrder(tx: CommandTx, reference: string): Promise<OrderAnswer | Refusal> {
  const order = await lockOrder(tx, reference);
  if (isRefusal(order)) return order;
  await erasePersonalRows(tx, { customers: [], orders: [uuidOf(order)], answers: 'erased' });
  return readOrderById(tx, order);
}
