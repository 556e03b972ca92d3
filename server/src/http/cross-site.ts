// Keeps other sites from writing in the name of whoever is signed in here. A browser sends the cookie
// by itself, so a write needs two things more that only a page of this server has: its origin, and a
// token that belongs to the session.

import { createHash, timingSafeEqual } from 'node:crypto';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { FastifyRequest } from 'fastify';
import type { Site } from './session-cookie.ts';

/** The token of a session: made of its secret, which it does not give away, so nothing is stored. */
export function csrfTokenOf(secret: string): string {
  return createHash('sha256').update(`doorstep csrf\n${secret}`).digest('base64url');
}

/** @returns the refusal `cross-site-request`, or undefined */
export function refuseCrossSite(
  request: FastifyRequest,
  site: Site,
  secret: string,
): Refusal | undefined {
  return refuseOrigin(request, site) ?? refuseToken(request.headers['x-csrf-token'], secret);
}

/** For signing in, where there is no session yet: a program sends no origin, a browser always. */
export function refuseForeignOrigin(request: FastifyRequest, site: Site): Refusal | undefined {
  return request.headers.origin === undefined ? undefined : refuseOrigin(request, site);
}

function refuseOrigin({ headers }: FastifyRequest, { publicUrl }: Site): Refusal | undefined {
  const origin = headers.origin ?? '';
  const isOwn =
    URL.canParse(origin) &&
    (new URL(origin).host === headers.host ||
      (publicUrl !== null && origin === new URL(publicUrl).origin));
  return isOwn ? undefined : refuse('cross-site-request', 'The page is not one of this server.');
}

function refuseToken(sent: unknown, secret: string): Refusal | undefined {
  const expected = Buffer.from(csrfTokenOf(secret));
  const given = Buffer.from(typeof sent === 'string' ? sent : '');
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? undefined
    : refuse('cross-site-request', 'The token of the session is missing or wrong.');
}
