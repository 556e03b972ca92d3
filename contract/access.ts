// Who may do what, on the wire: users and API keys.

import { SCOPES } from '@doorstep/core/access/scope.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { RoleCode } from './roles.ts';
import { closed, id, ListQuery, nullable, page, type Shape, Timestamp, text } from './schema.ts';

const ScopeName = Type.Enum([...SCOPES]);
const Email = Type.String({ format: 'email', maxLength: 254 });
export const Password = Type.String({ minLength: 10, maxLength: 200 });
const Version = Type.Integer({ minimum: 1, description: 'The version you read' });

export const UserSchema = Type.Object(
  {
    id: id('user'),
    email: Type.String(),
    name: Type.String(),
    role: RoleCode,
    secondFactor: Type.Boolean({ description: 'Whether signing in needs a code as well' }),
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
  lastUsedAt: nullable({ ...Timestamp, description: 'To the minute; null: never' }),
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
  body: closed({ email: Email, name: text(200), role: RoleCode, password: Password }),
  status: 201,
  answer: UserSchema,
  refusals: ['already-exists', 'role-unknown'],
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
    role: Type.Optional(RoleCode),
    disabled: Type.Optional(Type.Boolean()),
    password: Type.Optional(Password),
    version: Type.Optional(Version),
  }),
  status: 200,
  answer: UserSchema,
  refusals: ['not-found', 'last-admin', 'role-unknown', 'version-conflict'],
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

export const rollApiKey = operation({
  id: 'rollApiKey',
  method: 'POST',
  path: '/v1/api-keys/{key}/rotations',
  room: 'access',
  summary: 'Replace an API key by a new one',
  description:
    'The new key has the name and the scopes of the old one, which works for `overlapHours` more: ' +
    'long enough to put the new one in place. The secret is answered once.',
  scope: 'access:write',
  params: closed({ key: id('apiKey') }),
  body: closed({
    overlapHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 168, default: 24 })),
  }),
  status: 201,
  answer: NewApiKeySchema,
  refusals: ['not-found', 'api-key-over'],
});

const userParams = closed({ user: id('user') });

export const issuePasswordReset = operation({
  id: 'issuePasswordReset',
  method: 'POST',
  path: '/v1/users/{user}/password-resets',
  room: 'access',
  summary: 'Make a link with which a user sets a new password',
  description:
    'The link works once and for 30 minutes; one made before stops working. It is answered once. ' +
    'Give it to the user on a way that you trust.',
  scope: 'access:write',
  params: userParams,
  status: 201,
  answer: Type.Object(
    {
      path: nullable(
        Type.String({ description: 'Of this server, shown this once; null for a repeat' }),
      ),
      url: nullable(
        Type.String({ description: 'Where the server knows its own address, else null' }),
      ),
      expiresAt: Timestamp,
    },
    { $id: 'PasswordResetLink' },
  ),
  refusals: ['not-found'],
});

export const resetSecondFactor = operation({
  id: 'resetSecondFactor',
  method: 'POST',
  path: '/v1/users/{user}/second-factor-resets',
  room: 'access',
  summary: 'Take away the second factor of a user who lost it',
  description:
    'The password alone signs in from then on. All sessions of the user end. Make sure that it is ' +
    'the user who asks.',
  scope: 'access:write',
  params: userParams,
  status: 200,
  answer: UserSchema,
  refusals: ['not-found', 'second-factor-off'],
});

export const unlockUser = operation({
  id: 'unlockUser',
  method: 'POST',
  path: '/v1/users/{user}/unlocking',
  room: 'access',
  summary: 'Let a user try again who guessed wrong too often',
  scope: 'access:write',
  params: userParams,
  status: 200,
  answer: UserSchema,
  refusals: ['not-found'],
});
