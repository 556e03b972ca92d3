// Every event of the log: its type, what it is about, and its data. docs/events.md is made from
// this table. A type only ever gains fields; a change of meaning is a new version.
// Events carry ids and facts, never personal data.

import { HOLD_BLOCKS } from '@doorstep/core/orders/hold.ts';
import { PROMISE_CHANGE_REASONS } from '@doorstep/core/orders/promised-date.ts';
import { Type } from 'typebox';
import { accessEvents } from './access-events.ts';
import { customerEvents } from './customer-events.ts';
import { dropEvents } from './drop-events.ts';
import {
  Change,
  Changed,
  type EventKind,
  FulfillmentChanges,
  LineNumber,
  Money,
  ParcelChanges,
  Stock,
  Units,
} from './event-shapes.ts';
import { exceptionEvents } from './exception-events.ts';
import { fulfillmentEvents } from './fulfillment-events.ts';
import { historyEvents } from './history-events.ts';
import { PromisedFields, TotalsSchema } from './order-capture.ts';
import { paymentEvents } from './payment-events.ts';
import { OtherCurrency } from './payment-input.ts';
import { providerConnectionEvents } from './provider-connection-events.ts';
import { reconciliationEvents } from './reconciliation-events.ts';
import { returnEvents } from './return-events.ts';
import { riskEvents } from './risk-events.ts';
import { AmountMinor, Code, id, nullable, Timestamp } from './schema.ts';
import { settingsEvents } from './settings-events.ts';
import { shippingEvents } from './shipping-events.ts';
import { storedValueEvents } from './stored-value-events.ts';
import { webhookEvents } from './webhook-events.ts';

const documentData = Type.Object({
  location: id('location'),
  reason: nullable(Type.String()),
  reference: nullable(Type.String()),
  stock: Stock,
  differences: Type.Array(
    Type.Object({ sku: id('sku'), location: id('location'), shortfall: Units }),
    { description: 'Where promises now exceed what is there' },
  ),
});

const skuData = { code: Code, active: Type.Boolean(), kit: Type.Boolean() };
const channelData = { code: Code, active: Type.Boolean() };

const catalog = {
  'channel.created.v1': {
    subject: 'channel',
    summary: 'A channel was created',
    data: Type.Object(channelData),
  },
  'channel.changed.v1': {
    subject: 'channel',
    summary: 'A channel was changed',
    data: Type.Object({ ...channelData, changed: Changed }),
  },
  'sku.created.v1': {
    subject: 'sku',
    summary: 'A SKU or a kit was created',
    data: Type.Object(skuData),
  },
  'sku.changed.v1': {
    subject: 'sku',
    summary: 'A SKU or a kit was changed',
    data: Type.Object({ ...skuData, changed: Changed }),
  },
  'sku.backorder_limit_set.v1': {
    subject: 'sku',
    summary: 'How much of a SKU may be sold without stock was set',
    data: Type.Object({ cap: Units }),
  },
  'sku.safety_stock_set.v1': {
    subject: 'sku',
    summary: 'The safety stock of a SKU at a location was set; null: that of the location',
    data: Type.Object({ location: id('location'), safetyStock: nullable(Units) }),
  },
} as const;

const locations = {
  'location.created.v1': {
    subject: 'location',
    summary: 'A stock location was created',
    data: Type.Object({
      code: Code,
      number: Type.Integer(),
      kind: Type.String(),
      active: Type.Boolean(),
    }),
  },
  'location.changed.v1': {
    subject: 'location',
    summary: 'A stock location was changed',
    data: Type.Object({
      code: Code,
      number: Type.Integer(),
      active: Type.Boolean(),
      changed: Changed,
    }),
  },
} as const;

