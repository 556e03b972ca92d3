import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tenantPlaces } from './tenant-places.ts';

function placesUp(count: number, now = () => 0) {
  const places = tenantPlaces(count, now);
  for (let at = 0; at < count; at += 1) places.up(at);
  return places;
}

const busyWith = (busy: number, traffic: Record<string, number> = {}) => ({
  busy,
  traffic: new Map(Object.entries(traffic)),
});

/** As often as it takes until nobody doubts it. */
function tell(places: ReturnType<typeof placesUp>, at: number, load: ReturnType<typeof busyWith>) {
  return Array.from({ length: 8 }, () => places.told(at, load)).flat();
}

test('a tenant stays with its process, and tenants spread over all', () => {
  const places = placesUp(3);
  const first = ['a', 'b', 'c', 'd', 'e', 'f'].map((tenant) => places.placeOf(tenant));
  assert.deepEqual([...first].sort(), [0, 0, 1, 1, 2, 2]);
  assert.deepEqual(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((tenant) => places.placeOf(tenant)),
    first,
  );
});

test('who is new, or nobody we know, goes where least is done', () => {
  const places = placesUp(2);
  assert.equal(places.placeOf('surging'), 0);
  tell(places, 0, busyWith(0.9, { surging: 1000 }));
  for (const tenant of ['a', 'b', 'c', null, null]) assert.equal(places.placeOf(tenant), 1);
});

test('those beside a tenant that fills its process leave, and it stays', () => {
  const places = placesUp(2);
  const beside = ['a', 'b', 'c', 'd'].filter((tenant) => places.placeOf(tenant) === 0);
  assert.equal(places.placeOf('surging'), 0);
  const traffic = { ...Object.fromEntries(beside.map((tenant) => [tenant, 10])), surging: 9000 };
  assert.deepEqual(tell(places, 0, busyWith(0.95, traffic)).sort(), beside);
  for (const tenant of beside) assert.equal(places.placeOf(tenant), 1);
  assert.equal(places.placeOf('surging'), 0);
});

test('nobody leaves for a process that is about as busy, and a single long turn moves nobody', () => {
  const places = placesUp(2);
  const [a, , c] = ['a', 'b', 'c'].map((tenant) => places.placeOf(tenant));
  assert.equal(a, c);
  assert.deepEqual(places.told(0, busyWith(1, { a: 9, c: 1 })), []);
  tell(places, 1, busyWith(0.8, { b: 9 }));
  assert.deepEqual(tell(places, 0, busyWith(1, { a: 9, c: 1 })), []);
});

test('the tenants of a process that is gone go to the others, and none is placed while all are gone', () => {
  const places = placesUp(2);
  assert.equal(places.placeOf('a'), 0);
  places.down(0);
  assert.equal(places.placeOf('a'), 1);
  places.down(1);
  assert.equal(places.placeOf('a'), undefined);
  places.up(0);
  assert.equal(places.placeOf('a'), 0);
});

test('after a restart tenants spread again, and come to rest', () => {
  for (const [count, tenants, each] of [
    [2, 10, 0.1],
    [2, 20, 0.08],
    [4, 40, 0.05],
  ] as const) {
    const places = placesUp(count);
    for (let at = 1; at < count; at += 1) places.down(at);
    const at = new Map(
      Array.from({ length: tenants }, (_, number) => [
        `tenant ${number}`,
        places.placeOf(`tenant ${number}`),
      ]),
    );
    for (let place = 1; place < count; place += 1) places.up(place);
    const moves = Array.from({ length: 60 }, () => {
      let left = 0;
      for (let place = 0; place < count; place += 1) {
        const there = [...at].filter(([, one]) => one === place).map(([tenant]) => tenant);
        const load = Object.fromEntries(there.map((tenant) => [tenant, 100]));
        for (const tenant of places.told(place, busyWith(Math.min(1, there.length * each), load))) {
          at.set(tenant, places.placeOf(tenant));
          left += 1;
        }
      }
      return left;
    });
    const all = moves.reduce((sum, left) => sum + left, 0);
    assert.ok(all > 0 && all <= 2 * tenants, `${tenants} tenants moved ${all} times`);
    assert.deepEqual(moves.slice(20), Array(40).fill(0));
  }
});

test('one that tells nothing gets nobody new, as long as there is another', () => {
  let time = 0;
  const places = placesUp(2, () => time);
  time = 10_000;
  places.told(1, busyWith(0.5));
  for (const tenant of ['a', 'b', 'c', null]) assert.equal(places.placeOf(tenant), 1);
  places.down(1);
  assert.equal(places.placeOf('d'), 0);
});

test('the tenants of one that tells nothing are served by another, and stay where they are while none is heard', () => {
  let time = 0;
  const places = placesUp(2, () => time);
  assert.equal(places.placeOf('a'), 0);
  time = 4_000;
  places.told(1, busyWith(0.5));
  assert.equal(places.placeOf('a'), 0, 'silent for too short a time');
  time = 6_000;
  assert.equal(places.placeOf('a'), 1);
  places.told(0, busyWith(0));
  assert.equal(places.placeOf('a'), 1, 'it stays with the one that it came to');
  time = 60_000;
  assert.equal(places.placeOf('a'), 1, 'nobody was heard');
});

test('the tenant that connected longest ago is forgotten once there are too many', () => {
  const places = placesUp(2);
  const first = places.placeOf('tenant 0');
  for (let number = 1; number <= 10_000; number += 1) places.placeOf(`tenant ${number}`);
  tell(places, first ?? 0, busyWith(0.9));
  assert.notEqual(places.placeOf('tenant 0'), first);
});
