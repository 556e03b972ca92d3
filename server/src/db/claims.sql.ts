// SQL of the idempotency keys of a batch; tables are given the keys, whatever they are joined to.

import { rowsStatement } from './row-set.ts';
import type { StoredAnswer } from './sql.ts';
import { statement } from './statement.ts';

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
