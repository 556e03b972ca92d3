// Stock on the wire: levels, movements, availability, reservations.

import { MOVEMENT_TYPES } from '@doorstep/core/inventory/movement.ts';
import { Type } from 'typebox';
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

export const SkuReference = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'The code or the id of a SKU',
});
export const LocationReference = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'The code or the id of a stock location',
});
export const Units = Type.Integer();
export const StockLevelSchema = Type.Object({
  sku: Code,
  skuId: id('sku'),
  location: Code,
  locationId: id('location'),
  onHand: Units,
  available: Type.Integer({
    description: 'On hand less reserved, damaged, in quality control and safety stock',
  }),
  reserved: Units,
  allocated: Type.Integer({ description: 'The firm part of reserved' }),
  damaged: Units,
  qualityControl: Units,
  safetyStock: Units,
  incoming: Units,
  inTransit: Units,
  shortfall: Type.Integer({
    description: 'Units promised or blocked beyond what is here: a recorded difference',
  }),
});
export type StockLevelAnswer = Shape<typeof StockLevelSchema>;

export const listStockLevels = operation({
  id: 'listStockLevels',
  method: 'GET',
  path: '/v1/stock/levels',
  room: 'inventory',
  summary: 'List stock levels, by SKU or by location',
  scope: 'stock:read',
  query: closed({
    ...ListQuery,
    sku: Type.Optional(SkuReference),
    location: Type.Optional(LocationReference),
  }),
  status: 200,
  answer: page(StockLevelSchema),
  refusals: ['sku-unknown', 'location-unknown'],
});

const MovementSchema = Type.Object({
  id: id('movement'),
  type: Type.Enum([...MOVEMENT_TYPES]),
  recordedAt: Timestamp,
  onHand: Units,
  reserved: Units,
  allocated: Units,
  damaged: Units,
  qualityControl: Units,
  incoming: Units,
  inTransit: Units,
  cause: Type.String({ description: 'The order, document, transfer or reservation behind it' }),
  reason: nullable(Type.String()),
  actor: Type.String(),
});

export const listStockMovements = operation({
  id: 'listStockMovements',
  method: 'GET',
  path: '/v1/stock/movements',
  room: 'inventory',
  summary: 'The movements of one SKU at one location, newest first',
  description: 'Their sums are the level.',
  scope: 'stock:read',
  query: closed({ ...ListQuery, sku: SkuReference, location: LocationReference }),
  status: 200,
  answer: page(MovementSchema),
  refusals: ['sku-unknown', 'location-unknown'],
});

export const getAvailability = operation({
  id: 'getAvailability',
  method: 'GET',
  path: '/v1/stock/availability',
  room: 'inventory',
  summary: 'Available to sell, per SKU and channel',
  description:
    'Over the active locations that serve the channel, what is available less the channel buffer ' +
    'there. A kit can be sold as often as its scarcest component allows. Answered from memory, at ' +
    'most `maxAgeMs` old: ask as often as you have viewers. It promises nothing, only an order or a ' +
    'reservation does.',
  scope: 'stock:read',
  query: closed({
    maxAgeMs: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 60_000,
        default: 250,
        description: 'How old the answer may be, in milliseconds; 0 for what is committed now',
      }),
    ),
    sku: Type.String({
      minLength: 1,
      maxLength: 5000,
      description: 'Codes or ids, up to 50, separated by commas',
    }),
    channel: Type.Optional(Code),
  }),
  status: 200,
  answer: Type.Object({
    asOf: Type.String({ ...Timestamp, description: 'When the oldest of it was so' }),
    items: Type.Array(
      Type.Object({
        sku: Code,
        channel: Code,
        availableToSell: Units,
        backorderRoom: Type.Integer({ description: 'Units that may be sold beyond that' }),
      }),
    ),
  }),
  refusals: ['sku-unknown', 'channel-unknown'],
});

export const setSafetyStock = operation({
  id: 'setSafetyStock',
  method: 'PUT',
  path: '/v1/stock/safety-stock',
  room: 'inventory',
  summary: 'Keep back units of a SKU at a location',
  scope: 'stock:write',
  body: closed({
    sku: SkuReference,
    location: LocationReference,
    safetyStock: nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  }),
  status: 200,
  answer: StockLevelSchema,
  refusals: ['sku-unknown', 'location-unknown'],
});

const BackorderLimitSchema = Type.Object({ sku: Code, cap: Units, backordered: Units });

export const setBackorderLimit = operation({
  id: 'setBackorderLimit',
  method: 'PUT',
  path: '/v1/skus/{sku}/backorder-limit',
  room: 'inventory',
  summary: 'How many units of a SKU may be sold without stock',
  scope: 'stock:write',
  params: closed({ sku: SkuReference }),
  body: closed({ cap: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }),
  status: 200,
  answer: BackorderLimitSchema,
  refusals: ['sku-unknown', 'backorder-cap-too-low'],
});

const ReservationSchema = Type.Object({
  id: id('reservation'),
  sku: Code,
  location: Code,
  quantity: Units,
  owner: Type.Object({
    kind: Type.String(),
    id: nullable(Type.String()),
    reference: nullable(Type.String()),
    number: nullable(Type.String({ description: 'The number of the order, the name of the drop' })),
  }),
  createdAt: Timestamp,
  expiresAt: nullable(Timestamp),
});
export type ReservationAnswer = Shape<typeof ReservationSchema>;

export const reserveStock = operation({
  id: 'reserveStock',
  method: 'POST',
  path: '/v1/reservations',
  room: 'inventory',
  summary: 'Reserve stock for a cart, a quote or another owner',
  description: 'With `expiresInSeconds` it lapses on time and the stock is free again.',
  scope: 'stock:write',
  body: closed({
    sku: SkuReference,
    location: LocationReference,
    quantity: Quantity,
    owner: closed({
      kind: Type.Enum(['cart', 'quote', 'other']),
      reference: text(200, { description: 'What you call the owner' }),
    }),
    expiresInSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 31_536_000 })),
  }),
  status: 201,
  answer: ReservationSchema,
  refusals: ['sku-unknown', 'location-unknown', 'insufficient-stock'],
});

export const releaseReservation = operation({
  id: 'releaseReservation',
  method: 'DELETE',
  path: '/v1/reservations/{reservation}',
  room: 'inventory',
  summary: 'Give reserved stock back',
  description: 'Only reservations made here; an order gives its stock back when it is canceled.',
  scope: 'stock:write',
  params: closed({ reservation: id('reservation') }),
  status: 204,
  refusals: ['not-found'],
});

export const listReservations = operation({
  id: 'listReservations',
  method: 'GET',
  path: '/v1/reservations',
  room: 'inventory',
  summary: 'The open reservations of one SKU at one location, newest first',
  scope: 'stock:read',
  query: closed({ ...ListQuery, sku: SkuReference, location: LocationReference }),
  status: 200,
  answer: page(ReservationSchema),
  refusals: ['sku-unknown', 'location-unknown'],
});
