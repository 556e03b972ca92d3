// The router's fast path: where stock is promised from the first moment.
// Serves the channel → has stock → fewest splits → the channel's choice → cheapest → nearest.

import type { SplitPolicy } from '../catalog/channel.ts';
import type { SkuId } from '../ids.ts';
import type { LocationRanking, RankedLocation } from './location-ranking.ts';

export interface Demand {
  readonly sku: SkuId;
  readonly quantity: number;
}

/** Units free to promise of a SKU at a ranked location, what is kept back already taken off. */
export type AvailableAt = (sku: SkuId, location: RankedLocation) => number;

export interface SourcePick {
  readonly sku: SkuId;
  readonly location: RankedLocation;
  readonly quantity: number;
}

export type CandidateOutcome =
  | 'chosen'
  | 'ranked-lower'
  | 'too-little-stock'
  | 'no-stock'
  | 'inactive'
  | 'channel-not-served'
  | 'was-short';

export interface Candidate {
  readonly locationNumber: number;
  readonly outcome: CandidateOutcome;
  readonly costMinor: number | null;
  readonly distanceKm: number | null;
  /** Units it could have given, per demand in order; null for a location that was excluded. */
  readonly available: readonly number[] | null;
}

/** A decision and why. */
export interface ProvisionalPlan {
  readonly picks: readonly SourcePick[];
  /** Units no location could give, per demand in order. */
  readonly missing: readonly number[];
  /** The best ranked locations and every chosen one, each with its outcome. */
  readonly candidates: readonly Candidate[];
  /** Locations not named: ranked after the named ones, or excluded like those that are. */
  readonly othersCount: number;
}

/** Locations a stored decision names one by one; a chain of a thousand stores is counted after. */
export const CANDIDATES_NAMED_MAX = 20;

/** Locations considered when more than one is needed, best ranked with any of the stock first. */
const SPLIT_SHORTLIST_MAX = 8;

/**
 * Chooses where to reserve. One location that has everything wins, the best ranked first; else
 * the best pair; else the location that gives most, again and again. With splits forbidden, only
 * one location is used and the rest is missing.
 */
export function chooseProvisionalLocations(
  demands: readonly Demand[],
  ranking: LocationRanking,
  availableAt: AvailableAt,
  split: SplitPolicy,
): ProvisionalPlan {
  const picks =
    pickFromOne(demands, ranking.ranked, availableAt) ??
    pickFromSeveral(demands, ranking.ranked, availableAt, split === 'forbid' ? 1 : Infinity);
  const missing = demands.map(
    (demand) =>
      demand.quantity -
      picks.reduce((sum, pick) => (pick.sku === demand.sku ? sum + pick.quantity : sum), 0),
  );
  return { picks, missing, ...explain(demands, ranking, availableAt, picks) };
}

function pickFromOne(
  demands: readonly Demand[],
  ranked: readonly RankedLocation[],
  availableAt: AvailableAt,
): SourcePick[] | undefined {
  for (const location of ranked) {
    if (demands.every(({ sku, quantity }) => availableAt(sku, location) >= quantity))
      return demands.map(({ sku, quantity }) => ({ sku, location, quantity }));
  }
  return undefined;
}

function pickFromSeveral(
  demands: readonly Demand[],
  ranked: readonly RankedLocation[],
  availableAt: AvailableAt,
  locationsMax: number,
): SourcePick[] {
  const shortlist = shortlistFor(demands, ranked, availableAt);
  const pair = locationsMax >= 2 ? findPair(demands, shortlist, availableAt) : undefined;
  const open = demands.map((demand) => demand.quantity);
  const picks: SourcePick[] = [];
  const taken = new Set<RankedLocation>();
  while (taken.size < locationsMax) {
    const location = pair?.[taken.size] ?? mostGiving(demands, open, ranked, taken, availableAt);
    if (location === undefined) break;
    taken.add(location);
    demands.forEach(({ sku }, index) => {
      const quantity = gives(availableAt(sku, location), open[index] ?? 0);
      if (quantity === 0) return;
      picks.push({ sku, location, quantity });
      open[index] = (open[index] ?? 0) - quantity;
    });
  }
  return picks;
}

