// A hold as the channel sees it.

import type { HoldAnswer } from '@doorstep/contract/drop-room.ts';
import { type DropHoldId, type DropId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { presentHold } from './hold-units.ts';
import { selectHolds } from './holds.sql.ts';
import { holdsOf } from './open-books.ts';
import { selectItems, selectPool } from './sql.ts';

export async function readHold(
  tx: Tx,
  drop: DropId,
  id: DropHoldId,
): Promise<HoldAnswer | Refusal> {
  const [rows, units, items] = await Promise.all([
    tx.rows(selectHolds, [[uuidOf(id)]]),
    tx.rows(selectPool, [[uuidOf(id)]]),
    tx.rows(selectItems, [[uuidOf(drop)]]),
  ]);
  const own = rows.filter((row) => row.drop_id.replaceAll('-', '') === uuidOf(drop));
  const [hold] = holdsOf(own, units);
  if (hold === undefined) return holdNotOpen(id);
  const codes = new Map(items.map((item) => [item.sku_id.replaceAll('-', ''), item.code]));
  return presentHold(drop, hold, (sku) => codes.get(uuidOf(sku)) ?? sku);
}

export function holdNotOpen(id: DropHoldId): Refusal {
  return refuse(
    'not-found',
    `There is no open hold ${id}: it lapsed, or was bought or given back.`,
  );
}
