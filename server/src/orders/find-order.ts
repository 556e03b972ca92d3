// Finds an order by its id or its number.

import { idFromUuid, type OrderId, parseId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { numberIn } from '@doorstep/core/settings/number-format.ts';
import type { Tx } from '../db/transaction.ts';
import { selectOrderIdByNumber, selectOrderVersion } from './sql.ts';

/** The id; an id that is well formed is not looked up here. */
export async function findOrder(tx: Tx, reference: string): Promise<OrderId | Refusal> {
  const id = parseId('order', reference);
  if (id !== undefined) return id;
  const number = numberIn(reference);
  const row =
    number === undefined ? undefined : await tx.row(selectOrderIdByNumber, [number, reference]);
  return row === undefined ? orderNotFound(reference) : idFromUuid('order', row.id);
}

export function orderNotFound(reference: string): Refusal {
  return refuse('not-found', `There is no order ${reference}.`);
}

/** Whether the tenant has an order with this id. */
export async function isOrder(tx: Tx, order: OrderId): Promise<boolean> {
  return (await tx.row(selectOrderVersion, [uuidOf(order)])) !== undefined;
}
