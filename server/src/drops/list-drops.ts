// The list of drops, newest first.

import type { listDrops as operation } from '@doorstep/contract/drops.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { pageById } from '../http/list-page.ts';
import { presentDrop } from './read-drop.ts';
import { type ItemRow, listDrops as listRows, selectItems } from './sql.ts';

export async function listDrops(
  tx: Tx,
  query: QueryOf<typeof operation>,
  now: Date,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const items = new Map<string, ItemRow[]>();
  return pageById(
    query,
    async (before, limit) => {
      const rows = await tx.rows(listRows, [before, limit]);
      const all = await tx.rows(selectItems, [rows.map(({ id }) => id)]);
      for (const [drop, own] of Map.groupBy(all, (item) => item.drop_id)) items.set(drop, own);
      return rows;
    },
    (row) => presentDrop(row, items.get(row.id) ?? [], now),
  );
}
