// SQL of fulfillment orders: look, list, release. What changes their units is in
// orders/units.sql.ts, for cancellation changes them as well.

import type { FulfillmentOrderStatus } from '@doorstep/core/fulfillment/fulfillment-status.ts';
import type { Calendar } from '@doorstep/core/locations/calendar.ts';
import { type Statement, statement } from '../db/statement.ts';

export const selectOrderOfWork = statement<{ order_id: string; location_id: string }>(
  'fulfillment.selectOrderOfWork',
  `select order_id, location_id from fulfillment_orders
   where tenant_id = (select current_tenant()) and id = $1`,
);

// ---- release ----

export const selectReleaseHolds = statement<{
  handle: string;
  reason: string;
  line_number: number | null;
}>(
  'fulfillment.selectReleaseHolds',
  `select handle, reason, line_number from order_holds
   where tenant_id = (select current_tenant()) and order_id = $1 and released_at is null
     and 'release' = any (blocks)
   order by id`,
);

export interface HoursRow {
  readonly id: string;
  readonly time_zone: string;
  /** HH:MM:SS */
  readonly cut_off: string | null;
  readonly handling_days: number;
  readonly calendar: Calendar;
}

// The working hours of the locations that an order may be released to.
export const selectHoursForOrder = statement<HoursRow>(
  'fulfillment.selectHoursForOrder',
  `select id, time_zone, cut_off, handling_days, calendar from locations
   where tenant_id = (select current_tenant()) and id = any (array(
     select location_id from reservations
     where tenant_id = (select current_tenant()) and owner = $1
       and fulfillment_order_id is null))`,
);

export const selectIsAnythingReleased = statement<{ is_any: boolean }>(
  'fulfillment.selectIsAnythingReleased',
  `select exists (
     select from channels
     where tenant_id = (select current_tenant()) and release_after_minutes is not null) as is_any`,
);

// Orders of a batch of events that release themselves, and whose time has come.
export const selectReleasable = statement<{ id: string }>(
  'fulfillment.selectReleasable',
  `select ord.id from orders as ord
   join channels as channel
     on channel.tenant_id = ord.tenant_id and channel.id = ord.channel_id
   where ord.tenant_id = (select current_tenant()) and ord.id = any ($1::uuid[])
     and ord.reserved > 0 and channel.release_after_minutes is not null
     and (ord.release_at is null or ord.release_at <= $2)
   order by ord.id`,
);

// As doorstep_clock: whose orders are to be released by now.
export const selectTenantsWithDueReleases = statement<{ tenant_id: string }>(
  'fulfillment.selectTenantsWithDueReleases',
  `select distinct tenant_id from orders
   where release_at is not null and release_at <= $1`,
);

// An order that somebody works on is passed over: its turn comes again at once.
export const lockDueReleases = statement<{ id: string }>(
  'fulfillment.lockDueReleases',
  `select id from orders
   where tenant_id = (select current_tenant()) and release_at is not null and release_at <= $1
   order by release_at limit $2 for update skip locked`,
);

// In key order, as every batch locks orders: before any stock.
export const lockOrders = statement<{ id: string }>(
  'fulfillment.lockOrders',
  `select id from orders
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[]) order by id for update`,
);

export const forgetReleaseTime = statement(
  'fulfillment.forgetReleaseTime',
  `update orders set release_at = null
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
     and release_at is not null`,
);

// ---- late ----

// As doorstep_clock: whose fulfillment orders missed their cut-off.
export const selectTenantsWithDueWork = statement<{ tenant_id: string }>(
  'fulfillment.selectTenantsWithDueWork',
  `select distinct tenant_id from fulfillment_orders
   where ship_by is not null and late_at is null and allocated + picked + packed > 0
     and ship_by <= $1`,
);

export interface LateRow {
  readonly id: string;
  readonly order_id: string;
  readonly location_id: string;
  readonly ship_by: Date;
  readonly units: number;
}

// What is shipped meanwhile is passed over, and is not late any more when it is looked at again.
export const markLateWork = statement<LateRow>(
  'fulfillment.markLateWork',
  `update fulfillment_orders as work set late_at = $1
   from (
     select id from fulfillment_orders
     where tenant_id = (select current_tenant()) and ship_by is not null and late_at is null
       and allocated + picked + packed > 0 and ship_by <= $1
     order by ship_by limit $2 for update skip locked
   ) as due
   where work.tenant_id = (select current_tenant()) and work.id = due.id
   returning work.id, work.order_id, work.location_id, work.ship_by,
     work.allocated + work.picked + work.packed as units`,
);

