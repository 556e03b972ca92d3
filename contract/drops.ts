// Drops on the wire: planned, changed, paused, stopped. What happens in the room while one runs is in
// drop-room.ts.

import { DROP_STATUSES } from '@doorstep/core/drops/drop.ts';
import { Type } from 'typebox';
import { LocationReference, SkuReference, Units } from './inventory.ts';
import { operation } from './operation.ts';
import {
  Code,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

export const DropParams = closed({ drop: id('drop') });

const PoolChange = Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 });
const Pool = (units: typeof PoolChange, description: string) =>
  Type.Array(closed({ location: LocationReference, units }), { maxItems: 100, description });
const PreorderCap = Type.Integer({
  minimum: 0,
  maximum: 1_000_000,
  description: 'Units that may be sold without stock once the pool is gone',
});
const LimitPerBuyer = Type.Integer({
  minimum: 1,
  maximum: 1_000_000,
  description: 'Units of the drop that one buyer may have, held and bought',
});
const Seconds = (description: string) => Type.Integer({ minimum: 1, maximum: 86_400, description });

const terms = {
  name: text(200),
  reference: text(200, { description: 'What the video platform or the shop calls it' }),
  startsAt: Timestamp,
  endsAt: Timestamp,
  limitPerBuyer: LimitPerBuyer,
  holdSeconds: Seconds('The longest a cart may hold units; 600 where nothing is said'),
  offerSeconds: Seconds('How long an offer to the first in the queue stands; 120 if not said'),
};

const DropItemSchema = Type.Object({
  sku: Code,
  setApart: Type.Integer({ description: 'In the pool, held and sold' }),
  pooled: Units,
  held: Units,
  sold: Units,
  released: Type.Integer({ description: 'Went to general sale when the drop was over' }),
  preorderCap: Units,
  preordered: Units,
  waiting: Type.Integer({ description: 'Buyers in the queue who were not offered anything yet' }),
});

const DropSchema = Type.Object({
  id: id('drop'),
  name: Type.String(),
  reference: nullable(Type.String()),
  status: Type.Enum([...DROP_STATUSES]),
  startsAt: Timestamp,
  endsAt: Timestamp,
  limitPerBuyer: nullable(Type.Integer()),
  holdSeconds: Type.Integer(),
  offerSeconds: Type.Integer(),
  items: Type.Array(DropItemSchema),
  createdAt: Timestamp,
  stoppedAt: nullable(Timestamp),
  soldOutAt: nullable(Timestamp),
  version: Type.Integer(),
});
export type DropAnswer = Shape<typeof DropSchema>;

export const createDrop = operation({
  id: 'createDrop',
  method: 'POST',
  path: '/v1/drops',
  room: 'drops',
  summary: 'Plan a drop and set its units apart',
  description:
    'A livestream or launch. Its units leave general sale at once and stand at their locations for ' +
    'this drop alone, until they are sold or it is over.',
  scope: 'drops:write',
  body: closed({
    ...terms,
    reference: Type.Optional(terms.reference),
    limitPerBuyer: Type.Optional(terms.limitPerBuyer),
    holdSeconds: Type.Optional(terms.holdSeconds),
    offerSeconds: Type.Optional(terms.offerSeconds),
    items: Type.Array(
      closed({
        sku: SkuReference,
        pool: Type.Optional(
          Pool(Type.Integer({ minimum: 1, maximum: 1_000_000 }), 'Units to set apart, and where'),
        ),
        preorderCap: Type.Optional(PreorderCap),
      }),
      { minItems: 1, maxItems: 100, description: 'Plain SKUs, each once' },
    ),
  }),
  status: 201,
  answer: DropSchema,
  refusals: ['sku-unknown', 'kit-invalid', 'location-unknown', 'insufficient-stock'],
});

