// The sessions of one browser: each of another tenant, each opened with its own password. To switch is
// to put another one first; nobody gets more than they proved, and one that ends takes none with it.

import type { MeAnswer } from '@doorstep/contract/account.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import type { Authentication } from './authentication.ts';
import { hashSecret } from './secret.ts';
import { revokeSession } from './sessions.sql.ts';
import type { OpenedSession } from './sign-in.ts';
import { selectExpiry } from './sql.ts';
import { selectOwnTenant } from './users.sql.ts';

interface JarDoor {
  readonly app: Pool;
  readonly gate: Pool;
  readonly authentication: Authentication;
  readonly now: () => Date;
}

interface InJar {
  readonly secret: string;
  readonly principal: Principal;
}

export interface CookieJar {
  /** Puts a session first. Of the same tenant none stays: it ends, as nobody could reach it any more. */
  add(secrets: readonly string[], opened: OpenedSession): Promise<string[]>;
  /** Puts the session of a tenant first; undefined when the jar has none that still works. */
  take(secrets: readonly string[], slug: string): Promise<TakenSession | undefined>;
  /** The tenants of a jar; the first secret is the one that requests act with. */
  tenants(secrets: readonly string[]): Promise<MeAnswer['tenants']>;
}

interface TakenSession {
  readonly jar: string[];
  readonly secret: string;
  readonly expiresAt: string;
}

export function cookieJar(door: JarDoor): CookieJar {
  return {
    async add(secrets, opened) {
      const known = await look(door, secrets);
      for (const { principal } of known)
        if (principal.tenant === opened.tenant) await end(door, principal);
      const others = known.filter(({ principal }) => principal.tenant !== opened.tenant);
      return [opened.secret, ...others.map(({ secret }) => secret)];
    },
    async take(secrets, slug) {
      for (const { secret, principal } of await look(door, secrets)) {
        if ((await tenantOf(door, principal))?.slug !== slug) continue;
        await door.authentication.authenticate(secret); // it is used from now on
        const row = await inTransaction(door.gate, null, (tx) =>
          tx.row(selectExpiry, [hashSecret(secret)]),
        );
        const expiresAt = (row?.expires_at ?? door.now()).toISOString();
        return { jar: [secret, ...secrets.filter((one) => one !== secret)], secret, expiresAt };
      }
      return undefined;
    },
    async tenants(secrets) {
      const [current] = secrets;
      const found: MeAnswer['tenants'] = [];
      for (const { secret, principal } of await look(door, secrets)) {
        const tenant = await tenantOf(door, principal);
        if (tenant !== undefined)
          found.push({ slug: tenant.slug, name: tenant.name, current: secret === current });
      }
      return found;
    },
  };
}

async function look(door: JarDoor, secrets: readonly string[]): Promise<InJar[]> {
  const found: InJar[] = [];
  for (const secret of secrets) {
    const principal = await door.authentication.peek(secret);
    if (principal !== undefined) found.push({ secret, principal });
  }
  return found;
}

function tenantOf({ app }: JarDoor, { tenant }: Principal) {
  return inTransaction(app, tenant, (tx) => tx.row(selectOwnTenant));
}

async function end(door: JarDoor, { tenant, actor, session }: Principal): Promise<void> {
  if (session === null) return;
  await inTransaction(door.app, tenant, (tx) =>
    tx.run(revokeSession, [actor.id.slice(4), uuidOf(session), door.now()]),
  );
  door.authentication.forget();
}
