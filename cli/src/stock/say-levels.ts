// Stock levels as a table.

import type { StockLevelAnswer } from '@doorstep/contract/inventory.ts';
import { say, sayTable } from '../print.ts';

export function sayLevels(levels: readonly StockLevelAnswer[]): void {
  if (levels.length === 0) {
    say('No stock levels.');
    return;
  }
  sayTable(
    ['SKU', 'location', 'on hand', 'reserved', 'available', 'damaged', 'incoming', 'shortfall'],
    levels.map((level) => [
      level.sku,
      level.location,
      level.onHand,
      level.reserved,
      level.available,
      level.damaged + level.qualityControl,
      level.incoming + level.inTransit,
      level.shortfall,
    ]),
  );
}
