// What is told of webhook endpoints. What happens to single deliveries is no event: they are of
// events, and there would be no end to it.

import { Type } from 'typebox';
import { Changed } from './event-shapes.ts';
import { id, Timestamp } from './schema.ts';

const filters = {
  eventTypes: Type.Array(Type.String(), { description: 'Beginnings of types; none: every event' }),
  active: Type.Boolean(),
};

export const webhookEvents = {
  'webhook-endpoint.created.v1': {
    subject: 'webhookEndpoint',
    summary: 'A webhook endpoint was created',
    data: Type.Object(filters),
  },
  'webhook-endpoint.changed.v1': {
    subject: 'webhookEndpoint',
    summary: 'A webhook endpoint was changed, or switched on or off',
    data: Type.Object({ changed: Changed, ...filters }),
  },
  'webhook-endpoint.secret_rotated.v1': {
    subject: 'webhookEndpoint',
    summary: 'A webhook endpoint got a new secret',
    data: Type.Object({ previousSecretUntil: Timestamp }),
  },
  'webhook-endpoint.disabled.v1': {
    subject: 'webhookEndpoint',
    summary: 'A webhook endpoint was switched off by the server',
    data: Type.Object({
      reason: Type.Enum(['gone', 'failing'], {
        description: 'It answered 410, or took nothing for five days',
      }),
    }),
  },
  'webhook-endpoint.removed.v1': {
    subject: 'webhookEndpoint',
    summary: 'A webhook endpoint was removed',
    data: Type.Object({}),
  },
  'webhook-endpoint.pinged.v1': {
    subject: 'webhookEndpoint',
    summary: 'Somebody tried a webhook endpoint; sent to this endpoint only',
    data: Type.Object({}),
  },
  'webhook-endpoint.deliveries_retried.v1': {
    subject: 'webhookEndpoint',
    summary: 'Dead deliveries were put back to be tried again',
    data: Type.Object({ deliveries: Type.Integer() }),
  },
  'webhook-endpoint.replay_started.v1': {
    subject: 'webhookEndpoint',
    summary: 'What happened between two times is sent once more',
    data: Type.Object({
      replay: id('webhookReplay'),
      since: Timestamp,
      until: Timestamp,
      eventTypes: filters.eventTypes,
    }),
  },
  'webhook-endpoint.replay_canceled.v1': {
    subject: 'webhookEndpoint',
    summary: 'A replay was ended early',
    data: Type.Object({ replay: id('webhookReplay') }),
  },
} as const;
