// A stock location as the wire shows it.

import type { LocationAnswer } from '@doorstep/contract/locations.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { nextCutOff } from '@doorstep/core/locations/calendar.ts';
import type { LocationFields } from '@doorstep/core/locations/location.ts';
import type { LocationRow } from './sql.ts';

export function presentLocation(row: LocationRow, now: Date): LocationAnswer {
  const { code, name, kind, address, coordinates, calendar, channels, ...rest } = fieldsOf(row);
  return {
    id: idFromUuid('location', row.id),
    number: row.number,
    code,
    name,
    kind,
    address: { ...address },
    coordinates: { ...coordinates },
    ...rest,
    calendar: { open: [...calendar.open], closed: [...calendar.closed] },
    nextCutOffAt: nextCutOff({ ...rest, calendar }, now)?.toISOString() ?? null,
    channels: channels.map((served) => ({ ...served })),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

/** The row in the words of core. */
export function fieldsOf(row: LocationRow): LocationFields {
  return {
    code: row.code,
    name: row.name,
    kind: row.kind,
    address: {
      street: row.street,
      city: row.city,
      region: row.region,
      postalCode: row.postal_code,
      country: row.country,
    },
    coordinates: { latitude: row.latitude, longitude: row.longitude },
    coordinatesFrom: row.coordinates_from,
    timeZone: row.time_zone,
    cutOff: row.cut_off?.slice(0, 5) ?? null,
    handlingDays: row.handling_days,
    calendar: { open: row.calendar.open, closed: row.calendar.closed },
    capacityOrdersPerDay: row.capacity_orders_per_day,
    handlingCostMinor: row.handling_cost_minor,
    safetyStock: row.safety_stock,
    active: row.active,
    channels: row.channels.map(({ channel, bufferUnits, priority }) => ({
      channel,
      bufferUnits,
      priority,
    })),
  };
}
