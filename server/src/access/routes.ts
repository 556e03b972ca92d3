// HTTP of yourself, users, API keys and sessions.

import * as contract from '@doorstep/contract/access.ts';
import { listColleagues } from '@doorstep/contract/colleagues.ts';
import { signInThrottle } from '@doorstep/core/access/sign-in-throttle.ts';
import { type Id, idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { type CommandTx, type IdempotencyKey, runCommand } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { bindCall, bindOpen, bindRead, type Call, type HttpContext } from '../http/bind.ts';
import { pageById } from '../http/list-page.ts';
import type { Authentication } from './authentication.ts';
import { changeUser } from './change-user.ts';
import { createUser } from './create-user.ts';
import { issueApiKey, withoutSecret } from './issue-api-key.ts';
import { hashPassword } from './password.ts';
import { presentApiKey, presentUser } from './present.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { showMe } from './show-me.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { selectApiKeys } from './sql.ts';
import { selectColleagues, selectUsers } from './users.sql.ts';

export interface AccessDoors {
  /** Connections that may look before a tenant is known. */
  readonly gate: Pool;
  readonly authentication: Authentication;
}

export function accessRoutes(http: HttpContext, doors: AccessDoors): void {
  bindCall(http, contract.getMe, ({ principal }) =>
    inTransaction(http.pool, principal.tenant, (tx) => showMe(tx, principal)),
  );
  userRoutes(http, doors.authentication);
  apiKeyRoutes(http, doors.authentication);
  sessionRoutes(http, doors);
}

function userRoutes(http: HttpContext, authentication: Authentication): void {
  bindRead(http, listColleagues, async (tx) => {
    const rows = await tx.rows(selectColleagues);
    return { items: rows.map(({ id, name }) => ({ id: idFromUuid('user', id), name })) };
  });
  bindRead(http, contract.listUsers, (tx, { query }) =>
    pageById(query, (before, limit) => tx.rows(selectUsers, [before, limit]), presentUser),
  );

  bindCall(http, contract.createUser, async (call) => {
    const { password, ...user } = call.body;
    const passwordHash = await hashPassword(password);
    return answer(http, withoutPassword(call), (tx) =>
      createUser(tx, { ...user, passwordHash }, call.principal.scopes),
    );
  });

  bindCall(http, contract.changeUser, async (call) => {
    const { password, ...fields } = call.body;
    const change =
      password === undefined ? fields : { ...fields, passwordHash: await hashPassword(password) };
    const id = call.params.user as Id<'user'>;
    const outcome = await answer(http, withoutPassword(call), (tx) =>
      changeUser(tx, id, change, call.principal.scopes),
    );
    if (!isRefusal(outcome)) authentication.forget();
    return outcome;
  });
}

function apiKeyRoutes(http: HttpContext, authentication: Authentication): void {
  bindRead(http, contract.listApiKeys, (tx, { query }) =>
    pageById(query, (before, limit) => tx.rows(selectApiKeys, [before, limit]), presentApiKey),
  );

  bindCall(http, contract.createApiKey, (call) => {
    const { name, scopes, expiresAt } = call.body;
    const key = { name, scopes, expiresAt: expiresAt == null ? null : new Date(expiresAt) };
    return answer(http, call, (tx) => issueApiKey(tx, key, call.principal.scopes), withoutSecret);
  });

  bindCall(http, contract.revokeApiKey, async (call) => {
    const id = call.params.key as Id<'apiKey'>;
    const outcome = await answer(http, call, (tx) => revokeApiKey(tx, id));
    authentication.forget();
    return outcome;
  });
}

function sessionRoutes(http: HttpContext, doors: AccessDoors): void {
  const door = { app: http.pool, gate: doors.gate, throttle: signInThrottle(), now: http.now };
  bindOpen(http, contract.signIn, ({ body }) => signIn(door, body));

  bindCall(http, contract.signOut, async (call) => {
    const token = (call.request.headers.authorization ?? '').slice('Bearer '.length).trim();
    const outcome = await answer(http, call, (tx) => signOut(tx, token));
    doors.authentication.forget();
    return outcome;
  });
}

type Called = Pick<Call<unknown>, 'principal' | 'idempotencyKey' | 'reply'>;

async function answer<T>(
  http: HttpContext,
  { principal, idempotencyKey, reply }: Called,
  verb: (tx: CommandTx) => Promise<T | Refusal>,
  forReplay?: (answer: T) => T,
): Promise<T | Refusal> {
  const context = { tenant: principal.tenant, actor: principal.actor, now: http.now() };
  const command = await runCommand(http.pool, context, idempotencyKey, verb, forReplay);
  if (command.replayed) reply.header('idempotency-replayed', 'true');
  return command.outcome;
}

/**
 * The key of a request without its password: what is kept of a request is a fast hash, and a
 * password could be guessed from that.
 */
function withoutPassword(call: Called & { body: object; request: { url: string } }): Called {
  const { principal, reply, idempotencyKey: key } = call;
  if (key === null) return call;
  const input = `${call.request.url}\n${JSON.stringify({ ...call.body, password: undefined })}`;
  const idempotencyKey: IdempotencyKey = { ...key, input };
  return { principal, reply, idempotencyKey };
}
