// Units that left their shelf for nothing.

import type { FulfillmentOrderId } from '../ids.ts';
import type { Step } from './unit-changes.ts';

/** Fulfillment orders that must put units back on their shelf, and how many. */
export function unitsToPutBack(steps: readonly Step[]): Map<FulfillmentOrderId, number> {
  const back = new Map<FulfillmentOrderId, number>();
  for (const { from, to } of steps) {
    if (from.place !== 'picked' && from.place !== 'packed') continue;
    const left = to.place === 'shipped' && to.location !== from.location;
    if (to.place === 'canceled' || left)
      back.set(from.fulfillmentOrder, (back.get(from.fulfillmentOrder) ?? 0) + from.units);
  }
  return back;
}
