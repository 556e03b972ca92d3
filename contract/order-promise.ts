// Changing the dates that an order is promised for, on the wire.

import { PROMISE_CHANGE_REASONS } from '@doorstep/core/orders/promised-date.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { OrderParams, OrderSchema } from './orders.ts';
import { closed, nullable, SeenVersion, Timestamp } from './schema.ts';

export const changePromise = operation({
  id: 'changePromise',
  method: 'PUT',
  path: '/v1/orders/{order}/promise',
  room: 'orders',
  summary: 'Change the dates that an order is promised for',
  description:
    'A date that is left out stays, `null` takes it away. For the reason `channel` it counts as ' +
    'promised by the channel. Work that was released keeps the cut-off it is due by.',
  scope: 'orders:write',
  params: OrderParams,
  body: closed({
    shipBy: Type.Optional(nullable(Timestamp)),
    deliverBy: Type.Optional(nullable(Timestamp)),
    reason: Type.Enum([...PROMISE_CHANGE_REASONS]),
    ...SeenVersion,
  }),
  status: 200,
  answer: OrderSchema,
  refusals: ['not-found', 'version-conflict', 'validation-failed'],
});
