// SQL of parcels: pack, ship, look, list.

import type { ParcelStatus } from '@doorstep/core/fulfillment/fulfillment-status.ts';
import { type Statement, statement } from '../db/statement.ts';

export const insertParcel = statement(
  'fulfillment.insertParcel',
  `insert into parcels (tenant_id, id, order_id, fulfillment_order_id, location_id, carrier,
     tracking_number, weight_grams, length_mm, width_mm, height_mm, packed_at, packed_by,
     shipped_at, service)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);

// One that was voided left all the same. What is known of its label stays unless told anew.
export const shipParcelRow = statement(
  'fulfillment.shipParcelRow',
  `update parcels set shipped_at = $2, location_id = $3, voided_at = null,
     carrier = coalesce($4, carrier), tracking_number = coalesce($5, tracking_number),
     service = coalesce($6, service)
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const labelParcel = statement(
  'fulfillment.labelParcel',
  `update parcels set carrier = coalesce($2, carrier),
     tracking_number = coalesce($3, tracking_number), service = coalesce($4, service)
   where tenant_id = (select current_tenant()) and id = $1`,
);

export interface KnownParcelRow {
  readonly order_id: string;
  readonly fulfillment_order_id: string;
  readonly location_id: string;
  readonly carrier: string | null;
  readonly service: string | null;
  readonly tracking_number: string | null;
  readonly shipped: boolean;
  readonly voided: boolean;
}

export const selectParcel = statement<KnownParcelRow>(
  'fulfillment.selectParcel',
  `select order_id, fulfillment_order_id, location_id, carrier, service, tracking_number,
          shipped_at is not null as shipped, voided_at is not null as voided
   from parcels where tenant_id = (select current_tenant()) and id = $1`,
);

export interface ParcelRow {
  readonly id: string;
  readonly order_id: string;
  readonly order_number: bigint;
  readonly fulfillment_order_id: string;
  readonly location: string;
  readonly status: ParcelStatus;
  readonly carrier: string | null;
  readonly service: string | null;
  readonly tracking_number: string | null;
  readonly tracking_status: string | null;
  readonly tracked_at: Date | null;
  readonly weight_grams: number | null;
  readonly length_mm: number | null;
  readonly width_mm: number | null;
  readonly height_mm: number | null;
  readonly packed_at: Date;
  readonly packed_by: string;
  readonly shipped_at: Date | null;
  readonly delivered_at: Date | null;
  readonly voided_at: Date | null;
}

const COLUMNS = `box.id, box.order_id, ord.number as order_number, box.fulfillment_order_id,
          location.code as location, box.status, box.carrier, box.service, box.tracking_number,
          box.tracking_status, box.tracked_at, box.weight_grams, box.length_mm, box.width_mm,
          box.height_mm, box.packed_at, box.packed_by, box.shipped_at, box.delivered_at,
          box.voided_at`;

const NAMES = `join orders as ord on ord.tenant_id = box.tenant_id and ord.id = box.order_id
   join locations as location
     on location.tenant_id = box.tenant_id and location.id = box.location_id`;

export const selectParcels = statement<ParcelRow>(
  'fulfillment.selectParcels',
  `select ${COLUMNS} from parcels as box ${NAMES}
   where box.tenant_id = (select current_tenant()) and box.id = any ($1::uuid[])
   order by box.id`,
);

export const selectParcelsOfWork = statement<ParcelRow>(
  'fulfillment.selectParcelsOfWork',
  `select ${COLUMNS} from parcels as box ${NAMES}
   where box.tenant_id = (select current_tenant())
     and box.fulfillment_order_id = any ($1::uuid[])
   order by box.id`,
);

export interface ParcelContentRow {
  readonly parcel_id: string;
  readonly line_number: number;
  readonly sku_id: string | null;
  readonly sku_code: string;
  readonly title: string;
  readonly quantity: number;
  readonly canceled: number;
}

export const selectContents = statement<ParcelContentRow>(
  'fulfillment.selectContents',
  `select line.parcel_id, line.line_number, line.sku_id, ordered.sku_code, ordered.title,
          line.quantity, line.canceled
   from parcel_lines as line
   join parcels as box on box.tenant_id = line.tenant_id and box.id = line.parcel_id
   join order_lines as ordered on ordered.tenant_id = line.tenant_id
     and ordered.order_id = box.order_id and ordered.number = line.line_number
   where line.tenant_id = (select current_tenant()) and line.parcel_id = any ($1::uuid[])
   order by line.parcel_id, line.line_number`,
);

function listing(name: string, where: string): Statement<ParcelRow> {
  return statement<ParcelRow>(
    `fulfillment.listParcels${name}`,
    `select ${COLUMNS}
     from (select * from parcels
           where tenant_id = (select current_tenant()) and id < $1 and ${where}
           order by id desc limit $2) as box
     cross join lateral (
       select number from orders
       where tenant_id = (select current_tenant()) and id = box.order_id offset 0) as ord
     cross join lateral (
       select code from locations
       where tenant_id = (select current_tenant()) and id = box.location_id offset 0) as location
     order by box.id desc`,
  );
}

const MAYBE_STATUS = 'case when $3::text is null then true else status = $3::text end';

/** $1 before this id, $2 limit, $3 status, $4 order, $5 number; null where it does not matter. */
export const listParcelsByTracking = listing(
  'ByTracking',
  `tracking_number = $5 and ${MAYBE_STATUS}
             and case when $4::uuid is null then true else order_id = $4::uuid end`,
);
export const listParcelsOfOrder = listing(
  'OfOrder',
  `order_id = $4 and ${MAYBE_STATUS} and $5::text is null`,
);
export const listParcelsByStatus = listing(
  'ByStatus',
  'status = $3 and $4::uuid is null and $5::text is null',
);
export const listParcelsAll = listing(
  'All',
  '$3::text is null and $4::uuid is null and $5::text is null',
);
