// What the movements and the open reservations of one level add up to, at one moment.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { getStockSums } from '@doorstep/contract/stock-grid.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { findLevel } from './find-level.ts';
import { selectSums } from './grid.sql.ts';

export async function readStockSums(
  tx: Tx,
  query: QueryOf<typeof getStockSums>,
): Promise<AnswerOf<typeof getStockSums> | Refusal> {
  const found = await findLevel(tx, query);
  if (isRefusal(found)) return found;
  const { sku, location } = found;
  const sums = await tx.row(selectSums, [uuidOf(sku.id), uuidOf(location.id)]);
  if (sums === undefined) throw new Error('sums of nothing are zero, and one row');
  return {
    sku: sku.code,
    location: location.code,
    onHand: sums.on_hand,
    reserved: sums.reserved,
    movements: {
      count: sums.movements,
      onHand: sums.moved_on_hand,
      reserved: sums.moved_reserved,
    },
    reservations: { count: sums.reservations, quantity: sums.units_reserved },
  };
}
