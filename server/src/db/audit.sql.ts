// SQL that writes the audit log.

import { rowsStatement } from './row-set.ts';

export const insertAuditEntries = rowsStatement(
  'db.insertAuditEntries',
  {
    id: 'uuid',
    type: 'text',
    kind: 'text',
    subject: 'uuid',
    before: 'jsonb',
    after: 'jsonb',
  },
  (rows) => `insert into audit_entries (tenant_id, id, actor, type, kind, subject, address, request,
     before, after)
   select current_tenant(), row.id, ${rows.after(1)}, row.type, row.kind, row.subject,
          ${rows.after(2)}, ${rows.after(3)}, row.before, row.after
   from ${rows.sql}`,
);
