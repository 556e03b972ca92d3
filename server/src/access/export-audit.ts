// The audit log as a file, newest first, in pages of short transactions.

import type { AuditEntryAnswer, AuditFilters } from '@doorstep/contract/audit.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { readAudit } from './list-audit.ts';

const PAGE = 500;
const COLUMNS = ['at', 'actor', 'type', 'kind', 'subject', 'address', 'request'] as const;

export async function* exportAudit(
  { pool, tenant }: { readonly pool: Pool; readonly tenant: TenantId },
  filters: AuditFilters,
  format: 'ndjson' | 'csv',
): AsyncGenerator<string> {
  if (format === 'csv') yield `${[...COLUMNS, 'before', 'after'].join(',')}\r\n`;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const place = cursor === undefined ? {} : { cursor };
    const page = await inTransaction(pool, tenant, (tx) =>
      readAudit(tx, { ...filters, ...place, limit: PAGE }),
    );
    if (isRefusal(page)) throw new Error(page.detail);
    const line = format === 'csv' ? csvLine : (entry: object) => `${JSON.stringify(entry)}\n`;
    if (page.items.length > 0) yield page.items.map(line).join('');
    cursor = page.nextCursor;
  }
}

/** RFC 4180; what a spreadsheet would run as a formula is kept a text by an apostrophe. */
function csvLine(entry: AuditEntryAnswer): string {
  const json = (value: object | null): string => (value === null ? '' : JSON.stringify(value));
  const cells = [
    ...COLUMNS.map((column) => entry[column] ?? ''),
    json(entry.before),
    json(entry.after),
  ].map((text) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${cells.join(',')}\r\n`;
}
