// A drop as people see it.

import type { DropAnswer } from '@doorstep/contract/drops.ts';
import { dropStatus } from '@doorstep/core/drops/drop.ts';
import { type DropId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { dropNotFound } from './find-drop.ts';
import { termsOf } from './open-books.ts';
import { type DropRow, type ItemRow, selectDrop, selectItems } from './sql.ts';

/** @param now what the status is told of */
export async function readDrop(
  tx: Tx & { readonly now: Date },
  id: DropId,
): Promise<DropAnswer | Refusal> {
  const [row, items] = await Promise.all([
    tx.row(selectDrop, [uuidOf(id)]),
    tx.rows(selectItems, [[uuidOf(id)]]),
  ]);
  return row === undefined ? dropNotFound(id) : presentDrop(row, items, tx.now);
}

export function presentDrop(row: DropRow, items: readonly ItemRow[], now: Date): DropAnswer {
  return {
    id: idFromUuid('drop', row.id),
    name: row.name,
    reference: row.reference,
    status: dropStatus(termsOf(row), items, now),
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    limitPerBuyer: row.limit_per_buyer,
    holdSeconds: row.hold_seconds,
    offerSeconds: row.offer_seconds,
    items: items.map((item) => ({
      sku: item.code,
      setApart: item.set_apart,
      pooled: item.pooled,
      held: item.held,
      sold: item.sold,
      released: item.released,
      preorderCap: item.preorder_cap,
      preordered: item.preordered,
      waiting: item.waiting,
    })),
    createdAt: row.created_at.toISOString(),
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    soldOutAt: row.sold_out_at?.toISOString() ?? null,
    version: row.version,
  };
}
