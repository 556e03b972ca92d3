// What a captured order leaves beside its own rows, where that is found by a key that comes in no
// order: words to search by, and idempotency keys. Indexes of such keys grow in all places at once.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';

const EACH = 50_000;

/** For orders of fill-orders.ts. */
export async function fillTraces(
  books: pg.Client,
  tenant: TenantId,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  for (let from = 1; from <= count; from += EACH) {
    const to = Math.min(count, from + EACH - 1);
    for (const sql of [WORDS, NAMES, KEYS]) await books.query(sql, [uuidOf(tenant), from, to]);
    say(`${to} of ${count} orders can be found`);
  }
  await books.query('vacuum analyze');
}

const WORDS = `insert into search_tokens (tenant_id, kind, token, entity)
   select $1, 'order', word.token, bench_id(1, n)
   from generate_series($2::int, $3::int) n,
        lateral (values ((1000000000 + n)::text), ('old-' || n), ('s-' || n % 2000)) word(token)
   order by word.token`;

const NAMES = `insert into search_tokens (tenant_id, kind, token, entity)
   select $1, 'order-contact', 'buyer' || n, bench_id(1, n)
   from generate_series($2::int, $3::int) n`;

/** Of this week: those of older weeks lie in tables of their own. */
const KEYS = `insert into idempotency_keys (tenant_id, week, key_hash, input_hash, order_id,
     created_at)
   select $1, date_trunc('week', now())::date, md5('key ' || n)::uuid, md5('input ' || n)::uuid,
          bench_id(1, n), now()
   from generate_series($2::int, $3::int) n`;
