// SQL of where the units of an order are. The counts of fulfillment orders and parcels are the
// order's as much as those of its lines: cancellation, here, changes them as picking and shipping
// do, downstream in the room fulfillment.

import { statement } from '../db/statement.ts';

export interface WorkLineRow {
  readonly fulfillment_order_id: string;
  readonly location_id: string;
  readonly line_number: number;
  readonly sku_id: string | null;
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;
  readonly short: number;
  readonly overshipped: number;
}

// Ids rise with time: oldest first.
export const selectWork = statement<WorkLineRow>(
  'orders.selectWork',
  `select line.fulfillment_order_id, work.location_id, line.line_number, line.sku_id,
          line.quantity, line.allocated, line.picked, line.packed, line.shipped, line.canceled,
          line.short, line.overshipped
   from fulfillment_orders as work
   join fulfillment_order_lines as line on line.tenant_id = work.tenant_id
     and line.fulfillment_order_id = work.id
   where work.tenant_id = (select current_tenant()) and work.order_id = $1
   order by work.id, line.line_number`,
);

export interface ParcelLineRow {
  readonly parcel_id: string;
  readonly fulfillment_order_id: string;
  readonly location_id: string;
  readonly shipped: boolean;
  readonly line_number: number;
  readonly sku_id: string | null;
  readonly quantity: number;
  readonly canceled: number;
}

export const selectParcelContents = statement<ParcelLineRow>(
  'orders.selectParcelContents',
  `select line.parcel_id, box.fulfillment_order_id, box.location_id,
          box.shipped_at is not null as shipped, line.line_number, line.sku_id, line.quantity,
          line.canceled
   from parcels as box
   join parcel_lines as line on line.tenant_id = box.tenant_id and line.parcel_id = box.id
   where box.tenant_id = (select current_tenant()) and box.order_id = $1
   order by box.id, line.line_number`,
);

// The lines of an order change, and its sums and its version with them. A kit is not counted, its
// components are.
export const moveUnits = statement<{ version: number }>(
  'orders.moveUnits',
  `with moved as (
     update order_lines as line set
       canceled = line.canceled + coalesce(row.canceled, 0),
       unpromised = line.unpromised + coalesce(row.unpromised, 0),
       backordered = line.backordered + coalesce(row.backordered, 0),
       reserved = line.reserved + coalesce(row.reserved, 0),
       allocated = line.allocated + coalesce(row.allocated, 0),
       picked = line.picked + coalesce(row.picked, 0),
       packed = line.packed + coalesce(row.packed, 0),
       shipped = line.shipped + coalesce(row.shipped, 0),
       overshipped = line.overshipped + coalesce(row.overshipped, 0)
     from jsonb_to_recordset($2::jsonb) as row(
       line integer, canceled integer, unpromised integer, backordered integer, reserved integer,
       allocated integer, picked integer, packed integer, shipped integer, overshipped integer)
     where line.tenant_id = (select current_tenant()) and line.order_id = $1
       and line.number = row.line
     returning line.kind, row.canceled, row.unpromised, row.backordered, row.reserved,
       coalesce(row.allocated, 0) + coalesce(row.picked, 0) + coalesce(row.packed, 0) as in_work,
       row.shipped, row.overshipped
   ), total as (
     select coalesce(sum(canceled), 0)::int as canceled,
            coalesce(sum(unpromised), 0)::int as unpromised,
            coalesce(sum(backordered), 0)::int as backordered,
            coalesce(sum(reserved), 0)::int as reserved,
            coalesce(sum(in_work), 0)::int as in_work,
            coalesce(sum(shipped), 0)::int as shipped,
            coalesce(sum(overshipped), 0)::int as overshipped
     from moved where kind <> 'kit'
   )
   update orders as ord set
     canceled = ord.canceled + total.canceled,
     unpromised = ord.unpromised + total.unpromised,
     backordered = ord.backordered + total.backordered,
     reserved = ord.reserved + total.reserved,
     in_work = ord.in_work + total.in_work,
     shipped = ord.shipped + total.shipped,
     overshipped = ord.overshipped + total.overshipped,
     canceled_minor = ord.canceled_minor + $3,
     version = ord.version + 1
   from total
   where ord.tenant_id = (select current_tenant()) and ord.id = $1
   returning ord.version`,
);

