-- Reports of what flows: sold, canceled, sent, come back, and how long each stage took. Summed up from
-- the log by the reader `project-flow`, in days of the tenant's time zone; `doorstep verify` proves it.

create table flow_projections (
  tenant_id uuid primary key,
  position bigint not null default 0,
  -- Whose days these are.
  time_zone text not null default 'UTC',
  -- Everything is summed up anew, up to here: set when the time zone changes.
  rebuild_to bigint,
  constraint flow_starts_before_the_log check (position >= 0)
);
call protect_tenant_table('flow_projections');
create policy what_is_due on flow_projections for select to doorstep_clock using (true);
grant select (tenant_id, position, rebuild_to) on flow_projections to doorstep_clock;

-- By one dimension at a time, by day, month and year: rows grow with the channels, countries,
-- locations, reasons and SKUs that something happened to on a day, and not with their products.
create table flow_sums (
  tenant_id uuid not null,
  kind text not null,
  dimension text not null,
  -- A bare UUID of a channel or location, a country, a SKU code; '' of all, and where it is not known.
  member text not null,
  currency text not null,
  reason text not null,
  span text not null,
  starts_on date not null,
  times bigint not null default 0,
  units bigint not null default 0,
  amount_minor bigint not null default 0,
  primary key (tenant_id, kind, dimension, span, currency, starts_on, member, reason),
  constraint span_of_flow_is_known check (span in ('day', 'month', 'year'))
) with (fillfactor = 80);
call protect_tenant_table('flow_sums');

-- What the sums are made of, to look at: a row for each SKU of what happened, but for sales, which the
-- list of orders has.
create table flow_entries (
  tenant_id uuid not null,
  kind text not null,
  happened_at timestamptz not null,
  -- Of its event in the log, and which of its rows.
  position bigint not null,
  ordinal integer not null,
  order_id uuid,
  channel_id uuid not null,
  country text not null,
  location_id uuid,
  currency text not null,
  reason text not null,
  sku_code text not null,
  units bigint not null,
  amount_minor bigint not null,
  primary key (tenant_id, kind, happened_at, position, ordinal)
);
call protect_tenant_table('flow_entries');

-- When each fulfillment order reached a stage for the first time.
create table flow_marks (
  tenant_id uuid not null,
  fulfillment_order_id uuid not null,
  order_id uuid not null,
  location_id uuid not null,
  channel_id uuid not null,
  country text not null,
  captured_at timestamptz not null,
  released_at timestamptz not null,
  picked_at timestamptz,
  packed_at timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  primary key (tenant_id, fulfillment_order_id)
) with (fillfactor = 70);
create index flow_marks_released on flow_marks (tenant_id, released_at, fulfillment_order_id);
create index flow_marks_picked on flow_marks (tenant_id, picked_at, fulfillment_order_id)
  where picked_at is not null;
create index flow_marks_packed on flow_marks (tenant_id, packed_at, fulfillment_order_id)
  where packed_at is not null;
create index flow_marks_shipped on flow_marks (tenant_id, shipped_at, fulfillment_order_id)
  where shipped_at is not null;
create index flow_marks_delivered on flow_marks (tenant_id, delivered_at, fulfillment_order_id)
  where delivered_at is not null;
call protect_tenant_table('flow_marks');

-- How many reached a stage on a day, by how long it took: a median is read from the counts.
create table stage_times (
  tenant_id uuid not null,
  stage text not null,
  dimension text not null,
  member text not null,
  span text not null,
  starts_on date not null,
  bucket smallint not null,
  reached bigint not null default 0,
  primary key (tenant_id, dimension, span, starts_on, stage, member, bucket),
  constraint span_of_stages_is_known check (span in ('day', 'month', 'year'))
) with (fillfactor = 80);
call protect_tenant_table('stage_times');
