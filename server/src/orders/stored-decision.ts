// Why the units were promised where they are, as it is kept.

import { uuidOf } from '@doorstep/core/ids.ts';
import type { Demand, ProvisionalPlan } from '@doorstep/core/routing/provisional-location.ts';

/** Stored briefly: locations by number, SKUs by id without dashes; `explainRouting` spells it out. */
export function storedDecision(demands: readonly Demand[], plan: ProvisionalPlan): object {
  return {
    demands: demands.map(({ sku, quantity }, index) => [
      uuidOf(sku),
      quantity,
      plan.missing[index] ?? 0,
    ]),
    picks: plan.picks.map((pick) => [uuidOf(pick.sku), pick.location.number, pick.quantity]),
    candidates: plan.candidates.map((one) => [
      one.locationNumber,
      one.outcome,
      one.costMinor,
      one.distanceKm,
      one.available,
    ]),
    othersCount: plan.othersCount,
  };
}
