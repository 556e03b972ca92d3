// The queue of a drop: whoever waits for a SKU is offered what comes back, first come, first served.

import type { DropHoldId } from '../ids.ts';
import type { DropBook, QueuePlace } from './drop-book.ts';
import { countItem, unitsOf } from './drop-book.ts';
import {
  type DropRefusal,
  openHold,
  pickFromPool,
  refuseBeyondLimit,
  refuseUnknown,
  refuseUnlessRunning,
  unitsLeft,
} from './drop-hold.ts';

/** Decides whether somebody may wait; `joinQueue` gives the place. */
export function refuseToQueue(
  book: DropBook,
  { sku, buyer, quantity }: Pick<QueuePlace, 'sku' | 'buyer' | 'quantity'>,
  now: Date,
): DropRefusal | undefined {
  return (
    refuseUnknown(book, [{ sku, quantity }]) ??
    refuseUnlessRunning(book, now) ??
    refuseBeyondLimit(book, buyer, quantity, 0)
  );
}

export function joinQueue(book: DropBook, place: QueuePlace): void {
  countItem(book, place.sku, { waiting: 1 });
  book.told = { ...book.told, lastPlace: place.number };
  book.newPlaces.set(place.id, place);
}

export function leaveQueue(book: DropBook, place: QueuePlace): void {
  countItem(book, place.sku, { waiting: -1 });
  book.placeChanges.set(place.id, { state: 'left', hold: null });
}

/**
 * Offers what is in the pool to those who wait, in their order: what there is of what they want, a
 * unit at least, as a hold. Whoever has reached the limit meanwhile is passed over.
 *
 * @param waiting the first in the queue
 * @returns how many were served
 */
export function offerToWaiting(
  book: DropBook,
  waiting: readonly QueuePlace[],
  newHold: () => DropHoldId,
  expiresAt: Date,
): number {
  let served = 0;
  for (const place of waiting.toSorted((a, b) => a.number - b.number)) {
    const left = unitsLeft(book, place.buyer);
    const wanted = left === null ? place.quantity : Math.min(place.quantity, left);
    if (wanted <= 0) {
      leaveQueue(book, place);
      served += 1;
      continue;
    }
    const pooled = book.items.get(place.sku)?.pooled ?? 0;
    const units = pickFromPool(book, place.sku, Math.min(wanted, pooled), []);
    if (unitsOf(units) === 0) continue;
    const id = newHold();
    countItem(book, place.sku, { waiting: -1 });
    openHold(book, { id, buyer: place.buyer, place: place.id, expiresAt, units });
    book.placeChanges.set(place.id, { state: 'offered', hold: id });
    served += 1;
  }
  return served;
}
