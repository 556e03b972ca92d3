// Stock entries on the wire: many levels set by hand in one command, and taken back in one.

import { Type } from 'typebox';
import { LocationReference, SkuReference, StockLevelSchema, Units } from './inventory.ts';
import { operation } from './operation.ts';
import { Code, closed, id, nullable, type Shape, Timestamp, text } from './schema.ts';

const OnHand = Type.Integer({ minimum: 0, maximum: 1_000_000 });

const StockEntrySchema = Type.Object({
  id: id('stockEntry'),
  reason: Type.String(),
  createdAt: Timestamp,
  reverses: nullable(id('stockEntry')),
  changes: Type.Array(
    Type.Object({ sku: Code, location: Code, onHandBefore: Units, onHandAfter: Units }),
  ),
  levels: Type.Array(StockLevelSchema, { description: 'The levels it names, as they are now' }),
});
export type StockEntryAnswer = Shape<typeof StockEntrySchema>;

export const enterStock = operation({
  id: 'enterStock',
  method: 'POST',
  path: '/v1/stock/entries',
  room: 'inventory',
  summary: 'Set what is on hand of many SKUs at many locations, in one',
  description:
    'All of it or nothing. With `seenOnHand` a level that changed since you looked refuses the ' +
    'entry. Each change is an adjustment with the reason; the whole is taken back by its reversal.',
  scope: 'stock:write',
  body: closed({
    reason: text(200),
    levels: Type.Array(
      closed({
        sku: SkuReference,
        location: LocationReference,
        onHand: OnHand,
        seenOnHand: Type.Optional(OnHand),
      }),
      { minItems: 1, maxItems: 1000 },
    ),
  }),
  status: 201,
  answer: StockEntrySchema,
  refusals: ['sku-unknown', 'location-unknown', 'stock-changed-since'],
});

export const reverseStockEntry = operation({
  id: 'reverseStockEntry',
  method: 'POST',
  path: '/v1/stock/entries/{entry}/reversal',
  room: 'inventory',
  summary: 'Take a stock entry back',
  description:
    'An entry of its own, which can be reversed in turn. Refused as a whole when any of its levels ' +
    'has another number on hand by now: what happened since is not undone.',
  scope: 'stock:write',
  params: closed({ entry: id('stockEntry') }),
  status: 201,
  answer: StockEntrySchema,
  refusals: ['not-found', 'stock-changed-since'],
});
