// Signing in and out, on the wire: sessions of programs and of browsers, forgotten passwords.

import { Type } from 'typebox';
import { Password } from './access.ts';
import { operation } from './operation.ts';
import { closed, id, ListQuery, page, type Shape, Timestamp } from './schema.ts';

const TenantSlug = Type.String({
  minLength: 1,
  maxLength: 63,
  description: 'The slug of the tenant',
});
const TypedEmail = Type.String({ minLength: 1, maxLength: 254 });

const credentials = closed({
  tenant: TenantSlug,
  email: TypedEmail,
  password: Type.String({ minLength: 1, maxLength: 200 }),
  code: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 40,
      description: 'Of the second factor: six digits, or a recovery code',
    }),
  ),
});

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/v1/sessions',
  room: 'access',
  summary: 'Sign in with e-mail and password',
  description:
    'The token is a bearer credential for 12 hours. `second-factor-needed`: send the same with the ' +
    'code. After ten wrong guesses nobody gets in under that name for fifteen minutes.',
  scope: null,
  body: credentials,
  status: 201,
  answer: Type.Object({ token: Type.String(), expiresAt: Timestamp }, { $id: 'Session' }),
  refusals: ['sign-in-failed', 'second-factor-needed', 'second-factor-wrong', 'rate-limited'],
});

const BrowserSessionSchema = Type.Object(
  {
    csrfToken: Type.String({ description: 'Send it as `x-csrf-token` with every write' }),
    expiresAt: { ...Timestamp, description: 'If it is not used until then' },
  },
  { $id: 'BrowserSession' },
);
export type BrowserSessionAnswer = Shape<typeof BrowserSessionSchema>;

export const signInBrowser = operation({
  id: 'signInBrowser',
  method: 'POST',
  path: '/v1/browser-session',
  room: 'access',
  summary: 'Sign in from a page of this server',
  description:
    'Sets a cookie that scripts cannot read. It ends after 12 hours without use, and after 7 days in ' +
    'any case. A browser may be signed in to up to five tenants, each with its own password.',
  scope: null,
  body: credentials,
  status: 201,
  answer: BrowserSessionSchema,
  refusals: [
    'sign-in-failed',
    'second-factor-needed',
    'second-factor-wrong',
    'rate-limited',
    'cross-site-request',
  ],
});

export const switchTenant = operation({
  id: 'switchTenant',
  method: 'PUT',
  path: '/v1/browser-session',
  room: 'access',
  summary: 'Go on in another tenant that this browser is signed in to',
  description: '`getMe` lists them. `not-found`: sign in there first.',
  scope: null,
  body: closed({ tenant: TenantSlug }),
  status: 200,
  answer: BrowserSessionSchema,
  refusals: ['not-found', 'not-a-browser-session'],
});

export const signOut = operation({
  id: 'signOut',
  method: 'DELETE',
  path: '/v1/sessions/current',
  room: 'access',
  summary: 'Sign out: end the session of this request',
  description: 'Needs the token or the cookie of a session, of any scope.',
  scope: null,
  status: 204,
  refusals: ['not-found'],
});

export const UserSessionSchema = Type.Object(
  {
    id: id('session'),
    kind: Type.Enum(['browser', 'token']),
    device: Type.String({ description: 'What the client says it is, in words' }),
    address: Type.String({ description: 'Where it was opened from' }),
    createdAt: Timestamp,
    lastUsedAt: { ...Timestamp, description: 'To the minute' },
    expiresAt: Timestamp,
    current: Type.Boolean({ description: 'The session of this request' }),
  },
  { $id: 'UserSession' },
);
export type UserSessionAnswer = Shape<typeof UserSessionSchema>;

const ofUser = Type.Optional({
  ...id('user'),
  description: 'Another user than yourself: needs access:read',
});

export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/v1/sessions',
  room: 'access',
  summary: 'List the open sessions of a user',
  scope: null,
  query: closed({ ...ListQuery, user: ofUser }),
  status: 200,
  answer: page(UserSessionSchema),
  refusals: ['not-allowed'],
});

export const endSession = operation({
  id: 'endSession',
  method: 'DELETE',
  path: '/v1/sessions/{session}',
  room: 'access',
  summary: 'End a session',
  description: 'One of your own; that of another user needs access:write.',
  scope: null,
  params: closed({ session: id('session') }),
  status: 204,
  refusals: ['not-found', 'not-allowed'],
});

export const endSessions = operation({
  id: 'endSessions',
  method: 'DELETE',
  path: '/v1/sessions',
  room: 'access',
  summary: 'Sign out everywhere',
  description: 'Ends all sessions of yours, or of another user: that needs access:write.',
  scope: null,
  query: closed({
    user: ofUser,
    keepCurrent: Type.Optional(Type.Boolean({ default: false })),
  }),
  status: 204,
  refusals: ['not-a-user', 'not-found', 'not-allowed'],
});

export const requestPasswordReset = operation({
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/v1/password-resets',
  room: 'access',
  summary: 'Ask for an e-mail with which to set a new password',
  description:
    'Answers the same whether or not there is such a user. `mail` says whether this server sends ' +
    'mail at all; where it does not, an admin can make a link.',
  scope: null,
  body: closed({ tenant: TenantSlug, email: TypedEmail }),
  status: 202,
  answer: Type.Object({ mail: Type.Boolean() }),
  refusals: ['rate-limited'],
});

export const redeemPasswordReset = operation({
  id: 'redeemPasswordReset',
  method: 'POST',
  path: '/v1/password-resets/redemptions',
  room: 'access',
  summary: 'Set a new password with the token of a link',
  description: 'Ends all sessions of the user. A second factor stays as it is.',
  scope: null,
  body: closed({
    tenant: TenantSlug,
    token: Type.String({ minLength: 1, maxLength: 100 }),
    password: Password,
  }),
  status: 204,
  refusals: ['password-reset-invalid'],
});
