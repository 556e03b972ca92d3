import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChannelId, LocationId } from '../ids.ts';
import { type RoutableLocation, rankLocations } from './location-ranking.ts';

const web = 'chn_web' as ChannelId;
const shop = 'chn_shop' as ChannelId;
const berlin = { latitude: 52.52, longitude: 13.4 };

function locationOf(number: number, more: Partial<RoutableLocation> = {}): RoutableLocation {
  return {
    id: `loc_${number}` as LocationId,
    number,
    active: true,
    coordinates: berlin,
    handlingCostMinor: 0,
    safetyStock: 0,
    channels: new Map([[web, { bufferUnits: 0, priority: 1 }]]),
    ...more,
  };
}

const numbers = (locations: readonly { number: number }[]) => locations.map((one) => one.number);

test('the cheaper location comes first, then the nearer, then the older', () => {
  const hamburg = { latitude: 53.55, longitude: 10 };
  const { ranked } = rankLocations(
    [
      locationOf(1, { handlingCostMinor: 50 }),
      locationOf(2, { coordinates: hamburg }),
      locationOf(3),
      locationOf(4),
    ],
    web,
    berlin,
  );
  assert.deepEqual(numbers(ranked), [3, 4, 2, 1]);
  assert.deepEqual(
    ranked.map((one) => one.distanceKm),
    [0, 0, 255, 0],
  );
});

test('without a destination there is no distance, and cost and age decide', () => {
  const { ranked } = rankLocations(
    [locationOf(2), locationOf(1), locationOf(3, { handlingCostMinor: -5 })],
    web,
    null,
  );
  assert.deepEqual(numbers(ranked), [3, 1, 2]);
  assert.ok(ranked.every((one) => one.distanceKm === null));
});

test('a location that is off or does not serve the channel is left out, and named with the reason', () => {
  const { ranked, excluded } = rankLocations(
    [
      locationOf(1, { active: false }),
      locationOf(2, { channels: new Map([[shop, { bufferUnits: 0, priority: 1 }]]) }),
      locationOf(3, { active: false, channels: new Map() }),
      locationOf(4),
    ],
    web,
    berlin,
  );
  assert.deepEqual(numbers(ranked), [4]);
  assert.deepEqual(excluded, [
    { number: 1, reason: 'inactive' },
    { number: 2, reason: 'channel-not-served' },
    { number: 3, reason: 'inactive' },
  ]);
});

test('the buffer is that of the channel asked for', () => {
  const channels = new Map([
    [web, { bufferUnits: 7, priority: 1 }],
    [shop, { bufferUnits: 1, priority: 1 }],
  ]);
  const [first] = rankLocations([locationOf(1, { channels, safetyStock: 3 })], shop, null).ranked;
  assert.deepEqual([first?.bufferUnits, first?.safetyStock], [1, 3]);
});

test('every location is ranked or excluded, once, and their order in the input does not matter', () => {
  const some = fc.uniqueArray(
    fc.record({
      number: fc.nat(500),
      active: fc.boolean(),
      serves: fc.boolean(),
      cost: fc.integer({ min: 0, max: 3 }),
      latitude: fc.integer({ min: -80, max: 80 }),
    }),
    { selector: (one) => one.number, maxLength: 40 },
  );
  fc.assert(
    fc.property(some, fc.boolean(), (drafts, knowsWhere) => {
      const locations = drafts.map((one) =>
        locationOf(one.number, {
          active: one.active,
          handlingCostMinor: one.cost,
          coordinates: { latitude: one.latitude, longitude: 0 },
          ...(one.serves ? {} : { channels: new Map() }),
        }),
      );
      const destination = knowsWhere ? berlin : null;
      const ranking = rankLocations(locations, web, destination);
      const all = [...ranking.ranked, ...ranking.excluded];
      assert.deepEqual(new Set(numbers(all)), new Set(numbers(locations)));
      assert.equal(all.length, locations.length);
      const turned = rankLocations(locations.toReversed(), web, destination);
      assert.deepEqual(turned.ranked, ranking.ranked);
    }),
  );
});

test('the channel’s choice goes before what is cheaper and nearer', () => {
  const far = locationOf(1, {
    handlingCostMinor: 900,
    channels: new Map([[web, { bufferUnits: 0, priority: 1 }]]),
  });
  const near = locationOf(2, { channels: new Map([[web, { bufferUnits: 0, priority: 2 }]]) });
  const { ranked } = rankLocations([near, far], web, null);
  assert.deepEqual(
    ranked.map(({ number, priority }) => [number, priority]),
    [
      [1, 1],
      [2, 2],
    ],
  );
});
