// A tenant's own accounts at payment providers, on the wire. Secrets go in and never come out.

import { FAILURE_KINDS } from '@doorstep/core/payments/provider-failure.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed, id, ListQuery, nullable, page, type Shape, Timestamp, text } from './schema.ts';

const Provider = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{0,49}$',
  description: 'As payments name it: `stripe`, `stripe-test`, `paypal`, `paypal-test`',
});
const Secret = Type.String({ minLength: 1, maxLength: 1000, pattern: '^[!-~]+$' });

const Secrets = closed(
  {
    secretKey: Type.Optional(Secret),
    clientId: Type.Optional(Secret),
    clientSecret: Type.Optional(Secret),
    webhookSecret: Type.Optional(Secret),
  },
  'Stripe: `secretKey` and `webhookSecret`; PayPal: `clientId` and `clientSecret`. Kept sealed, answered never',
);

const Settings = closed(
  {
    returnUrl: Type.Optional(
      text(2000, { description: 'Where payers come back to after 3-D Secure or their approval' }),
    ),
    cancelUrl: Type.Optional(text(2000)),
    webhookId: Type.Optional(
      text(200, { description: 'PayPal: the id of the webhook, which its signatures are over' }),
    ),
  },
  'What anybody may read',
);

const Version = Type.Integer({ minimum: 1, description: 'The version you read' });

const ProviderConnectionSchema = Type.Object(
  {
    id: id('providerConnection'),
    provider: Provider,
    mode: Type.Enum(['test', 'live']),
    name: Type.String(),
    settings: Settings,
    active: Type.Boolean({ description: 'New payments of this provider use it' }),
    webhookPath: Type.String({ description: 'Where the provider is to send its webhooks' }),
    createdAt: Timestamp,
    secretsChangedAt: Timestamp,
    version: Type.Integer(),
    health: Type.Object({
      lastSuccessAt: nullable(Timestamp),
      lastFailureAt: nullable(Timestamp),
      lastFailure: nullable(Type.Enum([...FAILURE_KINDS])),
      failingSince: nullable(Timestamp),
      lastNoticeAt: nullable(Timestamp),
      calls: Type.Integer({ description: 'In the last 24 hours' }),
      failedCalls: Type.Integer({ description: 'Of those, not answered or refused credentials' }),
    }),
    trial: nullable(
      Type.Object(
        {
          at: Timestamp,
          failure: nullable(Type.Enum([...FAILURE_KINDS])),
          detail: nullable(Type.String()),
        },
        { description: 'What the last try came to: testProviderConnection' },
      ),
    ),
    statements: nullable(
      Type.Object(
        { readTo: nullable(Timestamp), nextAt: nullable(Timestamp) },
        { description: 'Up to when its balance was read; null: it keeps none' },
      ),
    ),
  },
  { $id: 'ProviderConnection' },
);
export type ProviderConnectionAnswer = Shape<typeof ProviderConnectionSchema>;

const params = closed({ connection: id('providerConnection') });
const at = '/v1/provider-connections/{connection}';

export const listProviderConnections = operation({
  id: 'listProviderConnections',
  method: 'GET',
  path: '/v1/provider-connections',
  room: 'payments',
  summary: 'List the accounts at payment providers',
  scope: 'payments:read',
  query: closed(ListQuery),
  status: 200,
  answer: page(ProviderConnectionSchema),
  refusals: [],
});

export const getProviderConnection = operation({
  id: 'getProviderConnection',
  method: 'GET',
  path: at,
  room: 'payments',
  summary: 'Look at an account at a payment provider, and how it does',
  scope: 'payments:read',
  params,
  status: 200,
  answer: ProviderConnectionSchema,
  refusals: ['not-found'],
});

export const createProviderConnection = operation({
  id: 'createProviderConnection',
  method: 'POST',
  path: '/v1/provider-connections',
  room: 'payments',
  summary: 'Connect an account at a payment provider',
  description:
    'New payments of the provider use it, unless `active` is false. One at a time is in use per ' +
    'provider; test and live mode are providers of their own. The secrets are kept sealed and ' +
    'are never answered.',
  scope: 'access:write',
  body: closed({
    provider: Provider,
    name: text(100),
    secrets: Secrets,
    settings: Type.Optional(Settings),
    active: Type.Optional(Type.Boolean({ default: true })),
  }),
  status: 201,
  answer: ProviderConnectionSchema,
  refusals: ['payment-provider-unknown', 'provider-connection-invalid', 'already-exists'],
});

export const changeProviderConnection = operation({
  id: 'changeProviderConnection',
  method: 'PATCH',
  path: at,
  room: 'payments',
  summary: 'Change an account at a payment provider, or take another into use',
  description:
    'Payments that began with an account go on with it, whether it is in use or not. `settings` ' +
    'replaces all of them.',
  scope: 'access:write',
  params,
  body: closed({
    name: Type.Optional(text(100)),
    settings: Type.Optional(Settings),
    active: Type.Optional(Type.Boolean()),
    version: Type.Optional(Version),
  }),
  status: 200,
  answer: ProviderConnectionSchema,
  refusals: ['not-found', 'version-conflict', 'already-exists', 'provider-connection-invalid'],
});

export const rotateProviderSecrets = operation({
  id: 'rotateProviderSecrets',
  method: 'POST',
  path: `${at}/secret-rotations`,
  room: 'payments',
  summary: 'Give an account at a payment provider other secrets',
  description:
    'Secrets left out stay as they are. Everything is sealed anew under the newest master key, so ' +
    'an empty rotation ends the use of an older one.',
  scope: 'access:write',
  params,
  body: closed({ secrets: Secrets }),
  status: 201,
  answer: ProviderConnectionSchema,
  refusals: ['not-found', 'provider-connection-invalid'],
});

export const removeProviderConnection = operation({
  id: 'removeProviderConnection',
  method: 'DELETE',
  path: at,
  room: 'payments',
  summary: 'Remove an account at a payment provider',
  description: 'Its secrets are gone at once. Refused while the provider owes an answer.',
  scope: 'access:write',
  params,
  status: 204,
  refusals: ['not-found', 'provider-connection-busy'],
});

export const testProviderConnection = operation({
  id: 'testProviderConnection',
  method: 'POST',
  path: `${at}/trials`,
  room: 'payments',
  summary: 'Try out an account: a real call that changes nothing',
  description: 'Answers what the provider said in `trial`; a failure is an answer like any other.',
  scope: 'payments:write',
  params,
  status: 201,
  answer: ProviderConnectionSchema,
  refusals: ['not-found', 'payment-provider-unknown'],
});

export const receiveProviderNotice = operation({
  id: 'receiveProviderNotice',
  method: 'POST',
  path: '/v1/provider-webhooks/{provider}/{connection}',
  room: 'payments',
  summary: 'Take a webhook of a payment provider',
  description:
    'For providers: `webhookPath` of the connection. The body is taken as it is, and only when ' +
    'its signature proves that the provider sent it. Late, out of order or repeated, it has one ' +
    'effect. What is about no payment of this account is answered and forgotten.',
  scope: null,
  params: closed({ provider: Provider, connection: id('providerConnection') }),
  status: 200,
  answer: Type.Object({ notices: Type.Integer({ description: 'How many facts it held' }) }),
  refusals: ['not-found', 'webhook-signature-invalid'],
});
