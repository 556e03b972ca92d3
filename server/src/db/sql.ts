// SQL of what every command needs: idempotency keys, number blocks.

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

export const limitLockWait = statement('db.limitLockWait', `set local lock_timeout = '2s'`);
export const unlimitLockWait = statement('db.unlimitLockWait', `set local lock_timeout = 0`);

// As doorstep_clock.
export const ensurePartitions = statement(
  'db.ensurePartitions',
  `select ensure_partitions(current_date + $1::int)`,
);