const inventory = {
  'stock.received.v1': {
    subject: 'stockDocument',
    summary: 'Stock was received at a location',
    data: documentData,
  },
  'stock.expected.v1': {
    subject: 'stockDocument',
    summary: 'Stock was announced for a location',
    data: documentData,
  },
  'stock.adjusted.v1': {
    subject: 'stockDocument',
    summary: 'Units were added or taken away, with a reason',
    data: documentData,
  },
  'stock.counted.v1': {
    subject: 'stockDocument',
    summary: 'Stock was counted; the level is now what was counted',
    data: documentData,
  },
  'stock.reclassified.v1': {
    subject: 'stockDocument',
    summary: 'Units moved between available, damaged and quality control',
    data: documentData,
  },
  'transfer.dispatched.v1': {
    subject: 'transfer',
    summary: 'Stock left one location for another',
    data: Type.Object({ from: id('location'), to: id('location'), stock: Stock }),
  },
  'transfer.received.v1': {
    subject: 'transfer',
    summary: 'A transfer arrived',
    data: Type.Object({
      to: id('location'),
      stock: Stock,
      differences: Type.Array(Type.Object({ sku: id('sku'), sent: Units, received: Units })),
    }),
  },
  'transfer.canceled.v1': {
    subject: 'transfer',
    summary: 'A transfer was taken back: its stock is where it was',
    data: Type.Object({ from: id('location'), to: id('location'), stock: Stock }),
  },
  'reservation.made.v1': {
    subject: 'reservation',
    summary: 'Stock was reserved for a cart, a quote or another owner',
    data: Type.Object({
      owner: Type.Object({ kind: Type.String() }),
      expiresAt: nullable(Timestamp),
      stock: Stock,
    }),
  },
  'reservation.released.v1': {
    subject: 'reservation',
    summary: 'Reserved stock was given back',
    data: Type.Object({ stock: Stock }),
  },
  'reservation.lapsed.v1': {
    subject: 'reservation',
    summary: 'The time of a reservation ran out and the stock is free again',
    data: Type.Object({ stock: Stock }),
  },
} as const;

const Captured = Type.Object({
  number: Type.String(),
  channel: id('channel'),
  channelCode: Code,
  externalId: nullable(Type.String()),
  customer: nullable(id('customer')),
  placedAt: Timestamp,
  promised: Type.Optional(
    Type.Object(PromisedFields, { description: 'Left out where no date is promised' }),
  ),
  totals: TotalsSchema,
  lines: Type.Array(
    Type.Object({
      line: LineNumber,
      id: id('orderLine'),
      kind: Type.Enum(['item', 'kit', 'component']),
      kitLine: nullable(Type.Integer()),
      sku: nullable(id('sku')),
      skuCode: Code,
      ordered: Units,
      reserved: Units,
      backordered: Units,
      unpromised: Units,
      amountMinor: AmountMinor,
    }),
  ),
  stock: Type.Array(
    Type.Object({
      line: LineNumber,
      reservation: id('reservation'),
      sku: id('sku'),
      location: id('location'),
      locationCode: Code,
      reserved: Units,
    }),
    { description: 'Where stock was promised' },
  ),
  payments: Type.Optional(
    Type.Array(
      Type.Object({
        payment: id('payment'),
        provider: Type.String(),
        amountMinor: AmountMinor,
        ...OtherCurrency,
      }),
    ),
  ),
  money: Type.Optional(Money),
  drop: Type.Optional(
    Type.Object(
      { drop: id('drop'), sold: Units, preordered: Units },
      {
        description: 'What it bought from a drop; its promises come out of the pool',
      },
    ),
  ),
});

const Canceled = Type.Object({
  cancellation: id('cancellation'),
  reason: Type.String(),
  amountMinor: AmountMinor,
  shippingMinor: AmountMinor,
  lines: Type.Array(
    Type.Object({
      line: LineNumber,
      canceled: Units,
      unpromised: Change,
      backordered: Change,
      reserved: Change,
      allocated: Type.Optional(Change),
      picked: Type.Optional(Change),
      packed: Type.Optional(Change),
    }),
  ),
  stock: Stock,
  fulfillment: Type.Optional(FulfillmentChanges),
  parcels: Type.Optional(ParcelChanges),
});

