create table locations (
  tenant_id uuid not null,
  id uuid not null,
  -- Small and stable: stored routing reasons name locations by it.
  number integer not null,
  code text not null,
  name text not null,
  kind text not null,
  street text,
  city text,
  region text,
  postal_code text,
  country text not null,
  latitude double precision not null,
  longitude double precision not null,
  coordinates_from text not null,
  time_zone text not null,
  -- Local time of day until which an order is handled the same day.
  cut_off time,
  -- {"open": ["mon", …], "closed": ["2026-12-25", …]}
  calendar jsonb not null,
  capacity_orders_per_day integer,
  handling_cost_minor integer not null default 0,
  safety_stock integer not null default 0,
  active boolean not null default true,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint kind_is_known check (kind in ('warehouse', 'store', '3pl', 'drop-ship')),
  constraint coordinates_are_on_the_globe
    check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint coordinates_origin_is_known
    check (coordinates_from in ('given', 'postal-code', 'country')),
  constraint costs_and_stock_are_not_negative
    check (handling_cost_minor >= 0 and safety_stock >= 0 and capacity_orders_per_day > 0)
);
create unique index locations_code on locations (tenant_id, code);
create unique index locations_number on locations (tenant_id, number);
call protect_tenant_table('locations');

create table location_channels (
  tenant_id uuid not null,
  location_id uuid not null,
  channel_id uuid not null,
  -- Units of every SKU that this location keeps back from the channel.
  buffer_units integer not null default 0,
  primary key (tenant_id, location_id, channel_id),
  constraint buffer_is_not_negative check (buffer_units >= 0)
);
call protect_tenant_table('location_channels');
