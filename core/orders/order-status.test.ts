import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fulfillmentStatus,
  type OrderCounts,
  orderStatus,
  returnStatus,
  stockStatus,
} from './order-status.ts';

const words = (counts: Partial<OrderCounts>) => {
  const given: OrderCounts = {
    ordered: 4,
    canceled: 0,
    unpromised: 0,
    backordered: 0,
    inWork: 0,
    shipped: 0,
    delivered: 0,
    returned: 0,
    overshipped: 0,
    openHolds: 0,
    ...counts,
  };
  return [orderStatus(given), fulfillmentStatus(given), stockStatus(given), returnStatus(given)];
};

test('an order whose units are all promised is open', () => {
  assert.deepEqual(words({}), ['open', 'unfulfilled', 'promised', 'none']);
});

test('the worst promise of the open units is the stock status', () => {
  assert.deepEqual(words({ backordered: 1 }), ['open', 'unfulfilled', 'backordered', 'none']);
  assert.deepEqual(words({ backordered: 1, unpromised: 1 }), [
    'open',
    'unfulfilled',
    'unpromised',
    'none',
  ]);
});

test('an order all canceled is canceled, whatever holds still stand', () => {
  assert.deepEqual(words({ canceled: 4, openHolds: 2 }), ['canceled', 'none', 'none', 'none']);
});

test('an open hold stops an open order, not a finished one', () => {
  assert.deepEqual(words({ openHolds: 1 }), ['on-hold', 'unfulfilled', 'promised', 'none']);
  assert.deepEqual(words({ openHolds: 1, shipped: 4 }), ['completed', 'fulfilled', 'none', 'none']);
});

test('what was canceled counts neither for nor against fulfillment', () => {
  assert.deepEqual(words({ shipped: 2 }), ['open', 'partially-fulfilled', 'promised', 'none']);
  assert.deepEqual(words({ shipped: 2, canceled: 2 }), ['completed', 'fulfilled', 'none', 'none']);
  assert.deepEqual(words({ canceled: 3 }), ['open', 'unfulfilled', 'promised', 'none']);
});

test('work at a location shows until the first unit has shipped', () => {
  assert.deepEqual(words({ inWork: 1 }), ['open', 'in-progress', 'promised', 'none']);
  assert.deepEqual(words({ inWork: 1, shipped: 1 }), [
    'open',
    'partially-fulfilled',
    'promised',
    'none',
  ]);
});

test('an order is delivered once all that shipped arrived', () => {
  const shipped = { shipped: 3, canceled: 1 };
  assert.equal(words({ ...shipped, delivered: 2 })[1], 'fulfilled');
  assert.equal(words({ ...shipped, delivered: 3 })[1], 'delivered');
});

test('what shipped beyond what was open finishes nothing', () => {
  assert.deepEqual(words({ shipped: 2, overshipped: 1 }), [
    'open',
    'partially-fulfilled',
    'promised',
    'none',
  ]);
  assert.deepEqual(words({ canceled: 4, shipped: 1, overshipped: 1 }), [
    'canceled',
    'fulfilled',
    'none',
    'none',
  ]);
});

test('an order is returned once all that shipped came back', () => {
  assert.equal(words({ shipped: 2, returned: 1 })[3], 'partially-returned');
  assert.equal(words({ shipped: 2, returned: 2 })[3], 'returned');
});
