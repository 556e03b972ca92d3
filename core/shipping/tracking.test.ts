// A parcel's state from what carriers say, in every order.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Scan, TRACKING_STATUSES, type TrackingStatus, trailOf } from './tracking.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const scans = (...statuses: TrackingStatus[]): Scan[] =>
  statuses.map((status, hour) => ({ status, occurredAt: at(hour) }));

test('a label alone is not a parcel on its way', () => {
  const trail = trailOf(scans('label-created'));
  assert.deepEqual([trail.movedAt, trail.newest?.status], [null, 'label-created']);
  assert.deepEqual(trailOf([]).newest, null);
});

test('a delivery makes good every trouble before it', () => {
  for (const trouble of ['lost', 'damaged', 'delivery-failed', 'returning'] as const) {
    const trail = trailOf(scans('in-transit', trouble, 'delivered'));
    assert.deepEqual([trail.trouble, trail.deliveredAt], [null, at(2)], trouble);
  }
});

test('trouble after a delivery is kept beside it, and undoes nothing', () => {
  const trail = trailOf(scans('in-transit', 'delivered', 'lost'));
  assert.deepEqual([trail.trouble, trail.deliveredAt], ['lost', at(1)]);
});

test('what was lost or not delivered is on its way again when it is seen; what comes back is not', () => {
  assert.equal(trailOf(scans('lost', 'in-transit')).trouble, null);
  assert.equal(trailOf(scans('delivery-failed', 'out-for-delivery')).trouble, null);
  assert.equal(trailOf(scans('returning', 'in-transit')).trouble, 'returning');
  assert.equal(trailOf(scans('returning', 'returned-to-sender', 'in-transit')).trouble, 'returned');
  assert.equal(trailOf(scans('damaged', 'out-for-delivery')).trouble, 'damaged');
});

test('delivered twice is delivered at the first time', () => {
  const trail = trailOf(scans('delivered', 'delivered'));
  assert.deepEqual([trail.deliveredAt, trail.newest?.occurredAt], [at(0), at(1)]);
});

test('the order in which scans are heard, and how often, changes nothing', () => {
  const scan = fc
    .tuple(fc.constantFrom(...TRACKING_STATUSES), fc.integer({ min: 0, max: 6 }))
    .map(([status, hour]) => ({ status, occurredAt: at(hour) }));
  const heard = fc.array(scan, { maxLength: 12 }).chain((told) =>
    fc.record({
      told: fc.constant(told),
      shuffled: fc
        .tuple(fc.shuffledSubarray(told, { minLength: told.length }), fc.subarray(told))
        .map(([all, again]) => [...all, ...again]),
    }),
  );
  fc.assert(
    fc.property(heard, ({ told, shuffled }) => {
      assert.deepEqual(trailOf(shuffled), trailOf(told));
    }),
  );
});
