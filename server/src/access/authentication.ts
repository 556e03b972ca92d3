// Finds who a bearer secret belongs to.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Authenticate, Principal } from '../http/principal.ts';
import { hashSecret } from './secret.ts';
import { selectCredential } from './sql.ts';

/** So long at most a revoked key still works on a process that did not revoke it. */
const CACHE_MS = 5_000;
/** About 300 bytes each: 3 MB at most. */
const CACHED_MAX = 10_000;

export interface Authentication {
  readonly authenticate: Authenticate;
  /** Forgets what is cached, after a revocation on this process. */
  forget(): void;
}

export function authentication(gate: Pool, now: () => Date): Authentication {
  const cache = new Map<string, { principal: Principal; until: number }>();
  let forgotten = 0;

  async function look(secret: string): Promise<Principal | undefined> {
    const row = await inTransaction(gate, null, (tx) =>
      tx.row(selectCredential, [hashSecret(secret), now()]),
    );
    if (row === undefined) return undefined;
    const kind = row.principal_kind;
    return {
      tenant: idFromUuid('tenant', row.tenant_id),
      actor: { kind, id: idFromUuid(kind === 'user' ? 'user' : 'apiKey', row.principal_id) },
      scopes: row.scopes as Scope[],
    };
  }

  return {
    async authenticate(secret) {
      if (secret.length > 200) return undefined;
      const time = now().getTime();
      const cached = cache.get(secret);
      if (cached !== undefined && cached.until > time) return cached.principal;
      const before = forgotten;
      const principal = await look(secret);
      if (principal === undefined) cache.delete(secret);
      // What was looked up before a revocation must not be kept after it.
      else if (before === forgotten) {
        if (cache.size >= CACHED_MAX) cache.clear();
        cache.set(secret, { principal, until: time + CACHE_MS });
      }
      return principal;
    },
    forget() {
      forgotten += 1;
      cache.clear();
    },
  };
}
