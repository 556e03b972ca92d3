// Orders of the past by the million, written straight into the tables: an export reads them like
// any other.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';

const EACH = 50_000;
/** 2025-01-01: before anything that the bench captures. */
const FIRST_MS = 1_735_689_600_000;

/**
 * Shipped long ago, of two lines, with a contact each.
 *
 * @param lean without the contacts
 */
export async function fillOrders(
  books: pg.Client,
  tenant: TenantId,
  count: number,
  say: (line: string) => void,
  lean = false,
): Promise<void> {
  await books.query(ID_FUNCTION);
  const statements = lean ? [ORDERS, LINES] : [ORDERS, LINES, CONTACTS];
  for (let from = 1; from <= count; from += EACH) {
    const to = Math.min(count, from + EACH - 1);
    for (const sql of statements) await books.query(sql, [uuidOf(tenant), from, to]);
    say(`${to} of ${count} orders are there`);
  }
  await books.query('vacuum analyze');
}

const ID_FUNCTION = `create or replace function bench_id(kind integer, n integer) returns uuid
  language sql immutable as
  $$ select (lpad(to_hex(${FIRST_MS} + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000'
             || lpad(to_hex(n), 12, '0'))::uuid $$`;

const ORDERS = `insert into orders (tenant_id, id, number, channel_id, external_id, currency,
     prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor, discount_minor,
     tax_minor, total_minor, destination_country, placed_at, captured_at, ordered, shipped,
     delivered)
   select $1, bench_id(1, n), 1000000000 + n, channel.id, 'OLD-' || n, 'EUR', true,
          'all-or-nothing', 'allow', 3750, 0, 0, 0, 3750, 'DE',
          to_timestamp(${FIRST_MS} / 1000 + n), to_timestamp(${FIRST_MS} / 1000 + n), 3, 3, 3
   from generate_series($2::int, $3::int) n, channels as channel where channel.tenant_id = $1
   order by n`;

const LINES = `insert into order_lines (tenant_id, order_id, number, id, kind, sku_code, title,
     unit_price, amount_minor, payable_minor, ordered, shipped, delivered)
   select $1, bench_id(1, n), line, bench_id(1 + line, n), 'item', 'S-' || n % 2000,
          'Title of S-' || n % 2000, '12.50', 1250 * line, 1250 * line, line, line, line
   from generate_series($2::int, $3::int) n, generate_series(1, 2) line order by n, line`;

const CONTACTS = `insert into order_contacts (tenant_id, order_id, email, name, shipping_address)
   select $1, bench_id(1, n), 'buyer' || n || '@example.com', 'Buyer ' || n,
          jsonb_build_object('name', 'Buyer ' || n, 'street', 'Main Street ' || n % 200,
                             'city', 'Berlin', 'postalCode', '10115', 'country', 'DE')
   from generate_series($2::int, $3::int) n order by n`;

/** The same rows as the CSV has, by the shortest way PostgreSQL knows; @returns how long it took */
export async function copyOrders(books: pg.Client, tenant: TenantId): Promise<number> {
  const startedAt = performance.now();
  await books.query(
    `copy (select ord.*, line.*, contact.*
           from orders as ord
           join order_lines as line using (tenant_id)
           left join order_contacts as contact
             on contact.tenant_id = ord.tenant_id and contact.order_id = ord.id
           where ord.tenant_id = '${uuidOf(tenant)}' and line.order_id = ord.id
           order by ord.id, line.number) to '/dev/null' (format csv)`,
  );
  return performance.now() - startedAt;
}
