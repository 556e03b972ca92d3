// A request of the log as the wire shows it.

import { operations } from '@doorstep/contract/operations.ts';
import type { ApiRequestAnswer } from '@doorstep/contract/requests.ts';
import type { RequestRow } from './requests.sql.ts';

const paths = new Map(operations.map(({ id, path }) => [id, path]));

export function presentRequest(row: RequestRow): ApiRequestAnswer {
  const hex = row.id.replaceAll('-', '');
  return {
    id: `req_${hex}`,
    // A UUIDv7 begins with its milliseconds.
    at: new Date(Number.parseInt(hex.slice(0, 12), 16)).toISOString(),
    operation: row.operation,
    method: row.method,
    path: paths.get(row.operation) ?? '',
    status: row.status,
    error: row.error,
    actor: row.actor,
    tookMs: Math.round(row.took_ms * 10) / 10,
  };
}
