// Wakes whoever follows the log when it grows: by PostgreSQL's notification, and by a slow poll
// in case one is lost.

import type { TenantId } from '@doorstep/core/ids.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import pg from 'pg';
import type { Logger } from 'pino';

const POLL_MS = 1000;
const RECONNECT_MS = 500;
const ALIVE_MS = 10_000;

export interface LogFollower {
  /** Resolves when the tenant's log may have grown, or after a second, or when aborted. */
  grown(tenant: TenantId, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Holds one connection that listens for all tenants of this process. */
export function followLog(url: string, log: Logger): LogFollower {
  const waiting = waitingReaders();
  let client: pg.Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    const listener = new pg.Client({
      connectionString: url,
      application_name: 'doorstep follow-log',
      options: '-c role=doorstep_app',
      // It only listens: where nothing comes any more it would never notice.
      keepAlive: true,
      keepAliveInitialDelayMillis: ALIVE_MS,
    });
    client = listener;
    listener.on('error', (error) => {
      log.warn({ err: error }, 'log listener lost its connection');
      reconnect(listener);
    });
    listener.on('end', () => reconnect(listener));
    listener.on('notification', ({ payload }) => {
      // No names: there were too many to pass on, and everybody looks.
      const tenants = (payload ?? '').split(' ').filter((part) => part.length === 36);
      waiting.wake(tenants.length === 0 ? 'all' : tenants.map((one) => idFromUuid('tenant', one)));
    });
    try {
      await listener.connect();
      await listener.query('listen doorstep_log');
      waiting.wake('all');
    } catch {
      reconnect(listener);
    }
  }

  function reconnect(lost: pg.Client): void {
    if (stopped || client !== lost) return;
    client = undefined;
    retry = setTimeout(() => void listen(), RECONNECT_MS);
  }

  void listen();
  return {
    grown: waiting.grown,
    async stop() {
      stopped = true;
      clearTimeout(retry);
      waiting.wake('all');
      await client?.end().catch(() => {});
    },
  };
}

function waitingReaders() {
  const waiting = new Map<TenantId, Set<() => void>>();

  function wake(tenants: Iterable<TenantId> | 'all'): void {
    const woken = tenants === 'all' ? [...waiting.keys()] : tenants;
    for (const tenant of woken) for (const resolve of waiting.get(tenant) ?? []) resolve();
  }

  function grown(tenant: TenantId, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiters = waiting.get(tenant) ?? new Set();
      waiting.set(tenant, waiters);
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        waiters.delete(done);
        if (waiters.size === 0) waiting.delete(tenant);
        resolve();
      };
      const timer = setTimeout(done, POLL_MS);
      signal.addEventListener('abort', done, { once: true });
      waiters.add(done);
    });
  }

  return { wake, grown };
}
