-- What each SKU sold in a month and in a year, in all channels and countries: few rows to rank all
-- SKUs by. Who asks for one channel or country reads sales_by_sku.
create table sales_of_sku (
  tenant_id uuid not null,
  span text not null,
  currency text not null,
  starts_on date not null,
  sku_code text not null,
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
  primary key (tenant_id, span, currency, starts_on, sku_code),
  constraint span_of_whole_skus_is_known check (span in ('month', 'year'))
) with (fillfactor = 80);

-- Of all tenants, whoever may own the tables.
alter table sales_by_sku no force row level security;
insert into sales_of_sku
select tenant_id, span, currency, starts_on, sku_code,
       sum(orders), sum(lines), sum(units), sum(free_units), sum(sales_minor), sum(cancellations),
       sum(canceled_units), sum(canceled_minor), sum(returned_units), sum(refunded_minor),
       sum(credits), sum(credited_units), sum(credits_minor), sum(adjustments),
       sum(adjustments_minor), sum(written_off_units)
from sales_by_sku where span <> 'day'
group by tenant_id, span, currency, starts_on, sku_code;
alter table sales_by_sku force row level security;
call protect_tenant_table('sales_of_sku');
