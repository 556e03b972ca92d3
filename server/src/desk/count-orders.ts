// Counts orders under some filters: as a whole, and along each axis under all filters but its own.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { countOrders as operation } from '@doorstep/contract/orders.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { selectChannelCodes } from '../catalog/lookup.sql.ts';
import type { Tx } from '../db/transaction.ts';
import { countGathered, type ShapeRow } from './find.sql.ts';
import {
  criteriaParams,
  FIND_LIMITS,
  isBesidesShapes,
  narrowest,
  ordersOf,
} from './find-orders.ts';
import { readBehind } from './list-orders.ts';
import {
  AXES,
  type Axis,
  isWanted,
  type OrderCriteria,
  type OrderFilters,
  orderCriteria,
} from './order-criteria.ts';

type Counts = AnswerOf<typeof operation>;

export async function countOrders(
  tx: Tx,
  filters: OrderFilters,
  now: Date,
): Promise<Counts | Refusal> {
  const criteria = await orderCriteria(tx, filters, now);
  if (isRefusal(criteria)) return criteria;
  const [{ shapes, isExact }, behind, channels] = await Promise.all([
    countShapes(tx, criteria),
    readBehind(tx),
    tx.rows(selectChannelCodes),
  ]);
  const codes = new Map(channels.map(({ id, code }) => [id, code]));
  const along = (axis: Axis) => countAlong(shapes, criteria, axis);
  return {
    orders: ordersOf(shapes.filter((shape) => isWanted(shape, criteria.axes))),
    isExact,
    behind,
    status: along('status'),
    fulfillmentStatus: along('fulfillmentStatus'),
    stockStatus: along('stockStatus'),
    paymentStatus: along('paymentStatus'),
    returnStatus: along('returnStatus'),
    currency: along('currency'),
    channel: along('channel').map(({ value, orders }) => ({
      value: codes.get(value) ?? value,
      orders,
    })),
    hasException: along('hasException'),
    origin: along('origin'),
  };
}

/** The orders of each shape that the filters besides the axes leave. */
export async function countShapes(
  tx: Tx,
  criteria: OrderCriteria,
): Promise<{ shapes: readonly ShapeRow[]; isExact: boolean }> {
  const besides = { ...criteria, shapes: null };
  if (!isBesidesShapes(criteria)) return { shapes: criteria.allShapes, isExact: true };
  const led = await narrowest(tx, besides, null);
  // Too many to look at: as many as may be looked at are counted, and there are at least so many.
  const from = led ?? anyLead(criteria);
  const counted = await tx.rows(countGathered, [...criteriaParams(besides), ...from]);
  const found = new Map(counted.map(({ shape, orders }) => [shape, BigInt(orders)]));
  return {
    shapes: criteria.allShapes.map((one) => ({ ...one, orders: found.get(one.shape) ?? 0n })),
    isExact: led !== null,
  };
}

function anyLead(criteria: OrderCriteria) {
  const { words, tags, anyTags, sku, location, holds, exceptions, countries } = criteria;
  const { customer, placed, shipBy, risk } = criteria;
  const lead =
    (words !== null && (words.length === 1 ? 'only word' : 'word')) ||
    (customer !== null && 'customer') ||
    (tags !== null && 'tag') ||
    (anyTags !== null && 'any tag') ||
    (sku !== null && 'sku') ||
    (location !== null && 'location') ||
    (holds !== null && 'hold') ||
    (exceptions !== null && 'exception') ||
    (countries !== null && 'country') ||
    ((placed.from !== null || placed.to !== null) && 'placed') ||
    (risk !== null && 'risk') ||
    ((shipBy.from !== null || shipBy.to !== null) && 'shipBy') ||
    (criteria.updated.from !== null && 'updated') ||
    'total';
  return [lead, words?.[0] ?? null, FIND_LIMITS.gathered, null, 0];
}

function countAlong(shapes: readonly ShapeRow[], { axes }: OrderCriteria, axis: Axis) {
  const counts = new Map<string, number>();
  for (const shape of shapes) {
    if (!isWanted(shape, axes, axis) || shape.orders === 0n) continue;
    const value = AXES[axis](shape);
    counts.set(value, (counts.get(value) ?? 0) + Number(shape.orders));
  }
  const most = [...counts].sort((a, b) => b[1] - a[1]);
  return most.map(([value, orders]) => ({ value, orders }));
}
