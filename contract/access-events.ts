// Events of users, their sessions and API keys.

import { Type } from 'typebox';
import { Changed } from './event-shapes.ts';
import { id, nullable, Timestamp } from './schema.ts';

export const accessEvents = {
  'user.created.v1': {
    subject: 'user',
    summary: 'A user was created',
    data: Type.Object({ role: Type.String() }),
  },
  'user.changed.v1': {
    subject: 'user',
    summary: 'A user was changed or disabled, or the password was set',
    data: Type.Object({ changed: Changed, role: Type.String(), disabled: Type.Boolean() }),
  },
  'role.created.v1': {
    subject: 'role',
    summary: 'A role was created',
    data: Type.Object({ code: Type.String(), scopes: Type.Array(Type.String()) }),
  },
  'role.changed.v1': {
    subject: 'role',
    summary: 'A role was changed: its users may do what it says from then on',
    data: Type.Object({
      code: Type.String(),
      changed: Changed,
      scopes: Type.Array(Type.String()),
    }),
  },
  'role.deleted.v1': {
    subject: 'role',
    summary: 'A role that nobody had was deleted',
    data: Type.Object({ code: Type.String() }),
  },
  'api-key.created.v1': {
    subject: 'apiKey',
    summary: 'An API key was created',
    data: Type.Object({ scopes: Type.Array(Type.String()), expiresAt: nullable(Timestamp) }),
  },
  'api-key.revoked.v1': {
    subject: 'apiKey',
    summary: 'An API key was revoked',
    data: Type.Object({}),
  },
  'api-key.expiry_set.v1': {
    subject: 'apiKey',
    summary: 'An API key was replaced by another, and works until then',
    data: Type.Object({ expiresAt: Timestamp, replacedBy: id('apiKey') }),
  },
  'user.password_changed.v1': {
    subject: 'user',
    summary: 'A user set a new password: knowing the old one, or with a link',
    data: Type.Object({ by: Type.Enum(['password', 'link']) }),
  },
  'user.password_reset_issued.v1': {
    subject: 'user',
    summary: 'A link to set a new password was made, by an admin or for an e-mail',
    data: Type.Object({ way: Type.Enum(['link', 'mail']), expiresAt: Timestamp }),
  },
  'user.second_factor_set.v1': {
    subject: 'user',
    summary: 'A user switched the second factor on or off, or an admin took it away',
    data: Type.Object({ state: Type.Enum(['on', 'off', 'reset']) }),
  },
  'user.recovery_codes_replaced.v1': {
    subject: 'user',
    summary: 'A user made new recovery codes',
    data: Type.Object({}),
  },
  'user.recovery_code_used.v1': {
    subject: 'user',
    summary: 'A user signed in with a recovery code',
    data: Type.Object({ left: Type.Integer() }),
  },
  'user.unlocked.v1': {
    subject: 'user',
    summary: 'An admin let a user try again to sign in',
    data: Type.Object({}),
  },
  'user.sessions_ended.v1': {
    subject: 'user',
    summary: 'Sessions of a user were ended together',
    data: Type.Object({ ended: Type.Integer() }),
  },
  'session.ended.v1': {
    subject: 'session',
    summary: 'A session was ended from another one, or by an admin',
    data: Type.Object({ user: id('user') }),
  },
} as const;
