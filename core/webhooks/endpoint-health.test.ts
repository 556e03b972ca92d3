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
  failure: 'status',
  retryAfterMs,
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
  const again = afterTry(failing, { at: at(3), failure: null, retryAfterMs: null });
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

test('five days without a success are the end', () => {
  const failing = afterTry(well, failed(0));
  assert.ok(!isGivenUp(failing, at(5 * 24 * 3600 - 1)));
  assert.ok(isGivenUp(failing, at(5 * 24 * 3600)));
  assert.ok(!isGivenUp(well, at(5 * 24 * 3600)));
});
