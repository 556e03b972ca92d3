// SQL of what every command needs: idempotency keys, number blocks.

import { rowsStatement } from './row-set.ts';
import { statement } from './statement.ts';

// The tenant that row-level security and every statement go by, until the transaction ends.
export const setTenant = statement(
  'db.setTenant',
  `select set_config('doorstep.tenant', $1, true)`,
);

export const takeNumberBlock = statement<{ next_number: bigint }>(
  'db.takeNumberBlock',
  `insert into number_leases as lease (tenant_id, series, next_number)
   values ($1, $2, $3::bigint + $4)
   on conflict (tenant_id, series) do update set next_number = lease.next_number + $4
   returning next_number`,
);

// Waits for a transaction that holds the same key; then finds it taken, or free if that one failed.
export const claimKey = statement<{ claimed: boolean }>(
  'db.claimKey',
  `insert into idempotency_keys (tenant_id, week, key_hash, input_hash, created_at)
   values (current_tenant(), $1, $2, $3, $4)
   on conflict do nothing
   returning true as claimed`,
);

export interface StoredAnswer {
  readonly input_hash: string;
  readonly answer: string;
}

export const selectAnswer = statement<StoredAnswer>(
  'db.selectAnswer',
  `select replace(input_hash::text, '-', '') as input_hash, answer from idempotency_keys
   where tenant_id = (select current_tenant()) and week = any ($1::date[]) and key_hash = $2
     and answer is not null
   limit 1`,
);

export const storeAnswer = statement(
  'db.storeAnswer',
  `update idempotency_keys set answer = $3
   where tenant_id = (select current_tenant()) and week = any ($1::date[]) and key_hash = $2`,
);

export const releaseClaim = statement(
  'db.releaseClaim',
  `delete from idempotency_keys
   where tenant_id = (select current_tenant()) and week = any ($1::date[]) and key_hash = $2
     and answer is null`,
);

// ---- the same of many keys at once; tables are given the keys, whatever they are joined to ----

export const claimKeys = rowsStatement(
  'db.claimKeys',
  { week: 'date', key: 'uuid', input: 'uuid' },
  (rows) => `insert into idempotency_keys (tenant_id, week, key_hash, input_hash, created_at)
   select current_tenant(), row.week, row.key, row.input, ${rows.after(1)}
   from ${rows.sql}
   order by row.key, row.week
   on conflict do nothing`,
);

export const selectAnswers = statement<StoredAnswer & { readonly key_hash: string }>(
  'db.selectAnswers',
  `select replace(key_hash::text, '-', '') as key_hash,
          replace(input_hash::text, '-', '') as input_hash, answer
   from idempotency_keys
   where tenant_id = (select current_tenant()) and week = any ($1::date[])
     and key_hash = any ($2::uuid[]) and answer is not null`,
);

export const storeAnswers = rowsStatement(
  'db.storeAnswers',
  { key: 'uuid', answer: 'text' },
  (rows) => `update idempotency_keys as kept set answer = row.answer
   from ${rows.sql}
   where kept.tenant_id = (select current_tenant()) and kept.week = any (${rows.after(1)}::date[])
     and kept.key_hash = any ($1::uuid[]) and kept.key_hash = row.key`,
);

export const releaseClaims = statement(
  'db.releaseClaims',
  `delete from idempotency_keys
   where tenant_id = (select current_tenant()) and week = any ($1::date[])
     and key_hash = any ($2::uuid[]) and answer is null`,
);

export const limitLockWait = statement('db.limitLockWait', `set local lock_timeout = '2s'`);
export const unlimitLockWait = statement('db.unlimitLockWait', `set local lock_timeout = 0`);

// As doorstep_clock.
export const ensurePartitions = statement(
  'db.ensurePartitions',
  `select ensure_partitions(current_date + $1::int)`,
);
