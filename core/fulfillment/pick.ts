// Picking: what was taken from the shelf, and what was not there. Both are facts.

import type { FulfillmentOrderId, LocationId, SkuId } from '../ids.ts';
import { type Holding, holdingsOf, type OrderUnits, takeFrom } from '../orders/order-units.ts';
import type { Step } from '../orders/unit-changes.ts';

export interface PickReport {
  readonly line: number;
  readonly picked: number;
  readonly short: number;
}

/** Units reported that were not open here: told, and nothing else. */
export interface Surplus {
  readonly line: number;
  readonly units: number;
}

export interface Picks {
  readonly steps: readonly Step[];
  readonly surplus: readonly Surplus[];
}

/**
 * @param reports each line once; null: everything asked was there
 * @param shortfallAt units that the stock level says are promised beyond what is on hand: they are
 *   among those that are short, and are not taken off what is on hand a second time
 */
export function decidePicks(
  units: OrderUnits,
  fulfillmentOrder: FulfillmentOrderId,
  reports: readonly PickReport[] | null,
  shortfallAt: (sku: SkuId, location: LocationId) => number,
): Picks {
  const steps: Step[] = [];
  const surplus: Surplus[] = [];
  const known = new Map<string, number>();
  for (const report of reports ?? everythingAsked(units, fulfillmentOrder)) {
    const here = heldHere(units, fulfillmentOrder, report.line);
    const allocated = here.filter((one) => one.place === 'allocated');
    const picked = takeFrom(allocated, report.picked);
    for (const from of picked.taken) steps.push({ from, to: { place: 'picked' } });
    // What is missing was not yet reported picked, or was so by mistake.
    const left = allocated.map((one, index) => ({
      ...one,
      units: one.units - (picked.taken[index]?.units ?? 0),
    }));
    const short = takeFrom(
      [...left, ...here.filter((one) => one.place === 'picked')].filter((one) => one.units > 0),
      report.short,
    );
    for (const from of short.taken)
      steps.push({ from, to: { place: 'short', known: knownOf(from, shortfallAt, known) } });
    const extra = picked.missing + short.missing;
    if (extra > 0) surplus.push({ line: report.line, units: extra });
  }
  return { steps, surplus };
}

/** The open units of a line that a fulfillment order has. */
export function heldHere(
  units: OrderUnits,
  fulfillmentOrder: FulfillmentOrderId,
  line: number,
): Holding[] {
  const found = units.lines.find((one) => one.number === line);
  if (found === undefined) return [];
  return holdingsOf(units, found).filter(
    (one) => 'fulfillmentOrder' in one && one.fulfillmentOrder === fulfillmentOrder,
  );
}

function everythingAsked(units: OrderUnits, fulfillmentOrder: FulfillmentOrderId): PickReport[] {
  return units.work
    .filter((one) => one.fulfillmentOrder === fulfillmentOrder && one.counts.allocated > 0)
    .map(({ line, counts }) => ({ line, picked: counts.allocated, short: 0 }));
}

/** How many of these units the level misses already, each of them once. */
function knownOf(
  from: Holding,
  shortfallAt: (sku: SkuId, location: LocationId) => number,
  used: Map<string, number>,
): number {
  if (from.sku === null || !('location' in from)) return 0;
  const key = `${from.sku} ${from.location}`;
  const before = used.get(key) ?? 0;
  const known = Math.min(from.units, Math.max(0, shortfallAt(from.sku, from.location) - before));
  used.set(key, before + known);
  return known;
}