// By an array: joined with a record set, the planner reads a table of a few thousand rows whole.
export const firmReservations = statement(
  'orders.firmReservations',
  `update reservations set fulfillment_order_id = $2
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

const COUNTS = `quantity integer, allocated integer, picked integer, packed integer,
       shipped integer, canceled integer, short integer, overshipped integer`;

export const insertWork = statement(
  'orders.insertWork',
  `insert into fulfillment_orders (tenant_id, id, order_id, location_id, released_at, released_by,
     ship_by, quantity, allocated, shipped, overshipped)
   select current_tenant(), row.id, $2, row.location, $3, $4, row."shipBy", row.quantity,
          row.allocated, row.shipped, row.overshipped
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, location uuid, "shipBy" timestamptz, quantity integer, allocated integer,
     shipped integer, overshipped integer)`,
);

export const insertWorkLines = statement(
  'orders.insertWorkLines',
  `insert into fulfillment_order_lines (tenant_id, fulfillment_order_id, line_number, sku_id,
     quantity, allocated, shipped, overshipped)
   select current_tenant(), row.work, row.line, row.sku, coalesce(row.quantity, 0),
          coalesce(row.allocated, 0), coalesce(row.shipped, 0), coalesce(row.overshipped, 0)
   from jsonb_to_recordset($1::jsonb) as row(
     work uuid, line integer, sku uuid, quantity integer, allocated integer, shipped integer,
     overshipped integer)`,
);

export const changeWorkLines = statement(
  'orders.changeWorkLines',
  `update fulfillment_order_lines as line set
     quantity = line.quantity + coalesce(row.quantity, 0),
     allocated = line.allocated + coalesce(row.allocated, 0),
     picked = line.picked + coalesce(row.picked, 0),
     packed = line.packed + coalesce(row.packed, 0),
     shipped = line.shipped + coalesce(row.shipped, 0),
     canceled = line.canceled + coalesce(row.canceled, 0),
     short = line.short + coalesce(row.short, 0),
     overshipped = line.overshipped + coalesce(row.overshipped, 0)
   from jsonb_to_recordset($1::jsonb) as row(work uuid, line integer, ${COUNTS})
   where line.tenant_id = (select current_tenant()) and line.fulfillment_order_id = row.work
     and line.line_number = row.line`,
);

// Sums of the changes per fulfillment order: the statement above does not see them all.
export const changeWork = statement(
  'orders.changeWork',
  `update fulfillment_orders as work set
     quantity = work.quantity + row.quantity, allocated = work.allocated + row.allocated,
     picked = work.picked + row.picked, packed = work.packed + row.packed,
     shipped = work.shipped + row.shipped, canceled = work.canceled + row.canceled,
     short = work.short + row.short, overshipped = work.overshipped + row.overshipped
   from jsonb_to_recordset($1::jsonb) as row(id uuid, ${COUNTS})
   where work.tenant_id = (select current_tenant()) and work.id = row.id`,
);

export const insertParcelLines = statement(
  'orders.insertParcelLines',
  `insert into parcel_lines (tenant_id, parcel_id, line_number, sku_id, quantity)
   select current_tenant(), row.parcel, row.line, row.sku, row.quantity
   from jsonb_to_recordset($1::jsonb) as row(
     parcel uuid, line integer, sku uuid, quantity integer)`,
);

export const takeOutOfParcels = statement(
  'orders.takeOutOfParcels',
  `update parcel_lines as line set canceled = line.canceled + row.canceled
   from jsonb_to_recordset($1::jsonb) as row(parcel uuid, line integer, canceled integer)
   where line.tenant_id = (select current_tenant()) and line.parcel_id = row.parcel
     and line.line_number = row.line`,
);

export const voidEmptyParcels = statement(
  'orders.voidEmptyParcels',
  `update parcels as box set voided_at = $2
   where box.tenant_id = (select current_tenant()) and box.id = any ($1::uuid[])
     and box.shipped_at is null and box.voided_at is null
     and not exists (select from parcel_lines as line
                     where line.tenant_id = (select current_tenant())
                       and line.parcel_id = box.id and line.quantity > line.canceled)`,
);

export const selectPutBack = statement<{ cause: string; units: number }>(
  'orders.selectPutBack',
  `select cause, (data->>'units')::int as units from exceptions
   where tenant_id = (select current_tenant()) and type = 'put-back' and closed_at is null
     and cause = any ($1::text[])`,
);

// Locked by name, in order, as causes of exceptions are: two parcels that are given one number at
// once then see each other, one after the other.
export const lockTrackingNumbers = statement(
  'orders.lockTrackingNumbers',
  `select pg_advisory_xact_lock(1702389092, named.name)
   from (select distinct hashtext(concat(current_tenant(), ' ', number)) & 1023 as name
         from unnest($1::text[]) as number order by name) as named`,
);

export interface LabeledRow {
  readonly id: string;
  readonly carrier: string | null;
  readonly tracking_number: string;
}

// $2: carriers give their numbers out again after months.
export const selectLabeled = statement<LabeledRow>(
  'orders.selectLabeled',
  `select id, carrier, tracking_number from parcels
   where tenant_id = (select current_tenant()) and tracking_number = any ($1::text[])
     and voided_at is null and packed_at > $2`,
);

export const selectVoidedLabels = statement<{ id: string; tracking_number: string }>(
  'orders.selectVoidedLabels',
  `select id, tracking_number from parcels
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
     and voided_at is not null and tracking_number is not null`,
);
