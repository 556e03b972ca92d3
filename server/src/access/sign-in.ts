// Signs a user in: e-mail and password, and a code where there is a second factor, against a session.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { type SessionKind, sessionLife } from '@doorstep/core/access/session-life.ts';
import { type Id, idFromUuid, type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { Pool } from '../db/pool.ts';
import { type CommandTx, runCommand } from '../db/run-command.ts';
import { findUser, type KnownUser } from './find-user.ts';
import type { GuessLimit } from './guess-limit.ts';
import { isPassword } from './password.ts';
import { readScopes } from './read-scopes.ts';
import { hashSecret, newSecret } from './secret.ts';
import type { SecretBox } from './secret-box.ts';
import { deleteEndedSessions, insertSession } from './sessions.sql.ts';
import { takeCode } from './take-code.ts';
import { lockUser } from './users.sql.ts';

export interface SignInDoor {
  readonly app: Pool;
  readonly gate: Pool;
  readonly guesses: GuessLimit;
  readonly secrets: SecretBox;
  readonly now: () => Date;
  readonly realNow: () => Date;
}

export interface SignInRequest {
  /** The tenant's slug. */
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
  readonly code?: string;
}

/** From where: what the list of sessions shows. */
export interface Visitor {
  readonly kind: SessionKind;
  readonly device: string;
  readonly address: string;
  /** The id of the request. */
  readonly request: string;
}

export interface OpenedSession {
  readonly tenant: TenantId;
  readonly secret: string;
  readonly expiresAt: string;
}

/**
 * @returns refusals: `sign-in-failed` whatever is wrong, `rate-limited`, and with the right password
 *   `second-factor-needed`, `second-factor-wrong`
 */
export async function signIn(
  door: SignInDoor,
  request: SignInRequest,
  visitor: Visitor,
): Promise<OpenedSession | Refusal> {
  const { tenant, email } = request;
  const limited = await door.guesses.refuse('sign-in', tenant, email);
  if (limited !== undefined) return limited;
  const known = await findUser(door, tenant, email);
  // The slow part, outside any transaction, and as slow when there is no such user.
  const right = await isPassword(known?.user.password_hash, request.password);
  if (!right || known === undefined) return signInFailed();
  const session = await openSession(door, known, request.code, visitor);
  if (!isRefusal(session)) await door.guesses.forget('sign-in', tenant, email);
  return session;
}

function signInFailed(): Refusal {
  return refuse('sign-in-failed', 'Tenant, e-mail address or password is wrong.');
}

async function openSession(
  door: SignInDoor,
  known: KnownUser,
  code: string | undefined,
  visitor: Visitor,
): Promise<OpenedSession | Refusal> {
  if (known.user.second_factor && code === undefined)
    return refuse('second-factor-needed', 'Send the code of the second factor as well.');
  const user = idFromUuid('user', known.user.id);
  const context = {
    tenant: known.tenant,
    actor: { kind: 'user', id: user } as const,
    now: door.now(),
    origin: visitor,
  };
  const { outcome } = await runCommand(door.app, context, null, async (tx) => {
    // Disabled or given another password since it was read: the password proves nothing any more.
    const current = await tx.row(lockUser, [known.user.id]);
    if (current?.version !== known.user.version) return signInFailed();
    if (known.user.second_factor) {
      const check = { secrets: door.secrets, realNow: door.realNow() };
      if (!(await takeCode(tx, user, code ?? '', check)))
        return refuse('second-factor-wrong', 'The code is wrong, or was used before.');
    }
    const scopes = await readScopes(tx, current.role);
    return isRefusal(scopes) ? signInFailed() : writeSession(tx, user, scopes, visitor);
  });
  return outcome;
}

async function writeSession(
  tx: CommandTx,
  user: Id<'user'>,
  scopes: readonly Scope[],
  { kind, device, address }: Visitor,
): Promise<OpenedSession> {
  const secret = newSecret(kind === 'token' ? 'dss' : 'dsb');
  const { expiresAt, endsAt } = sessionLife(kind, tx.now);
  const session = newId('session');
  await tx.run(deleteEndedSessions, [uuidOf(user), tx.now]);
  await tx.run(insertSession, [
    uuidOf(session),
    uuidOf(user),
    kind,
    device,
    address,
    tx.now,
    hashSecret(secret),
    scopes,
    expiresAt,
    endsAt,
  ]);
  tx.audit({ type: 'session.opened', subject: session, after: { kind, device } });
  return { tenant: tx.tenant, secret, expiresAt: expiresAt.toISOString() };
}
