// What is told of accounts at payment providers; never a secret.

import { FAILURE_KINDS } from '@doorstep/core/payments/provider-failure.ts';
import { Type } from 'typebox';
import { Changed } from './event-shapes.ts';
import { nullable } from './schema.ts';

const facts = { provider: Type.String(), active: Type.Boolean() };

export const providerConnectionEvents = {
  'provider-connection.created.v1': {
    subject: 'providerConnection',
    summary: 'An account at a payment provider was connected',
    data: Type.Object(facts),
  },
  'provider-connection.changed.v1': {
    subject: 'providerConnection',
    summary: 'An account at a payment provider was changed, or taken into or out of use',
    data: Type.Object({ changed: Changed, ...facts }),
  },
  'provider-connection.secrets_rotated.v1': {
    subject: 'providerConnection',
    summary: 'An account at a payment provider got other secrets',
    data: Type.Object({}),
  },
  'provider-connection.tried.v1': {
    subject: 'providerConnection',
    summary: 'Somebody tried out an account at a payment provider',
    data: Type.Object({ failure: nullable(Type.Enum([...FAILURE_KINDS])) }),
  },
  'provider-connection.removed.v1': {
    subject: 'providerConnection',
    summary: 'An account at a payment provider was removed',
    data: Type.Object({}),
  },
} as const;