export const listDrops = operation({
  id: 'listDrops',
  method: 'GET',
  path: '/v1/drops',
  room: 'drops',
  summary: 'List drops, newest first',
  scope: 'drops:read',
  query: closed(ListQuery),
  status: 200,
  answer: page(DropSchema),
  refusals: [],
});

export const getDrop = operation({
  id: 'getDrop',
  method: 'GET',
  path: '/v1/drops/{drop}',
  room: 'drops',
  summary: 'Look at a drop',
  scope: 'drops:read',
  params: DropParams,
  status: 200,
  answer: DropSchema,
  refusals: ['not-found'],
});

export const changeDrop = operation({
  id: 'changeDrop',
  method: 'PATCH',
  path: '/v1/drops/{drop}',
  room: 'drops',
  summary: 'Change the terms of a drop',
  description: 'Also while it runs. A lower limit takes nothing from those who have more already.',
  scope: 'drops:write',
  params: DropParams,
  body: closed({
    name: Type.Optional(terms.name),
    reference: Type.Optional(nullable(terms.reference)),
    startsAt: Type.Optional(terms.startsAt),
    endsAt: Type.Optional(terms.endsAt),
    limitPerBuyer: Type.Optional(nullable(terms.limitPerBuyer)),
    holdSeconds: Type.Optional(terms.holdSeconds),
    offerSeconds: Type.Optional(terms.offerSeconds),
    version: Type.Optional(Type.Integer({ description: 'The version you read' })),
  }),
  status: 200,
  answer: DropSchema,
  refusals: ['not-found', 'drop-over', 'version-conflict'],
});

export const changePool = operation({
  id: 'changePool',
  method: 'POST',
  path: '/v1/drops/{drop}/pool-changes',
  room: 'drops',
  summary: 'Set more units apart, or give some back',
  description:
    'Positive units come from general sale, negative ones go back to it out of the pool. A SKU that ' +
    'the drop did not have is added. Units that come are offered to those who wait first.',
  scope: 'drops:write',
  params: DropParams,
  body: closed({
    sku: SkuReference,
    pool: Type.Optional(Pool(PoolChange, 'Units that come or go, and where')),
    preorderCap: Type.Optional(PreorderCap),
  }),
  status: 201,
  answer: DropSchema,
  refusals: [
    'not-found',
    'drop-over',
    'sku-unknown',
    'kit-invalid',
    'location-unknown',
    'insufficient-stock',
    'stock-would-be-negative',
    'backorder-cap-too-low',
  ],
});

export const pauseDrop = operation({
  id: 'pauseDrop',
  method: 'POST',
  path: '/v1/drops/{drop}/pause',
  room: 'drops',
  summary: 'Pause a drop',
  description:
    'Nothing is held, sold from the pool or offered until it is resumed. A hold is a promise: it can ' +
    'still be bought.',
  scope: 'drops:write',
  params: DropParams,
  status: 200,
  answer: DropSchema,
  refusals: ['not-found', 'drop-over', 'drop-not-switched'],
});

export const resumeDrop = operation({
  id: 'resumeDrop',
  method: 'POST',
  path: '/v1/drops/{drop}/resumption',
  room: 'drops',
  summary: 'Go on with a paused drop',
  description: 'What came back meanwhile is offered to those who wait.',
  scope: 'drops:write',
  params: DropParams,
  status: 200,
  answer: DropSchema,
  refusals: ['not-found', 'drop-over', 'drop-not-switched'],
});

export const stopDrop = operation({
  id: 'stopDrop',
  method: 'POST',
  path: '/v1/drops/{drop}/stop',
  room: 'drops',
  summary: 'Stop a drop for good',
  description:
    'The pool goes to general sale at once and the queue is over. Holds are kept until they are ' +
    'bought or lapse, unless `releaseHolds` takes them back as well.',
  scope: 'drops:write',
  params: DropParams,
  body: closed({ releaseHolds: Type.Optional(Type.Boolean({ default: false })) }),
  status: 200,
  answer: DropSchema,
  refusals: ['not-found', 'drop-over'],
});
