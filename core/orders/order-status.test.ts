import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fulfillmentStatus, type OrderCounts, orderStatus, stockStatus } from './order-status.ts';

const words = (counts: Partial<OrderCounts>) => {
  const given: OrderCounts = {
    ordered: 4,
    canceled: 0,
    unpromised: 0,
    backordered: 0,
    shipped: 0,
    openHolds: 0,
    ...counts,
  };
  return [orderStatus(given), fulfillmentStatus(given), stockStatus(given)];
};

test('an order whose units are all promised is open', () => {
  assert.deepEqual(words({}), ['open', 'unfulfilled', 'promised']);
});

test('the worst promise of the open units is the stock status', () => {
  assert.deepEqual(words({ backordered: 1 }), ['open', 'unfulfilled', 'backordered']);
  assert.deepEqual(words({ backordered: 1, unpromised: 1 }), ['open', 'unfulfilled', 'unpromised']);
});

test('an order all canceled is canceled, whatever holds still stand', () => {
  assert.deepEqual(words({ canceled: 4, openHolds: 2 }), ['canceled', 'none', 'none']);
});

test('an open hold stops an open order, not a finished one', () => {
  assert.deepEqual(words({ openHolds: 1 }), ['on-hold', 'unfulfilled', 'promised']);
  assert.deepEqual(words({ openHolds: 1, shipped: 4 }), ['completed', 'fulfilled', 'none']);
});

test('what was canceled counts neither for nor against fulfillment', () => {
  assert.deepEqual(words({ shipped: 2 }), ['open', 'partially-fulfilled', 'promised']);
  assert.deepEqual(words({ shipped: 2, canceled: 2 }), ['completed', 'fulfilled', 'none']);
  assert.deepEqual(words({ canceled: 3 }), ['open', 'unfulfilled', 'promised']);
});
