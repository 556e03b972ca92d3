// Units that left their shelf for nothing, and those of them that left the house all the same.

import type { FulfillmentOrderId } from '../ids.ts';
import type { WorkLine } from './order-units.ts';
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

/**
 * Units canceled at fulfillment orders that left with a parcel all the same: one that was voided, or
 * a shipment of more than was open. There is nothing to put back of them.
 *
 * @param work as it was before
 */
export function unitsTakenAlong(
  steps: readonly Step[],
  work: readonly WorkLine[],
): Map<FulfillmentOrderId, number> {
  const gone = new Map<FulfillmentOrderId, number>();
  for (const { from, to } of steps) {
    if (to.place !== 'shipped' || (from.place !== 'voided' && from.place !== 'beyond')) continue;
    const { fulfillmentOrder } = to;
    const canceled =
      work.find((one) => one.fulfillmentOrder === fulfillmentOrder && one.line === from.line)
        ?.counts.canceled ?? 0;
    const units = Math.min(from.units, canceled);
    if (units > 0) gone.set(fulfillmentOrder, (gone.get(fulfillmentOrder) ?? 0) + units);
  }
  return gone;
}
