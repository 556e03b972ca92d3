// Events of history: what was before, written down afterwards. They are in the log, and readers of
// the log and reports see them; webhooks are not sent for them, for nothing happened now.

import { PAST_DOCUMENT_KINDS } from '@doorstep/core/history/past-document.ts';
import { Type } from 'typebox';
import { Change, type EventKind, LineNumber, Units } from './event-shapes.ts';
import { TotalsSchema } from './order-capture.ts';
import { AmountMinor, Code, Currency, id, nullable, Timestamp } from './schema.ts';

const ImportedOrder = Type.Object({
  import: id('import'),
  number: Type.String(),
  channel: id('channel'),
  channelCode: Code,
  externalId: Type.String(),
  customer: nullable(id('customer')),
  placedAt: Timestamp,
  totals: TotalsSchema,
  canceledMinor: AmountMinor,
  lines: Type.Array(
    Type.Object({
      line: LineNumber,
      id: id('orderLine'),
      kind: Type.Literal('item'),
      kitLine: Type.Null(),
      sku: nullable(id('sku')),
      skuCode: Type.String(),
      amountMinor: AmountMinor,
      ordered: Units,
      canceled: Units,
      unpromised: Type.Integer({ description: 'Open when it was imported: no stock is promised' }),
      shipped: Units,
      delivered: Units,
      returned: Units,
    }),
  ),
});

const ReimportedOrder = Type.Object({
  import: id('import'),
  canceledMinor: Type.Integer({ description: 'By how much more is canceled, in minor units' }),
  lines: Type.Array(
    Type.Object({
      line: LineNumber,
      canceled: Type.Optional(Change),
      unpromised: Type.Optional(Change),
      shipped: Type.Optional(Change),
      delivered: Type.Optional(Change),
      returned: Type.Optional(Change),
    }),
  ),
});

const ImportedDocument = Type.Object({
  import: id('import'),
  kind: Type.Enum([...PAST_DOCUMENT_KINDS]),
  channel: id('channel'),
  channelCode: Code,
  externalId: Type.String(),
  customer: nullable(id('customer')),
  country: nullable(Type.String({ description: 'ISO 3166-1 alpha-2' })),
  issuedAt: Timestamp,
  currency: Currency,
  totalMinor: Type.Integer({ description: 'Negative where money went back to the buyer' }),
  lines: Type.Array(
    Type.Object({
      line: LineNumber,
      sku: nullable(id('sku')),
      skuCode: Type.String(),
      quantity: Type.Integer({ description: 'Units: negative where they came back or were lost' }),
      amountMinor: AmountMinor,
      order: nullable(id('order')),
    }),
  ),
});

export const historyEvents = {
  'order.imported.v1': {
    subject: 'order',
    summary: 'An order of the past was imported, as it ended or as it stood',
    data: ImportedOrder,
  },
  'order.reimported.v1': {
    subject: 'order',
    summary: 'A newer export says more of an imported order: units that went on meanwhile',
    data: ReimportedOrder,
  },
  'order.skus_matched.v1': {
    subject: 'order',
    summary: 'Lines of an order that named a SKU before the catalog had it were matched with it',
    data: Type.Object({
      matches: Type.Array(Type.Object({ line: LineNumber, sku: id('sku') })),
    }),
  },
  'past-document.imported.v1': {
    subject: 'pastDocument',
    summary: 'A credit, an adjustment or a write-off of the past was imported',
    data: ImportedDocument,
  },
} as const satisfies Record<string, EventKind>;
