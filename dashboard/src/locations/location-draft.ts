// A location as a form has it: every field a text. Lists are lines.

import { WEEKDAYS, type Weekday } from '@doorstep/core/locations/calendar.ts';
import type { ChangeLocationInput, Location } from '@doorstep/sdk';
import { readPrice, writePrice } from '../record/price.ts';

export const FIELDS = [
  'code',
  'name',
  'kind',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'timeZone',
  'cutOff',
  'handlingDays',
  'openDays',
  'daysOff',
  'channels',
  'capacity',
  'handlingCost',
  'safetyStock',
] as const;

export type LocationDraft = Readonly<Record<(typeof FIELDS)[number], string>>;

export const KINDS = ['warehouse', 'store', '3pl', 'drop-ship'] as const;

export function newLocation(timeZone: string): LocationDraft {
  const empty = Object.fromEntries(FIELDS.map((field) => [field, ''])) as LocationDraft;
  return {
    ...empty,
    kind: 'warehouse',
    timeZone,
    cutOff: '14:00',
    handlingDays: '0',
    openDays: 'mon tue wed thu fri',
    handlingCost: '0',
    safetyStock: '0',
  };
}

/** @param currency of the tenant: what an order costs there is typed as money */
export function draftOf(place: Location, currency: string): LocationDraft {
  const { address } = place;
  return {
    code: place.code,
    name: place.name,
    kind: place.kind,
    street: address.street ?? '',
    postalCode: address.postalCode ?? '',
    city: address.city ?? '',
    region: address.region ?? '',
    country: address.country,
    timeZone: place.timeZone,
    cutOff: place.cutOff ?? '',
    handlingDays: String(place.handlingDays),
    openDays: place.calendar.open.join(' '),
    daysOff: place.calendar.closed.join('\n'),
    channels: writeServed(place.channels),
    capacity: place.capacityOrdersPerDay === null ? '' : String(place.capacityOrdersPerDay),
    handlingCost: writePrice({ amountMinor: place.handlingCostMinor, currency }),
    safetyStock: String(place.safetyStock),
  };
}

export interface Served {
  readonly channel: string;
  readonly bufferUnits: number;
  readonly priority: number;
}

export function writeServed(served: readonly Served[]): string {
  return served
    .map(({ channel, priority, bufferUnits }) => `${priority} ${bufferUnits} ${channel}`)
    .join('\n');
}

export function readServed(text: string): readonly Served[] {
  return linesOf(text).map((line) => {
    const [priority = '1', bufferUnits = '0', ...channel] = line.split(' ');
    return {
      channel: channel.join(' '),
      priority: Number(priority),
      bufferUnits: Number(bufferUnits),
    };
  });
}

export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

export function readCalendar(draft: LocationDraft): { open: Weekday[]; closed: string[] } {
  const open = draft.openDays.split(' ');
  return {
    open: WEEKDAYS.filter((day) => open.includes(day)),
    closed: linesOf(draft.daysOff).map((line) => line.trim()),
  };
}

type Change = Omit<ChangeLocationInput, 'location' | 'version'>;

/** What the API takes of the fields that changed. */
export function changeOf(
  draft: LocationDraft,
  changed: ReadonlySet<keyof LocationDraft>,
  currency: string,
): Change {
  const isOf = (...fields: readonly (keyof LocationDraft)[]): boolean =>
    fields.some((field) => changed.has(field));
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    ...(isOf('code') && { code: draft.code.trim() }),
    ...(isOf('name') && { name: draft.name.trim() }),
    ...(isOf('kind') && { kind: draft.kind as (typeof KINDS)[number] }),
    ...(isOf('street', 'postalCode', 'city', 'region', 'country') && {
      address: {
        street: orNull(draft.street),
        postalCode: orNull(draft.postalCode),
        city: orNull(draft.city),
        region: orNull(draft.region),
        country: draft.country.trim().toUpperCase(),
      },
    }),
    ...(isOf('timeZone') && { timeZone: draft.timeZone.trim() }),
    ...(isOf('cutOff') && { cutOff: orNull(draft.cutOff) }),
    ...(isOf('handlingDays') && { handlingDays: Number(draft.handlingDays) }),
    ...(isOf('openDays', 'daysOff') && { calendar: readCalendar(draft) }),
    ...(isOf('channels') && { channels: [...readServed(draft.channels)] }),
    ...(isOf('capacity') && {
      capacityOrdersPerDay: draft.capacity === '' ? null : Number(draft.capacity),
    }),
    ...(isOf('handlingCost') && {
      handlingCostMinor: readPrice(draft.handlingCost, currency)?.amountMinor ?? 0,
    }),
    ...(isOf('safetyStock') && { safetyStock: Number(draft.safetyStock) }),
  };
}