/** For each demand the best ranked locations with any of it, together in rank order. */
function shortlistFor(
  demands: readonly Demand[],
  ranked: readonly RankedLocation[],
  availableAt: AvailableAt,
): RankedLocation[] {
  const chosen = new Set<RankedLocation>();
  for (const { sku } of demands) {
    let found = 0;
    for (const location of ranked) {
      if (found === SPLIT_SHORTLIST_MAX) break;
      if (availableAt(sku, location) <= 0) continue;
      chosen.add(location);
      found += 1;
    }
    // An order of hundreds of lines would otherwise compare thousands of pairs.
    if (chosen.size >= SPLIT_SHORTLIST_MAX * 3) break;
  }
  return ranked.filter((location) => chosen.has(location));
}

function findPair(
  demands: readonly Demand[],
  shortlist: readonly RankedLocation[],
  availableAt: AvailableAt,
): [RankedLocation, RankedLocation] | undefined {
  for (let second = 1; second < shortlist.length; second += 1) {
    for (let first = 0; first < second; first += 1) {
      const a = shortlist[first];
      const b = shortlist[second];
      if (a === undefined || b === undefined) continue;
      const covered = demands.every(
        ({ sku, quantity }) =>
          gives(availableAt(sku, a), quantity) + gives(availableAt(sku, b), quantity) >= quantity,
      );
      if (covered) return [a, b];
    }
  }
  return undefined;
}

function mostGiving(
  demands: readonly Demand[],
  open: readonly number[],
  ranked: readonly RankedLocation[],
  taken: ReadonlySet<RankedLocation>,
  availableAt: AvailableAt,
): RankedLocation | undefined {
  const stillOpen = [...demands.entries()].filter(([index]) => (open[index] ?? 0) > 0);
  if (stillOpen.length === 0) return undefined;
  let best: RankedLocation | undefined;
  let bestUnits = 0;
  for (const location of ranked) {
    if (taken.has(location)) continue;
    let units = 0;
    for (const [index, { sku }] of stillOpen)
      units += gives(availableAt(sku, location), open[index] ?? 0);
    if (units > bestUnits) {
      best = location;
      bestUnits = units;
    }
  }
  return best;
}

function gives(available: number, wanted: number): number {
  return Math.max(0, Math.min(available, wanted));
}

function explain(
  demands: readonly Demand[],
  ranking: LocationRanking,
  availableAt: AvailableAt,
  picks: readonly SourcePick[],
): Pick<ProvisionalPlan, 'candidates' | 'othersCount'> {
  const chosen = new Set(picks.map((pick) => pick.location));
  const best = ranking.ranked.slice(0, CANDIDATES_NAMED_MAX);
  const farther = [...chosen].filter((location) => !best.includes(location));
  const named = [...best, ...farther].map((location): Candidate => {
    const available = demands.map(({ sku }) => Math.max(0, availableAt(sku, location)));
    return {
      locationNumber: location.number,
      outcome: chosen.has(location) ? 'chosen' : outcomeOf(demands, available),
      costMinor: location.costMinor,
      distanceKm: location.distanceKm,
      available,
    };
  });
  const excluded = ranking.excluded.slice(0, Math.max(0, CANDIDATES_NAMED_MAX - named.length)).map(
    ({ number, reason }): Candidate => ({
      locationNumber: number,
      outcome: reason,
      costMinor: null,
      distanceKm: null,
      available: null,
    }),
  );
  const candidates = [...named, ...excluded];
  const all = ranking.ranked.length + ranking.excluded.length;
  return { candidates, othersCount: all - candidates.length };
}

function outcomeOf(demands: readonly Demand[], available: readonly number[]): CandidateOutcome {
  if (available.every((units) => units === 0)) return 'no-stock';
  const covers = demands.every(({ quantity }, index) => (available[index] ?? 0) >= quantity);
  return covers ? 'ranked-lower' : 'too-little-stock';
}
