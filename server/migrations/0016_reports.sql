-- What was sold, summed up from the log by the reader `project-sales`. Reports read these tables and
-- never the orders; `doorstep verify` proves them against the log.
--
-- Every row counts the same: what an order brought on the day it was placed, what was canceled,
-- returned and refunded on the day that happened, what a document of the past says on the day it
-- was issued. Days are those of UTC. An unknown country is '', no customer the nil UUID: both are
-- part of a key.

-- How far the log of a tenant is summed up. Moved in the transaction that adds the sums, so an event
-- that is read again is known, and nothing counts twice.
create table sales_projections (
  tenant_id uuid primary key,
  position bigint not null,
  constraint projection_starts_before_the_log check (position >= 0)
);
call protect_tenant_table('sales_projections');

-- The totals. Grows with days × channels × countries × currencies and not with orders: ten years of
-- five channels that ship to forty countries each day are at most 730,000 rows.
create table sales_by_day (
  tenant_id uuid not null,
  day date not null,
  currency text not null,
  channel_id uuid not null,
  country text not null,
  orders bigint not null default 0,
  lines bigint not null default 0,
  units bigint not null default 0,
  free_units bigint not null default 0,
  sales_minor bigint not null default 0,
  cancellations bigint not null default 0,
  canceled_units bigint not null default 0,
  canceled_minor bigint not null default 0,
  returned_units bigint not null default 0,
  refunded_minor bigint not null default 0,
  credits bigint not null default 0,
  credited_units bigint not null default 0,
  credits_minor bigint not null default 0,
  adjustments bigint not null default 0,
  adjustments_minor bigint not null default 0,
  written_off_units bigint not null default 0,
  primary key (tenant_id, day, currency, channel_id, country)
) with (fillfactor = 80);
call protect_tenant_table('sales_by_day');

-- By SKU code as it was sold, three times: by day, by month and by year. A report takes whole years,
-- the months beside them and the days at its ends, so that the best sellers of ten years cost ten
-- rows of a SKU and not 3,650. Grows with the SKUs sold each day, channel and country, at most three
-- rows for an order line; the years, which reports over everything read, with the catalog only.
create table sales_by_sku (
  tenant_id uuid not null,
  span text not null,
  currency text not null,
  starts_on date not null,
  sku_code text not null,
  channel_id uuid not null,
  country text not null,
  orders bigint not null default 0,
  lines bigint not null default 0,
  units bigint not null default 0,
  free_units bigint not null default 0,
  sales_minor bigint not null default 0,
  cancellations bigint not null default 0,
  canceled_units bigint not null default 0,
  canceled_minor bigint not null default 0,
  returned_units bigint not null default 0,
  refunded_minor bigint not null default 0,
  credits bigint not null default 0,
  credited_units bigint not null default 0,
  credits_minor bigint not null default 0,
  adjustments bigint not null default 0,
  adjustments_minor bigint not null default 0,
  written_off_units bigint not null default 0,
  primary key (tenant_id, span, currency, starts_on, sku_code, channel_id, country),
  constraint span_of_skus_is_known check (span in ('day', 'month', 'year'))
) with (fillfactor = 80);
call protect_tenant_table('sales_by_sku');

-- By customer, the same way. Customers buy seldom: days and months are about as many rows as orders,
-- and years, which top lists read, as many as customers of that year.
create table sales_by_customer (
  tenant_id uuid not null,
  span text not null,
  currency text not null,
  starts_on date not null,
  customer_id uuid not null,
  channel_id uuid not null,
  country text not null,
  orders bigint not null default 0,
  lines bigint not null default 0,
  units bigint not null default 0,
  free_units bigint not null default 0,
  sales_minor bigint not null default 0,
  cancellations bigint not null default 0,
  canceled_units bigint not null default 0,
  canceled_minor bigint not null default 0,
  returned_units bigint not null default 0,
  refunded_minor bigint not null default 0,
  credits bigint not null default 0,
  credited_units bigint not null default 0,
  credits_minor bigint not null default 0,
  adjustments bigint not null default 0,
  adjustments_minor bigint not null default 0,
  written_off_units bigint not null default 0,
  primary key (tenant_id, span, currency, starts_on, customer_id, channel_id, country),
  constraint span_of_customers_is_known check (span in ('day', 'month', 'year'))
) with (fillfactor = 80);
call protect_tenant_table('sales_by_customer');
