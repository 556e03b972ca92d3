// Signs a user in: e-mail and password against a token for 12 hours.

import { type Role, scopesOf } from '@doorstep/core/access/scope.ts';
import type { SignInThrottle } from '@doorstep/core/access/sign-in-throttle.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { type CommandTx, runCommand } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { isPassword } from './password.ts';
import { hashSecret, newSecret } from './secret.ts';
import { deleteEndedSessions, insertCredential, selectTenantBySlug } from './sql.ts';
import { lockUserForSignIn, type SignInRow, selectUserForSignIn } from './users.sql.ts';

const SESSION_MS = 12 * 3_600_000;

export interface SignInDoor {
  readonly app: Pool;
  readonly gate: Pool;
  readonly throttle: SignInThrottle;
  readonly now: () => Date;
}

export interface SignInRequest {
  /** The tenant's slug. */
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

export interface Session {
  readonly token: string;
  readonly expiresAt: string;
}

/** @returns refusals: `sign-in-failed` whatever is wrong, `rate-limited` */
export async function signIn(door: SignInDoor, request: SignInRequest): Promise<Session | Refusal> {
  const email = request.email.toLowerCase();
  const name = `${request.tenant} ${email}`;
  if (!door.throttle.admit(name, door.now()))
    return refuse('rate-limited', 'Too many attempts to sign in with this e-mail address.');
  const known = await findUser(door, request.tenant, email);
  // The slow part, outside any transaction, and as slow when there is no such user.
  const right = await isPassword(known?.user.password_hash, request.password);
  const session = right && known !== undefined ? await openSession(door, known) : undefined;
  if (session === undefined)
    return refuse('sign-in-failed', 'Tenant, e-mail address or password is wrong.');
  door.throttle.succeeded(name);
  return session;
}

interface KnownUser {
  readonly tenant: TenantId;
  readonly user: SignInRow;
}

async function findUser(
  door: SignInDoor,
  slug: string,
  email: string,
): Promise<KnownUser | undefined> {
  const row = await inTransaction(door.gate, null, (tx) => tx.row(selectTenantBySlug, [slug]));
  if (row === undefined) return undefined;
  const tenant = idFromUuid('tenant', row.tenant_id);
  const user = await inTransaction(door.app, tenant, (tx) => tx.row(selectUserForSignIn, [email]));
  return user === undefined ? undefined : { tenant, user };
}

async function openSession(door: SignInDoor, known: KnownUser): Promise<Session | undefined> {
  const now = door.now();
  const context = {
    tenant: known.tenant,
    actor: { kind: 'user', id: idFromUuid('user', known.user.id) } as const,
    now,
  };
  const { outcome } = await runCommand(door.app, context, null, (tx) =>
    insertSession(tx, known.user),
  );
  return outcome === null || 'refused' in outcome ? undefined : outcome;
}

async function insertSession(tx: CommandTx, user: SignInRow): Promise<Session | null> {
  // Disabled or given another password since it was read: the password proves nothing any more.
  const current = await tx.row(lockUserForSignIn, [user.id]);
  if (current?.version !== user.version) return null;
  const token = newSecret('dss');
  const expiresAt = new Date(tx.now.getTime() + SESSION_MS);
  await tx.run(deleteEndedSessions, [user.id, tx.now]);
  await tx.run(insertCredential, [
    hashSecret(token),
    'user',
    user.id,
    scopesOf(user.role as Role),
    expiresAt,
  ]);
  return { token, expiresAt: expiresAt.toISOString() };
}
