// HTTP of users and API keys.

import type { NewApiKeyAnswer } from '@doorstep/contract/access.ts';
import * as contract from '@doorstep/contract/access.ts';
import { listColleagues } from '@doorstep/contract/colleagues.ts';
import { type Id, idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { answerCommand, withoutPassword } from '../http/answer-command.ts';
import { bindCall, bindRead, type HttpContext } from '../http/bind.ts';
import { pageById } from '../http/list-page.ts';
import { type AccountDoors, accountRoutes } from './account-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { changeUser } from './change-user.ts';
import { createUser } from './create-user.ts';
import { issueApiKey, withoutSecret } from './issue-api-key.ts';
import { issuePasswordReset } from './issue-password-reset.ts';
import { hashPassword } from './password.ts';
import { presentApiKey, presentUser } from './present.ts';
import { requestRoutes } from './request-routes.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { roleRoutes } from './role-routes.ts';
import { rollApiKey } from './roll-api-key.ts';
import { type SessionDoors, sessionRoutes } from './session-routes.ts';
import { selectApiKeys } from './sql.ts';
import { unlockUser } from './unlock-user.ts';
import { selectColleagues, selectUsers } from './users.sql.ts';

export type AccessDoors = SessionDoors & AccountDoors;

export function accessRoutes(http: HttpContext, doors: AccessDoors): void {
  sessionRoutes(http, doors);
  accountRoutes(http, doors);
  userRoutes(http, doors);
  roleRoutes(http, doors);
  apiKeyRoutes(http, doors);
  requestRoutes(http);
  auditRoutes(http, doors);
}

function userRoutes(http: HttpContext, doors: AccessDoors): void {
  const { authentication } = doors;
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
    return answerCommand(http, withoutPassword(call), (tx) =>
      createUser(tx, { ...user, passwordHash }, call.principal.scopes),
    );
  });

  bindCall(http, contract.changeUser, async (call) => {
    const { password, ...fields } = call.body;
    const change =
      password === undefined ? fields : { ...fields, passwordHash: await hashPassword(password) };
    const id = call.params.user as Id<'user'>;
    const outcome = await answerCommand(http, withoutPassword(call), (tx) =>
      changeUser(tx, id, change, call.principal.scopes),
    );
    if (!isRefusal(outcome)) authentication.forget();
    return outcome;
  });
  rescueRoutes(http, doors);
}

/** What an admin does for a user who cannot get in. */
function rescueRoutes(http: HttpContext, { authentication, guesses }: AccessDoors): void {
  bindCall(http, contract.issuePasswordReset, (call) => {
    const id = call.params.user as Id<'user'>;
    return answerCommand<PasswordResetLink>(
      http,
      call,
      async (tx) => {
        const issued = await issuePasswordReset(tx, id, call.principal.scopes);
        if (isRefusal(issued)) return issued;
        const { publicUrl } = http.site;
        const url = publicUrl === null ? null : new URL(issued.path, publicUrl).href;
        return { path: issued.path, url, expiresAt: issued.expiresAt.toISOString() };
      },
      (link) => ({ ...link, path: null, url: null }),
    );
  });

  bindCall(http, contract.resetSecondFactor, async (call) => {
    const id = call.params.user as Id<'user'>;
    const outcome = await answerCommand(http, call, (tx) =>
      resetSecondFactor(tx, id, call.principal.scopes),
    );
    authentication.forget();
    return outcome;
  });

  bindCall(http, contract.unlockUser, async (call) => {
    const id = call.params.user as Id<'user'>;
    const outcome = await answerCommand(http, call, (tx) => unlockUser(tx, id));
    if (isRefusal(outcome)) return outcome;
    await guesses.forget('sign-in', outcome.tenant, outcome.user.email);
    await guesses.forget('reset', outcome.tenant, outcome.user.email);
    return outcome.user;
  });
}

interface PasswordResetLink {
  readonly path: string | null;
  readonly url: string | null;
  readonly expiresAt: string;
}

function apiKeyRoutes(http: HttpContext, { authentication }: AccessDoors): void {
  bindRead(http, contract.listApiKeys, (tx, { query }) =>
    pageById(query, (before, limit) => tx.rows(selectApiKeys, [before, limit]), presentApiKey),
  );

  bindCall(http, contract.createApiKey, (call) => {
    const { name, scopes, expiresAt } = call.body;
    const key = { name, scopes, expiresAt: expiresAt == null ? null : new Date(expiresAt) };
    return answerCommand<NewApiKeyAnswer>(
      http,
      call,
      (tx) => issueApiKey(tx, key, call.principal.scopes),
      withoutSecret,
    );
  });

  bindCall(http, contract.rollApiKey, async (call) => {
    const id = call.params.key as Id<'apiKey'>;
    const { overlapHours = 24 } = call.body;
    const outcome = await answerCommand<NewApiKeyAnswer>(
      http,
      call,
      (tx) => rollApiKey(tx, id, overlapHours, call.principal.scopes),
      withoutSecret,
    );
    authentication.forget();
    return outcome;
  });

  bindCall(http, contract.revokeApiKey, async (call) => {
    const id = call.params.key as Id<'apiKey'>;
    const outcome = await answerCommand(http, call, (tx) => revokeApiKey(tx, id));
    authentication.forget();
    return outcome;
  });
}
