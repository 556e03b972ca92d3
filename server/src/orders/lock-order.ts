// Finds the order that a request names and locks it: every change of an order begins so.

import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { lockOrderRow } from '../log/sql.ts';
import { findOrder, orderNotFound } from './find-order.ts';
import { refuseChanged } from './refuse-changed.ts';

/** @param read the version the caller saw, if it said; another one now is `version-conflict` */
export async function lockOrder(
  tx: Tx,
  reference: string,
  read?: number,
): Promise<OrderId | Refusal> {
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  const row = await tx.row(lockOrderRow, [uuidOf(order)]);
  if (row === undefined) return orderNotFound(reference);
  return (await refuseChanged(tx, order, read, row.version)) ?? order;
}
