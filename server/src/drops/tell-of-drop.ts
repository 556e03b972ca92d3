// Tells what happens to a drop: each event under its next version.

import type { EventType } from '@doorstep/contract/events.ts';
import { isSoldOut, sellThroughStep } from '@doorstep/core/drops/drop.ts';
import type { DropBook } from '@doorstep/core/drops/drop-book.ts';
import type { NewEvent } from '../db/append-events.ts';

export type Emit = (event: NewEvent) => void;

export function tellOfDrop(
  book: DropBook,
  emit: Emit,
  type: EventType & `drop.${string}`,
  data: Readonly<Record<string, unknown>>,
): void {
  book.told = { ...book.told, version: book.told.version + 1 };
  emit({ type, subject: book.id, version: book.told.version, data });
}

/** What came to pass by the change: a tenth of the pool more is sold, or all of it. */
export function tellMilestones(book: DropBook, now: Date, emit: Emit): void {
  const items = [...book.items.values()];
  const step = sellThroughStep(items);
  if (step > book.told.step) {
    book.told = { ...book.told, step };
    tellOfDrop(book, emit, 'drop.sell_through.v1', { percent: step * 10, ...unitsTold(items) });
  }
  const wasSoldOut = book.told.soldOutAt !== null;
  const soldOut = isSoldOut(items) && !book.isClosed;
  if (soldOut && !wasSoldOut) {
    book.told = { ...book.told, soldOutAt: now };
    tellOfDrop(book, emit, 'drop.sold_out.v1', unitsTold(items));
  } else if (!soldOut && wasSoldOut && !book.isClosed)
    book.told = { ...book.told, soldOutAt: null };
}

function unitsTold(items: readonly { readonly sold: number; readonly preordered: number }[]) {
  return {
    sold: items.reduce((sum, item) => sum + item.sold, 0),
    preordered: items.reduce((sum, item) => sum + item.preordered, 0),
  };
}
