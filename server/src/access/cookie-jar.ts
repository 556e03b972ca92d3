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

/** Puts a session first. Of the same tenant none stays: it ends, as nobody could reach it any more. */
export async function addToJar(
  door: JarDoor,
  secrets: readonly string[],
  opened: OpenedSession,
): Promise<string[]> {
  const known = await look(door, secrets);
  for (const { principal } of known)
    if (principal.tenant === opened.tenant) await end(door, principal);
  const others = known.filter(({ principal }) => principal.tenant !== opened.tenant);
  return [opened.secret, ...others.map(({ secret }) => secret)];
}

/** Puts the session of a tenant first; undefined when the jar has none that still works. */
export async function takeFromJar(
  door: JarDoor,
  secrets: readonly string[],
  slug: string,
): Promise<{ jar: string[]; secret: string; expiresAt: string } | undefined> {
  for (const { secret, principal } of await look(door, secrets)) {
    const tenant = await tenantOf(door, principal);
    if (tenant?.slug !== slug) continue;
    await door.authentication.authenticate(secret); // it is used from now on
    const row = await inTransaction(door.gate, null, (tx) =>
      tx.row(selectExpiry, [hashSecret(secret)]),
    );
    const expiresAt = (row?.expires_at ?? door.now()).toISOString();
    return { jar: [secret, ...secrets.filter((one) => one !== secret)], secret, expiresAt };
  }
  return undefined;
}

/** The tenants of a jar; the first is the one that requests act in. */
export async function tenantsInJar(
  door: JarDoor,
  secrets: readonly string[],
): Promise<MeAnswer['tenants']> {
  const [current] = secrets;
  const found = await Promise.all(
    (await look(door, secrets)).map(async ({ secret, principal }) => ({
      tenant: await tenantOf(door, principal),
      current: secret === current,
    })),
  );
  return found.flatMap(({ tenant, current: isCurrent }) =>
    tenant === undefined ? [] : [{ slug: tenant.slug, name: tenant.name, current: isCurrent }],
  );
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
