import assert from 'node:assert/strict';
import { test } from 'node:test';
import { returnableUntil } from './return-window.ts';

const day = (date: number) => new Date(Date.UTC(2026, 10, date));

test('the days count from the delivery, the last one where there are several', () => {
  const parcels = [
    { shippedAt: day(1), deliveredAt: day(2) },
    { shippedAt: day(3), deliveredAt: day(5) },
  ];
  assert.deepEqual(returnableUntil(parcels, 14), day(19));
});

test('what nobody saw delivered counts as delivered a week after it left', () => {
  assert.deepEqual(returnableUntil([{ shippedAt: day(1), deliveredAt: null }], 14), day(22));
});

test('nothing may be asked for that has not left, or where the shop takes none', () => {
  assert.equal(returnableUntil([], 14), null);
  assert.equal(returnableUntil([{ shippedAt: day(1), deliveredAt: null }], null), null);
});
