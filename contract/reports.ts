// Reports: what was sold, added up from the log.

import { SALES_SORTS, SALES_SPLITS } from '@doorstep/core/analytics/sales-measures.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AmountMinor, Code, Country, Currency, closed, nullable, type Shape } from './schema.ts';

const Day = Type.String({ format: 'date', pattern: '^[12]\\d{3}-\\d{2}-\\d{2}$' });

const count = (description: string) => Type.Integer({ description });
const money = (description: string) => Type.Integer({ ...AmountMinor, description });

const measures = {
  orders: count('Orders with a line that has a price'),
  lines: count('Lines that have a price; a kit is one line'),
  units: count('Units of these lines'),
  freeUnits: count('Units of lines without a price, such as gifts'),
  salesMinor: money('What the lines cost, before discounts, tax and shipping'),
  cancellations: count('How often something was canceled'),
  canceledUnits: count('Units canceled; a kit is one unit'),
  canceledMinor: money('What buyers need not pay for that: with tax and shipping, less discounts'),
  returnedUnits: count('Units that came back; of a kit, those of its components'),
  refundedMinor: nullable(
    money('Refunds granted for orders captured here; null by SKU, for they are not told by line'),
  ),
  credits: count('Credits of the past'),
  creditedUnits: count('Units on them'),
  creditsMinor: money('Money on them: negative'),
  adjustments: count('Adjustments of the past'),
  adjustmentsMinor: money('Money on them'),
  writtenOffUnits: count('Units written off, less those found'),
  netMinor: money('Sales plus credits plus adjustments'),
};

const SalesFiguresSchema = Type.Object(measures);
const SalesRowSchema = Type.Object({
  key: nullable(
    Type.String({
      description:
        'The day (2026-11-28), month (2026-11), channel code, country, SKU code or customer id; ' +
        'null: not known, or sold to nobody known',
    }),
  ),
  label: nullable(
    Type.String({ description: 'What it is called today: of channels, SKUs and customers' }),
  ),
  externalId: Type.Optional(nullable(Type.String({ description: 'Of a customer' }))),
  ...measures,
});

export const reportSales = operation({
  id: 'reportSales',
  method: 'GET',
  path: '/v1/reports/sales',
  room: 'analytics',
  summary: 'What was sold, by day, month, channel, country, SKU or customer',
  description:
    'Added up from the log, exactly: `asOf` says up to which position, and how far that is behind. ' +
    'Days are those of UTC. An order counts on the day it was placed; what is canceled, returned ' +
    'or refunded later counts on the day it happened. `totals` are those of all rows, not of this ' +
    'page. Currencies are never added together: without `currency` it is that of the tenant. ' +
    'Customers have names here only for those who may read customers.',
  scope: 'reports:read',
  query: closed({
    by: Type.Enum([...SALES_SPLITS]),
    from: Type.Optional(Type.String({ ...Day, description: 'The first day' })),
    to: Type.Optional(Type.String({ ...Day, description: 'The last day; it counts as well' })),
    channel: Type.Optional(Code),
    country: Type.Optional(Country),
    currency: Type.Optional(Currency),
    sort: Type.Optional(
      Type.Enum([...SALES_SORTS], {
        description:
          'Highest first by `sales`, `units` or `orders`; `key` is the order of the keys, and ' +
          'what days and months come in unless you say otherwise',
      }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
    cursor: Type.Optional(
      Type.String({ maxLength: 500, description: '`nextCursor` of the previous page' }),
    ),
  }),
  status: 200,
  answer: Type.Object({
    by: Type.Enum([...SALES_SPLITS]),
    currency: Currency,
    otherCurrencies: Type.Array(Currency, {
      description: 'In which there is something, too, with the same filters',
    }),
    from: nullable(Day),
    to: nullable(Day),
    asOf: Type.Object({
      position: Type.Integer({ description: 'Of the log: everything up to it is counted' }),
      behind: Type.Integer({ description: 'Events of the log that are not counted yet' }),
    }),
    totals: SalesFiguresSchema,
    rows: Type.Array(SalesRowSchema),
    nextCursor: nullable(
      Type.String({ description: 'Pass as `cursor` for the next page; null at the end' }),
    ),
  }),
  refusals: ['channel-unknown'],
});

export type SalesReport = Shape<NonNullable<typeof reportSales.answer>>;
