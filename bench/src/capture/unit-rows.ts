// u: one row for each unit, claimed with `for update skip locked`, as Shopify told in 2026 how its
// checkouts reserve stock. Buyers of one SKU do not wait for each other then; each unit is a row to
// find, lock and mark. The order's other rows are those of the product, written by one function.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';
import { HOT_SKU } from './scenarios.ts';

/** More than any machine sells while it is measured. */
const UNITS_PER_SECOND = 10_000;

export async function fillUnits(books: pg.Client, seconds: number): Promise<void> {
  await books.query(
    `create table if not exists bench_units (id bigserial primary key, sku text, sold_at timestamptz)`,
  );
  await books.query('truncate bench_units');
  await books.query(
    `insert into bench_units (sku)
     select '${HOT_SKU}' from generate_series(1, $1::int)`,
    [Math.ceil(seconds * UNITS_PER_SECOND)],
  );
  await books.query(
    `create index if not exists bench_units_free on bench_units (sku, id) where sold_at is null`,
  );
  await books.query('grant select, update on bench_units to doorstep_app');
  await books.query('vacuum analyze bench_units');
}

/** Stands where the stock level is locked and taken from. */
export const CLAIM_UNIT = `update bench_units set sold_at = now() where id = (
    select id from bench_units where sku = '${HOT_SKU}' and sold_at is null
    order by id limit 1 for update skip locked);
  get diagnostics written = row_count;
  if written < 1 then
    raise exception 'no unit was left';
  end if;`;

/** The levels, which nobody touched, are brought in line with what was claimed. */
export async function settleLevels(books: pg.Client, tenant: TenantId): Promise<void> {
  await books.query(
    `update stock_levels as level set reserved = moved.units
     from (select sku_id, location_id, sum(reserved) as units from stock_movements
           where tenant_id = $1 group by sku_id, location_id) as moved
     where level.tenant_id = $1 and level.sku_id = moved.sku_id
       and level.location_id = moved.location_id and level.reserved <> moved.units`,
    [uuidOf(tenant)],
  );
}
