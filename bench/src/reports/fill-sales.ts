// Sales of three years, as a plain table of lines, and as the sums that the product keeps of them.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';

/** 2023-01-01 to 2025-12-31. */
const DAYS = 1096;
const FIRST_DAY = '2023-01-01';
const LINES_OF_ORDER = 2;
const SKUS = 5000;
const CHANNELS = 4;
const COUNTRIES = 30;
/** A customer buys ten times in three years. */
const ORDERS_OF_CUSTOMER = 10;

/**
 * Few SKUs, channels and countries have most of the sales, as in a shop: every choice is the square
 * or the cube of an even one. A customer lives in one country, and buys in one channel nine times of
 * ten.
 */
export async function fillSales(
  books: pg.Client,
  tenant: TenantId,
  orders: number,
  say: (line: string) => void,
): Promise<void> {
  say(`writing ${orders} orders of ${LINES_OF_ORDER} lines`);
  await books.query('drop table if exists bench_lines');
  await books.query(linesOf(orders));
  for (const [name, sql] of Object.entries(SUMS)) {
    say(`summing up ${name}`);
    await books.query(sql, [uuidOf(tenant)]);
  }
  say('vacuum analyze');
  await books.query('vacuum analyze');
}

const linesOf = (orders: number) => `create unlogged table bench_lines as
  select n as order_number, line, '${FIRST_DAY}'::date + (n % ${DAYS}) as day,
         md5('channel ' || floor(${CHANNELS} * power(random_of(
           case when n % 10 = 0 then n else customer end, 1), 2)))::uuid as channel_id,
         chr(65 + country / 26) || chr(65 + country % 26) as country,
         md5('customer ' || customer)::uuid as customer_id,
         'S-' || floor(${SKUS} * power(random_of(n, line + 10), 3)) as sku_code,
         1 + n % 3 as units, 500 + (n * line) % 9000 as amount
  from generate_series(1, ${orders}) n,
       lateral (select n % ${Math.max(1, Math.ceil(orders / ORDERS_OF_CUSTOMER))} as customer) buys,
       lateral (select floor(${COUNTRIES} * power(random_of(customer, 2), 3))::int as country) lives,
       generate_series(1, ${LINES_OF_ORDER}) line`;

/** Even between 0 and 1, and the same whenever it is asked. */
export const RANDOM = `create or replace function random_of(n int, salt int) returns float8
  language sql immutable parallel safe as
  $$ select (hashint8(n::int8 * 31 + salt)::float8 + 2147483648) / 4294967296 $$`;

const MEASURES = `orders, lines, units, sales_minor`;
const SUMMED = `count(distinct order_number), count(*), sum(units), sum(amount)`;

const bySpan = (table: string, key: string) => `insert into ${table}
    (tenant_id, span, currency, starts_on, ${key}, channel_id, country, ${MEASURES})
  select $1, span, 'EUR', date_trunc(span, day)::date, ${key}, channel_id, country, ${SUMMED}
  from bench_lines, unnest(array['day', 'month', 'year']) span
  group by span, date_trunc(span, day)::date, ${key}, channel_id, country
  order by span, date_trunc(span, day)::date, ${key}`;

const SUMS = {
  days: `insert into sales_by_day (tenant_id, day, currency, channel_id, country, ${MEASURES})
    select $1, day, 'EUR', channel_id, country, ${SUMMED}
    from bench_lines group by day, channel_id, country order by day`,
  SKUs: bySpan('sales_by_sku', 'sku_code'),
  'whole SKUs': `insert into sales_of_sku
    (tenant_id, span, currency, starts_on, sku_code, ${MEASURES})
    select tenant_id, span, currency, starts_on, sku_code,
           ${MEASURES.split(', ')
             .map((measure) => `sum(${measure})`)
             .join(', ')}
    from sales_by_sku where tenant_id = $1 and span <> 'day' group by 1, 2, 3, 4, 5`,
  customers: bySpan('sales_by_customer', 'customer_id'),
  'what flows': `insert into flow_sums (tenant_id, kind, dimension, member, currency, reason, span,
      starts_on, times, units, amount_minor)
    select $1, kind, dimension, member, 'EUR', reason, span, date_trunc(span, day)::date,
           count(distinct order_number), sum(units), sum(amount)
    from bench_lines
    cross join lateral (values ('sale', ''), ('shipment', ''),
                               (case when order_number % 5 = 0 then 'return' end, 'damaged'))
      as flowed(kind, reason)
    cross join lateral (values ('all', ''), ('channel', replace(channel_id::text, '-', '')),
                               ('country', country), ('sku', sku_code),
                               ('location', md5('location ' || order_number % 20))) as place(dimension, member)
    cross join unnest(array['day', 'month', 'year']) span
    where kind is not null
    group by kind, dimension, member, reason, span, date_trunc(span, day)::date
    order by kind, dimension, span, date_trunc(span, day)::date, member`,
  'times of stages': `insert into stage_times (tenant_id, stage, dimension, member, span, starts_on,
      bucket, reached)
    select $1, stage, dimension, member, span, date_trunc(span, day)::date, bucket, count(*)
    from (select distinct order_number, day, channel_id, country from bench_lines) as placed
    cross join lateral (values ('released', 1), ('picked', 2), ('packed', 3), ('shipped', 4),
                               ('delivered', 5), ('whole', 6)) as step(stage, salt)
    cross join lateral (select floor(120 * random_of(order_number, salt))::int + 40 as bucket) took
    cross join lateral (values ('all', ''), ('channel', replace(channel_id::text, '-', '')),
                               ('country', country), ('location', md5('location ' || order_number % 20)))
      as place(dimension, member)
    cross join unnest(array['day', 'month', 'year']) span
    group by stage, dimension, member, span, date_trunc(span, day)::date, bucket
    order by dimension, span, date_trunc(span, day)::date, stage, member, bucket`,
};
