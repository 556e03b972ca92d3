// Stock as a grid, on the wire: SKUs with all their levels, and what a level's numbers are made of.

import { Type } from 'typebox';
import { LocationReference, SkuReference, StockLevelSchema, Units } from './inventory.ts';
import { operation } from './operation.ts';
import { Code, closed, id, ListQuery, page, SearchQuery, type Shape } from './schema.ts';

const StockGridRowSchema = Type.Object({
  sku: Code,
  skuId: id('sku'),
  title: Type.String(),
  active: Type.Boolean(),
  levels: Type.Array(StockLevelSchema, {
    description: 'Where the SKU has a level, by code of the location',
  }),
});
export type StockGridRowAnswer = Shape<typeof StockGridRowSchema>;

export const listStockGrid = operation({
  id: 'listStockGrid',
  method: 'GET',
  path: '/v1/stock/grid',
  room: 'inventory',
  summary: 'List SKUs with their levels at all locations',
  description:
    'By code. With `lowAt` only SKUs of which at most so many are available at one of their active ' +
    'locations, the scarcest first: kept from the log, so a change is there within seconds.',
  scope: 'stock:read',
  query: closed({
    ...ListQuery,
    ...SearchQuery,
    lowAt: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 1000, description: 'Not together with `search`' }),
    ),
  }),
  status: 200,
  answer: page(StockGridRowSchema),
  refusals: [],
});

export const getStockSums = operation({
  id: 'getStockSums',
  method: 'GET',
  path: '/v1/stock/sums',
  room: 'inventory',
  summary: 'What the movements and the open reservations of a level add up to',
  description:
    'Read at one moment: the sum of all movements is what is on hand, the sum of the open ' +
    'reservations is what is reserved.',
  scope: 'stock:read',
  query: closed({ sku: SkuReference, location: LocationReference }),
  status: 200,
  answer: Type.Object({
    sku: Code,
    location: Code,
    onHand: Units,
    reserved: Units,
    movements: Type.Object({ count: Type.Integer(), onHand: Units, reserved: Units }),
    reservations: Type.Object({ count: Type.Integer(), quantity: Units }),
  }),
  refusals: ['sku-unknown', 'location-unknown'],
});
