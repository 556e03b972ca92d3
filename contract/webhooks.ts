// Where events are sent to, on the wire.

import { FAILURES } from '@doorstep/core/webhooks/attempt.ts';
import { EVENT_FILTER_PATTERN } from '@doorstep/core/webhooks/event-filter.ts';
import { OVERLAP_HOURS_DEFAULT, OVERLAP_HOURS_MAX } from '@doorstep/core/webhooks/signature.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed, id, ListQuery, nullable, page, type Shape, Timestamp, text } from './schema.ts';

const Url = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: '^[!-~]+$',
  description: 'Begins with https:// and leads to the public internet',
});
const EventTypes = Type.Array(Type.String({ maxLength: 100, pattern: EVENT_FILTER_PATTERN }), {
  maxItems: 50,
  uniqueItems: true,
  description:
    'Types such as `order.captured.v1`, or beginnings that end at a dot such as `order.`; none: every event',
});
const Version = Type.Integer({ minimum: 1, description: 'The version you read' });
const COUNT_MAX = 1000;
const Count = Type.Integer({ description: `Counted up to ${COUNT_MAX}` });

const endpointFields = {
  id: id('webhookEndpoint'),
  url: Type.String(),
  description: nullable(Type.String()),
  eventTypes: Type.Array(Type.String()),
  active: Type.Boolean(),
  disabledReason: nullable(
    Type.Enum(['gone', 'failing'], {
      description: 'Why the server switched it off: it answered 410, or took nothing for five days',
    }),
  ),
  disabledAt: nullable(Timestamp),
  previousSecretUntil: nullable(Timestamp),
  createdAt: Timestamp,
  version: Type.Integer(),
};

const HealthSchema = Type.Object({
  pending: Count,
  dead: Count,
  lastSuccessAt: nullable(Timestamp),
  lastFailureAt: nullable(Timestamp),
  lastFailure: nullable(Type.Enum([...FAILURES])),
  failingSince: nullable(Timestamp),
  pausedUntil: nullable(Timestamp),
});

export const WebhookEndpointSchema = Type.Object(
  { ...endpointFields, health: HealthSchema },
  { $id: 'WebhookEndpoint' },
);
export type WebhookEndpointAnswer = Shape<typeof WebhookEndpointSchema>;

const NewWebhookEndpointSchema = Type.Object(
  {
    ...endpointFields,
    health: HealthSchema,
    secret: nullable(
      Type.String({
        description: '`whsec_…`, shown this once; null when the request is repeated',
      }),
    ),
  },
  { $id: 'NewWebhookEndpoint' },
);
export type NewWebhookEndpointAnswer = Shape<typeof NewWebhookEndpointSchema>;

export const WebhookDeliverySchema = Type.Object(
  {
    id: id('webhookDelivery'),
    event: Type.String({ description: 'The id of the event, sent as `webhook-id`' }),
    eventType: Type.String(),
    position: Type.Integer(),
    replay: nullable(id('webhookReplay')),
    state: Type.Enum(['pending', 'delivered', 'dead']),
    attempts: Type.Integer(),
    nextAttemptAt: nullable(Timestamp),
    createdAt: Timestamp,
    finishedAt: nullable(Timestamp),
    lastAttempt: nullable(
      Type.Object({
        at: Timestamp,
        status: nullable(Type.Integer({ description: 'The HTTP status of the answer, if any' })),
        error: nullable(Type.Enum([...FAILURES])),
        answer: nullable(
          Type.String({ description: 'The first bytes of the answer, up to 1,000 characters' }),
        ),
        tookMs: Type.Integer(),
      }),
    ),
  },
  { $id: 'WebhookDelivery' },
);
export type WebhookDeliveryAnswer = Shape<typeof WebhookDeliverySchema>;

export const WebhookReplaySchema = Type.Object(
  {
    id: id('webhookReplay'),
    since: Timestamp,
    until: Timestamp,
    eventTypes: Type.Array(Type.String()),
    state: Type.Enum(['running', 'done', 'canceled']),
    lookedAt: Type.Integer({ description: 'Events of the log that were looked at' }),
    reached: Timestamp,
    queued: Type.Integer({ description: 'Deliveries that were queued' }),
    createdAt: Timestamp,
    createdBy: Type.String(),
    finishedAt: nullable(Timestamp),
  },
  { $id: 'WebhookReplay' },
);
export type WebhookReplayAnswer = Shape<typeof WebhookReplaySchema>;

const params = closed({ endpoint: id('webhookEndpoint') });
const at = '/v1/webhook-endpoints/{endpoint}';

const changeable = {
  description: Type.Optional(nullable(text(500))),
  eventTypes: Type.Optional(EventTypes),
  active: Type.Optional(Type.Boolean()),
};

