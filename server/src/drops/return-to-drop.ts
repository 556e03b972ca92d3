// Canceled units of an order of a drop: they give the buyer's limit back, and go into the pool again
// while the drop is not over.

import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import { copyBook, saleKey } from '@doorstep/core/drops/drop-book.ts';
import { type CanceledUnits, unsell } from '@doorstep/core/drops/drop-sale.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { availableUnits } from '@doorstep/core/inventory/stock-level.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import {
  levelKey,
  lockStockLevels,
  moveStock,
  type StockMove,
  stockOfEvent,
} from '../inventory/move-stock.ts';
import { type OpenedBook, openBooks } from './open-books.ts';
import { settleBook } from './settle-book.ts';
import { selectSalesOfOrder } from './sql.ts';
import { tellOfDrop } from './tell-of-drop.ts';

/** Locks the drop that an order bought from, before its stock is locked; null for any other. */
export async function lockDropOfOrder(tx: Tx, order: OrderId): Promise<OpenedBook | null> {
  const [first] = await tx.rows(selectSalesOfOrder, [uuidOf(order)]);
  if (first === undefined) return null;
  const drop = idFromUuid('drop', first.drop_id);
  const buyers = first.buyer === null ? [] : [{ drop, buyer: first.buyer }];
  const opened = (await openBooks(tx, [drop], { buyers })).get(drop);
  if (opened === undefined) throw new Error(`there is no drop ${drop}`);
  for (const row of await tx.rows(selectSalesOfOrder, [uuidOf(order)])) {
    const { buyer, sold, preordered } = row;
    const sale = { order, sku: idFromUuid('sku', row.sku_id), buyer, sold, preordered };
    opened.book.sales.set(saleKey(sale), sale);
  }
  return opened;
}

/** To be called once the units are canceled and their stock is free. */
export async function returnToDrop(
  tx: CommandTx,
  opened: OpenedBook,
  order: OrderId,
  canceled: readonly CanceledUnits[],
): Promise<void> {
  const book = copyBook(opened.book);
  const open = await freeToTake(tx, canceled, book.isClosed);
  const back = unsell(book, order, open);
  const moves = back.map(
    ({ sku, location, units }): StockMove => ({
      sku,
      location,
      type: 'reserved',
      delta: delta.reserved(units),
    }),
  );
  if (moves.length > 0) await moveStock(tx, moves, 'promise', book.id, 'canceled');
  const before = opened.book.sales;
  if ([...book.sales].every(([key, sale]) => before.get(key) === sale)) return;
  tellOfDrop(book, tx.emit, 'drop.units_returned.v1', { order, stock: stockOfEvent(moves) });
  await settleBook(tx, opened, book);
}

/** No more than is free there: what a location lacks is not promised again. */
async function freeToTake(
  tx: CommandTx,
  canceled: readonly CanceledUnits[],
  isClosed: boolean,
): Promise<CanceledUnits[]> {
  const cells = isClosed ? [] : canceled.flatMap(({ freed }) => freed);
  if (cells.length === 0) return canceled.map((one) => ({ ...one, freed: [] }));
  const free = new Map<string, number>();
  for (const [key, level] of await lockStockLevels(tx, cells))
    free.set(key, Math.max(0, availableUnits(level, 0)));
  const take = (cell: PoolUnits): PoolUnits => {
    const left = free.get(levelKey(cell)) ?? 0;
    const units = Math.min(cell.units, left);
    free.set(levelKey(cell), left - units);
    return { ...cell, units };
  };
  return canceled.map((one) => ({ ...one, freed: one.freed.map(take) }));
}
