// HTTP of sessions and forgotten passwords.

import * as contract from '@doorstep/contract/sessions.ts';
import { deviceOf } from '@doorstep/core/access/device.ts';
import type { SessionKind } from '@doorstep/core/access/session-life.ts';
import type { Id } from '@doorstep/core/ids.ts';
import { isRefusal, refuse } from '@doorstep/core/refusal.ts';
import type { FastifyRequest } from 'fastify';
import { inTransaction } from '../db/transaction.ts';
import { answerCommand } from '../http/answer-command.ts';
import { bindCall, bindOpen, type HttpContext } from '../http/bind.ts';
import { csrfTokenOf, refuseForeignOrigin } from '../http/cross-site.ts';
import { cookieOf, secretsOf } from '../http/session-cookie.ts';
import type { Authentication } from './authentication.ts';
import { cookieJar } from './cookie-jar.ts';
import { endSession } from './end-session.ts';
import { endSessions } from './end-sessions.ts';
import { listSessions } from './list-sessions.ts';
import { redeemPasswordReset } from './redeem-password-reset.ts';
import { type ResetDoor, requestPasswordReset } from './request-password-reset.ts';
import { type SignInDoor, signIn, type Visitor } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export interface SessionDoors extends SignInDoor, ResetDoor {
  readonly authentication: Authentication;
}

export function sessionRoutes(http: HttpContext, doors: SessionDoors): void {
  bindOpen(http, contract.signIn, async ({ body }, request) => {
    const opened = await signIn(doors, body, visitorOf(request, 'token'));
    return isRefusal(opened) ? opened : { token: opened.secret, expiresAt: opened.expiresAt };
  });
  browserRoutes(http, doors);
  listedRoutes(http, doors);

  bindOpen(http, contract.requestPasswordReset, ({ body }) => requestPasswordReset(doors, body));

  bindOpen(http, contract.redeemPasswordReset, async ({ body }) => {
    const outcome = await redeemPasswordReset(doors, body);
    doors.authentication.forget();
    return outcome;
  });
}

function visitorOf(request: FastifyRequest, kind: SessionKind): Visitor {
  return {
    kind,
    device: deviceOf(request.headers['user-agent']),
    address: request.ip,
    request: request.id,
  };
}

function browserRoutes(http: HttpContext, doors: SessionDoors): void {
  bindOpen(http, contract.signInBrowser, async ({ body }, request, reply) => {
    const foreign = refuseForeignOrigin(request, http.site);
    if (foreign !== undefined) return foreign;
    const opened = await signIn(doors, body, visitorOf(request, 'browser'));
    if (isRefusal(opened)) return opened;
    const jar = await cookieJar(doors).add(secretsOf(request, http.site), opened);
    reply.header('set-cookie', cookieOf(request, http.site, jar));
    return { csrfToken: csrfTokenOf(opened.secret), expiresAt: opened.expiresAt };
  });

  bindCall(http, contract.switchTenant, async ({ body, cookie, request, reply }) => {
    if (cookie.length === 0)
      return refuse('not-a-browser-session', 'Only a browser has sessions of several tenants.');
    const taken = await cookieJar(doors).take(cookie, body.tenant);
    if (taken === undefined)
      return refuse('not-found', 'This browser is not signed in to such a tenant.');
    reply.header('set-cookie', cookieOf(request, http.site, taken.jar));
    return { csrfToken: csrfTokenOf(taken.secret), expiresAt: taken.expiresAt };
  });
}

function listedRoutes(http: HttpContext, { authentication }: SessionDoors): void {
  bindCall(http, contract.listSessions, ({ query, principal }) =>
    inTransaction(http.pool, principal.tenant, (tx) =>
      listSessions(tx, query, principal, http.now()),
    ),
  );

  bindCall(http, contract.signOut, async (call) => {
    const outcome = await answerCommand(http, call, (tx) => signOut(tx, call.principal));
    authentication.forget();
    if (call.cookie.length > 0 && !isRefusal(outcome))
      call.reply.header('set-cookie', cookieOf(call.request, http.site, call.cookie.slice(1)));
    return outcome;
  });

  bindCall(http, contract.endSession, async (call) => {
    const id = call.params.session as Id<'session'>;
    const outcome = await answerCommand(http, call, (tx) => endSession(tx, id, call.principal));
    authentication.forget();
    return outcome;
  });

  bindCall(http, contract.endSessions, async (call) => {
    const outcome = await answerCommand(http, call, (tx) =>
      endSessions(tx, call.query, call.principal),
    );
    authentication.forget();
    return outcome;
  });
}
