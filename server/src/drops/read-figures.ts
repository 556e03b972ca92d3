// The live figures of a drop. They are kept as counts: reading them costs the same whether ten units
// were sold or ten thousand.

import type { FiguresAnswer } from '@doorstep/contract/drop-room.ts';
import { dropStatus, sellThrough } from '@doorstep/core/drops/drop.ts';
import { type DropId, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import type { DropRefusals } from './drop-refusals.ts';
import { dropNotFound } from './find-drop.ts';
import { itemOf, termsOf } from './open-books.ts';
import { selectDrop, selectItems, selectMinutes } from './sql.ts';

const MINUTES_MS = 60 * 60_000;

export async function readFigures(
  tx: Tx,
  id: DropId,
  { now, refusals }: { readonly now: Date; readonly refusals: DropRefusals },
): Promise<FiguresAnswer | Refusal> {
  const [row, rows, minutes] = await Promise.all([
    tx.row(selectDrop, [uuidOf(id)]),
    tx.rows(selectItems, [[uuidOf(id)]]),
    tx.rows(selectMinutes, [uuidOf(id), new Date(now.getTime() - MINUTES_MS)]),
  ]);
  if (row === undefined) return dropNotFound(id);
  const items = rows.map(itemOf);
  const sum = (count: (item: (typeof items)[number]) => number) =>
    items.reduce((total, item) => total + count(item), 0);
  return {
    drop: id,
    status: dropStatus(termsOf(row), items, now),
    pooled: sum((item) => item.pooled),
    held: sum((item) => item.held),
    sold: sum((item) => item.sold),
    released: sum((item) => item.released),
    preordered: sum((item) => item.preordered),
    waiting: sum((item) => item.waiting),
    sellThrough: sellThrough(items),
    minutes: minutes.map(({ minute, orders, sold, preordered }) => ({
      minute: minute.toISOString(),
      ...{ orders, sold, preordered },
    })),
    refusals: refusals.of(id),
    at: now.toISOString(),
  };
}
