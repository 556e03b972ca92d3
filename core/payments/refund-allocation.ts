// From which payments an amount goes back, where an order was paid with several.

import { allocate } from '../money.ts';
import { smaller } from './payment.ts';

/**
 * `last-in-first-out`: the newest payment first, so that the first one, a gift card say, stays spent.
 * `original-first`: the first payment first. `proportional`: each by what it could give back.
 */
export const REFUND_ALLOCATIONS = ['last-in-first-out', 'original-first', 'proportional'] as const;
export type RefundAllocation = (typeof REFUND_ALLOCATIONS)[number];

/** As long as nobody has set another one. */
export const REFUND_ALLOCATION_DEFAULT: RefundAllocation = 'last-in-first-out';

/**
 * The parts sum to the amount exactly, or to all there is if that is less; none is more than its
 * payment has.
 *
 * @param rooms what each payment could give back, in the order they were made
 */
export function allocateRefund(
  amountMinor: bigint,
  rooms: readonly bigint[],
  allocation: RefundAllocation,
): bigint[] {
  const all = rooms.reduce((sum, room) => sum + room, 0n);
  const amount = smaller(amountMinor, all);
  if (amount <= 0n) return rooms.map(() => 0n);
  switch (allocation) {
    case 'proportional':
      // A part is at most its weight: the rest goes to parts that were rounded down.
      return allocate(amount, rooms);
    case 'original-first':
      return inTurn(amount, rooms);
    case 'last-in-first-out':
      return inTurn(amount, rooms.toReversed()).toReversed();
  }
}

/** From each as much as it has, until the amount is reached. */
export function inTurn(amountMinor: bigint, rooms: readonly bigint[]): bigint[] {
  let left = amountMinor;
  return rooms.map((room) => {
    const taken = smaller(left, room);
    left -= taken;
    return taken;
  });
}
