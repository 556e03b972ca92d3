import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterTry, concurrencyOf, type EndpointHealth, isGivenUp } from './endpoint-health.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 9, 0, seconds));
const well: EndpointHealth = {
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFailure: null,
  failingSince: null,
  failuresInRow: 0,
  pausedUntil: null,
};
const failed = (seconds: number, retryAfterMs: number | null = null) => ({
  at: at(seconds),
  endedAt: at(seconds),
  failure: 'status',
  retryAfterMs,
});
const arrived = (seconds: number, endedSeconds = seconds) => ({
  at: at(seconds),
  endedAt: at(endedSeconds),
  failure: null,
  retryAfterMs: null,
});

function afterFailures(count: number): EndpointHealth {
  let health = well;
  for (let second = 0; second < count; second += 1) health = afterTry(health, failed(second));
  return health;
}

test('a failure is remembered since the first, a success forgets all', () => {
  const failing = afterTry(afterTry(well, failed(1)), failed(2));
  assert.deepEqual(
    [failing.failingSince, failing.lastFailureAt, failing.failuresInRow],
    [at(1), at(2), 2],
  );
  const again = afterTry(failing, arrived(3));
  assert.deepEqual(
    [again.failingSince, again.lastSuccessAt, again.failuresInRow, again.lastFailureAt],
    [null, at(3), 0, at(2)],
  );
});

test('an endpoint that fails is asked one by one', () => {
  assert.equal(concurrencyOf(well), 8);
  assert.equal(concurrencyOf(afterFailures(1)), 1);
});

test('from the fifth failure in a row it is left alone, longer each time, at most a minute', () => {
  assert.equal(afterFailures(4).pausedUntil, null);
  assert.deepEqual(afterFailures(5).pausedUntil, at(4 + 1));
  assert.deepEqual(afterFailures(7).pausedUntil, at(6 + 4));
  assert.deepEqual(afterFailures(40).pausedUntil, at(39 + 60));
});

test('a pause that the receiver asks for holds for all that waits, within an hour', () => {
  assert.deepEqual(afterTry(well, failed(0, 30_000)).pausedUntil, at(30));
  assert.deepEqual(afterTry(well, failed(0, 9e12)).pausedUntil, at(3600));
});

test('what arrives of a try that was under way ends no pause that was asked for meanwhile', () => {
  const asked = afterTry(well, failed(1, 30_000));
  const still = afterTry(asked, arrived(0, 2));
  assert.deepEqual([still.pausedUntil, still.failuresInRow], [at(31), 0]);
  assert.equal(afterTry(still, arrived(31)).pausedUntil, null);
});

test('a failure behind it makes no pause shorter', () => {
  const asked = afterTry(well, failed(1, 30_000));
  assert.deepEqual(afterTry(asked, failed(2, 1000)).pausedUntil, at(31));
  assert.deepEqual(afterTry(asked, failed(2)).pausedUntil, at(31));
  assert.deepEqual(afterTry({ ...asked, failuresInRow: 4 }, failed(2)).pausedUntil, at(31));
  assert.deepEqual(afterTry(asked, failed(2, 60_000)).pausedUntil, at(62));
});

test('a pause begins when the try is over, however long that took', () => {
  const slow = { ...failed(0, 30_000), endedAt: at(10) };
  assert.deepEqual(afterTry(well, slow).pausedUntil, at(40));
  const fifth = afterTry(afterFailures(4), { ...failed(4), endedAt: at(14) });
  assert.deepEqual(fifth.pausedUntil, at(15));
});

test('five days without a success are the end', () => {
  const failing = afterTry(well, failed(0));
  assert.ok(!isGivenUp(failing, at(5 * 24 * 3600 - 1)));
  assert.ok(isGivenUp(failing, at(5 * 24 * 3600)));
  assert.ok(!isGivenUp(well, at(5 * 24 * 3600)));
});
