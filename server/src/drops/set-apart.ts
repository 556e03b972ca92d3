// Takes units out of general sale into the pool of a drop.

import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import { countItem, type DropBook, movePool } from '@doorstep/core/drops/drop-book.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { availableUnits } from '@doorstep/core/inventory/stock-level.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { levelKey, lockStockLevels, moveStock, type StockMove } from '../inventory/move-stock.ts';

/** The drop must be locked: its lock comes before those of stock. */
export async function setApart(
  tx: CommandTx,
  book: DropBook,
  cells: readonly PoolUnits[],
): Promise<StockMove[] | Refusal> {
  const levels = await lockStockLevels(tx, cells);
  const asked = new Map<string, number>();
  const short: object[] = [];
  for (const cell of cells) {
    const key = levelKey(cell);
    const level = levels.get(key);
    const requested = (asked.get(key) ?? 0) + cell.units;
    asked.set(key, requested);
    const available = level === undefined ? 0 : availableUnits(level, level.safetyStock);
    const sku = book.items.get(cell.sku)?.code ?? cell.sku;
    if (requested > available)
      short.push({ sku, requested, available: Math.max(0, available), backorderRoom: 0 });
  }
  if (short.length > 0)
    return refuse('insufficient-stock', 'Not enough stock to set apart.', { skus: short });
  const moves = cells.map(
    ({ sku, location, units }): StockMove => ({
      sku,
      location,
      type: 'reserved',
      delta: delta.reserved(units),
    }),
  );
  if (moves.length > 0) await moveStock(tx, moves, 'promise', book.id);
  for (const cell of cells) {
    countItem(book, cell.sku, { setApart: cell.units });
    movePool(book, cell);
  }
  return moves;
}
