// Three years of a shop, as plain tables: its orders, their lines, and what flowed of each. Sums are
// made of these, and compared with them.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';

/** 2023-01-01 to 2025-12-31. */
const FIRST_DAY = '2023-01-01';
const DAYS = 1096;
const LINES_OF_ORDER = 2;
const SKUS = 5000;
const CHANNELS = 4;
const COUNTRIES = 30;
const LOCATIONS = 20;
/** A customer buys ten times in three years. */
const ORDERS_OF_CUSTOMER = 10;

/**
 * Few SKUs, channels and countries have most of the sales, as in a shop: every choice is the square
 * or the cube of an even one. A customer lives in one country, and buys in one channel nine times of
 * ten.
 */
export async function fillOrders(books: pg.Client, tenant: TenantId, orders: number) {
  await books.query(FUNCTIONS);
  for (const table of ['bench_flows', 'bench_lines', 'bench_orders'])
    await books.query(`drop table if exists ${table}`);
  await books.query(ordersOf(orders));
  await books.query(LINES);
  await books.query(FLOWS);
  await books.query('analyze bench_orders, bench_lines, bench_flows');
  for (const sql of ROWS) await books.query(sql, [uuidOf(tenant)]);
}

const FUNCTIONS = `
  -- Even between 0 and 1, and the same whenever it is asked.
  create or replace function random_of(n int, salt int) returns float8
  language sql immutable parallel safe as
  $$ select (hashint8(n::int8 * 31 + salt)::float8 + 2147483648) / 4294967296 $$;
  create or replace function bench_id(kind text, n bigint) returns uuid
  language sql immutable parallel safe as
  $$ select (lpad(to_hex(ascii(kind)), 8, '0') || '00007000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid $$`;

/** A stage takes from six minutes to seventeen hours; the last is the sum of all. */
const took = (stage: number) =>
  `interval '60 s' * power(2, (40 + 120 * random_of(n, ${stage})) / 16)`;

const ordersOf = (orders: number) => `create unlogged table bench_orders as
  select n, bench_id('order', n) as id, placed_at, placed_at::date as day,
         bench_id('channel', floor(${CHANNELS} * power(random_of(
           case when n % 10 = 0 then n else customer end, 1), 2))::int) as channel_id,
         chr(65 + country / 26) || chr(65 + country % 26) as country,
         bench_id('person', customer) as customer_id,
         bench_id('location', n % ${LOCATIONS}) as location_id,
         released_at, picked_at, packed_at, shipped_at, shipped_at + ${took(5)} as delivered_at
  from generate_series(1, ${orders}) n,
       lateral (select '${FIRST_DAY} 00:00Z'::timestamptz
                  + (n - 1) * interval '${DAYS} days' / ${orders}.0 as placed_at) placed,
       lateral (select placed_at + ${took(1)} as released_at) released,
       lateral (select released_at + ${took(2)} as picked_at) picked,
       lateral (select picked_at + ${took(3)} as packed_at) packed,
       lateral (select packed_at + ${took(4)} as shipped_at) shipped,
       lateral (select n % ${Math.max(1, Math.ceil(orders / ORDERS_OF_CUSTOMER))} as customer) buys,
       lateral (select floor(${COUNTRIES} * power(random_of(customer, 2), 3))::int as country) lives`;

const LINES = `create unlogged table bench_lines as
  select n, line, day, channel_id, country, customer_id,
         'S-' || floor(${SKUS} * power(random_of(n, line + 10), 3)) as sku_code,
         1 + n % 3 as units, (500 + (n::int8 * line) % 9000)::int as amount
  from bench_orders, generate_series(1, ${LINES_OF_ORDER}) line order by n, line`;

/** Of every order is sold and sent all; a fifth comes back and is refunded, a part was canceled. */
const FLOWS = `create unlogged table bench_flows as
  select kind, n, at, at::date as day, id, channel_id, country, place as location_id, reason,
         case when kind = 'refund' then 0 else units end as units,
         case when kind = 'return' then 0 else amount end as amount
  from bench_orders
  join (select n, sum(units)::int as units, sum(amount)::int as amount from bench_lines group by n)
    as summed using (n)
  cross join lateral (values
    ('sale', placed_at, null, ''),
    ('shipment', shipped_at, location_id, ''),
    (case when n % 25 = 3 then 'cancellation' end, released_at, null,
     case when n % 50 = 3 then 'customer' else 'inventory' end),
    (case when n % 5 = 0 then 'return' end, delivered_at + interval '10 days', location_id,
     case when n % 15 = 0 then 'damaged' else 'unwanted' end),
    (case when n % 5 = 0 then 'refund' end, delivered_at + interval '11 days', null, ''))
    as flowed(kind, at, place, reason)
  where kind is not null`;

/** What reports name, and the orders that their rows open. */
const ROWS = [
  `insert into channels (tenant_id, id, code, name, created_at)
   select distinct on (channel_id) $1::uuid, channel_id, 'C-' || right(channel_id::text, 1),
          'Channel', now()
   from bench_orders order by channel_id on conflict do nothing`,
  `insert into locations (tenant_id, id, number, code, name, kind, country, latitude, longitude,
     coordinates_from, time_zone, calendar, created_at)
   select $1::uuid, bench_id('location', n), 1000 + n, 'W-' || n, 'Warehouse', 'warehouse', 'DE', 0, 0,
          'given', 'UTC', '{}', now()
   from generate_series(0, ${LOCATIONS - 1}) n`,
  `insert into skus (tenant_id, id, code, title, created_at)
   select $1::uuid, bench_id('sku', n), 'S-' || n, 'Title', now() from generate_series(0, ${SKUS - 1}) n`,
  `insert into customers (tenant_id, id, name, created_at)
   select distinct on (customer_id) $1::uuid, customer_id, 'Name', now() from bench_orders`,
  `insert into orders (tenant_id, id, number, channel_id, external_id, customer_id, currency,
     prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor, discount_minor,
     tax_minor, total_minor, destination_country, placed_at, captured_at, ordered, shipped, delivered)
   select $1::uuid, id, n, channel_id, 'E-' || n, customer_id, 'EUR', true, 'all-or-nothing',
          'allow', 0, 0, 0, 0, 0, country, placed_at, placed_at, 2, 2, 2
   from bench_orders order by n`,
];
