-- From promise to doorstep: fulfillment orders, parcels, and what the carrier says.

alter table order_lines
  -- Units shipped beyond what was open: a recorded difference, raised by facts only.
  add column overshipped integer not null default 0,
  drop constraint every_unit_is_in_one_place,
  drop constraint no_count_is_negative,
  add constraint every_unit_is_in_one_place
    check (kind = 'kit' or ordered + overshipped = canceled + unpromised + backordered + reserved
                                                   + allocated + picked + packed + shipped),
  add constraint no_count_is_negative
    check (ordered > 0 and canceled between 0 and ordered and unpromised >= 0
           and backordered >= 0 and reserved >= 0 and allocated >= 0 and picked >= 0
           and packed >= 0 and shipped >= 0 and delivered >= 0 and returned >= 0
           and overshipped between 0 and shipped);

-- Who waits for a SKU: backordered, or promised once and then not found.
drop index order_lines_backordered;
create index order_lines_waiting on order_lines (tenant_id, sku_id, order_id)
  where (backordered > 0 or unpromised > 0) and sku_id is not null;

alter table orders
  drop column status, drop column fulfillment_status, drop column stock_status,
  drop constraint order_counts_are_sound,
  add column reserved integer not null default 0,
  -- Allocated, picked or packed: a location is at work.
  add column in_work integer not null default 0,
  add column delivered integer not null default 0,
  add column returned integer not null default 0,
  add column overshipped integer not null default 0,
  -- Refunds granted for returns and goodwill; canceled money is counted apart.
  add column granted_minor bigint not null default 0,
  -- When it is to be released by itself; null once that was tried, or never.
  add column release_at timestamptz;
update orders set reserved = ordered - canceled - unpromised - backordered - shipped;
alter table orders
  -- Derived, never written: core/orders/order-status.ts says the same.
  add column status text not null generated always as (
    case when canceled = ordered then 'canceled'
         when canceled + shipped - overshipped = ordered then 'completed'
         when open_holds > 0 then 'on-hold'
         else 'open' end) stored,
  add column fulfillment_status text not null generated always as (
    case when shipped = 0 and canceled = ordered then 'none'
         when shipped = 0 and in_work > 0 then 'in-progress'
         when shipped = 0 then 'unfulfilled'
         when canceled + shipped - overshipped < ordered then 'partially-fulfilled'
         when delivered < shipped then 'fulfilled'
         else 'delivered' end) stored,
  add column stock_status text not null generated always as (
    case when unpromised > 0 then 'unpromised'
         when backordered > 0 then 'backordered'
         when canceled + shipped - overshipped = ordered then 'none'
         else 'promised' end) stored,
  add column return_status text not null generated always as (
    case when returned = 0 then 'none'
         when returned < shipped then 'partially-returned'
         else 'returned' end) stored,
  add constraint order_counts_are_sound
    check (ordered > 0 and canceled >= 0 and unpromised >= 0 and backordered >= 0
           and reserved >= 0 and in_work >= 0 and shipped >= 0 and delivered >= 0
           and returned >= 0 and overshipped between 0 and shipped and open_holds >= 0
           and granted_minor >= 0
           and ordered + overshipped
               = canceled + unpromised + backordered + reserved + in_work + shipped);
create index orders_by_status on orders (tenant_id, status, id);
create index orders_by_fulfillment_status on orders (tenant_id, fulfillment_status, id);
create index orders_by_stock_status on orders (tenant_id, stock_status, id);
create index orders_by_return_status on orders (tenant_id, return_status, id)
  where return_status <> 'none';
create index orders_to_release on orders (release_at) where release_at is not null;
create policy what_is_due on orders for select to doorstep_clock using (true);
grant select (tenant_id, release_at) on orders to doorstep_clock;

alter table reservations
  -- Set once the promise is firm: this location will ship it.
  add column fulfillment_order_id uuid,
  add constraint only_orders_are_allocated
    check (fulfillment_order_id is null or owner_kind = 'order');
create index reservations_of_fulfillment_order
  on reservations (tenant_id, fulfillment_order_id) where fulfillment_order_id is not null;

-- Refunds granted: for a return, or as goodwill. The money follows as payment intents.
create table granted_refunds (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  amount_minor bigint not null,
  -- return, goodwill, lost, other
  reason text not null,
  note text,
  return_id uuid,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (tenant_id, order_id, id),
  constraint grant_gives_something check (amount_minor > 0)
);
call protect_tenant_table('granted_refunds');

