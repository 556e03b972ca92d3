// Sums of a full shop: see full-shop.ts.

export const REPORTS = [
  `insert into sales_projections (tenant_id, position) values (:tenant, 30000)`,
  `insert into sales_by_day (tenant_id, day, currency, channel_id, country, orders, sales_minor)
   select :tenant, date '2026-01-01' - n, 'EUR', test_id(1, c), land, 1, n
   from generate_series(1, :1000) n, generate_series(1, 4) c, unnest(array['DE', 'FR', '']) land`,
  `insert into sales_by_month (tenant_id, month, currency, channel_id, country, orders, sales_minor)
   select tenant_id, date_trunc('month', day)::date, currency, channel_id, country, sum(orders),
          sum(sales_minor)
   from sales_by_day where tenant_id = :tenant group by 1, 2, 3, 4, 5`,
  `insert into sales_by_sku (tenant_id, span, currency, starts_on, sku_code, channel_id, country,
     orders, sales_minor)
   select distinct on (span, start, sku) :tenant, span, 'EUR', start, 'SKU-' || sku, test_id(1, 1),
          'DE', 1, sku
   from generate_series(1, :30000) n, lateral (select n % 5000 as sku) s,
        unnest(array['day', 'month', 'year']) span,
        lateral (select date_trunc(span, date '2026-01-01' - n % 700)::date as start) d`,
  `insert into sales_of_sku (tenant_id, dimension, member, span, currency, starts_on, sku_code,
     orders, sales_minor)
   select tenant_id, dimension, member, span, currency, starts_on, sku_code, sum(orders),
          sum(sales_minor)
   from sales_by_sku, (values ('all', ''), ('country', 'DE')) as place(dimension, member)
   where tenant_id = :tenant and span <> 'day' group by 1, 2, 3, 4, 5, 6, 7`,
  `insert into sales_by_customer (tenant_id, span, currency, starts_on, customer_id, channel_id,
     country, orders, sales_minor)
   select distinct on (span, start, n) :tenant, span, 'EUR', start, test_id(4, n), test_id(1, 1),
          'DE', 1, n
   from generate_series(1, :10000) n, unnest(array['day', 'year']) span,
        lateral (select date_trunc(span, date '2026-01-01' - n % 700)::date as start) d`,
];

export const FLOW = [
  `insert into flow_projections (tenant_id, position) values (:tenant, 30000)`,
  `insert into flow_sums (tenant_id, kind, dimension, member, currency, reason, span, starts_on,
     times, units, amount_minor)
   select :tenant, kind, 'channel', 'c' || c, 'EUR', 'r' || n % 3, 'day', date '2026-01-01' - n, 1,
          n, n
   from generate_series(1, :1000) n, generate_series(1, 4) c,
        unnest(array['sale', 'return']) kind
   union all
   select :tenant, 'sale', 'sku', 'SKU-' || n, 'EUR', '', 'year', date '2026-01-01', 1, n, n
   from generate_series(1, :10000) n`,
  `insert into flow_entries (tenant_id, kind, happened_at, position, ordinal, order_id, channel_id,
     country, currency, reason, sku_code, units, amount_minor)
   select :tenant, kind, now() - n * interval '1 hour', n, 1, test_id(10, n), test_id(1, 1), 'DE',
          'EUR', '', 'SKU-' || n, 1, n
   from generate_series(1, :10000) n, unnest(array['shipment', 'return']) kind`,
  `insert into flow_marks (tenant_id, fulfillment_order_id, order_id, location_id, channel_id,
     country, captured_at, released_at, picked_at, packed_at, shipped_at, delivered_at)
   select :tenant, test_id(60, n), test_id(10, n), test_id(2, 1), test_id(1, 1), 'DE', at, at, at,
          at, at, at
   from generate_series(1, :10000) n, lateral (select now() - n * interval '1 hour' as at) t`,
  `insert into stage_times (tenant_id, stage, dimension, member, span, starts_on, bucket, reached)
   select :tenant, stage, 'location', 'l' || l, 'day', date '2026-01-01' - n, l, 1
   from generate_series(1, :1000) n, generate_series(1, 10) l,
        unnest(array['picked', 'packed']) stage`,
];