const noteData = Type.Object({
  note: id('note'),
  mentions: Type.Optional(Type.Array(id('user'), { description: 'The users it names' })),
});

const holdData = { hold: id('hold'), reason: Type.String() };

const orders = {
  'order.captured.v1': {
    subject: 'order',
    summary: 'An order was captured and its stock promised',
    data: Captured,
  },
  'order.promise_changed.v1': {
    subject: 'order',
    summary: 'The dates that an order is promised for were changed',
    data: Type.Object({
      before: Type.Object(PromisedFields),
      after: Type.Object(PromisedFields),
      reason: Type.Enum([...PROMISE_CHANGE_REASONS]),
    }),
  },
  'order.backorder_filled.v1': {
    subject: 'order',
    summary: 'Backordered units were promised from stock that came',
    data: Type.Object({
      lines: Type.Array(
        Type.Object({
          line: LineNumber,
          backordered: Change,
          unpromised: Type.Optional(Change),
          reserved: Change,
        }),
      ),
      stock: Type.Array(
        Type.Object({
          line: LineNumber,
          reservation: id('reservation'),
          sku: id('sku'),
          location: id('location'),
          reserved: Units,
        }),
      ),
    }),
  },
  'order.canceled.v1': {
    subject: 'order',
    summary: 'Units of an order were canceled, or all of it',
    data: Canceled,
  },
  'order.held.v1': {
    subject: 'order',
    summary: 'An order, or a line of it, was put on hold',
    data: Type.Object({
      ...holdData,
      line: nullable(LineNumber),
      blocks: Type.Array(Type.Enum([...HOLD_BLOCKS])),
      expiresAt: nullable(Timestamp),
    }),
  },
  'order.hold_released.v1': {
    subject: 'order',
    summary: 'A hold was released',
    data: Type.Object(holdData),
  },
  'order.hold_lapsed.v1': {
    subject: 'order',
    summary: 'The time of a hold ran out',
    data: Type.Object(holdData),
  },
  'order.tagged.v1': {
    subject: 'order',
    summary: 'An order was tagged',
    data: Type.Object({ tag: Type.String() }),
  },
  'order.untagged.v1': {
    subject: 'order',
    summary: 'A tag was taken off an order',
    data: Type.Object({ tag: Type.String() }),
  },
  'order.note_added.v1': {
    subject: 'order',
    summary: 'A note was written on an order',
    data: noteData,
  },
  'order.note_edited.v1': {
    subject: 'order',
    summary: 'Who wrote a note wrote it anew',
    data: noteData,
  },
  'order.note_deleted.v1': {
    subject: 'order',
    summary: 'Who wrote a note took it off the order',
    data: Type.Object({ note: id('note') }),
  },
  'order.custom_fields_set.v1': {
    subject: 'order',
    summary: 'Custom fields of an order were set or removed',
    data: Type.Object({ fields: Type.Array(Type.String()) }),
  },
  'order.customer_changed.v1': {
    subject: 'order',
    summary: 'The order belongs to another customer: theirs was merged into that one',
    data: Type.Object({ customer: id('customer'), was: id('customer') }),
  },
  'order.erased.v1': {
    subject: 'order',
    summary: 'The customer was erased, and with it what was personal in the order',
    data: Type.Object({}),
  },
} as const;

const events = {
  ...accessEvents,
  ...settingsEvents,
  ...customerEvents,
  ...catalog,
  ...locations,
  ...inventory,
  ...orders,
  ...paymentEvents,
  ...storedValueEvents,
  ...riskEvents,
  ...providerConnectionEvents,
  ...reconciliationEvents,
  ...fulfillmentEvents,
  ...shippingEvents,
  ...returnEvents,
  ...dropEvents,
  ...exceptionEvents,
  ...webhookEvents,
  ...historyEvents,
} as const satisfies Record<string, EventKind>;

export type EventType = keyof typeof events;

export const EVENTS: Readonly<Record<EventType, EventKind>> = events;
