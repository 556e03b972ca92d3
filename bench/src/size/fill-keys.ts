// Idempotency keys of this week, as many as there are orders: those of older weeks lie in tables of
// their own. They come in no order, so that their index grows in all places at once.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';

export async function fillKeys(books: pg.Client, tenant: TenantId, count: number): Promise<void> {
  await books.query(
    `insert into idempotency_keys (tenant_id, week, key_hash, input_hash, order_id, created_at)
     select $1, date_trunc('week', now())::date, md5('key ' || n)::uuid, md5('input ' || n)::uuid,
            gen_random_uuid(), now()
     from generate_series(1, $2::int) n`,
    [uuidOf(tenant), count],
  );
  await books.query('vacuum analyze idempotency_keys');
}
