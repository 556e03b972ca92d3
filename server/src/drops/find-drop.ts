// Opens the books of one drop for a verb, or says that there is no such drop.

import { copyBook, type DropBook } from '@doorstep/core/drops/drop-book.ts';
import type { DropHoldId, DropId } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type OpenedBook, openBooks } from './open-books.ts';

/** @returns the books as read, and a copy to change; the drop is locked */
export async function findDrop(
  tx: Tx,
  drop: DropId,
  scope: { readonly buyers?: readonly string[]; readonly holds?: readonly DropHoldId[] } = {},
): Promise<{ opened: OpenedBook; book: DropBook } | Refusal> {
  const buyers = (scope.buyers ?? []).map((buyer) => ({ drop, buyer }));
  const opened = (await openBooks(tx, [drop], { buyers, holds: scope.holds ?? [] })).get(drop);
  return opened === undefined ? dropNotFound(drop) : { opened, book: copyBook(opened.book) };
}

export function dropNotFound(drop: string): Refusal {
  return refuse('not-found', `There is no drop ${drop}.`);
}