export const listWebhookEndpoints = operation({
  id: 'listWebhookEndpoints',
  method: 'GET',
  path: '/v1/webhook-endpoints',
  room: 'webhooks',
  summary: 'List webhook endpoints',
  scope: 'webhooks:read',
  query: closed(ListQuery),
  status: 200,
  answer: page(WebhookEndpointSchema),
  refusals: [],
});

export const createWebhookEndpoint = operation({
  id: 'createWebhookEndpoint',
  method: 'POST',
  path: '/v1/webhook-endpoints',
  room: 'webhooks',
  summary: 'Create a webhook endpoint',
  description:
    'Events are sent to it from now on, as CloudEvents signed by the Standard Webhooks ' +
    'specification. The secret is answered once: a repeated request with the same idempotency key ' +
    'answers null in its place. A tenant has at most 50 endpoints.',
  scope: 'webhooks:write',
  body: closed({ url: Url, ...changeable }),
  status: 201,
  answer: NewWebhookEndpointSchema,
  refusals: ['webhook-url-not-allowed', 'event-type-unknown', 'too-many-webhook-endpoints'],
});

export const getWebhookEndpoint = operation({
  id: 'getWebhookEndpoint',
  method: 'GET',
  path: at,
  room: 'webhooks',
  summary: 'Get a webhook endpoint and how it does',
  scope: 'webhooks:read',
  params,
  status: 200,
  answer: WebhookEndpointSchema,
  refusals: ['not-found'],
});

export const changeWebhookEndpoint = operation({
  id: 'changeWebhookEndpoint',
  method: 'PATCH',
  path: at,
  room: 'webhooks',
  summary: 'Change a webhook endpoint, switch it on or off',
  description:
    'While it is off nothing is queued for it; what was queued before is kept for 30 days and sent ' +
    'when it is on again. What happened in between is sent by a replay. Switching it on ends a pause.',
  scope: 'webhooks:write',
  params,
  body: closed({ url: Type.Optional(Url), ...changeable, version: Type.Optional(Version) }),
  status: 200,
  answer: WebhookEndpointSchema,
  refusals: ['not-found', 'webhook-url-not-allowed', 'event-type-unknown', 'version-conflict'],
});

export const removeWebhookEndpoint = operation({
  id: 'removeWebhookEndpoint',
  method: 'DELETE',
  path: at,
  room: 'webhooks',
  summary: 'Remove a webhook endpoint',
  description: 'What waits for it is not sent any more; what is on its way may still arrive.',
  scope: 'webhooks:write',
  params,
  status: 204,
  refusals: ['not-found'],
});

export const rotateWebhookSecret = operation({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: `${at}/secret-rotations`,
  room: 'webhooks',
  summary: 'Give a webhook endpoint a new secret',
  description:
    'The secret before it signs as well until `previousSecretUntil`, so that the receiver can ' +
    'change over in its own time. Until then it cannot be rotated again, but with ' +
    '`overlapHours` 0, which ends all older secrets at once.',
  scope: 'webhooks:write',
  params,
  body: closed({
    overlapHours: Type.Optional(
      Type.Integer({ minimum: 0, maximum: OVERLAP_HOURS_MAX, default: OVERLAP_HOURS_DEFAULT }),
    ),
  }),
  status: 201,
  answer: NewWebhookEndpointSchema,
  refusals: ['not-found', 'webhook-secret-overlaps'],
});

export const pingWebhookEndpoint = operation({
  id: 'pingWebhookEndpoint',
  method: 'POST',
  path: `${at}/pings`,
  room: 'webhooks',
  summary: 'Try a webhook endpoint',
  description:
    'Sends a `webhook-endpoint.pinged.v1` to this endpoint only, whatever events it wants. It ' +
    'appears among its deliveries within a second. A pause of the endpoint ends.',
  scope: 'webhooks:write',
  params,
  status: 202,
  answer: WebhookEndpointSchema,
  refusals: ['not-found', 'webhook-endpoint-inactive'],
});

export const listWebhookDeliveries = operation({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: `${at}/deliveries`,
  room: 'webhooks',
  summary: 'List what is sent to a webhook endpoint',
  description:
    'Delivered ones are kept for 7 days, dead ones for 30. Of more than 1,000 pending ones, `state` ' +
    'shows those that are due first.',
  scope: 'webhooks:read',
  params,
  query: closed({
    ...ListQuery,
    state: Type.Optional(Type.Enum(['pending', 'delivered', 'dead'])),
  }),
  status: 200,
  answer: page(WebhookDeliverySchema),
  refusals: ['not-found'],
});

