// SQL of routing: what the router knows of a tenant's locations and channels.

import type { CaptureMoment } from '@doorstep/core/catalog/channel.ts';
import type { Calendar } from '@doorstep/core/locations/calendar.ts';
import type { NumberFormat } from '@doorstep/core/settings/number-format.ts';
import { statement } from '../db/statement.ts';

export interface RoutableLocationRow {
  readonly id: string;
  readonly number: number;
  readonly code: string;
  readonly active: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly handling_cost_minor: number;
  readonly safety_stock: number;
  readonly time_zone: string;
  /** HH:MM:SS */
  readonly cut_off: string | null;
  readonly handling_days: number;
  readonly calendar: Calendar;
}

export const selectRoutableLocations = statement<RoutableLocationRow>(
  'routing.selectRoutableLocations',
  `select id, number, code, active, latitude, longitude, handling_cost_minor, safety_stock,
          time_zone, cut_off, handling_days, calendar
   from locations where tenant_id = (select current_tenant()) order by number`,
);

export const selectServedChannels = statement<{
  location_id: string;
  channel_id: string;
  buffer_units: number;
  priority: number;
}>(
  'routing.selectServedChannels',
  `select location_id, channel_id, buffer_units, priority from location_channels
   where tenant_id = (select current_tenant())`,
);

export interface ChannelRow {
  readonly id: string;
  readonly code: string;
  readonly active: boolean;
  readonly stock_policy: 'all-or-nothing' | 'partial-with-backorder';
  readonly payment_timeout_minutes: number | null;
  readonly capture_at: CaptureMoment;
  readonly release_after_minutes: number | null;
  readonly number_format: NumberFormat | null;
  readonly split_policy: 'allow' | 'forbid';
}

export const selectChannels = statement<ChannelRow>(
  'routing.selectChannels',
  `select id, code, active, stock_policy, split_policy, payment_timeout_minutes, capture_at,
          release_after_minutes,
          (select coalesce(value -> 'channels' -> ('chn_' || replace(channels.id::text, '-', '')),
                           value -> 'orders')
           from settings
           where settings.tenant_id = (select current_tenant()) and settings.name = 'numbers')
            as number_format
   from channels
   where tenant_id = (select current_tenant())`,
);
