// SQL of stock locations.

import type { Calendar } from '@doorstep/core/locations/calendar.ts';
import type {
  LocationFields,
  LocationKind,
  ServedChannel,
} from '@doorstep/core/locations/location.ts';
import { statement } from '../db/statement.ts';

export interface LocationRow {
  readonly id: string;
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postal_code: string | null;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly coordinates_from: LocationFields['coordinatesFrom'];
  readonly time_zone: string;
  /** HH:MM:SS */
  readonly cut_off: string | null;
  readonly handling_days: number;
  readonly calendar: Calendar;
  readonly capacity_orders_per_day: number | null;
  readonly handling_cost_minor: number;
  readonly safety_stock: number;
  readonly active: boolean;
  readonly created_at: Date;
  readonly version: number;
  readonly channels: readonly ServedChannel[];
}

const COLUMNS = `place.id, place.number, place.code, place.name, place.kind, place.street,
          place.city, place.region, place.postal_code, place.country, place.latitude,
          place.longitude, place.coordinates_from, place.time_zone, place.cut_off, place.handling_days,
          place.calendar,
          place.capacity_orders_per_day, place.handling_cost_minor, place.safety_stock,
          place.active, place.created_at, place.version,
          coalesce((
            select jsonb_agg(jsonb_build_object('channel', channel.code,
                                                'bufferUnits', served.buffer_units,
                                                'priority', served.priority)
                             order by channel.code collate "C")
            from location_channels as served
            join channels as channel on channel.tenant_id = served.tenant_id
              and channel.id = served.channel_id
            where served.tenant_id = place.tenant_id and served.location_id = place.id),
            '[]') as channels`;

export const selectLocations = statement<LocationRow>(
  'locations.selectLocations',
  `select ${COLUMNS} from locations as place
   where place.tenant_id = (select current_tenant()) and place.id < $1
   order by place.id desc limit $2`,
);

export const selectLocationsAmong = statement<LocationRow>(
  'locations.selectLocationsAmong',
  `select ${COLUMNS} from locations as place
   where place.tenant_id = (select current_tenant()) and place.id < $1
     and place.id = any ($3::uuid[])
   order by place.id desc limit $2`,
);

export const selectLocation = statement<LocationRow>(
  'locations.selectLocation',
  `select ${COLUMNS} from locations as place
   where place.tenant_id = (select current_tenant()) and place.id = $1`,
);

// $1 the id, or null; $2 the code. An id is meant before a code that looks like one.
export const selectLocationId = statement<{ id: string }>(
  'locations.selectLocationId',
  `select id from locations
   where tenant_id = (select current_tenant()) and (id = $1 or code = $2)
   order by (id = $1) desc nulls last limit 1`,
);

export const lockLocation = statement<{ id: string }>(
  'locations.lockLocation',
  `select id from locations
   where tenant_id = (select current_tenant()) and id = $1 for no key update`,
);

export const insertLocation = statement<{ id: string }>(
  'locations.insertLocation',
  `insert into locations (tenant_id, id, number, code, name, kind, street, city, region,
                          postal_code, country, latitude, longitude, coordinates_from, time_zone,
                          cut_off, calendar, capacity_orders_per_day, handling_cost_minor,
                          safety_stock, active, handling_days, created_at)
   values (current_tenant(), $1, $21, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
           $16, $17, $18, $19, $20, $22)
   on conflict do nothing
   returning id`,
);

export const updateLocation = statement<{ version: number }>(
  'locations.updateLocation',
  `update locations
   set code = $2, name = $3, kind = $4, street = $5, city = $6, region = $7, postal_code = $8,
       country = $9, latitude = $10, longitude = $11, coordinates_from = $12, time_zone = $13,
       cut_off = $14, calendar = $15, capacity_orders_per_day = $16, handling_cost_minor = $17,
       safety_stock = $18, active = $19, handling_days = $20, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning version`,
);

export const deleteServedChannels = statement(
  'locations.deleteServedChannels',
  `delete from location_channels
   where tenant_id = (select current_tenant()) and location_id = $1`,
);

export const insertServedChannels = statement(
  'locations.insertServedChannels',
  `insert into location_channels (tenant_id, location_id, channel_id, buffer_units, priority)
   select current_tenant(), $1, row.channel, row.buffer, row.priority
   from jsonb_to_recordset($2::jsonb) as row(channel uuid, buffer integer, priority integer)`,
);
