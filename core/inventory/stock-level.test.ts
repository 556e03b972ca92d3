import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyDelta, delta, type StockDelta } from './movement.ts';
import {
  availableUnits,
  EMPTY_LEVEL,
  type StockLevel,
  shortfallUnits,
  unavailableUnits,
} from './stock-level.ts';

const units = fc.integer({ min: 0, max: 1_000_000 });
const states = Object.fromEntries(Object.keys(EMPTY_LEVEL).map((state) => [state, units]));
const levels = fc.record(states) as unknown as fc.Arbitrary<StockLevel>;
const changes = fc.record(
  Object.fromEntries(
    Object.keys(EMPTY_LEVEL).map((state) => [state, fc.integer({ min: -1000, max: 1000 })]),
  ),
  { requiredKeys: [] },
) as unknown as fc.Arbitrary<StockDelta>;

test('on hand is what is available, reserved and unavailable together', () => {
  fc.assert(
    fc.property(levels, units, (level, kept) => {
      const parts = availableUnits(level, kept) + level.reserved + unavailableUnits(level, kept);
      assert.equal(parts, level.onHand);
    }),
  );
});

test('a level is short exactly when, with nothing kept back, less than nothing is available', () => {
  fc.assert(
    fc.property(levels, (level) => {
      assert.equal(shortfallUnits(level), Math.max(0, -availableUnits(level, 0)));
    }),
  );
});

test('movements add up: the order they come in does not matter', () => {
  fc.assert(
    fc.property(levels, fc.array(changes), (level, moved) => {
      const there = moved.reduce(applyDelta, level);
      const back = moved.toReversed().reduce(applyDelta, level);
      assert.deepEqual(there, back);
    }),
  );
});

test('a movement changes the states it names and no other', () => {
  fc.assert(
    fc.property(levels, changes, (level, change) => {
      const after = applyDelta(level, change);
      for (const state of Object.keys(EMPTY_LEVEL) as (keyof StockLevel)[])
        assert.equal(after[state] - level[state], change[state] ?? 0);
    }),
  );
});

test('every typed movement does what its name says', () => {
  const after = (change: StockDelta) => applyDelta(EMPTY_LEVEL, change);
  const changed = (change: StockDelta) =>
    Object.fromEntries(Object.entries(after(change)).filter(([, count]) => count !== 0));
  assert.deepEqual(changed(delta.expected(5)), { incoming: 5 });
  assert.deepEqual(changed(delta.received(5, 0)), { onHand: 5 });
  assert.deepEqual(changed(delta.received(5, 3)), { onHand: 5, incoming: -3 });
  assert.deepEqual(changed(delta.adjusted(-2)), { onHand: -2 });
  assert.deepEqual(changed(delta.reclassified('damaged', 2)), { damaged: 2 });
  assert.deepEqual(changed(delta.dispatched(4)), { onHand: -4 });
  assert.deepEqual(changed(delta.arriving(4)), { inTransit: 4 });
  assert.deepEqual(changed(delta.arrived(3, 4)), { onHand: 3, inTransit: -4 });
  assert.deepEqual(changed(delta.reserved(1)), { reserved: 1 });
  assert.deepEqual(changed(delta.released(1)), { reserved: -1 });
});

test('what a transfer sends, and then arrives, leaves nothing in transit', () => {
  fc.assert(
    fc.property(units, units, (sent, came) => {
      const there = applyDelta(applyDelta(EMPTY_LEVEL, delta.arriving(sent)), {
        ...delta.arrived(came, sent),
      });
      assert.deepEqual(there, { ...EMPTY_LEVEL, onHand: came });
    }),
  );
});
