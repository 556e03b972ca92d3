// Finds who a secret belongs to: that of a key, of a program's session, or of a browser's.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Scope } from '@doorstep/core/access/scope.ts';
import { BROWSER_IDLE_MS } from '@doorstep/core/access/session-life.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Authenticate, Principal } from '../http/principal.ts';
import { hashSecret } from './secret.ts';
import { type CredentialRow, selectCredential, touchCredential } from './sql.ts';

/** So long at most a revoked key still works on a process that did not revoke it. */
const CACHE_MS = 5_000;
/** About 300 bytes each: 3 MB at most. */
const CACHED_MAX = 10_000;
/** When something was last used is known to the minute. */
const TOUCH_MS = 60_000;
/** Nobody is kept at the door for longer, only to write down that they came. */
const TOUCH_WAIT_MS = 200;

export interface Authentication {
  readonly authenticate: Authenticate;
  /** Who it would be, without counting as use. */
  readonly peek: Authenticate;
  /** Forgets what is cached, after a revocation on this process. */
  forget(): void;
}

export function authentication(gate: Pool, app: Pool, now: () => Date): Authentication {
  const cache = new Map<string, { principal: Principal; until: number }>();
  /** Of many requests with one secret, the first asks and the others wait for its answer. */
  const asked = new Map<string, Promise<Principal | undefined>>();
  const noteUse = notingUse(app, now);
  let forgotten = 0;

  async function look(secret: string): Promise<CredentialRow | undefined> {
    if (secret.length > 200) return undefined;
    return inTransaction(gate, null, (tx) => tx.row(selectCredential, [hashSecret(secret), now()]));
  }

  async function find(secret: string): Promise<Principal | undefined> {
    const before = forgotten;
    const time = now().getTime();
    const row = await look(secret);
    if (row === undefined) {
      cache.delete(secret);
      return undefined;
    }
    const principal = principalOf(row);
    if (time - (row.last_used_at?.getTime() ?? 0) >= TOUCH_MS) await noteUse(secret, principal);
    // What was looked up before a revocation must not be kept after it.
    if (before === forgotten) {
      if (cache.size >= CACHED_MAX) cache.clear();
      cache.set(secret, { principal, until: time + CACHE_MS });
    }
    return principal;
  }

  return {
    authenticate(secret) {
      const cached = cache.get(secret);
      if (cached !== undefined && cached.until > now().getTime())
        return Promise.resolve(cached.principal);
      const known = asked.get(secret);
      if (known !== undefined) return known;
      const finding = find(secret).finally(() => {
        if (asked.get(secret) === finding) asked.delete(secret);
      });
      asked.set(secret, finding);
      return finding;
    },
    async peek(secret) {
      const row = await look(secret);
      return row === undefined ? undefined : principalOf(row);
    },
    forget() {
      forgotten += 1;
      cache.clear();
      asked.clear();
    },
  };
}

/** At most once a minute for each secret, so it costs nothing where it matters. */
function notingUse(app: Pool, now: () => Date) {
  async function touch(secret: string, { tenant }: Principal): Promise<void> {
    const time = now().getTime();
    await inTransaction(app, tenant, (tx) =>
      tx.run(touchCredential, [
        hashSecret(secret),
        new Date(time),
        new Date(time + BROWSER_IDLE_MS),
        new Date(time - TOUCH_MS),
      ]),
    );
  }

  /** Where it fails, or everybody else is served first, the next look tries again. */
  return async (secret: string, principal: Principal): Promise<void> => {
    const waited = new AbortController();
    const { signal } = waited;
    const touched = touch(secret, principal)
      .catch(() => {})
      .finally(() => waited.abort());
    await Promise.race([touched, sleep(TOUCH_WAIT_MS, undefined, { signal }).catch(() => {})]);
  };
}

function principalOf(row: CredentialRow): Principal {
  const kind = row.principal_kind;
  return {
    tenant: idFromUuid('tenant', row.tenant_id),
    actor: { kind, id: idFromUuid(kind === 'user' ? 'user' : 'apiKey', row.principal_id) },
    scopes: row.scopes as Scope[],
    session: row.session_id === null ? null : idFromUuid('session', row.session_id),
  };
}
