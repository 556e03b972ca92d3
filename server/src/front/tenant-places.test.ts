import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tenantPlaces } from './tenant-places.ts';

function placesUp(count: number) {
  const places = tenantPlaces(count);
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

test('the tenant that connected longest ago is forgotten once there are too many', () => {
  const places = placesUp(2);
  const first = places.placeOf('tenant 0');
  for (let number = 1; number <= 10_000; number += 1) places.placeOf(`tenant ${number}`);
  tell(places, first ?? 0, busyWith(0.9));
  assert.notEqual(places.placeOf('tenant 0'), first);
});
