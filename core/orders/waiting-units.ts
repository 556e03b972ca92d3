// Units of a placed order that wait for stock: nobody has promised them, or not any more.

import type { ReservationId, SkuId } from '../ids.ts';
import type { SourcePick } from '../routing/provisional-location.ts';
import { type Holding, holdingsOf, type OrderUnits, type UnitLine } from './order-units.ts';
import type { Step } from './unit-changes.ts';

export function isWaiting({ kind, sku, counts }: UnitLine): boolean {
  return kind !== 'kit' && sku !== null && counts.unpromised + counts.backordered > 0;
}

/** In the order of the lines. */
export function waitingUnits(units: OrderUnits, sku: SkuId): Holding[] {
  return units.lines
    .filter((line) => line.sku === sku && isWaiting(line))
    .flatMap((line) => holdingsOf(units, line))
    .filter(({ place }) => place === 'unpromised' || place === 'backordered');
}

/** Hands the picked units to those who wait, in their order. */
export function promiseWaiting(
  waiting: readonly Holding[],
  picks: readonly SourcePick[],
  nextId: () => ReservationId,
): Step[] {
  const steps: Step[] = [];
  const left = picks.map(({ location, quantity }) => ({ location: location.id, quantity }));
  for (const from of waiting) {
    let open = from.units;
    for (const pick of left) {
      const units = Math.min(open, pick.quantity);
      if (units === 0) continue;
      const to = { place: 'reserved', reservation: nextId(), location: pick.location } as const;
      steps.push({ from: { ...from, units }, to });
      pick.quantity -= units;
      open -= units;
    }
  }
  return steps;
}
