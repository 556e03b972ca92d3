// SQL of raising and closing exceptions, in the transaction of their cause.

import { statement } from './statement.ts';

// Two transactions that raise and close the same causes would deadlock: what is not open yet has no
// row to lock. So causes are locked by name, in order; 1,024 names bound the locks of one
// transaction. Who has one cause only waits holding nothing, and needs none.
export const lockCauses = statement(
  'db.lockCauses',
  `select pg_advisory_xact_lock(1702389091, named.name)
   from (
     select distinct hashtext(concat(current_tenant(), row.type, ' ', row.cause)) & 1023 as name
     from jsonb_to_recordset($1::jsonb) as row(type text, cause text)
     order by name
   ) as named`,
);

export interface RaisedRow {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** It was not open before. */
  readonly isNew: boolean;
  readonly order_id: string | null;
  readonly severity: string;
  readonly deadline: Date;
}

// Seen again, an exception says so and wakes up. Its deadline stays: it is as old as it is.
export const raiseExceptions = statement<RaisedRow>(
  'db.raiseExceptions',
  `insert into exceptions as known (tenant_id, id, type, cause, severity, title, order_id, sku_id,
     location_id, fulfillment_order_id, parcel_id, payment_id, return_id, webhook_endpoint_id,
     data, raised_at, raised_by, seen_at, deadline)
   select current_tenant(), row.id, row.type, row.cause, row.severity, row.title, row."order",
          row.sku, row.location, row."fulfillmentOrder", row.parcel, row.payment, row.return,
          row."webhookEndpoint", row.data, $2, $3, $2, row.deadline
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, type text, cause text, severity text, title text, "order" uuid, sku uuid,
     location uuid, "fulfillmentOrder" uuid, parcel uuid, payment uuid, return uuid,
     "webhookEndpoint" uuid, data jsonb, deadline timestamptz)
   order by row.type, row.cause
   on conflict (tenant_id, type, cause) where closed_at is null do update set
     data = excluded.data, times = known.times + 1, seen_at = excluded.seen_at,
     snoozed_until = null, version = known.version + 1
   returning id, type, version, times = 1 as "isNew", order_id, severity, deadline`,
);

export interface ClosedRow {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly order_id: string | null;
}

// $1 rows of {type, cause}; $2 who, $3 when.
export const closeExceptions = statement<ClosedRow>(
  'db.closeExceptions',
  `update exceptions as known set
     closed_at = $3, closed_by = $2, resolution = 'cause-gone', snoozed_until = null,
     version = known.version + 1
   from jsonb_to_recordset($1::jsonb) as row(type text, cause text)
   where known.tenant_id = (select current_tenant()) and known.type = row.type
     and known.cause = row.cause and known.closed_at is null
   returning known.id, known.type, known.version, known.order_id`,
);