-- Work asked of one location for one order.
create table fulfillment_orders (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  location_id uuid not null,
  released_at timestamptz not null,
  released_by text not null,
  -- When it should have left: the location's next cut-off.
  ship_by timestamptz,
  -- When it was seen to have missed that; null as long as it has not.
  late_at timestamptz,
  -- Sums over its lines. Every unit asked for is in exactly one place.
  quantity integer not null,
  allocated integer not null,
  picked integer not null default 0,
  packed integer not null default 0,
  shipped integer not null default 0,
  canceled integer not null default 0,
  short integer not null default 0,
  overshipped integer not null default 0,
  status text not null generated always as (
    case when allocated + picked + packed = 0 and shipped = 0 then 'canceled'
         when allocated + picked + packed = 0 then 'shipped'
         when shipped > 0 then 'partially-shipped'
         when allocated + picked = 0 then 'packed'
         when picked + packed > 0 then 'picking'
         else 'released' end) stored,
  primary key (tenant_id, id),
  constraint fulfillment_counts_are_sound
    check (quantity >= 0 and allocated >= 0 and picked >= 0 and packed >= 0 and shipped >= 0
           and canceled >= 0 and short >= 0 and overshipped >= 0
           and quantity + overshipped
               = allocated + picked + packed + shipped + canceled + short)
) with (fillfactor = 70);
create index fulfillment_orders_of_order on fulfillment_orders (tenant_id, order_id, id);
create index fulfillment_orders_by_status on fulfillment_orders (tenant_id, status, id);
create index fulfillment_orders_of_location on fulfillment_orders (tenant_id, location_id, id);
create index fulfillment_orders_by_location
  on fulfillment_orders (tenant_id, location_id, status, id);
create index fulfillment_orders_late on fulfillment_orders (ship_by)
  where ship_by is not null and late_at is null and allocated + picked + packed > 0;
call protect_tenant_table('fulfillment_orders');
create policy what_is_due on fulfillment_orders for select to doorstep_clock using (true);
grant select (tenant_id, ship_by, late_at, allocated, picked, packed) on fulfillment_orders
  to doorstep_clock;

create table fulfillment_order_lines (
  tenant_id uuid not null,
  fulfillment_order_id uuid not null,
  line_number integer not null,
  -- Null where the catalog did not know the SKU that a shipment made elsewhere told of.
  sku_id uuid,
  quantity integer not null,
  allocated integer not null,
  picked integer not null default 0,
  packed integer not null default 0,
  shipped integer not null default 0,
  canceled integer not null default 0,
  -- Looked for and not found.
  short integer not null default 0,
  overshipped integer not null default 0,
  primary key (tenant_id, fulfillment_order_id, line_number),
  constraint every_asked_unit_is_in_one_place
    check (quantity + overshipped = allocated + picked + packed + shipped + canceled + short),
  constraint no_fulfillment_count_is_negative
    check (quantity >= 0 and allocated >= 0 and picked >= 0 and packed >= 0 and shipped >= 0
           and canceled >= 0 and short >= 0 and overshipped between 0 and shipped)
) with (fillfactor = 70);
call protect_tenant_table('fulfillment_order_lines');

-- A box with what is in it.
create table parcels (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  fulfillment_order_id uuid not null,
  -- Where it leaves from, which need not be where it was planned.
  location_id uuid not null,
  carrier text,
  tracking_number text,
  weight_grams integer,
  length_mm integer,
  width_mm integer,
  height_mm integer,
  packed_at timestamptz not null,
  packed_by text not null,
  shipped_at timestamptz,
  delivered_at timestamptz,
  -- Everything in it was canceled before it left.
  voided_at timestamptz,
  -- What went wrong on the way: lost, damaged, delivery-failed, returning, returned.
  trouble text,
  -- The newest that the carrier said, by its own clock.
  tracking_status text,
  tracked_at timestamptz,
  status text not null generated always as (
    case when voided_at is not null then 'voided'
         when delivered_at is not null then 'delivered'
         when trouble is not null then trouble
         when shipped_at is not null then 'shipped'
         else 'packed' end) stored,
  primary key (tenant_id, id),
  constraint trouble_is_known
    check (trouble in ('lost', 'damaged', 'delivery-failed', 'returning', 'returned')),
  constraint only_unshipped_parcels_are_voided check (voided_at is null or shipped_at is null)
);
create index parcels_of_order on parcels (tenant_id, order_id, id);
create index parcels_of_fulfillment_order on parcels (tenant_id, fulfillment_order_id, id);
create index parcels_by_tracking on parcels (tenant_id, tracking_number, id)
  where tracking_number is not null;
create index parcels_by_status on parcels (tenant_id, status, id);
call protect_tenant_table('parcels');

create table parcel_lines (
  tenant_id uuid not null,
  parcel_id uuid not null,
  line_number integer not null,
  sku_id uuid,
  quantity integer not null,
  -- Taken out again before it left.
  canceled integer not null default 0,
  primary key (tenant_id, parcel_id, line_number),
  constraint parcel_holds_what_it_holds check (quantity > 0 and canceled between 0 and quantity)
);
call protect_tenant_table('parcel_lines');

-- What carriers said, as they said it; of parcels we do not know, too.
create table tracking_events (
  tenant_id uuid not null,
  id uuid not null,
  parcel_id uuid,
  carrier text not null,
  tracking_number text not null,
  status text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  description text,
  place text,
  -- The carrier's id of the event, else its status and time: told twice, it is recorded once.
  told_as text not null,
  primary key (tenant_id, id)
);
create unique index tracking_events_once
  on tracking_events (tenant_id, tracking_number, carrier, told_as);
create index tracking_events_of_parcel on tracking_events (tenant_id, parcel_id, occurred_at, id)
  where parcel_id is not null;
call protect_tenant_table('tracking_events');
