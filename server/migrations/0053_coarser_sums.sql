-- Coarser sums, so that a report of years reads no days but those at its ends, and one of a channel or a
-- country no row for each of the other: `reports` stay under 150 ms with a million orders.

-- Adds in 64 bits. The sum that PostgreSQL has of bigint grows into a numeric, which is kept for every
-- group and measure: a third slower, and 16 of them for 100,000 SKUs leave no memory.
create aggregate add_up(bigint) (
  sfunc = int8pl, stype = bigint, combinefunc = int8pl, parallel = safe
);

-- The totals by month: as sales_by_day, with a thirtieth of the rows.
create table sales_by_month (
  tenant_id uuid not null,
  month date not null,
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
  primary key (tenant_id, month, currency, channel_id, country)
) with (fillfactor = 80);

-- SKUs in all channels and countries had sums; those in one channel, and those in one country, have
-- theirs now as well. Only one channel and country together is added up from sales_by_sku.
alter table sales_of_sku
  add column dimension text not null default 'all',
  -- A bare UUID of a channel, a country; '' of all, and of no known country.
  add column member text not null default '',
  drop constraint sales_of_sku_pkey,
  add constraint dimension_of_skus_is_known check (dimension in ('all', 'channel', 'country'));

-- Of all tenants, whoever may own the tables.
alter table sales_by_day no force row level security;
alter table sales_by_sku no force row level security;
alter table sales_of_sku no force row level security;

insert into sales_by_month
select tenant_id, date_trunc('month', day)::date, currency, channel_id, country,
       sum(orders), sum(lines), sum(units), sum(free_units), sum(sales_minor),
       sum(cancellations), sum(canceled_units), sum(canceled_minor), sum(returned_units),
       sum(refunded_minor), sum(credits), sum(credited_units), sum(credits_minor),
       sum(adjustments), sum(adjustments_minor), sum(written_off_units)
from sales_by_day
group by tenant_id, date_trunc('month', day)::date, currency, channel_id, country;

insert into sales_of_sku (tenant_id, span, currency, starts_on, sku_code, dimension, member,
  orders, lines, units, free_units, sales_minor, cancellations, canceled_units, canceled_minor,
  returned_units, refunded_minor, credits, credited_units, credits_minor, adjustments,
  adjustments_minor, written_off_units)
select tenant_id, span, currency, starts_on, sku_code, place.dimension, place.member,
       sum(orders), sum(lines), sum(units), sum(free_units), sum(sales_minor),
       sum(cancellations), sum(canceled_units), sum(canceled_minor), sum(returned_units),
       sum(refunded_minor), sum(credits), sum(credited_units), sum(credits_minor),
       sum(adjustments), sum(adjustments_minor), sum(written_off_units)
from sales_by_sku
cross join lateral (values ('channel', replace(channel_id::text, '-', '')), ('country', country))
  as place(dimension, member)
where span <> 'day'
group by tenant_id, span, currency, starts_on, sku_code, place.dimension, place.member;

alter table sales_of_sku
  alter column dimension drop default,
  alter column member drop default,
  add primary key (tenant_id, dimension, member, span, currency, starts_on, sku_code);

alter table sales_by_day force row level security;
alter table sales_by_sku force row level security;
alter table sales_of_sku force row level security;
call protect_tenant_table('sales_by_month');

-- What ranks a customer is in the index: of a hundred thousand customers only those of a page are read.
-- They buy seldom, so that a row is seldom written twice.
alter table sales_by_customer
  drop constraint sales_by_customer_pkey,
  add primary key (tenant_id, span, currency, starts_on, customer_id, channel_id, country)
    include (orders, units, sales_minor);
