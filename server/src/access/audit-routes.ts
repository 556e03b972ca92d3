// HTTP of the audit log.

import * as contract from '@doorstep/contract/audit.ts';
import type { Logger } from 'pino';
import { bindRead, type HttpContext } from '../http/bind.ts';
import { bindFile } from '../http/file-stream.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';

export function auditRoutes(http: HttpContext, { log }: { readonly log: Logger }): void {
  bindRead(http, contract.listAudit, (tx, { query }) => listAudit(tx, query));

  bindFile(http, contract.exportAudit, {
    log,
    async open({ principal, query }) {
      const { format = 'ndjson', ...filters } = query;
      const source = { pool: http.pool, tenant: principal.tenant };
      return {
        type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
        name: `audit.${format}`,
        gzip: false,
        chunks: exportAudit(source, filters, format),
      };
    },
  });
}
