// What was sent of an order to webhook endpoints.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import { OrderParams } from './orders.ts';
import { id } from './schema.ts';
import { WebhookDeliverySchema } from './webhooks.ts';

export const listOrderDeliveries = operation({
  id: 'listOrderDeliveries',
  method: 'GET',
  path: '/v1/orders/{order}/webhook-deliveries',
  room: 'webhooks',
  summary: 'List what was sent of an order, to whom, and what came of it',
  description: 'Of its newest 200 events, newest first; 200 deliveries at most.',
  scope: 'webhooks:read',
  params: OrderParams,
  status: 200,
  answer: Type.Object({
    items: Type.Array(
      Type.Object({
        endpoint: id('webhookEndpoint'),
        url: Type.String(),
        delivery: WebhookDeliverySchema,
      }),
    ),
  }),
  refusals: ['not-found'],
});
