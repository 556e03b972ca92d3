// Sales as the product sums them up: days from the lines, months and years from the days.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';

export async function fillSales(books: pg.Client, tenant: TenantId): Promise<void> {
  for (const sql of FILLING) await books.query(sql, sql.includes('$1') ? [uuidOf(tenant)] : []);
}

const MEASURES = ['orders', 'lines', 'units', 'sales_minor'];
const SUMS = MEASURES.map((measure) => `sum(${measure})`).join(', ');
const COLUMNS = MEASURES.join(', ');

/** Months and years of what is kept by day. */
const wider = (table: string, keys: string, spans = ['month', 'year']) =>
  spans.map(
    (
      span,
      place,
    ) => `insert into ${table} (tenant_id, span, currency, starts_on, ${keys}, ${COLUMNS})
   select tenant_id, '${span}', currency, date_trunc('${span}', starts_on)::date, ${keys}, ${SUMS}
   from ${table} where tenant_id = $1 and span = '${place === 0 ? 'day' : spans[place - 1]}'
   group by tenant_id, currency, date_trunc('${span}', starts_on)::date, ${keys}
   order by 4, ${keys}`,
  );

const PLACE = 'channel_id, country';

const FILLING = [
  // A row for each SKU of an order, and for each order: what is counted is then a row.
  `create temp table part as
   select n, day, sku_code, channel_id, country, count(*) as lines, sum(units) as units,
          sum(amount) as sales_minor
   from bench_lines group by n, day, sku_code, channel_id, country`,
  `create temp table whole as
   select n, day, customer_id, channel_id, country, count(*) as lines, sum(units) as units,
          sum(amount) as sales_minor
   from bench_lines group by n, day, customer_id, channel_id, country`,
  `insert into sales_by_day (tenant_id, day, currency, ${PLACE}, ${COLUMNS})
   select $1, day, 'EUR', ${PLACE}, count(*), sum(lines), sum(units), sum(sales_minor)
   from whole group by day, ${PLACE} order by day, ${PLACE}`,
  `insert into sales_by_month (tenant_id, month, currency, ${PLACE}, ${COLUMNS})
   select tenant_id, date_trunc('month', day)::date, currency, ${PLACE}, ${SUMS}
   from sales_by_day where tenant_id = $1 group by 1, 2, 3, ${PLACE} order by 2, ${PLACE}`,
  `insert into sales_by_sku (tenant_id, span, currency, starts_on, sku_code, ${PLACE}, ${COLUMNS})
   select $1, 'day', 'EUR', day, sku_code, ${PLACE}, count(*), sum(lines), sum(units),
          sum(sales_minor)
   from part group by day, sku_code, ${PLACE} order by day, sku_code, ${PLACE}`,
  ...wider('sales_by_sku', `sku_code, ${PLACE}`),
  ...[
    ['all', `''`],
    ['channel', `replace(channel_id::text, '-', '')`],
    ['country', 'country'],
  ].map(
    ([dimension, member]) => `insert into sales_of_sku
     (tenant_id, dimension, member, span, currency, starts_on, sku_code, ${COLUMNS})
   select tenant_id, '${dimension}', ${member}, span, currency, starts_on, sku_code, ${SUMS}
   from sales_by_sku where tenant_id = $1 and span <> 'day' group by 1, 3, 4, 5, 6, 7
   order by 4, 6, 7`,
  ),
  `insert into sales_by_customer (tenant_id, span, currency, starts_on, customer_id, ${PLACE}, ${COLUMNS})
   select $1, 'day', 'EUR', day, customer_id, ${PLACE}, count(*), sum(lines), sum(units),
          sum(sales_minor)
   from whole group by day, customer_id, ${PLACE} order by day, customer_id, ${PLACE}`,
  ...wider('sales_by_customer', `customer_id, ${PLACE}`, ['year']),
  `drop table part`,
  `drop table whole`,
];
