// The order that a preview is about, as its caller saw it; nothing is locked.

import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { findOrder, orderNotFound } from './find-order.ts';
import { refuseChanged } from './refuse-changed.ts';
import { selectOrder } from './sql.ts';

export interface SeenOrder {
  readonly order: OrderId;
  readonly version: number;
  readonly currency: string;
}

export async function readSeenOrder(
  tx: Tx,
  reference: string,
  read: number | undefined,
): Promise<SeenOrder | Refusal> {
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  const row = await tx.row(selectOrder, [uuidOf(order)]);
  if (row === undefined) return orderNotFound(reference);
  const { version, currency } = row;
  return (await refuseChanged(tx, order, read, version)) ?? { order, version, currency };
}
