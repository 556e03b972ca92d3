import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWanted, unknownFilters } from './event-filter.ts';

test('no filter lets every event through', () => {
  assert.ok(isWanted([], 'order.captured.v1'));
});

test('a filter that ends at a dot is a beginning, any other is a whole type', () => {
  assert.ok(isWanted(['order.'], 'order.captured.v1'));
  assert.ok(!isWanted(['order.'], 'orders.captured.v1'));
  assert.ok(isWanted(['stock.', 'order.captured.v1'], 'order.captured.v1'));
  assert.ok(!isWanted(['order.captured'], 'order.captured.v1'));
});

test('a filter that fits no type is named', () => {
  const types = ['order.captured.v1', 'stock.received.v1'];
  assert.deepEqual(unknownFilters(['order.', 'orders.', 'stock.received.v1', 'stock'], types), [
    'orders.',
    'stock',
  ]);
});
