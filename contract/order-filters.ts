// What orders are chosen and sorted by: the same for lists, counts, saved views, bulk actions and
// exports, so that what is shown is what is done.

import { HOLD_REASONS } from '@doorstep/core/orders/hold.ts';
import {
  FULFILLMENT_STATUSES,
  ORDER_STATUSES,
  RETURN_STATUSES,
  STOCK_STATUSES,
} from '@doorstep/core/orders/order-status.ts';
import { PROMISE_RISKS } from '@doorstep/core/orders/promise-risk.ts';
import { PAYMENT_STATUSES } from '@doorstep/core/payments/payment-account.ts';
import { Type } from 'typebox';
import { Code, id, SearchQuery, Timestamp, text } from './schema.ts';

/** One value or several with commas between: `open,on-hold`. */
function someOf(words: readonly string[], description: string) {
  const word = `(${words.join('|')})`;
  return Type.Optional(Type.String({ pattern: `^${word}(,${word})*$`, description }));
}

function somePattern(pattern: string, description: string) {
  return Type.Optional(
    Type.String({ maxLength: 2000, pattern: `^${pattern}(,${pattern})*$`, description }),
  );
}

const Amount = Type.Integer({ minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991 });
const told = (words: readonly string[]) => `One or several: ${words.join(', ')}`;
const kebab = '[a-z][a-z0-9-]{0,60}';

export const ORDER_FILTERS = {
  ...SearchQuery,
  status: someOf(ORDER_STATUSES, told(ORDER_STATUSES)),
  fulfillmentStatus: someOf(FULFILLMENT_STATUSES, told(FULFILLMENT_STATUSES)),
  stockStatus: someOf(STOCK_STATUSES, told(STOCK_STATUSES)),
  paymentStatus: someOf(PAYMENT_STATUSES, told(PAYMENT_STATUSES)),
  returnStatus: someOf(RETURN_STATUSES, told(RETURN_STATUSES)),
  channel: Type.Optional({ ...Code, description: 'Code of a channel, or several' }),
  customer: Type.Optional(id('customer')),
  tag: Type.Optional(text(50)),
  anyTag: somePattern('[^,]{1,50}', 'With one of these tags'),
  allTags: somePattern('[^,]{1,50}', 'With all of these tags'),
  country: somePattern('[A-Z]{2}', 'Where it goes: one or several of ISO 3166-1 alpha-2'),
  currency: somePattern('[A-Z]{3}', 'One or several of ISO 4217'),
  sku: Type.Optional({ ...Code, description: 'With a line of this SKU code' }),
  location: Type.Optional({ ...Code, description: 'Promised or worked on at this location' }),
  holdReason: someOf(HOLD_REASONS, `With an open hold: ${HOLD_REASONS.join(', ')}`),
  hasException: Type.Optional(Type.Boolean({ description: 'With an open exception, or without' })),
  exceptionType: somePattern(kebab, 'With an open exception of one of these types'),
  origin: Type.Optional(
    Type.Enum(['captured', 'imported'], { description: 'Captured here, or imported as history' }),
  ),
  placedFrom: Type.Optional({ ...Timestamp, description: 'Placed at this time or later' }),
  placedTo: Type.Optional({ ...Timestamp, description: 'Placed before this time' }),
  promiseRisk: someOf(
    PROMISE_RISKS,
    'Whether the date that it is to ship by is kept, as long as units are to be shipped: ' +
      `${told(PROMISE_RISKS)}. What is at risk is nearer than what is left to do takes`,
  ),
  shipByFrom: Type.Optional({ ...Timestamp, description: 'To ship by this time or later' }),
  shipByTo: Type.Optional({ ...Timestamp, description: 'To ship by before this time' }),
  updatedFrom: Type.Optional({ ...Timestamp, description: 'Something happened to it since' }),
  totalFrom: Type.Optional({ ...Amount, description: 'Of this total or more, in minor units' }),
  totalTo: Type.Optional({ ...Amount, description: 'Of this total or less, in minor units' }),
};

export const ORDER_SORTS = [
  '-created',
  'created',
  '-placed',
  'placed',
  '-updated',
  'updated',
  '-total',
  'total',
  '-shipBy',
  'shipBy',
] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

export const OrderSortField = Type.Enum([...ORDER_SORTS], {
  description:
    '`-` is descending. `created` is the order of capture; `updated` when something last happened; ' +
    '`shipBy` the promised date, orders without one behind all others',
});
