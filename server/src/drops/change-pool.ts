// Sets more units of a SKU apart for a drop, or gives units of the pool back to general sale, and
// sets how many may be pre-ordered.

import type { DropAnswer, changePool as operation } from '@doorstep/contract/drops.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import { countItem, type DropBook, poolKey } from '@doorstep/core/drops/drop-book.ts';
import type { DropId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { type StockMove, stockOfEvent } from '../inventory/move-stock.ts';
import { emptyItem } from './create-drop.ts';
import { findDrop } from './find-drop.ts';
import { findItems } from './find-items.ts';
import { readDrop } from './read-drop.ts';
import { refuseOver } from './refuse-over.ts';
import { setApart } from './set-apart.ts';
import { releasePool, settleBook } from './settle-book.ts';
import { tellOfDrop } from './tell-of-drop.ts';

export async function changePool(
  tx: CommandTx,
  id: DropId,
  input: BodyOf<typeof operation>,
): Promise<DropAnswer | Refusal> {
  const items = await findItems(tx, [{ sku: input.sku, pool: input.pool ?? [] }]);
  if (isRefusal(items)) return items;
  const [item] = items;
  if (item === undefined) throw new Error('an item was named');
  const found = await findDrop(tx, id);
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  const over = refuseOver(opened.row, tx.now);
  if (over !== undefined) return over;
  if (!book.items.has(item.sku.id)) book.items.set(item.sku.id, emptyItem(item));
  const capped = setPreorderCap(book, item.sku.id, input.preorderCap);
  if (capped !== undefined) return capped;
  const moves = await movePoolUnits(tx, book, item.pool);
  if (isRefusal(moves)) return moves;
  tellOfDrop(book, tx.emit, 'drop.pool_changed.v1', {
    sku: item.sku.id,
    preorderCap: book.items.get(item.sku.id)?.preorderCap ?? 0,
    stock: stockOfEvent(moves),
  });
  await settleBook(tx, opened, book);
  return readDrop(tx, id);
}

function setPreorderCap(
  book: DropBook,
  sku: PoolUnits['sku'],
  cap: number | undefined,
): Refusal | undefined {
  const item = book.items.get(sku);
  if (cap === undefined || item === undefined) return undefined;
  if (cap < item.preordered)
    return refuse('backorder-cap-too-low', `${item.preordered} units are pre-ordered already.`, {
      backordered: item.preordered,
    });
  countItem(book, sku, { preorderCap: cap - item.preorderCap });
  return undefined;
}

async function movePoolUnits(
  tx: CommandTx,
  book: DropBook,
  cells: readonly PoolUnits[],
): Promise<StockMove[] | Refusal> {
  const back = cells
    .filter(({ units }) => units < 0)
    .map((cell) => ({ ...cell, units: -cell.units }));
  for (const cell of back) {
    const { units = 0 } = book.pool.get(poolKey(cell)) ?? {};
    if (cell.units > units)
      return refuse('stock-would-be-negative', `Only ${units} units are in the pool there.`, {
        available: units,
      });
  }
  const more = await setApart(
    tx,
    book,
    cells.filter(({ units }) => units > 0),
  );
  return isRefusal(more) ? more : [...more, ...(await releasePool(tx, book, back))];
}
