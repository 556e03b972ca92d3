// Which stock locations may serve an order, best first: the channel's choice, then cheapest to
// handle, then nearest.

import type { ChannelId, LocationId } from '../ids.ts';
import { type Coordinates, distanceKm } from '../locations/coordinates.ts';

/** What the router knows of a stock location. */
export interface RoutableLocation {
  readonly id: LocationId;
  /** The tenant's own small number of the location: its place in arrays, and in stored reasons. */
  readonly number: number;
  readonly active: boolean;
  readonly coordinates: Coordinates;
  /** Cost of handling one order there, minor units of the tenant's currency. */
  readonly handlingCostMinor: number;
  readonly safetyStock: number;
  /** Channels served, with the units of every SKU kept back from that channel here. */
  readonly channels: ReadonlyMap<
    ChannelId,
    { readonly bufferUnits: number; readonly priority: number }
  >;
}

export interface RankedLocation {
  readonly id: LocationId;
  readonly number: number;
  readonly costMinor: number;
  /** Rounded to whole kilometers; null when the destination is unknown. */
  readonly distanceKm: number | null;
  /** Units kept back by the location's default safety stock. */
  readonly safetyStock: number;
  readonly bufferUnits: number;
  /** Of the channel: 1 is asked first. */
  readonly priority: number;
}

export interface ExcludedLocation {
  readonly number: number;
  readonly reason: 'inactive' | 'channel-not-served' | 'was-short';
}

export interface LocationRanking {
  readonly ranked: readonly RankedLocation[];
  readonly excluded: readonly ExcludedLocation[];
}

/** Ranks the locations for a channel and a destination; the same input gives the same order. */
export function rankLocations(
  locations: readonly RoutableLocation[],
  channel: ChannelId,
  destination: Coordinates | null,
): LocationRanking {
  const ranked: RankedLocation[] = [];
  const excluded: ExcludedLocation[] = [];
  for (const location of locations) {
    const served = location.channels.get(channel);
    if (!location.active) excluded.push({ number: location.number, reason: 'inactive' });
    else if (served === undefined)
      excluded.push({ number: location.number, reason: 'channel-not-served' });
    else
      ranked.push({
        id: location.id,
        number: location.number,
        costMinor: location.handlingCostMinor,
        distanceKm:
          destination === null ? null : Math.round(distanceKm(location.coordinates, destination)),
        safetyStock: location.safetyStock,
        bufferUnits: served.bufferUnits,
        priority: served.priority,
      });
  }
  ranked.sort(chosenThenCheaper);
  return { ranked, excluded };
}

/** The ranking without locations where the units were looked for in vain. */
export function withoutShort(
  ranking: LocationRanking,
  short: ReadonlySet<LocationId>,
): LocationRanking {
  if (short.size === 0) return ranking;
  const left = ranking.ranked.filter(({ id }) => short.has(id));
  return {
    ranked: ranking.ranked.filter(({ id }) => !short.has(id)),
    excluded: [
      ...left.map(({ number }) => ({ number, reason: 'was-short' }) as const),
      ...ranking.excluded,
    ],
  };
}

function chosenThenCheaper(a: RankedLocation, b: RankedLocation): number {
  return (
    a.priority - b.priority ||
    a.costMinor - b.costMinor ||
    (a.distanceKm ?? 0) - (b.distanceKm ?? 0) ||
    a.number - b.number
  );
}
