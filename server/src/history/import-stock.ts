// What is on the shelves, by SKU and location.

import { mapStock } from '@doorstep/core/history/master-map.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { countStock } from '../inventory/count-stock.ts';
import { levelKey, lockStockLevels } from '../inventory/move-stock.ts';
import { findLevels, lockFoundLevels } from './find-levels.ts';
import { refused, takeOneByOne } from './take-one-by-one.ts';
import type { StockUndo } from './undo-stock.ts';

/** What is on the shelf is a count: what is promised of it stays promised. */
export const importStock = takeOneByOne({
  kind: 'stock',
  map: mapStock,
  find: async (tx, wishes, write) => {
    const found = await findLevels(tx, wishes);
    // A dry run gives each level back before it looks at the next.
    if (write) await lockFoundLevels(tx, wishes, found);
    return found;
  },
  take: async (tx, wish, found) => {
    const level = found(wish);
    if (isRefusal(level)) return refused(level);
    // Of the locked level: what it was before may not move until it is counted.
    const locked = (await lockStockLevels(tx, [level])).get(levelKey(level));
    const before = locked?.onHand ?? 0;
    if (level.isKnown && before === wish.onHand)
      return { outcome: 'skip', reason: null, entity: null };
    const counted = await countStock(tx, {
      location: level.location,
      lines: [{ sku: level.sku, counted: wish.onHand }],
    });
    if (isRefusal(counted)) return refused(counted);
    const { sku, location } = level;
    const undo = { sku, location, before, after: wish.onHand } satisfies StockUndo;
    return { outcome: level.isKnown ? 'change' : 'create', reason: null, entity: null, undo };
  },
});
