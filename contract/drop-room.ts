// What happens in a drop while it runs: carts hold units, buyers wait, figures are watched.

import { DROP_STATUSES, PLACE_STATES } from '@doorstep/core/drops/drop.ts';
import { Type } from 'typebox';
import { DropParams } from './drops.ts';
import { SkuReference, Units } from './inventory.ts';
import { operation } from './operation.ts';
import {
  Code,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  Quantity,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

export const Buyer = text(254, {
  description:
    'Who buys, as the channel knows them: its id of the buyer or an e-mail address, in any case. ' +
    'Only a digest of it is kept',
});

const HoldSchema = Type.Object({
  id: id('dropHold'),
  drop: id('drop'),
  place: nullable(id('dropPlace')),
  lines: Type.Array(Type.Object({ sku: Code, quantity: Units })),
  expiresAt: Timestamp,
});
export type HoldAnswer = Shape<typeof HoldSchema>;

const HoldParams = closed({ drop: id('drop'), hold: id('dropHold') });

export const holdUnits = operation({
  id: 'holdUnits',
  method: 'POST',
  path: '/v1/drops/{drop}/holds',
  room: 'drops',
  summary: 'Hold units of a drop for a cart',
  description:
    'All lines or none. Bought by an order that names the hold; else it lapses on time and its units ' +
    'are in the pool again. `drop-sold-out` says whether what is gone is merely held.',
  scope: 'orders:write',
  params: DropParams,
  body: closed({
    buyer: Buyer,
    lines: Type.Array(closed({ sku: SkuReference, quantity: Quantity }), {
      minItems: 1,
      maxItems: 100,
    }),
    seconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 86_400,
        description:
          'At most the `holdSeconds` of the drop, which also stand where nothing is said',
      }),
    ),
  }),
  status: 201,
  answer: HoldSchema,
  refusals: [
    'not-found',
    'sku-unknown',
    'sku-not-in-drop',
    'drop-not-running',
    'drop-limit-reached',
    'drop-sold-out',
  ],
});

export const getDropHold = operation({
  id: 'getDropHold',
  method: 'GET',
  path: '/v1/drops/{drop}/holds/{hold}',
  room: 'drops',
  summary: 'Look at an open hold',
  scope: 'drops:read',
  params: HoldParams,
  status: 200,
  answer: HoldSchema,
  refusals: ['not-found'],
});

export const releaseDropHold = operation({
  id: 'releaseDropHold',
  method: 'DELETE',
  path: '/v1/drops/{drop}/holds/{hold}',
  room: 'drops',
  summary: 'Give held units back',
  description: 'They are in the pool at once, and offered to the first in the queue.',
  scope: 'orders:write',
  params: HoldParams,
  status: 204,
  refusals: ['not-found'],
});

const PlaceSchema = Type.Object({
  id: id('dropPlace'),
  drop: id('drop'),
  sku: Code,
  quantity: Units,
  state: Type.Enum([...PLACE_STATES]),
  position: nullable(Type.Integer({ description: '1 is the next; null once it waits no more' })),
  unitsAhead: nullable(Type.Integer({ description: 'What those ahead want' })),
  offer: nullable(HoldSchema),
  joinedAt: Timestamp,
});
export type PlaceAnswer = Shape<typeof PlaceSchema>;

const PlaceParams = closed({ drop: id('drop'), place: id('dropPlace') });

export const joinQueue = operation({
  id: 'joinQueue',
  method: 'POST',
  path: '/v1/drops/{drop}/queue',
  room: 'drops',
  summary: 'Wait for units of a drop',
  description:
    'First come, first served, by SKU. What comes back is offered to the first as a hold, what there ' +
    'is of what they want; nobody overtakes. A buyer who waits already gets the place they have.',
  scope: 'orders:write',
  params: DropParams,
  body: closed({ buyer: Buyer, sku: SkuReference, quantity: Quantity }),
  status: 201,
  answer: PlaceSchema,
  refusals: [
    'not-found',
    'sku-unknown',
    'sku-not-in-drop',
    'drop-not-running',
    'drop-limit-reached',
  ],
});

export const getQueuePlace = operation({
  id: 'getQueuePlace',
  method: 'GET',
  path: '/v1/drops/{drop}/queue/{place}',
  room: 'drops',
  summary: 'Look at a place in the queue',
  scope: 'drops:read',
  params: PlaceParams,
  status: 200,
  answer: PlaceSchema,
  refusals: ['not-found'],
});

export const leaveQueue = operation({
  id: 'leaveQueue',
  method: 'DELETE',
  path: '/v1/drops/{drop}/queue/{place}',
  room: 'drops',
  summary: 'Wait no more',
  description: 'What was offered goes to the next.',
  scope: 'orders:write',
  params: PlaceParams,
  status: 204,
  refusals: ['not-found'],
});

const FiguresSchema = Type.Object({
  drop: id('drop'),
  status: Type.Enum([...DROP_STATUSES]),
  pooled: Units,
  held: Units,
  sold: Units,
  released: Units,
  preordered: Units,
  waiting: Type.Integer({ description: 'Places in the queue' }),
  sellThrough: Type.Number({ description: 'Sold of all units ever set apart, from 0 to 1' }),
  minutes: Type.Array(
    Type.Object({ minute: Timestamp, orders: Units, sold: Units, preordered: Units }),
    { description: 'Sales of the last hour by minute, newest first; minutes without are left out' },
  ),
  refusals: Type.Object(
    { soldOut: Type.Integer(), limitReached: Type.Integer(), notRunning: Type.Integer() },
    {
      description:
        'Holds and orders that were refused: by the process that answers, since it started. Watch ' +
        'how it grows',
    },
  ),
  at: Timestamp,
});
export type FiguresAnswer = Shape<typeof FiguresSchema>;

export const getDropFigures = operation({
  id: 'getDropFigures',
  method: 'GET',
  path: '/v1/drops/{drop}/figures',
  room: 'drops',
  summary: 'The live figures of a drop',
  description: 'Made to be asked for every second.',
  scope: 'drops:read',
  params: DropParams,
  status: 200,
  answer: FiguresSchema,
  refusals: ['not-found'],
});

const Count = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 }));

export const recordEngagement = operation({
  id: 'recordEngagement',
  method: 'POST',
  path: '/v1/drops/{drop}/engagement',
  room: 'drops',
  summary: 'Record what the video platform counted',
  description:
    'Kept by minute, for forecasts: the most viewers at once, and sums of the others. Send an ' +
    'idempotency key: without one, sent twice is counted twice.',
  scope: 'orders:write',
  params: DropParams,
  body: closed({
    counts: Type.Array(
      closed({
        at: Timestamp,
        viewers: Count,
        adds: Count,
        likes: Count,
        comments: Count,
        shares: Count,
      }),
      { minItems: 1, maxItems: 1000 },
    ),
  }),
  status: 204,
  refusals: ['not-found'],
});

export const listEngagement = operation({
  id: 'listEngagement',
  method: 'GET',
  path: '/v1/drops/{drop}/engagement',
  room: 'drops',
  summary: 'List what the video platform counted, by minute',
  description: 'Newest first; minutes of which nothing was told are left out.',
  scope: 'drops:read',
  params: DropParams,
  query: closed(ListQuery),
  status: 200,
  answer: page(
    Type.Object({
      minute: Timestamp,
      viewers: Type.Integer({ description: 'The most at once' }),
      adds: Type.Integer(),
      likes: Type.Integer(),
      comments: Type.Integer(),
      shares: Type.Integer(),
    }),
  ),
  refusals: ['not-found'],
});
