// A shop after two years, written straight into the tables: most orders are done, the newest are in
// every state there is, and channels, countries, SKUs and amounts are as uneven as in life.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';
import { withoutIndexes } from '../rig/without-indexes.ts';

const EACH = 100_000;
/** 2024-11-01, and as many milliseconds between two orders as make two years of a million. */
const FIRST_MS = 1_730_419_200_000;
const EVERY_MS = 63_000;

export async function fillList(
  books: pg.Client,
  tenant: TenantId,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  const id = uuidOf(tenant);
  await books.query('set synchronous_commit = off');
  await books.query(`set maintenance_work_mem = '512MB'`);
  await books.query(FUNCTIONS);
  await books.query(CHANNELS, [id]);
  await withoutIndexes(books, FILLED, async () => {
    for (let from = 1; from <= count; from += EACH) {
      const to = Math.min(count, from + EACH - 1);
      await books.query(RAW, [id, from, to, count]);
      for (const sql of FILLING) await books.query(sql);
      await books.query('drop table raw');
      say(`${to} of ${count} orders are there`);
    }
    say('the list of them');
    for (const sql of LISTING) await books.query(sql.replaceAll('$1', `'${id}'::uuid`));
  });
  say('vacuum analyze');
  await books.query('vacuum analyze');
}

const FILLED = [
  ...['orders', 'order_lines', 'order_contacts', 'order_tags', 'order_holds', 'order_list'],
  ...['payment_accounts', 'fulfillment_orders', 'exceptions', 'search_tokens'],
];

const FUNCTIONS = `
  create or replace function list_id(kind integer, n integer) returns uuid language sql immutable as
  $$ select (lpad(to_hex(${FIRST_MS} + n::bigint * ${EVERY_MS}), 12, '0') || '7'
             || lpad(to_hex(kind), 3, '0') || '8000' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create or replace function even(n integer, salt integer) returns float8
  language sql immutable parallel safe as
  $$ select (hashint8(n::int8 * 64 + salt)::float8 + 2147483648) / 4294967296 $$`;

const CHANNELS = `insert into channels (tenant_id, id, code, name, created_at)
  select $1, list_id(900, n::int), code, code, now()
  from unnest('{shop,market,amazon,b2b}'::text[]) with ordinality as channel(code, n)
  on conflict do nothing`;

/** Where an order is: the newest fiftieth is at work, the rest was sent, came back, was canceled. */
const RAW = `create temp table raw as
  select n, $1::uuid as tenant_id, list_id(1, n) as id,
         (array(select id from channels where tenant_id = $1 order by code))
           [1 + floor(5 * power(even(n, 1), 2))::int] as channel_id,
         (${FIRST_MS} + n::bigint * ${EVERY_MS} - floor(even(n, 2) * 3600000)::bigint) as placed_ms,
         ('{DE,FR,NL,AT,BE,PL,IT,ES,SE,DK,CZ,FI,IE,PT,CH,NO,HU,RO,GR,SK,SI,HR,BG,LT,LV,EE,LU,MT,CY,IS}'
           ::text[])[1 + floor(30 * power(even(n, 3), 3))::int] as country,
         floor(greatest(1, $4 / 5) * power(even(n, 4), 1.5))::int as customer,
         (500 + exp(even(n, 5) * 4 + even(n, 6) * 3) * 100)::bigint as total,
         case when n > $4 * 0.98
              then case when even(n, 7) < 0.55 then 'new' when even(n, 7) < 0.70 then 'work'
                        when even(n, 7) < 0.75 then 'hold' when even(n, 7) < 0.78 then 'late'
                        when even(n, 7) < 0.80 then 'short' when even(n, 7) < 0.84 then 'gone'
                        else 'sent' end
              when even(n, 7) < 0.04 then 'gone' when even(n, 7) < 0.10 then 'back'
              when even(n, 7) < 0.11 then 'lost' else 'there' end as life,
         even(n, 8) as paying, even(n, 9) as tagging, 'S-' || floor(5000 * power(even(n, 10), 3))
           as first_sku, 'S-' || floor(5000 * power(even(n, 11), 3)) as second_sku,
         floor(20 * power(even(n, 12), 2))::int as place
  from generate_series($2::int, $3::int) n`;

const isDone = `life in ('sent', 'there', 'back', 'lost')`;

