// SQL of tracking: what carriers said, and what it makes of parcels.

import type { ParcelTrouble, TrackingStatus } from '@doorstep/core/shipping/tracking.ts';
import { statement } from '../db/statement.ts';

export interface TrackedParcelRow {
  readonly id: string;
  readonly order_id: string;
  readonly carrier: string | null;
  readonly tracking_number: string | null;
  readonly packed_at: Date;
  readonly shipped_at: Date | null;
  readonly delivered_at: Date | null;
  readonly trouble: ParcelTrouble | null;
  readonly tracking_status: TrackingStatus | null;
  readonly tracked_at: Date | null;
  readonly status: string;
}

const PARCEL = `id, order_id, carrier, tracking_number, packed_at, shipped_at, delivered_at, trouble,
          tracking_status, tracked_at, status`;

// Carriers give their numbers out again after a while: a number may have several parcels.
export const selectParcelsByNumber = statement<TrackedParcelRow>(
  'shipping.selectParcelsByNumber',
  `select ${PARCEL} from parcels
   where tenant_id = (select current_tenant()) and tracking_number = $1 order by id desc`,
);

export const selectTrackedParcel = statement<TrackedParcelRow>(
  'shipping.selectTrackedParcel',
  `select ${PARCEL} from parcels where tenant_id = (select current_tenant()) and id = $1`,
);

// Told twice, in one request or in two, it is recorded once. An id that was told so long before, $6 in
// milliseconds, is of another parcel: a carrier that gives its numbers out again may count anew for each.
export const insertTrackingEvents = statement<{ id: string }>(
  'shipping.insertTrackingEvents',
  `insert into tracking_events (tenant_id, id, parcel_id, carrier, tracking_number, status,
     occurred_at, recorded_at, description, place, told_as)
   select current_tenant(), row.id, $2, $3, $4, row.status, row."occurredAt", $5, row.description,
          row.place,
          case when exists (
            select from tracking_events as earlier
            where earlier.tenant_id = (select current_tenant()) and earlier.tracking_number = $4
              and earlier.carrier = $3 and earlier.told_as = row."toldAs"
              and earlier.occurred_at < row."occurredAt" - $6::float8 * interval '1 millisecond')
          then row."toldAnew" else row."toldAs" end
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, status text, "occurredAt" timestamptz, description text, place text, "toldAs" text,
     "toldAnew" text)
   on conflict (tenant_id, tracking_number, carrier, told_as) do nothing
   returning id`,
);

// What was said of a number before a parcel had it. $4: what happened earlier is of another parcel.
export const adoptTrackingEvents = statement<{ id: string }>(
  'shipping.adoptTrackingEvents',
  `update tracking_events set parcel_id = $1
   where tenant_id = (select current_tenant()) and tracking_number = $2 and carrier = $3
     and parcel_id is null and occurred_at > $4
   returning id`,
);

export const selectWaitingCarriers = statement<{ carrier: string }>(
  'shipping.selectWaitingCarriers',
  `select distinct carrier from tracking_events
   where tenant_id = (select current_tenant()) and tracking_number = $1 and parcel_id is null`,
);

export interface ScanRow {
  readonly id: string;
  readonly status: TrackingStatus;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly description: string | null;
  readonly place: string | null;
}

export const selectScans = statement<ScanRow>(
  'shipping.selectScans',
  `select id, status, occurred_at, recorded_at, description, place from tracking_events
   where tenant_id = (select current_tenant()) and parcel_id = $1 order by occurred_at, id`,
);

export const setTrail = statement(
  'shipping.setTrail',
  `update parcels
   set tracking_status = $2, tracked_at = $3, delivered_at = $4, trouble = $5
   where tenant_id = (select current_tenant()) and id = $1`,
);

// All that is in a parcel is delivered; the order counts the same units.
export const deliverParcelLines = statement<{ line: number; delivered: number }>(
  'shipping.deliverParcelLines',
  `with content as (
     select line_number, quantity - canceled as units from parcel_lines
     where tenant_id = (select current_tenant()) and parcel_id = $2 and quantity > canceled
   ), delivered as (
     update order_lines as line set delivered = line.delivered + content.units
     from content
     where line.tenant_id = (select current_tenant()) and line.order_id = $1
       and line.number = content.line_number
     returning line.number, content.units
   ), counted as (
     update orders set delivered = delivered + (select coalesce(sum(units), 0) from content)
     where tenant_id = (select current_tenant()) and id = $1
   )
   select number as line, units as delivered from delivered order by number`,
);

// Units that came back although no delivery of them is recorded.
export const selectReturnedUndelivered = statement<{
  number: number;
  /** Of the units that had shipped. */
  returned: number;
  overshipped: number;
}>(
  'shipping.selectReturnedUndelivered',
  `select number, least(returned, shipped) as returned, overshipped from order_lines
   where tenant_id = (select current_tenant()) and order_id = $1 and kind <> 'kit'
     and least(returned, shipped) > delivered`,
);

export const selectUnknownParcel = statement<{ data: { trackingNumber?: string } }>(
  'shipping.selectUnknownParcel',
  `select data from exceptions
   where tenant_id = (select current_tenant()) and id = $1 and type = 'unknown-parcel'`,
);
