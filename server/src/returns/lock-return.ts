// Locks a return: with its order, as everything that belongs to one; itself where it has none.

import { idFromUuid, type OrderId, type ReturnId, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { lockOrderRow } from '../log/sql.ts';
import { returnNotFound } from './read-return.ts';
import { lockReturnRow, type ReturnRow, selectReturn } from './sql.ts';

export interface LockedReturn {
  readonly id: ReturnId;
  readonly order: OrderId | null;
  readonly row: ReturnRow;
}

export async function lockReturn(tx: Tx, id: ReturnId): Promise<LockedReturn | Refusal> {
  const seen = await tx.row(selectReturn, [uuidOf(id)]);
  if (seen === undefined) return returnNotFound(id);
  if (seen.order_id === null) await tx.row(lockReturnRow, [uuidOf(id)]);
  else await tx.row(lockOrderRow, [seen.order_id]);
  const row = await tx.row(selectReturn, [uuidOf(id)]);
  if (row === undefined) return returnNotFound(id);
  return { id, order: row.order_id === null ? null : idFromUuid('order', row.order_id), row };
}