const FILLING = [
  `insert into orders (tenant_id, id, number, channel_id, external_id, customer_id, currency,
     prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor, discount_minor,
     tax_minor, total_minor, destination_country, placed_at, captured_at, ordered, canceled,
     unpromised, backordered, reserved, in_work, shipped, delivered, returned, open_holds)
   select tenant_id, id, 1000000000 + n, channel_id, 'EXT-' || n, list_id(2, customer), 'EUR', true,
          'all-or-nothing', 'allow', total, 0, 0, 0, total, country,
          to_timestamp(placed_ms / 1000.0), to_timestamp(placed_ms / 1000.0), 2,
          case when life = 'gone' then 2 else 0 end, case when life = 'short' then 2 else 0 end,
          case when life = 'late' then 2 else 0 end,
          case when life in ('new', 'hold') then 2 else 0 end,
          case when life = 'work' then 2 else 0 end, case when ${isDone} then 2 else 0 end,
          case when life in ('there', 'back') then 2 else 0 end,
          case when life = 'back' then 1 + n % 2 else 0 end,
          case when life = 'hold' then 1 else 0 end
   from raw order by n`,
  `insert into order_lines (tenant_id, order_id, number, id, kind, sku_code, title, unit_price,
     amount_minor, payable_minor, ordered, canceled, unpromised, backordered, reserved, allocated,
     shipped, delivered)
   select tenant_id, id, line, list_id(9 + line, n), 'item',
          case line when 1 then first_sku else second_sku end, 'Title', '12.50', total / 2,
          total / 2, 1, case when life = 'gone' then 1 else 0 end,
          case when life = 'short' then 1 else 0 end, case when life = 'late' then 1 else 0 end,
          case when life in ('new', 'hold') then 1 else 0 end,
          case when life = 'work' then 1 else 0 end, case when ${isDone} then 1 else 0 end,
          case when life in ('there', 'back') then 1 else 0 end
   from raw, generate_series(1, 2) line order by n, line`,
  `insert into order_contacts (tenant_id, order_id, email, name)
   select tenant_id, id, 'buyer' || customer || '@example.com', 'Buyer Number' || customer
   from raw order by n`,
  `insert into order_tags (tenant_id, tag, order_id)
   select tenant_id, tag, id from raw
   cross join lateral unnest(array[
     case when tagging < 0.02 then 'vip' end, case when tagging between 0.01 and 0.09 then 'gift' end,
     case when n % 10007 = 0 then 'recall' end]) tag
   where tag is not null order by tag, n`,
  `insert into order_holds (tenant_id, id, order_id, reason, handle, blocks, owner, placed_at)
   select tenant_id, list_id(3, n), id,
          (array['high-risk-of-fraud', 'incorrect-address', 'awaiting-payment', 'other'])[1 + n % 4], 'h', '{release}',
          'system:bench', now()
   from raw where life = 'hold'`,
  `insert into payment_accounts (tenant_id, order_id, currency, capture_at, due_minor,
     authorized_minor, captured_minor, refunded_minor, created_at)
   select tenant_id, id, 'EUR', 'shipment', total, total,
          case when ${isDone} then total else 0 end,
          case when life = 'back' then total / 2 else 0 end, now()
   from raw where paying < 0.9 order by n`,
  `insert into fulfillment_orders (tenant_id, id, order_id, location_id, released_at, released_by,
     quantity, allocated, shipped)
   select raw.tenant_id, list_id(4, n), raw.id, location.id, now(), 'system:bench', 2,
          case when life = 'work' then 2 else 0 end, case when life = 'work' then 0 else 2 end
   from raw join locations as location
     on location.tenant_id = raw.tenant_id and location.number = 1 + place
   where life = 'work' or ${isDone} order by n`,
  `insert into exceptions (tenant_id, id, type, cause, severity, order_id, data, raised_at,
     raised_by, seen_at, deadline)
   select tenant_id, list_id(5, n), case when life = 'short' then 'cannot-source' else 'reported' end,
          n::text, 'high', id, '{}', now(), 'system:bench', now(), now()
   from raw where life = 'short' or life = 'lost' and n % 5 = 0`,
  `insert into search_tokens (tenant_id, kind, token, entity)
   select tenant_id, kind, token, id from raw
   cross join lateral (values ('order', (1000000000 + n)::text), ('order', 'ext-' || n),
     ('order', n::text),
     ('order', case when ${isDone} then 'jd' || lpad(n::text, 12, '0') end),
     ('order-contact', 'buyer' || customer || '@example.com'),
     ('order-contact', 'number' || customer)) as found(kind, token)
   where token is not null`,
];

const AXES = `ord.channel_id, ord.status, ord.fulfillment_status, ord.stock_status,
     coalesce(account.status, 'none') as payment_status, ord.return_status,
     ord.currency, coalesce(trouble.open, 0) > 0 as has_exception, ord.imported_at is not null as is_imported`;
const NAMES = `channel_id, status, fulfillment_status, stock_status, payment_status, return_status,
     currency, has_exception, is_imported`;

/** As the reader of the log would keep it; `verify` compares it with the orders. */
const LISTING = [
  `create temp table fact as
   select ord.tenant_id, ord.id as order_id, ${AXES},
          (extract(epoch from ord.placed_at) * 1000000)::bigint as placed,
          (extract(epoch from ord.placed_at) * 1000000)::bigint
            + case when ord.shipped > 0 then floor(even(hashtext(ord.id::text), 1) * 6e11)::bigint
                   else 0 end as updated,
          ord.total_minor as total, ord.destination_country as country,
          ord.customer_id, ord.open_holds, coalesce(trouble.open, 0)::int as open_exceptions
   from orders as ord
   left join payment_accounts as account
     on account.tenant_id = ord.tenant_id and account.order_id = ord.id
   left join (select tenant_id, order_id, count(*) as open from exceptions group by 1, 2) as trouble
     on trouble.tenant_id = ord.tenant_id and trouble.order_id = ord.id
   where ord.tenant_id = $1`,
  `insert into order_shapes (tenant_id, shape, ${NAMES}, orders)
   select $1, row_number() over (order by ${NAMES}), ${NAMES}, count(*)
   from fact group by ${NAMES}`,
  `insert into order_list (tenant_id, order_id, shape, placed, updated, total, country,
     customer_id, open_holds, open_exceptions)
   select fact.tenant_id, order_id, shape, placed, updated, total, country, customer_id,
          open_holds, open_exceptions
   from fact join order_shapes using (tenant_id, ${NAMES}) order by order_id`,
  `insert into search_tokens (tenant_id, kind, token, entity)
   select distinct tenant_id, 'order-sku', lower(sku_code) || ' ' || sku_code, order_id from order_lines where tenant_id = $1
   union all
   select tenant_id, 'order-location', replace(location_id::text, '-', ''), order_id from fulfillment_orders
   where tenant_id = $1
   union all
   select tenant_id, 'order-hold', reason, order_id from order_holds where tenant_id = $1
   union all
   select tenant_id, 'order-exception', type, order_id from exceptions where tenant_id = $1`,
  `drop table fact`,
];
