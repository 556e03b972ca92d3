// Release: promises become firm, and each location is asked for its part of an order.

import type { FulfillmentOrderId, LocationId } from '../ids.ts';
import { holdingsOf, type OrderUnits, type UnitLine } from '../orders/order-units.ts';
import type { Step } from '../orders/unit-changes.ts';
import { type Refusal, refuse } from '../refusal.ts';

export interface ReleaseHold {
  readonly handle: string;
  readonly reason: string;
  /** The line it stands on; null for the whole order. */
  readonly line: number | null;
}

export interface Release {
  /** A fulfillment order for each location, in the order of the lines. */
  readonly asked: ReadonlyMap<LocationId, FulfillmentOrderId>;
  readonly steps: readonly Step[];
}

export type ReleaseRefusal = Refusal<'nothing-to-release' | 'order-on-hold' | 'order-not-paid'>;

/**
 * Everything promised and not yet released goes to its location. A hold on a line keeps that line,
 * a hold on a kit its components.
 *
 * @param holds the open ones that block a release
 * @param nextId names the next fulfillment order
 */
export function decideRelease(
  units: OrderUnits,
  holds: readonly ReleaseHold[],
  isPaid: boolean,
  nextId: () => FulfillmentOrderId,
): Release | ReleaseRefusal {
  const promised = units.lines.filter((line) => line.kind !== 'kit' && line.counts.reserved > 0);
  if (promised.length === 0)
    return refuse('nothing-to-release', 'No unit of this order is promised and not yet released.');
  const free = promised.filter((line) => !holds.some((hold) => holdsLine(hold, line)));
  if (free.length === 0)
    return refuse('order-on-hold', 'A hold stands that blocks the release.', {
      holds: holds.map(({ handle, reason, line }) => ({ handle, reason, line })),
    });
  if (!isPaid) return refuse('order-not-paid', 'What is authorized does not cover what is due.');

  const asked = new Map<LocationId, FulfillmentOrderId>();
  const steps: Step[] = [];
  for (const line of free)
    for (const from of holdingsOf(units, line)) {
      if (from.place !== 'reserved') continue;
      const fulfillmentOrder = asked.get(from.location) ?? nextId();
      asked.set(from.location, fulfillmentOrder);
      steps.push({ from, to: { place: 'allocated', fulfillmentOrder } });
    }
  return { asked, steps };
}

function holdsLine(hold: ReleaseHold, line: UnitLine): boolean {
  return hold.line === null || hold.line === line.number || hold.line === line.kitLine;
}
