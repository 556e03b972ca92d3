// The documents that move stock, on the wire: receipts, counts, adjustments, transfers.

import { Type } from 'typebox';
import { LocationReference, SkuReference, StockLevelSchema, Units } from './inventory.ts';
import { operation } from './operation.ts';
import { Code, closed, id, nullable, Quantity, type Shape, Timestamp, text } from './schema.ts';

const Reference = Type.Optional(text(200, { description: 'Your own number for it' }));

function lines(quantity: ReturnType<typeof Type.Integer>) {
  return Type.Array(closed({ sku: SkuReference, quantity }), { minItems: 1, maxItems: 1000 });
}

const StockDocumentSchema = Type.Object({
  id: id('stockDocument'),
  kind: Type.String(),
  location: Code,
  reason: nullable(Type.String()),
  reference: nullable(Type.String()),
  createdAt: Timestamp,
  levels: Type.Array(StockLevelSchema, { description: 'The levels it touched, as they are now' }),
});
export type StockDocumentAnswer = Shape<typeof StockDocumentSchema>;

const documentRefusals = ['sku-unknown', 'location-unknown'] as const;

export const receiveStock = operation({
  id: 'receiveStock',
  method: 'POST',
  path: '/v1/stock/receipts',
  room: 'inventory',
  summary: 'Receive stock at a location',
  description: 'With `expectation`, what arrives leaves that expectation and `incoming`.',
  scope: 'stock:write',
  body: closed({
    location: LocationReference,
    reference: Reference,
    expectation: Type.Optional(id('stockDocument')),
    lines: lines(Quantity),
  }),
  status: 201,
  answer: StockDocumentSchema,
  refusals: [...documentRefusals, 'not-found'],
});

export const expectStock = operation({
  id: 'expectStock',
  method: 'POST',
  path: '/v1/stock/expectations',
  room: 'inventory',
  summary: 'Announce stock that will come',
  scope: 'stock:write',
  body: closed({
    location: LocationReference,
    reference: Reference,
    expectedAt: Timestamp,
    lines: lines(Quantity),
  }),
  status: 201,
  answer: StockDocumentSchema,
  refusals: documentRefusals,
});

export const adjustStock = operation({
  id: 'adjustStock',
  method: 'POST',
  path: '/v1/stock/adjustments',
  room: 'inventory',
  summary: 'Add or take away units, with a reason',
  description:
    'Always recorded, also below what is reserved: that difference shows as `shortfall`. Only ' +
    'less than nothing on hand is refused.',
  scope: 'stock:write',
  body: closed({
    location: LocationReference,
    reason: text(200),
    lines: lines(Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 })),
  }),
  status: 201,
  answer: StockDocumentSchema,
  refusals: [...documentRefusals, 'stock-would-be-negative'],
});

export const countStock = operation({
  id: 'countStock',
  method: 'POST',
  path: '/v1/stock/counts',
  room: 'inventory',
  summary: 'Record what was counted',
  description:
    'A count is a fact: it is never refused, but for a SKU that is counted twice. Counted less than ' +
    'reserved shows as `shortfall`.',
  scope: 'stock:write',
  body: closed({
    location: LocationReference,
    reference: Reference,
    lines: Type.Array(
      closed({
        sku: SkuReference,
        counted: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
      }),
      { minItems: 1, maxItems: 1000 },
    ),
  }),
  status: 201,
  answer: StockDocumentSchema,
  refusals: documentRefusals,
});

const StockState = Type.Enum(['available', 'damaged', 'quality-control']);

export const reclassifyStock = operation({
  id: 'reclassifyStock',
  method: 'POST',
  path: '/v1/stock/reclassifications',
  room: 'inventory',
  summary: 'Move units between available, damaged and quality control',
  scope: 'stock:write',
  body: closed({
    location: LocationReference,
    from: StockState,
    to: StockState,
    reason: text(200),
    lines: lines(Quantity),
  }),
  status: 201,
  answer: StockDocumentSchema,
  refusals: [...documentRefusals, 'stock-would-be-negative'],
});

const TransferSchema = Type.Object({
  id: id('transfer'),
  from: Code,
  to: Code,
  status: Type.Enum(['in-transit', 'received', 'canceled']),
  reference: nullable(Type.String()),
  dispatchedAt: Timestamp,
  receivedAt: nullable(Timestamp),
  canceledAt: nullable(Timestamp),
  lines: Type.Array(Type.Object({ sku: Code, quantity: Units, received: nullable(Units) })),
});
export type TransferAnswer = Shape<typeof TransferSchema>;

export const dispatchTransfer = operation({
  id: 'dispatchTransfer',
  method: 'POST',
  path: '/v1/transfers',
  room: 'inventory',
  summary: 'Send stock from one location to another',
  description: 'The units leave `from` now and are in transit at `to` until they are received.',
  scope: 'stock:write',
  body: closed({
    from: LocationReference,
    to: LocationReference,
    reference: Reference,
    lines: lines(Quantity),
  }),
  status: 201,
  answer: TransferSchema,
  refusals: [...documentRefusals, 'stock-would-be-negative'],
});

export const receiveTransfer = operation({
  id: 'receiveTransfer',
  method: 'POST',
  path: '/v1/transfers/{transfer}/receipt',
  room: 'inventory',
  summary: 'Receive a transfer',
  description:
    'Without `lines` everything has come. What differs from what was sent is recorded, not refused.',
  scope: 'stock:write',
  params: closed({ transfer: id('transfer') }),
  body: closed({
    lines: Type.Optional(
      Type.Array(
        closed({
          sku: SkuReference,
          quantity: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
        }),
        { minItems: 1, maxItems: 1000 },
      ),
    ),
  }),
  status: 200,
  answer: TransferSchema,
  refusals: ['not-found', 'transfer-received', 'transfer-canceled', 'sku-unknown'],
});

export const cancelTransfer = operation({
  id: 'cancelTransfer',
  method: 'POST',
  path: '/v1/transfers/{transfer}/cancellation',
  room: 'inventory',
  summary: 'Take a transfer back of which nothing was received',
  description: 'All of it is on hand at `from` again, and nothing is in transit, in one step.',
  scope: 'stock:write',
  params: closed({ transfer: id('transfer') }),
  status: 200,
  answer: TransferSchema,
  refusals: ['not-found', 'transfer-received', 'transfer-canceled'],
});

export const getTransfer = operation({
  id: 'getTransfer',
  method: 'GET',
  path: '/v1/transfers/{transfer}',
  room: 'inventory',
  summary: 'Look at a transfer',
  scope: 'stock:read',
  params: closed({ transfer: id('transfer') }),
  status: 200,
  answer: TransferSchema,
  refusals: ['not-found'],
});
