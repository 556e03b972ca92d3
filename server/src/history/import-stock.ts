// What is on the shelves, by SKU and location.

import { mapStock, type StockWish } from '@doorstep/core/history/master-map.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { countStock } from '../inventory/count-stock.ts';
import { selectOnHand } from './master.sql.ts';
import { refused, takeOneByOne } from './take-one-by-one.ts';
import type { StockUndo } from './undo-stock.ts';

/** What is on the shelf is a count: what is promised of it stays promised. */
export const importStock = takeOneByOne<StockWish>('stock', mapStock, async (tx, wish) => {
  const level = await tx.row(selectOnHand, [wish.sku, wish.location]);
  if (level?.on_hand === wish.onHand) return { outcome: 'skip', reason: null, entity: null };
  const before = level?.on_hand ?? 0;
  const counted = await countStock(tx, {
    location: wish.location,
    lines: [{ sku: wish.sku, counted: wish.onHand }],
  });
  if (isRefusal(counted)) return refused(counted);
  return {
    outcome: level === undefined ? 'create' : 'change',
    reason: null,
    entity: null,
    undo: {
      sku: wish.sku,
      location: wish.location,
      before,
      after: wish.onHand,
    } satisfies StockUndo,
  };
});
