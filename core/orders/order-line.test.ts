import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSound, type LineCounts, openUnits } from './order-line.ts';

const NOTHING: LineCounts = {
  ordered: 0,
  canceled: 0,
  unpromised: 0,
  backordered: 0,
  reserved: 0,
  allocated: 0,
  picked: 0,
  packed: 0,
  shipped: 0,
  delivered: 0,
  returned: 0,
  overshipped: 0,
};
const PLACES = [
  'canceled',
  'unpromised',
  'backordered',
  'reserved',
  'allocated',
  'picked',
  'packed',
  'shipped',
] as const;

const places = fc.record(
  Object.fromEntries(PLACES.map((place) => [place, fc.nat(1000)])),
) as unknown as fc.Arbitrary<Pick<LineCounts, (typeof PLACES)[number]>>;

const sound = places.map((units): LineCounts => {
  const ordered = Object.values(units).reduce((sum, count) => sum + count, 0);
  return { ...NOTHING, ...units, ordered };
});

test('a line is sound when every ordered unit is in exactly one place', () => {
  fc.assert(
    fc.property(sound, fc.constantFrom('ordered' as const, ...PLACES), (counts, place) => {
      assert.ok(isSound(counts));
      assert.ok(!isSound({ ...counts, [place]: counts[place] + 1 }));
    }),
  );
});

test('delivered and returned units have shipped: they take no further place', () => {
  fc.assert(
    fc.property(sound, (counts) => {
      assert.ok(isSound({ ...counts, delivered: counts.shipped, returned: 1 }));
    }),
  );
});

test('no count is negative, even where the sum is right', () => {
  assert.ok(!isSound({ ...NOTHING, ordered: 1, reserved: 2, shipped: -1 }));
  assert.ok(!isSound({ ...NOTHING, returned: -1 }));
});

test('open units have neither left nor been canceled', () => {
  fc.assert(
    fc.property(sound, (counts) => {
      const { unpromised, backordered, reserved, allocated, picked, packed } = counts;
      const still = unpromised + backordered + reserved + allocated + picked + packed;
      assert.equal(openUnits(counts), still);
    }),
  );
});
