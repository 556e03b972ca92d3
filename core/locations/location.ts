// What a stock location is, and whether it may become what somebody wants it to be.

import { type Refusal, refuse } from '../refusal.ts';
import { isTimeZone } from '../time-zone.ts';
import type { Calendar } from './calendar.ts';
import type { Centroid, RoughAddress } from './centroid.ts';
import type { Coordinates } from './coordinates.ts';

export type LocationKind = 'warehouse' | 'store' | '3pl' | 'drop-ship';

export interface LocationAddress {
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface ServedChannel {
  /** The channel's code. */
  readonly channel: string;
  readonly bufferUnits: number;
  /** 1 is asked first for the channel, whatever it costs. */
  readonly priority: number;
}

export interface LocationFields {
  readonly code: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly address: LocationAddress;
  readonly coordinates: Coordinates;
  readonly coordinatesFrom: 'given' | Centroid['from'];
  readonly timeZone: string;
  readonly cutOff: string | null;
  /** Working days from the cut-off until an order leaves. */
  readonly handlingDays: number;
  readonly calendar: Calendar;
  readonly capacityOrdersPerDay: number | null;
  /** Of one order, minor units of the tenant's currency. */
  readonly handlingCostMinor: number;
  readonly safetyStock: number;
  readonly active: boolean;
  /** By code, each once. */
  readonly channels: readonly ServedChannel[];
}

/** What is wanted: a field left out stays as it is; `coordinates` null places it anew. */
export type LocationWish = Partial<
  Omit<LocationFields, 'address' | 'coordinates' | 'coordinatesFrom' | 'channels'>
> & {
  readonly address?: Partial<LocationAddress> & Pick<LocationAddress, 'country'>;
  readonly coordinates?: Coordinates | null;
  readonly channels?: readonly (Pick<ServedChannel, 'channel'> & Partial<ServedChannel>)[];
};

/** A wish with all that a new location cannot do without. */
export type NewLocation = LocationWish &
  Required<Pick<LocationWish, 'code' | 'name' | 'kind' | 'address' | 'timeZone'>>;

export type LocationRefusal = Refusal<'place-unknown' | 'time-zone-unknown'>;

/** Finds the rough place of an address. */
export type Locate = (address: RoughAddress) => Centroid | null;

const NEW_LOCATION = {
  cutOff: null,
  handlingDays: 0,
  calendar: { open: ['mon', 'tue', 'wed', 'thu', 'fri'], closed: [] } as Calendar,
  capacityOrdersPerDay: null,
  handlingCostMinor: 0,
  safetyStock: 0,
  active: true,
};

export function decideNewLocation(
  wish: NewLocation,
  locate: Locate,
): LocationFields | LocationRefusal {
  const address = wholeAddress(wish.address);
  const place = placeOf(wish, address, null, locate);
  if ('refused' in place) return place;
  return checked({ ...NEW_LOCATION, ...wish, address, ...place, channels: served(wish.channels) });
}

export function decideLocationChange(
  wish: LocationWish,
  before: LocationFields,
  locate: Locate,
): LocationFields | LocationRefusal {
  const address = wish.address === undefined ? before.address : wholeAddress(wish.address);
  const place = placeOf(wish, address, before, locate);
  if ('refused' in place) return place;
  const channels = wish.channels === undefined ? before.channels : served(wish.channels);
  return checked({ ...before, ...wish, address, ...place, channels });
}

/** The names of the fields that differ. */
export function changedLocationFields(before: LocationFields, after: LocationFields): string[] {
  const names = Object.keys(before) as (keyof LocationFields)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

type Place = Pick<LocationFields, 'coordinates' | 'coordinatesFrom'>;

function placeOf(
  wish: LocationWish,
  address: LocationAddress,
  before: LocationFields | null,
  locate: Locate,
): Place | LocationRefusal {
  if (wish.coordinates != null)
    return { coordinates: ordered(wish.coordinates), coordinatesFrom: 'given' };
  const keeps = wish.coordinates === undefined && before !== null;
  if (keeps && (wish.address === undefined || before.coordinatesFrom === 'given'))
    return { coordinates: before.coordinates, coordinatesFrom: before.coordinatesFrom };
  const found = locate(address);
  return found === null
    ? refuse('place-unknown', `There is no country ${address.country}.`, {
        country: address.country,
      })
    : { coordinates: ordered(found.coordinates), coordinatesFrom: found.from };
}

function checked(fields: LocationFields): LocationFields | LocationRefusal {
  if (!isTimeZone(fields.timeZone))
    return refuse('time-zone-unknown', `There is no time zone ${fields.timeZone}.`, {
      timeZone: fields.timeZone,
    });
  const { open, closed } = fields.calendar;
  return { ...fields, calendar: { open: [...open], closed: [...closed].sort() } };
}

function ordered({ latitude, longitude }: Coordinates): Coordinates {
  return { latitude, longitude };
}

function wholeAddress(address: NonNullable<LocationWish['address']>): LocationAddress {
  const { street = null, city = null, region = null, postalCode = null, country } = address;
  return { street, city, region, postalCode, country };
}

/** A channel named twice is served as named last. */
function served(channels: LocationWish['channels'] = []): ServedChannel[] {
  const byCode = new Map(channels.map((one) => [one.channel, one]));
  return [...byCode.values()]
    .map(({ channel, bufferUnits = 0, priority = 1 }) => ({ channel, bufferUnits, priority }))
    .sort((a, b) => (a.channel < b.channel ? -1 : 1));
}
