// Who may do what, on the wire: yourself, users, API keys, sessions.

import { ROLES, SCOPES } from '@doorstep/core/access/scope.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import {
  Currency,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const Role = Type.Enum(Object.keys(ROLES) as (keyof typeof ROLES)[]);
const ScopeName = Type.Enum([...SCOPES]);
const Email = Type.String({ format: 'email', maxLength: 254 });
const Password = Type.String({ minLength: 10, maxLength: 200 });
const Version = Type.Integer({ minimum: 1, description: 'The version you read' });

export const UserSchema = Type.Object(
  {
    id: id('user'),
    email: Type.String(),
    name: Type.String(),
    role: Role,
    disabledAt: nullable(Timestamp),
    createdAt: Timestamp,
    version: Type.Integer(),
  },
  { $id: 'User' },
);
export type UserAnswer = Shape<typeof UserSchema>;

const apiKeyFields = {
  id: id('apiKey'),
  name: Type.String(),
  hint: Type.String({ description: 'The first characters of the secret' }),
  scopes: Type.Array(Type.String()),
  createdBy: Type.String(),
  createdAt: Timestamp,
  expiresAt: nullable(Timestamp),
  revokedAt: nullable(Timestamp),
  version: Type.Integer(),
};

export const ApiKeySchema = Type.Object(apiKeyFields, { $id: 'ApiKey' });
export type ApiKeyAnswer = Shape<typeof ApiKeySchema>;

const NewApiKeySchema = Type.Object(
  {
    ...apiKeyFields,
    secret: nullable(
      Type.String({ description: 'Shown this once; null when the request is repeated' }),
    ),
  },
  { $id: 'NewApiKey' },
);
export type NewApiKeyAnswer = Shape<typeof NewApiKeySchema>;

const MeSchema = Type.Object(
  {
    tenant: Type.Object({
      id: id('tenant'),
      slug: Type.String(),
      name: Type.String(),
      currency: Currency,
    }),
    actor: Type.Object({
      kind: Type.Enum(['user', 'api-key']),
      id: Type.String(),
      name: Type.String(),
    }),
    scopes: Type.Array(Type.String()),
  },
  { $id: 'Me' },
);
export type MeAnswer = Shape<typeof MeSchema>;

export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/v1/me',
  room: 'access',
  summary: 'Who you are and what you may do',
  description: 'Needs valid credentials, of any scope.',
  scope: null,
  status: 200,
  answer: MeSchema,
  refusals: ['not-found'],
});

export const listUsers = operation({
  id: 'listUsers',
  method: 'GET',
  path: '/v1/users',
  room: 'access',
  summary: 'List the users',
  scope: 'access:read',
  query: closed(ListQuery),
  status: 200,
  answer: page(UserSchema),
  refusals: [],
});

export const createUser = operation({
  id: 'createUser',
  method: 'POST',
  path: '/v1/users',
  room: 'access',
  summary: 'Create a user',
  description: 'You can only give a role whose scopes you hold yourself.',
  scope: 'access:write',
  body: closed({ email: Email, name: text(200), role: Role, password: Password }),
  status: 201,
  answer: UserSchema,
  refusals: ['already-exists'],
});

export const changeUser = operation({
  id: 'changeUser',
  method: 'PATCH',
  path: '/v1/users/{user}',
  room: 'access',
  summary: 'Change a user',
  description:
    'A new role, a new password and disabling end the sessions of the user at once. ' +
    'The last active admin stays one.',
  scope: 'access:write',
  params: closed({ user: id('user') }),
  body: closed({
    name: Type.Optional(text(200)),
    role: Type.Optional(Role),
    disabled: Type.Optional(Type.Boolean()),
    password: Type.Optional(Password),
    version: Type.Optional(Version),
  }),
  status: 200,
  answer: UserSchema,
  refusals: ['not-found', 'last-admin', 'version-conflict'],
});

export const listApiKeys = operation({
  id: 'listApiKeys',
  method: 'GET',
  path: '/v1/api-keys',
  room: 'access',
  summary: 'List the API keys, revoked ones too',
  scope: 'access:read',
  query: closed(ListQuery),
  status: 200,
  answer: page(ApiKeySchema),
  refusals: [],
});

export const createApiKey = operation({
  id: 'createApiKey',
  method: 'POST',
  path: '/v1/api-keys',
  room: 'access',
  summary: 'Create an API key',
  description:
    'You can only give scopes that you hold yourself. The secret is answered once: a repeated ' +
    'request with the same idempotency key answers null in its place.',
  scope: 'access:write',
  body: closed({
    name: text(200),
    scopes: Type.Array(ScopeName, { minItems: 1, uniqueItems: true }),
    expiresAt: Type.Optional(nullable(Timestamp)),
  }),
  status: 201,
  answer: NewApiKeySchema,
  refusals: [],
});

export const revokeApiKey = operation({
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/v1/api-keys/{key}',
  room: 'access',
  summary: 'Revoke an API key',
  description: 'It stops working at once, on other processes of the server within seconds.',
  scope: 'access:write',
  params: closed({ key: id('apiKey') }),
  status: 204,
  refusals: ['not-found'],
});

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/v1/sessions',
  room: 'access',
  summary: 'Sign in with e-mail and password',
  description: 'The token is a bearer credential for 12 hours.',
  scope: null,
  body: closed({
    tenant: Type.String({ minLength: 1, maxLength: 63, description: 'The slug of the tenant' }),
    email: Type.String({ minLength: 1, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  status: 201,
  answer: Type.Object({ token: Type.String(), expiresAt: Timestamp }, { $id: 'Session' }),
  refusals: ['sign-in-failed', 'rate-limited'],
});

export const signOut = operation({
  id: 'signOut',
  method: 'DELETE',
  path: '/v1/sessions/current',
  room: 'access',
  summary: 'Sign out: end the session of this token',
  description: 'Needs the token of a session, of any scope.',
  scope: null,
  status: 204,
  refusals: ['not-found'],
});
