// What the data of events is made of.

import type { IdKind } from '@doorstep/core/ids.ts';
import { type TObject, Type } from 'typebox';
import { AmountMinor, id } from './schema.ts';

export interface EventKind {
  /** What it happened to: the kind of the id. */
  readonly subject: IdKind;
  readonly summary: string;
  readonly data: TObject;
}

export const Units = Type.Integer();
export const Change = Type.Integer({
  description: 'Units that came (positive) or went (negative)',
});
export const Changed = Type.Array(Type.String(), {
  description: 'The names of the fields that changed',
});
export const LineNumber = Type.Integer({ description: 'The number of the line in its order' });

const StockChange = {
  onHand: Type.Optional(Change),
  reserved: Type.Optional(Change),
  allocated: Type.Optional(Change),
  damaged: Type.Optional(Change),
  qualityControl: Type.Optional(Change),
  incoming: Type.Optional(Change),
  inTransit: Type.Optional(Change),
};

/** What moved, by SKU and location: the levels are the sums of these over the whole log. */
export const Stock = Type.Array(
  Type.Object({ sku: id('sku'), location: id('location'), ...StockChange }),
  { description: 'What moved; states left out stay as they are' },
);

const MoneyChange = Type.Optional(AmountMinor);

/** What money did, by payment: payments are the sums of these over the whole log. */
export const Money = Type.Array(
  Type.Object({
    payment: id('payment'),
    authorizing: MoneyChange,
    authorized: MoneyChange,
    capturing: MoneyChange,
    captured: MoneyChange,
    refunding: MoneyChange,
    refunded: MoneyChange,
    voiding: MoneyChange,
    voided: MoneyChange,
    disputed: MoneyChange,
    carried: MoneyChange,
  }),
  {
    description:
      'What was asked for (-ing) and what happened (-ed), in minor units that came or went; states left out stay as they are',
  },
);

/** What moved on the lines of an order, by the place it left or reached. */
export const LineChanges = Type.Array(
  Type.Object({
    line: LineNumber,
    canceled: Type.Optional(Change),
    unpromised: Type.Optional(Change),
    backordered: Type.Optional(Change),
    reserved: Type.Optional(Change),
    allocated: Type.Optional(Change),
    picked: Type.Optional(Change),
    packed: Type.Optional(Change),
    shipped: Type.Optional(Change),
    overshipped: Type.Optional(Change),
  }),
);

export const FulfillmentChanges = Type.Array(
  Type.Object({
    fulfillmentOrder: id('fulfillmentOrder'),
    line: LineNumber,
    quantity: Type.Optional(Change),
    allocated: Type.Optional(Change),
    picked: Type.Optional(Change),
    packed: Type.Optional(Change),
    shipped: Type.Optional(Change),
    canceled: Type.Optional(Change),
    short: Type.Optional(Change),
    overshipped: Type.Optional(Change),
  }),
  { description: 'What moved on the lines of fulfillment orders' },
);

export const ParcelChanges = Type.Array(
  Type.Object({
    parcel: id('parcel'),
    line: LineNumber,
    quantity: Type.Optional(Change),
    canceled: Type.Optional(Change),
  }),
  { description: 'What was put into parcels, and taken out again' },
);
