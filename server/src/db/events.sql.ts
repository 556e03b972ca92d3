// SQL that writes the log.

import { rowsStatement } from './row-set.ts';
import { statement } from './statement.ts';

// The batch row draws its commit order here, after the verb took its locks: see 0003_log.sql.
export const insertEventBatch = statement(
  'db.insertEventBatch',
  `insert into event_batches (tenant_id, id, recorded_at, event_count, types)
   values (current_tenant(), $1, $2, $3, $4)`,
);

export const insertEvents = rowsStatement(
  'db.insertEvents',
  {
    ordinal: 'integer',
    id: 'uuid',
    type: 'text',
    kind: 'text',
    subject: 'uuid',
    version: 'integer',
    at: 'timestamptz',
    actor: 'text',
    data: 'json',
  },
  (
    rows,
  ) => `insert into events (tenant_id, recorded_at, batch_id, ordinal, id, type, subject_kind, subject,
                       version, occurred_at, actor, data)
   select current_tenant(), ${rows.after(2)}, ${rows.after(1)}, row.ordinal, row.id, row.type, row.kind, row.subject,
          row.version, row.at, row.actor, row.data
   from ${rows.sql}`,
);
