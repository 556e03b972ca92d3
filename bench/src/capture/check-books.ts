// What must be so after every measurement, or its figures count for nothing.

import { setTimeout as sleep } from 'node:timers/promises';
import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';

const DRAIN_MS_MAX = 120_000;

export interface Books {
  readonly orders: number;
  readonly reserved: number;
}

/** Sees every tenant's rows: it connects as the owner, who is above row-level security here. */
export async function openBooks(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

export async function countOrders(books: pg.Client, tenant: TenantId): Promise<number> {
  const { rows } = await books.query<{ count: number }>(
    'select count(*)::int as count from orders where tenant_id = $1',
    [uuidOf(tenant)],
  );
  return rows[0]?.count ?? 0;
}

/** @throws Error when a level promises other than its reservations and movements say */
export async function checkBooks(books: pg.Client, tenant: TenantId): Promise<Books> {
  const id = uuidOf(tenant);
  const { rows } = await books.query<{ wrong: number; oversold: number; reserved: number }>(
    `with promised as (
       select sku_id, location_id, sum(quantity) as units from reservations
       where tenant_id = $1 group by sku_id, location_id
     ), moved as (
       select sku_id, location_id, sum(reserved) as units from stock_movements
       where tenant_id = $1 group by sku_id, location_id
     )
     select count(*) filter (where level.reserved <> coalesce(promised.units, 0)
                               or level.reserved <> coalesce(moved.units, 0))::int as wrong,
            count(*) filter (where level.reserved > level.on_hand)::int as oversold,
            coalesce(sum(level.reserved), 0)::float8 as reserved
     from stock_levels as level
     left join promised using (sku_id, location_id)
     left join moved using (sku_id, location_id)
     where level.tenant_id = $1`,
    [id],
  );
  const found = rows[0];
  if (found === undefined || found.wrong > 0 || found.oversold > 0)
    throw new Error(`${found?.wrong} levels are wrong and ${found?.oversold} oversold`);
  return { orders: await countOrders(books, tenant), reserved: found.reserved };
}

/** Resolves when the log is sequenced and every reader has read it to its end. */
export async function whenLogIsRead(books: pg.Client): Promise<void> {
  for (const endsAt = Date.now() + DRAIN_MS_MAX; Date.now() < endsAt; await sleep(20)) {
    const { rows } = await books.query<{ pending: boolean; behind: boolean }>(
      `select exists (select from event_batches where batch_position is null) as pending,
              coalesce((select min(batch_position) from log_readers), 0)
                < coalesce((select max(batch_position) from event_batches), 0) as behind`,
    );
    if (rows[0]?.pending === false && !rows[0].behind) return;
  }
  throw new Error(`the readers of the log did not get through it in ${DRAIN_MS_MAX / 1000} s`);
}
