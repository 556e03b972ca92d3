// Roles: rights under a name. Some every tenant has, others it makes itself.

import { SCOPES } from '@doorstep/core/access/scope.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed, id, nullable, SeenVersion, type Shape, text } from './schema.ts';

const Scopes = Type.Array(Type.Enum([...SCOPES]), { minItems: 1, uniqueItems: true });

export const RoleCode = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,39}$',
  description: 'Lower case words with dashes, such as `night-shift`',
});

const RoleSchema = Type.Object(
  {
    code: RoleCode,
    id: nullable({ ...id('role'), description: 'Null for a role that every tenant has' }),
    name: nullable(Type.String({ description: 'Null for a role that every tenant has' })),
    scopes: Type.Array(Type.String()),
    users: Type.Integer({ description: 'How many users have it, disabled ones too' }),
    version: nullable(Type.Integer()),
  },
  { $id: 'Role' },
);
export type RoleAnswer = Shape<typeof RoleSchema>;

const params = closed({ role: id('role') });

export const listRoles = operation({
  id: 'listRoles',
  method: 'GET',
  path: '/v1/roles',
  room: 'access',
  summary: 'List the roles with their rights',
  description: 'Those every tenant has first, then its own by name: 100 at most.',
  scope: 'access:read',
  status: 200,
  answer: Type.Object({ items: Type.Array(RoleSchema) }),
  refusals: [],
});

export const createRole = operation({
  id: 'createRole',
  method: 'POST',
  path: '/v1/roles',
  room: 'access',
  summary: 'Create a role',
  description: 'You can only give rights that you hold yourself. The code stays as it is.',
  scope: 'access:write',
  body: closed({ code: RoleCode, name: text(100), scopes: Scopes }),
  status: 201,
  answer: RoleSchema,
  refusals: ['already-exists'],
});

export const changeRole = operation({
  id: 'changeRole',
  method: 'PATCH',
  path: '/v1/roles/{role}',
  room: 'access',
  summary: 'Change a role',
  description:
    'Its users go on with the new rights at their next request, on other processes of the server ' +
    'within seconds. You can only change a role whose rights you hold yourself, before and after.',
  scope: 'access:write',
  params,
  body: closed({
    name: Type.Optional(text(100)),
    scopes: Type.Optional(Scopes),
    ...SeenVersion,
  }),
  status: 200,
  answer: RoleSchema,
  refusals: ['not-found', 'version-conflict'],
});

export const deleteRole = operation({
  id: 'deleteRole',
  method: 'DELETE',
  path: '/v1/roles/{role}',
  room: 'access',
  summary: 'Delete a role that nobody has',
  scope: 'access:write',
  params,
  status: 204,
  refusals: ['not-found', 'role-in-use'],
});
