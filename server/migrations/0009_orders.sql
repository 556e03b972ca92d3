create table orders (
  tenant_id uuid not null,
  id uuid not null,
  number bigint not null,
  channel_id uuid not null,
  external_id text,
  customer_id uuid,
  currency text not null,
  prices_include_tax boolean not null,
  stock_policy text not null,
  split_policy text not null,
  items_minor bigint not null,
  shipping_minor bigint not null,
  discount_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  canceled_minor bigint not null default 0,
  destination_country text,
  latitude real,
  longitude real,
  placed_at timestamptz not null,
  captured_at timestamptz not null,
  -- Sums over the counted lines (a kit is counted by its components).
  ordered integer not null,
  canceled integer not null default 0,
  unpromised integer not null default 0,
  backordered integer not null default 0,
  shipped integer not null default 0,
  open_holds integer not null default 0,
  custom_fields jsonb not null default '{}',
  version integer not null default 1,
  -- Derived, never written: core/orders/order-status.ts says the same.
  status text not null generated always as (
    case when canceled = ordered then 'canceled'
         when canceled + shipped = ordered then 'completed'
         when open_holds > 0 then 'on-hold'
         else 'open' end) stored,
  fulfillment_status text not null generated always as (
    case when canceled = ordered then 'none'
         when shipped = 0 then 'unfulfilled'
         when canceled + shipped < ordered then 'partially-fulfilled'
         else 'fulfilled' end) stored,
  stock_status text not null generated always as (
    case when unpromised > 0 then 'unpromised'
         when backordered > 0 then 'backordered'
         when canceled + shipped = ordered then 'none'
         else 'promised' end) stored,
  primary key (tenant_id, id),
  constraint order_counts_are_sound
    check (ordered > 0 and canceled >= 0 and unpromised >= 0 and backordered >= 0
           and shipped >= 0 and open_holds >= 0
           and canceled + unpromised + backordered + shipped <= ordered)
);
-- One order per channel and external id: a second arrival is the same order.
create unique index orders_external_id on orders (tenant_id, channel_id, external_id)
  where external_id is not null;
create unique index orders_number on orders (tenant_id, number);
-- Ids rise with time, so each filter's index is also its newest-first order.
create index orders_by_status on orders (tenant_id, status, id);
create index orders_by_channel on orders (tenant_id, channel_id, id);
create index orders_by_fulfillment_status on orders (tenant_id, fulfillment_status, id);
create index orders_by_stock_status on orders (tenant_id, stock_status, id);
create index orders_of_customer on orders (tenant_id, customer_id, id)
  where customer_id is not null;
call protect_tenant_table('orders');

-- Whom the order is for: the personal part, erasable without touching the order.
create table order_contacts (
  tenant_id uuid not null,
  order_id uuid not null,
  email text,
  phone text,
  name text,
  shipping_address jsonb,
  billing_address jsonb,
  primary key (tenant_id, order_id)
);
call protect_tenant_table('order_contacts');

create table order_lines (
  tenant_id uuid not null,
  order_id uuid not null,
  -- 1, 2, 3 … in the order the buyer sees.
  number integer not null,
  id uuid not null,
  kind text not null,
  kit_line integer,
  external_id text,
  sku_id uuid,
  sku_code text not null,
  title text not null,
  unit_price text,
  amount_minor bigint not null,
  -- What the buyer pays for the line: amount less discounts, plus tax unless prices include it.
  payable_minor bigint not null,
  ordered integer not null,
  canceled integer not null default 0,
  unpromised integer not null default 0,
  backordered integer not null default 0,
  reserved integer not null default 0,
  allocated integer not null default 0,
  picked integer not null default 0,
  packed integer not null default 0,
  shipped integer not null default 0,
  delivered integer not null default 0,
  returned integer not null default 0,
  primary key (tenant_id, order_id, number),
  constraint line_kind_is_known check (kind in ('item', 'kit', 'component')),
  constraint every_unit_is_in_one_place
    check (kind = 'kit' or ordered = canceled + unpromised + backordered + reserved + allocated
                                     + picked + packed + shipped),
  constraint no_count_is_negative
    check (ordered > 0 and canceled between 0 and ordered and unpromised >= 0
           and backordered >= 0 and reserved >= 0 and allocated >= 0 and picked >= 0
           and packed >= 0 and shipped >= 0 and delivered >= 0 and returned >= 0)
) with (fillfactor = 80);
-- Who waits for a SKU, first come first served.
create index order_lines_backordered on order_lines (tenant_id, sku_id, order_id)
  where backordered > 0;
call protect_tenant_table('order_lines');

create table order_charges (
  tenant_id uuid not null,
  order_id uuid not null,
  number integer not null,
  kind text not null,
  title text not null,
  amount_minor bigint not null,
  payable_minor bigint not null,
  primary key (tenant_id, order_id, number),
  constraint charge_kind_is_known check (kind in ('shipping'))
);
call protect_tenant_table('order_charges');

-- Taxes and discounts as given, a row each, of a line or of a charge.
create table order_adjustments (
  tenant_id uuid not null,
  order_id uuid not null,
  number integer not null,
  line_number integer,
  charge_number integer,
  kind text not null,
  name text not null,
  code text,
  rate text,
  amount_minor bigint not null,
  primary key (tenant_id, order_id, number),
  constraint adjusts_a_line_or_a_charge check ((line_number is null) <> (charge_number is null)),
  constraint adjustment_kind_is_known check (kind in ('tax', 'discount'))
);
call protect_tenant_table('order_adjustments');

-- Why each location was or was not chosen.
create table routing_decisions (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  kind text not null,
  decided_at timestamptz not null,
  -- {demands, picks, candidates, othersCount}; locations by number
  decision json not null,
  primary key (tenant_id, order_id, id)
);
call protect_tenant_table('routing_decisions');

create table order_holds (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  line_number integer,
  reason text not null,
  -- The caller's own name for the hold, unique among the open ones of an order.
  handle text not null,
  note text,
  blocks text[] not null,
  owner text not null,
  placed_at timestamptz not null,
  expires_at timestamptz,
  released_at timestamptz,
  released_by text,
  primary key (tenant_id, id)
);
create index order_holds_of_order on order_holds (tenant_id, order_id, id);
create unique index order_holds_open_handle on order_holds (tenant_id, order_id, handle)
  where released_at is null;
create index order_holds_due on order_holds (expires_at)
  where expires_at is not null and released_at is null;
call protect_tenant_table('order_holds');
create policy what_is_due on order_holds for select to doorstep_clock using (true);
grant select (tenant_id, expires_at, released_at) on order_holds to doorstep_clock;

create table order_tags (
  tenant_id uuid not null,
  tag text not null,
  order_id uuid not null,
  primary key (tenant_id, tag, order_id)
);
create index order_tags_of_order on order_tags (tenant_id, order_id, tag);
call protect_tenant_table('order_tags');

create table order_notes (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  body text not null,
  author text not null,
  created_at timestamptz not null,
  primary key (tenant_id, order_id, id)
);
call protect_tenant_table('order_notes');

create table order_cancellations (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  reason text not null,
  note text,
  shipping_minor bigint not null,
  amount_minor bigint not null,
  -- [{"line": 1, "quantity": 2, "amountMinor": 998}]
  lines jsonb not null,
  canceled_by text not null,
  canceled_at timestamptz not null,
  primary key (tenant_id, order_id, id)
);
call protect_tenant_table('order_cancellations');
