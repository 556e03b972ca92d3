// Ends a change of a drop's books: what came back is offered to those who wait, or goes to general
// sale when the drop is over; what came to pass is told; everything is written.

import { dropStatus, type PoolUnits } from '@doorstep/core/drops/drop.ts';
import { countItem, type DropBook, movePool } from '@doorstep/core/drops/drop-book.ts';
import { offerToWaiting } from '@doorstep/core/drops/drop-queue.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { sendAll } from '../db/transaction.ts';
import {
  lockStockLevels,
  moveStock,
  type StockMove,
  stockOfEvent,
} from '../inventory/move-stock.ts';
import { bookWrites } from './book-writes.ts';
import { selectFirstWaiting } from './holds.sql.ts';
import type { OpenedBook } from './open-books.ts';
import { selectBuyers } from './sql.ts';
import { tellMilestones, tellOfDrop } from './tell-of-drop.ts';

/** Places served in one transaction; the worker goes on with the rest. */
const SERVED_MAX = 500;

/** What is told when the drop is over, instead of that units went to general sale. */
export interface Closing {
  readonly type: 'drop.stopped.v1' | 'drop.ended.v1';
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * @param opened the books as they were read
 * @param after the changed books
 * @returns how many of the queue were served
 */
export async function settleBook(
  tx: CommandTx,
  opened: OpenedBook,
  after: DropBook,
  closing: Closing | null = null,
): Promise<number> {
  const cells = after.isClosed ? pooledCells(after) : [];
  if (closing !== null || cells.length > 0) {
    const moves = await releasePool(tx, after, cells);
    for (const { sku, units } of cells) countItem(after, sku, { released: units });
    const { type, data } = closing ?? { type: 'drop.units_released.v1', data: {} };
    tellOfDrop(after, tx.emit, type, { ...data, stock: stockOfEvent(moves) });
  }
  const served = await serveQueue(tx, opened, after);
  tellMilestones(after, tx.now, tx.emit);
  await sendAll(tx, bookWrites(opened.book, after, tx.now));
  return served;
}

async function serveQueue(
  tx: CommandTx,
  { book: before, row }: OpenedBook,
  book: DropBook,
): Promise<number> {
  if (dropStatus(book.terms, book.items.values(), tx.now) !== 'running') return 0;
  const wanted = [...book.items.values()].filter((item) => item.pooled > 0 && item.waiting > 0);
  if (wanted.length === 0) return 0;
  const rows = await Promise.all(
    wanted.map((item) =>
      tx.rows(selectFirstWaiting, [
        uuidOf(book.id),
        uuidOf(item.sku),
        Math.min(item.pooled, SERVED_MAX),
      ]),
    ),
  );
  const waiting = rows.flat().map((one) => ({
    id: idFromUuid('dropPlace', one.id),
    number: Number(one.number),
    sku: idFromUuid('sku', one.sku_id),
    buyer: one.buyer,
    quantity: one.quantity,
  }));
  const unknown = waiting.filter(({ buyer }) => !book.buyers.has(buyer));
  const named = [...new Set(unknown.map(({ buyer }) => buyer))];
  const known = await tx.rows(selectBuyers, [[uuidOf(book.id)], named]);
  for (const { buyer, held, bought } of known) {
    const units = { held, bought };
    before.buyers.set(buyer, units);
    book.buyers.set(buyer, units);
  }
  const expiresAt = new Date(tx.now.getTime() + row.offer_seconds * 1000);
  return offerToWaiting(book, waiting, () => newId('dropHold'), expiresAt);
}

/** Gives units of the pool to general sale, and locks their levels. */
export async function releasePool(
  tx: CommandTx,
  book: DropBook,
  cells: readonly PoolUnits[],
): Promise<StockMove[]> {
  const moves = cells.map(
    ({ sku, location, units }): StockMove => ({
      sku,
      location,
      type: 'released',
      delta: delta.released(units),
    }),
  );
  if (moves.length === 0) return moves;
  await lockStockLevels(tx, moves);
  await moveStock(tx, moves, 'promise', book.id);
  for (const cell of cells) {
    movePool(book, { ...cell, units: -cell.units });
    countItem(book, cell.sku, { setApart: -cell.units });
  }
  return moves;
}

export function pooledCells(book: DropBook): PoolUnits[] {
  return [...book.pool.values()].filter(({ units }) => units > 0);
}
