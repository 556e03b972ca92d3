// SQL of the fulfillment board. Open work is walked along fulfillment_orders_on_board, due first;
// what left today along parcels_shipped, latest first. Filters are looked at row by row, of so many
// rows at most: a filter that hardly anything matches must not read the whole board in one go.

import type {
  FulfillmentOrderStatus,
  ParcelStatus,
} from '@doorstep/core/fulfillment/fulfillment-status.ts';
import type { Calendar } from '@doorstep/core/locations/calendar.ts';
import { statement } from '../db/statement.ts';

const OWN = 'tenant_id = (select current_tenant())';

export interface BoardLocationRow {
  readonly code: string;
  readonly name: string;
  readonly time_zone: string;
  /** HH:MM:SS */
  readonly cut_off: string | null;
  readonly calendar: Calendar;
}

export const selectBoardLocation = statement<BoardLocationRow>(
  'fulfillment.selectBoardLocation',
  `select code, name, time_zone, cut_off, calendar from locations where ${OWN} and id = $1`,
);

export interface ColumnRow {
  readonly column_name: string;
  readonly count: number;
  readonly oldest_at: Date | null;
  readonly next_due_at: Date | null;
}

// The counts read nothing but the index. $1 location, $2 columns, $3 where counting ends.
export const countBoard = statement<ColumnRow>(
  'fulfillment.countBoard',
  `select wanted.name as column_name,
          (select count(*)::int from (
             select from fulfillment_orders
             where ${OWN} and location_id = $1 and board_column = wanted.name
             limit $3) as counting) as count,
          first.released_at as oldest_at, first.ship_by as next_due_at
   from unnest($2::text[]) as wanted(name)
   left join lateral (
     select released_at, ship_by from fulfillment_orders
     where ${OWN} and location_id = $1 and board_column = wanted.name
     order by due_at, id limit 1) as first on true`,
);

/** $1 location, $2 from this moment on, $3 where counting ends. */
export const countShipped = statement<{ count: number }>(
  'fulfillment.countShipped',
  `select count(*)::int as count from (
     select from parcels where ${OWN} and location_id = $1 and shipped_at >= $2
     limit $3) as counting`,
);

// $4 released before, $5 carrier, $6 service, $7 SKU; null where it does not matter.
const WORK_FITS = `case when $4::timestamptz is null then true else work.released_at < $4 end
     and case when $5::text is null then true else exists (
       select from parcels as box
       where box.${OWN} and box.fulfillment_order_id = work.id and box.carrier = $5
         and box.voided_at is null) end
     and case when $6::text is null then true else exists (
       select from parcels as box
       where box.${OWN} and box.fulfillment_order_id = work.id and box.service = $6
         and box.voided_at is null
     ) or exists (
       select from order_charges as charge
       where charge.${OWN} and charge.order_id = work.order_id and charge.title = $6) end
     and case when $7::uuid is null then true else exists (
       select from fulfillment_order_lines as line
       where line.${OWN} and line.fulfillment_order_id = work.id and line.sku_id = $7
         and line.allocated + line.picked + line.packed > 0) end`;

const BOX_FITS = `case when $4::timestamptz is null then true else exists (
       select from fulfillment_orders as work
       where work.${OWN} and work.id = box.fulfillment_order_id and work.released_at < $4) end
     and case when $5::text is null then true else box.carrier = $5 end
     and case when $6::text is null then true else box.service = $6 or exists (
       select from order_charges as charge
       where charge.${OWN} and charge.order_id = box.order_id and charge.title = $6) end
     and case when $7::uuid is null then true else exists (
       select from parcel_lines as line
       where line.${OWN} and line.parcel_id = box.id and line.sku_id = $7) end`;

/** $1 location, $2 columns, $3 how many works of each are looked at, and the filters. */
export const countFiltered = statement<ColumnRow & { readonly looked_at: number }>(
  'fulfillment.countFiltered',
  `select wanted.name as column_name, sums.*
   from unnest($2::text[]) as wanted(name)
   cross join lateral (
     select count(*)::int as looked_at, (count(*) filter (where ${WORK_FITS}))::int as count,
            min(work.released_at) filter (where ${WORK_FITS}) as oldest_at,
            min(work.ship_by) filter (where ${WORK_FITS}) as next_due_at
     from (select id, order_id, released_at, ship_by from fulfillment_orders
           where ${OWN} and location_id = $1 and board_column = wanted.name
           order by due_at, id limit $3) as work) as sums`,
);

/** $1 location, $2 from this moment on, $3 how many are looked at, and the filters. */
export const countShippedFiltered = statement<{ count: number; looked_at: number }>(
  'fulfillment.countShippedFiltered',
  `select count(*)::int as looked_at, (count(*) filter (where ${BOX_FITS}))::int as count
   from (select id, order_id, fulfillment_order_id, carrier, service from parcels
         where ${OWN} and location_id = $1 and shipped_at >= $2
         order by shipped_at desc, id desc limit $3) as box`,
);

export interface CardRow {
  readonly id: string;
  readonly order_id: string;
  readonly order_number: bigint;
  readonly status: FulfillmentOrderStatus;
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;
  readonly short: number;
  readonly released_at: Date;
  readonly ship_by: Date | null;
  readonly name: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly shipping: string | null;
  /** What a page is keyed on: when it is due, or when it left. */
  readonly at_key: string;
  readonly id_key: string;
}

