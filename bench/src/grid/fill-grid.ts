// SKUs by the hundred thousand, each at every location of the shop, written straight into the tables.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';

const EACH = 10_000;

export async function fillGrid(
  books: pg.Client,
  tenant: TenantId,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  const id = uuidOf(tenant);
  await books.query('set synchronous_commit = off');
  for (let from = 1; from <= count; from += EACH) {
    const to = Math.min(count, from + EACH - 1);
    await books.query(SKUS, [id, from, to]);
    await books.query(LEVELS, [id, from, to]);
    say(`${to} of ${count} SKUs are there`);
  }
  say('what runs low');
  await books.query(LOW, [id, count]);
  say('vacuum analyze');
  await books.query('vacuum analyze');
}

const SKU_ID = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

const SKUS = `insert into skus (tenant_id, id, code, title, created_at)
  select $1, ${SKU_ID}, 'GRID-' || lpad(n::text, 6, '0'), 'Of the grid ' || n, now()
  from generate_series($2::integer, $3::integer) n`;

// What is promised is a part of what is there; a tenth is not there at all.
const LEVELS = `insert into stock_levels (tenant_id, sku_id, location_id, on_hand, reserved)
  select $1, ${SKU_ID}, place.id, case when n % 10 = 0 then 0 else 5 + n % 40 end,
         case when n % 10 = 0 then 0 else n % 5 end
  from generate_series($2::integer, $3::integer) n
  cross join locations as place where place.tenant_id = $1`;

const LOW = `insert into low_stock (tenant_id, sku_id, least_available)
  select $1, ${SKU_ID}, n % 10 from generate_series(1, $2::integer) n where n % 10 < 3`;
