// Notes what was asked of the API, in memory, and writes it every second: what a request costs is a
// push to an array. When much is asked, only a part is kept, so the log stays small however busy the
// shop is, and a surge of orders writes next to nothing here.

import type { TenantId } from '@doorstep/core/ids.ts';
import type { Logger } from 'pino';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { NotedRequest, NoteRequest } from '../http/note-requests.ts';
import { insertRequests } from './requests.sql.ts';

const WRITE_EVERY_MS = 1000;
/** Of each kind (reads, writes, failures), per tenant and process: on average, and at once. */
const PER_SECOND = 5;
const AT_ONCE = 200;
/** Tenants that asked since the last look; their allowance is full again soon. */
const TENANTS_MAX = 10_000;

export interface RequestNotes {
  readonly note: NoteRequest;
  /** Writes what was noted so far. */
  write(): Promise<void>;
  close(): Promise<void>;
}

export function requestNotes(app: Pool, log: Logger): RequestNotes {
  let noted = new Map<TenantId, NotedRequest[]>();
  const allowances = new Map<string, Allowance>();
  let writing: Promise<void> = Promise.resolve();
  const writeAll = async (): Promise<void> => {
    const batch = noted;
    noted = new Map();
    for (const [tenant, requests] of batch)
      await inTransaction(app, tenant, (tx) => tx.run(insertRequests, [rowsOf(requests)])).catch(
        // A log with a gap is better than a process that fills its memory.
        (error: unknown) => log.warn({ err: error }, 'the log of requests has a gap'),
      );
  };
  const write = (): Promise<void> => {
    writing = writing.then(writeAll);
    return writing;
  };
  const timer = setInterval(() => void (noted.size > 0 && write()), WRITE_EVERY_MS).unref();

  return {
    note(tenant, request) {
      const { status, method } = request;
      const kind = status >= 400 ? 'failed' : method === 'GET' ? 'read' : 'write';
      if (!isAllowed(allowances, `${tenant} ${kind}`)) return;
      const known = noted.get(tenant);
      if (known === undefined) noted.set(tenant, [request]);
      else known.push(request);
    },
    write,
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}

interface Allowance {
  left: number;
  at: number;
}

/** A bucket that fills with time. */
function isAllowed(allowances: Map<string, Allowance>, name: string): boolean {
  const now = performance.now();
  const known = allowances.get(name);
  if (known === undefined) {
    if (allowances.size >= TENANTS_MAX) allowances.clear();
    allowances.set(name, { left: AT_ONCE - 1, at: now });
    return true;
  }
  known.left = Math.min(AT_ONCE, known.left + ((now - known.at) / 1000) * PER_SECOND);
  known.at = now;
  if (known.left < 1) return false;
  known.left -= 1;
  return true;
}

function rowsOf(requests: readonly NotedRequest[]): string {
  return JSON.stringify(
    requests.map(({ id, operation, method, status, error, actor, tookMs }) => ({
      id: id.slice('req_'.length),
      operation,
      method,
      status,
      error,
      actor,
      took_ms: tookMs,
    })),
  );
}