const deliveryParams = closed({
  endpoint: id('webhookEndpoint'),
  delivery: id('webhookDelivery'),
});

export const getWebhookDelivery = operation({
  id: 'getWebhookDelivery',
  method: 'GET',
  path: `${at}/deliveries/{delivery}`,
  room: 'webhooks',
  summary: 'See what came of a delivery',
  scope: 'webhooks:read',
  params: deliveryParams,
  status: 200,
  answer: WebhookDeliverySchema,
  refusals: ['not-found'],
});

export const resendWebhookDelivery = operation({
  id: 'resendWebhookDelivery',
  method: 'POST',
  path: `${at}/deliveries/{delivery}/resends`,
  room: 'webhooks',
  summary: 'Send a delivery now, whatever came of it',
  description:
    'It is due at once, with all its tries before it; one that arrived is sent once more under the ' +
    'same id. A pause of the endpoint ends.',
  scope: 'webhooks:write',
  params: deliveryParams,
  status: 202,
  answer: WebhookDeliverySchema,
  refusals: ['not-found', 'webhook-endpoint-inactive'],
});

export const listDeadWebhookDeliveries = operation({
  id: 'listDeadWebhookDeliveries',
  method: 'GET',
  path: `${at}/dead-deliveries`,
  room: 'webhooks',
  summary: 'List what could not be delivered',
  description: 'Deliveries whose last try failed. They are kept for 30 days.',
  scope: 'webhooks:read',
  params,
  query: closed(ListQuery),
  status: 200,
  answer: page(WebhookDeliverySchema),
  refusals: ['not-found'],
});

export const retryWebhookDelivery = operation({
  id: 'retryWebhookDelivery',
  method: 'POST',
  path: `${at}/dead-deliveries/{delivery}/retries`,
  room: 'webhooks',
  summary: 'Try a dead delivery again',
  description: 'It is due at once, with all its tries before it. A pause of the endpoint ends.',
  scope: 'webhooks:write',
  params: deliveryParams,
  status: 202,
  answer: WebhookDeliverySchema,
  refusals: ['not-found', 'webhook-delivery-not-dead'],
});

export const retryWebhookDeliveries = operation({
  id: 'retryWebhookDeliveries',
  method: 'POST',
  path: `${at}/dead-deliveries/retries`,
  room: 'webhooks',
  summary: 'Try all dead deliveries of a webhook endpoint again',
  description: 'Takes up to 10,000, the oldest first: repeat it while `remaining` is true.',
  scope: 'webhooks:write',
  params,
  status: 202,
  answer: Type.Object({ retried: Type.Integer(), remaining: Type.Boolean() }),
  refusals: ['not-found'],
});

export const startWebhookReplay = operation({
  id: 'startWebhookReplay',
  method: 'POST',
  path: `${at}/replays`,
  room: 'webhooks',
  summary: 'Send what happened since a time once more',
  description:
    'Events keep their ids, so a receiver that remembers them takes each once. `until` is now ' +
    'unless it says otherwise; `eventTypes` are those of the endpoint unless it says otherwise.',
  scope: 'webhooks:write',
  params,
  body: closed({
    since: Timestamp,
    until: Type.Optional(Timestamp),
    eventTypes: Type.Optional(EventTypes),
  }),
  status: 201,
  answer: WebhookReplaySchema,
  refusals: ['not-found', 'event-type-unknown', 'webhook-endpoint-inactive'],
});

export const listWebhookReplays = operation({
  id: 'listWebhookReplays',
  method: 'GET',
  path: `${at}/replays`,
  room: 'webhooks',
  summary: 'List the replays of a webhook endpoint',
  scope: 'webhooks:read',
  params,
  query: closed(ListQuery),
  status: 200,
  answer: page(WebhookReplaySchema),
  refusals: ['not-found'],
});

const replayParams = closed({ endpoint: id('webhookEndpoint'), replay: id('webhookReplay') });

export const getWebhookReplay = operation({
  id: 'getWebhookReplay',
  method: 'GET',
  path: `${at}/replays/{replay}`,
  room: 'webhooks',
  summary: 'See how far a replay has come',
  scope: 'webhooks:read',
  params: replayParams,
  status: 200,
  answer: WebhookReplaySchema,
  refusals: ['not-found'],
});

export const cancelWebhookReplay = operation({
  id: 'cancelWebhookReplay',
  method: 'POST',
  path: `${at}/replays/{replay}/cancellation`,
  room: 'webhooks',
  summary: 'End a replay',
  description: 'What it queued already is still sent. Nothing changes when it is over.',
  scope: 'webhooks:write',
  params: replayParams,
  status: 200,
  answer: WebhookReplaySchema,
  refusals: ['not-found'],
});
