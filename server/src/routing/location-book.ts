// What the router knows of each tenant's locations and channels, in memory. Policies, not stock:
// a change reaches every process within two seconds.

import type { CaptureMoment, SplitPolicy } from '@doorstep/core/catalog/channel.ts';
import { type ChannelId, idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { Coordinates } from '@doorstep/core/locations/coordinates.ts';
import {
  type LocationRanking,
  type RoutableLocation,
  rankLocations,
} from '@doorstep/core/routing/location-ranking.ts';
import { BARE_NUMBERS, type NumberFormat } from '@doorstep/core/settings/number-format.ts';
import type { Tx } from '../db/transaction.ts';
import { cutOffBook } from './cut-off-book.ts';
import {
  type ChannelRow,
  selectChannels,
  selectRoutableLocations,
  selectServedChannels,
} from './sql.ts';

const FRESH_MS = 2_000;
/** Tenants kept; one with a thousand locations takes about 0.5 MB. */
const TENANTS_MAX = 200;
/** Rankings kept per tenant, one for each channel and destination cell. */
const RANKINGS_MAX = 500;

export interface BookChannel {
  readonly id: ChannelId;
  readonly code: string;
  /** One switched off takes no new orders, but its old ones are still known. */
  readonly active: boolean;
  readonly stockPolicy: ChannelRow['stock_policy'];
  readonly splitPolicy: SplitPolicy;
  readonly paymentTimeoutMinutes: number | null;
  readonly captureAt: CaptureMoment;
  readonly releaseAfterMinutes: number | null;
  /** How its orders are numbered. */
  readonly numberFormat: NumberFormat;
}

export interface LocationBook {
  readonly channels: ReadonlyMap<string, BookChannel>;
  readonly codeByNumber: ReadonlyMap<number, string>;
  readonly safetyStockByNumber: ReadonlyMap<number, number>;
  /** The highest location number: how long an array by location number must be. */
  readonly highestNumber: number;
  /** By when a location, by its number, ships an order that comes now. */
  shipsBy(location: number, now: Date): Date | null;
  /** Locations ranked for a destination; destinations within about 10 km share a ranking. */
  rank(channel: ChannelId, destination: Coordinates | null): LocationRanking;
}

export interface LocationBooks {
  /** The tenant's book, read again when it is older than two seconds, or `anew`. */
  open(tx: Tx, tenant: TenantId, anew?: boolean): Promise<LocationBook>;
}

export function locationBooks(): LocationBooks {
  const books = new Map<TenantId, { book: LocationBook; signature: string; until: number }>();
  return {
    async open(tx, tenant, anew = false) {
      const kept = books.get(tenant);
      if (!anew && kept !== undefined && kept.until > performance.now()) return kept.book;
      const rows = await readRows(tx);
      const signature = JSON.stringify(rows);
      // Unchanged policies keep their rankings, so a quiet shop ranks each destination once.
      const book = kept?.signature === signature ? kept.book : bookOf(rows);
      if (books.size >= TENANTS_MAX) books.clear();
      books.set(tenant, { book, signature, until: performance.now() + FRESH_MS });
      return book;
    },
  };
}

type Rows = Awaited<ReturnType<typeof readRows>>;

async function readRows(tx: Tx) {
  const [locations, served, channels] = await Promise.all([
    tx.rows(selectRoutableLocations),
    tx.rows(selectServedChannels),
    tx.rows(selectChannels),
  ]);
  return { locations, served, channels };
}

function bookOf({ locations, served, channels }: Rows): LocationBook {
  const servedBy = new Map<string, Map<ChannelId, { bufferUnits: number; priority: number }>>();
  for (const row of served) {
    const own = servedBy.get(row.location_id) ?? new Map();
    const { buffer_units: bufferUnits, priority } = row;
    own.set(idFromUuid('channel', row.channel_id), { bufferUnits, priority });
    servedBy.set(row.location_id, own);
  }
  const routable = locations.map(
    (row): RoutableLocation => ({
      id: idFromUuid('location', row.id),
      number: row.number,
      active: row.active,
      coordinates: { latitude: row.latitude, longitude: row.longitude },
      handlingCostMinor: row.handling_cost_minor,
      safetyStock: row.safety_stock,
      channels: servedBy.get(row.id) ?? new Map(),
    }),
  );
  return {
    channels: new Map(
      channels.map((row) => [
        row.code,
        {
          id: idFromUuid('channel', row.id),
          code: row.code,
          active: row.active,
          stockPolicy: row.stock_policy,
          splitPolicy: row.split_policy,
          paymentTimeoutMinutes: row.payment_timeout_minutes,
          captureAt: row.capture_at,
          releaseAfterMinutes: row.release_after_minutes,
          numberFormat: row.number_format ?? BARE_NUMBERS.orders,
        },
      ]),
    ),
    codeByNumber: new Map(locations.map((row) => [row.number, row.code])),
    safetyStockByNumber: new Map(locations.map((row) => [row.number, row.safety_stock])),
    highestNumber: locations.at(-1)?.number ?? 0,
    shipsBy: cutOffBook(
      new Map(
        locations.map((row) => [
          row.number,
          {
            timeZone: row.time_zone,
            cutOff: row.cut_off?.slice(0, 5) ?? null,
            handlingDays: row.handling_days,
            calendar: row.calendar,
          },
        ]),
      ),
    ),
    rank: rankingsOf(routable),
  };
}

function rankingsOf(locations: readonly RoutableLocation[]): LocationBook['rank'] {
  const rankings = new Map<string, LocationRanking>();
  return (channel, destination) => {
    // A tenth of a degree is at most 11 km: near enough to rank by, and few cells to keep.
    const cell =
      destination === null
        ? null
        : {
            latitude: Math.round(destination.latitude * 10) / 10,
            longitude: Math.round(destination.longitude * 10) / 10,
          };
    const key = `${channel} ${cell === null ? '' : `${cell.latitude},${cell.longitude}`}`;
    const kept = rankings.get(key);
    if (kept !== undefined) return kept;
    const ranking = rankLocations(locations, channel, cell);
    if (rankings.size >= RANKINGS_MAX) rankings.clear();
    rankings.set(key, ranking);
    return ranking;
  };
}