const FACTS = `work.id, work.order_id, ord.number as order_number, work.status, work.quantity,
          work.allocated, work.picked, work.packed, work.shipped, work.canceled, work.short,
          work.released_at, work.ship_by, contact.name,
          contact.shipping_address ->> 'city' as city,
          contact.shipping_address ->> 'country' as country, charge.title as shipping`;

const NAMES = `cross join lateral (
     select number from orders where ${OWN} and id = work.order_id offset 0) as ord
   left join lateral (
     select name, shipping_address from order_contacts
     where ${OWN} and order_id = work.order_id offset 0) as contact on true
   left join lateral (
     select title from order_charges
     where ${OWN} and order_id = work.order_id order by number limit 1) as charge on true`;

// Times as keys are said to the microsecond, or a page would begin behind what it did not show.
/** $1 location, $2 column, $3 how many are looked at, filters, $8 and $9 behind this, $10 limit. */
export const listBoardWork = statement<CardRow>(
  'fulfillment.listBoardWork',
  `select ${FACTS}, work.due_at::text as at_key, work.id::text as id_key
   from (select work.* from (
           select * from fulfillment_orders
           where ${OWN} and location_id = $1 and board_column = $2
             and (due_at, id) > ($8::timestamptz, $9::uuid)
           order by due_at, id limit $3) as work
         where ${WORK_FITS}
         order by work.due_at, work.id limit $10) as work
   ${NAMES}
   order by work.due_at, work.id`,
);

/** Where a page that looked at so many ends: the last of them. */
export const selectBoardWorkLookedAt = statement<{ at_key: string; id_key: string }>(
  'fulfillment.listBoardWorkLookedAt',
  `select due_at::text as at_key, id::text as id_key from fulfillment_orders
   where ${OWN} and location_id = $1 and board_column = $2
     and (due_at, id) > ($4::timestamptz, $5::uuid)
   order by due_at, id offset $3 - 1 limit 1`,
);

/** $1 location, $2 from this moment on, $3 how many are looked at, filters, $8 and $9 before, $10 limit. */
export const listShippedBoxes = statement<CardRow & { readonly parcel_id: string }>(
  'fulfillment.listShippedBoxes',
  `select ${FACTS}, box.id as parcel_id, box.shipped_at::text as at_key, box.id::text as id_key
   from (select box.* from (
           select id, order_id, fulfillment_order_id, carrier, service, shipped_at from parcels
           where ${OWN} and location_id = $1 and shipped_at >= $2
             and (shipped_at, id) < ($8::timestamptz, $9::uuid)
           order by shipped_at desc, id desc limit $3) as box
         where ${BOX_FITS}
         order by box.shipped_at desc, box.id desc limit $10) as box
   cross join lateral (
     select * from fulfillment_orders
     where ${OWN} and id = box.fulfillment_order_id offset 0) as work
   ${NAMES}
   order by box.shipped_at desc, box.id desc`,
);

export const selectShippedLookedAt = statement<{ at_key: string; id_key: string }>(
  'fulfillment.listShippedLookedAt',
  `select shipped_at::text as at_key, id::text as id_key from parcels
   where ${OWN} and location_id = $1 and shipped_at >= $2
     and (shipped_at, id) < ($4::timestamptz, $5::uuid)
   order by shipped_at desc, id desc offset $3 - 1 limit 1`,
);

export interface CardLineRow {
  readonly fulfillment_order_id: string;
  readonly line_number: number;
  readonly sku_code: string;
  readonly title: string;
  readonly units: number;
  readonly lines: number;
}

/** The first lines of each work, and how many it has. */
export const selectCardLines = statement<CardLineRow>(
  'fulfillment.selectCardLines',
  `select work.id as fulfillment_order_id, line.line_number, ordered.sku_code, ordered.title,
          line.quantity - line.canceled - line.short as units,
          (select count(*)::int from fulfillment_order_lines as counted
           where counted.${OWN} and counted.fulfillment_order_id = work.id) as lines
   from fulfillment_orders as work
   cross join lateral (
     select line_number, quantity, canceled, short from fulfillment_order_lines
     where ${OWN} and fulfillment_order_id = work.id
       and quantity > canceled + short
     order by line_number limit 3) as line
   join order_lines as ordered on ordered.${OWN} and ordered.order_id = work.order_id
     and ordered.number = line.line_number
   where work.${OWN} and work.id = any ($1::uuid[])
   order by work.id, line.line_number`,
);

export interface CardParcelRow {
  readonly id: string;
  readonly fulfillment_order_id: string;
  readonly status: ParcelStatus;
  readonly carrier: string | null;
  readonly service: string | null;
  readonly tracking_number: string | null;
  readonly shipped_at: Date | null;
}

const BOX = `id, fulfillment_order_id, status, carrier, service, tracking_number, shipped_at`;

export const selectWaitingParcels = statement<CardParcelRow>(
  'fulfillment.selectWaitingParcels',
  `select ${BOX} from parcels
   where ${OWN} and fulfillment_order_id = any ($1::uuid[])
     and shipped_at is null and voided_at is null
   order by id`,
);

export const selectCardParcels = statement<CardParcelRow>(
  'fulfillment.selectCardParcels',
  `select ${BOX} from parcels where ${OWN} and id = any ($1::uuid[]) order by id`,
);