// ---- look and list ----

export interface FulfillmentOrderRow {
  readonly id: string;
  readonly order_id: string;
  readonly order_number: string;
  readonly location: string;
  readonly status: FulfillmentOrderStatus;
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;
  readonly short: number;
  readonly overshipped: number;
  readonly released_at: Date;
  readonly released_by: string;
  readonly ship_by: Date | null;
  readonly late_at: Date | null;
}

const COLUMNS = `work.id, work.order_id, coalesce(ord.number_text, ord.number::text) as order_number, location.code as location,
          work.status, work.quantity, work.allocated, work.picked, work.packed, work.shipped,
          work.canceled, work.short, work.overshipped, work.released_at, work.released_by,
          work.ship_by, work.late_at`;

const NAMES = `join orders as ord on ord.tenant_id = work.tenant_id and ord.id = work.order_id
   join locations as location
     on location.tenant_id = work.tenant_id and location.id = work.location_id`;

export const selectFulfillmentOrders = statement<FulfillmentOrderRow>(
  'fulfillment.selectFulfillmentOrders',
  `select ${COLUMNS} from fulfillment_orders as work ${NAMES}
   where work.tenant_id = (select current_tenant()) and work.id = any ($1::uuid[])
   order by work.id`,
);

export interface FulfillmentOrderLineRow {
  readonly fulfillment_order_id: string;
  readonly line_number: number;
  readonly sku_id: string | null;
  readonly sku_code: string;
  readonly title: string;
  readonly quantity: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly canceled: number;
  readonly short: number;
  readonly overshipped: number;
}

export const selectFulfillmentOrderLines = statement<FulfillmentOrderLineRow>(
  'fulfillment.selectFulfillmentOrderLines',
  `select line.fulfillment_order_id, line.line_number, line.sku_id, ordered.sku_code,
          ordered.title, line.quantity, line.allocated, line.picked, line.packed, line.shipped,
          line.canceled, line.short, line.overshipped
   from fulfillment_order_lines as line
   join fulfillment_orders as work on work.tenant_id = line.tenant_id
     and work.id = line.fulfillment_order_id
   join order_lines as ordered on ordered.tenant_id = line.tenant_id
     and ordered.order_id = work.order_id and ordered.number = line.line_number
   where line.tenant_id = (select current_tenant())
     and line.fulfillment_order_id = any ($1::uuid[])
   order by line.fulfillment_order_id, line.line_number`,
);

export const selectShipTo = statement<{
  order_id: string;
  name: string | null;
  phone: string | null;
  shipping_address: Record<string, unknown> | null;
}>(
  'fulfillment.selectShipTo',
  `select order_id, name, phone, shipping_address from order_contacts
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])`,
);

// The filter that leads is walked by its index, newest first, and the page is cut before names are
// looked up row by row (`offset 0` keeps it so).
function listing(name: string, where: string): Statement<FulfillmentOrderRow> {
  return statement<FulfillmentOrderRow>(
    `fulfillment.list${name}`,
    `select ${COLUMNS}
     from (select * from fulfillment_orders
           where tenant_id = (select current_tenant()) and id < $1 and ${where}
           order by id desc limit $2) as work
     cross join lateral (
       select number, number_text from orders
       where tenant_id = (select current_tenant()) and id = work.order_id offset 0) as ord
     cross join lateral (
       select code from locations
       where tenant_id = (select current_tenant()) and id = work.location_id offset 0) as location
     order by work.id desc`,
  );
}

// As in orders/list.sql.ts: `case` keeps the planner on the index of the filter that leads.
const maybe = (value: string, column: string) =>
  `case when ${value} is null then true else ${column} = ${value} end`;
const MAYBE_STATUS = maybe('$3::text', 'status');
const MAYBE_LOCATION = maybe('$4::uuid', 'location_id');

/** $1 before this id, $2 limit, $3 status, $4 location, $5 order; null where it does not matter. */
export const listOfOrder = listing(
  'OfOrder',
  `order_id = $5 and ${MAYBE_STATUS} and ${MAYBE_LOCATION}`,
);
export const listAtLocationByStatus = listing(
  'AtLocationByStatus',
  'status = $3 and location_id = $4 and $5::uuid is null',
);
export const listAtLocation = listing(
  'AtLocation',
  'location_id = $4 and $3::text is null and $5::uuid is null',
);
export const listByStatus = listing(
  'ByStatus',
  'status = $3 and $4::uuid is null and $5::uuid is null',
);
export const listAll = listing('All', '$3::text is null and $4::uuid is null and $5::uuid is null');
