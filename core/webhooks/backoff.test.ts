import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTEMPTS_MAX, RETRY_DELAYS_MS, retryAfterMsOf, retryDelayMs } from './backoff.ts';

const HOUR_MS = 3_600_000;

test('ten tries span a bit more than three days, as the specification recommends', () => {
  const total = RETRY_DELAYS_MS.reduce((sum, delay) => sum + delay, 0);
  assert.equal(ATTEMPTS_MAX, 10);
  assert.equal(total, ((75 * 60 + 35) * 60 + 5) * 1000);
});

test('a pause is never shorter than the schedule says and at most a tenth longer', () => {
  for (const [index, delay] of RETRY_DELAYS_MS.entries()) {
    assert.equal(retryDelayMs(index + 1, null, 0), delay);
    assert.equal(retryDelayMs(index + 1, null, 1), Math.round(delay * 1.1));
  }
});

test('after the last try there is none', () => {
  assert.equal(retryDelayMs(ATTEMPTS_MAX, null, 0), undefined);
  assert.equal(retryDelayMs(ATTEMPTS_MAX, 60_000, 0), undefined);
});

test('a receiver may ask for a longer pause, within a day, but not for a shorter one', () => {
  assert.equal(retryDelayMs(1, 120_000, 0), 120_000);
  assert.equal(retryDelayMs(3, 1000, 0), 30 * 60_000);
  assert.equal(retryDelayMs(1, 365 * 24 * HOUR_MS, 0), 24 * HOUR_MS);
});

test('Retry-After is read as seconds or as a date, and anything else is left alone', () => {
  const now = new Date('2026-11-25T09:00:00Z');
  assert.equal(retryAfterMsOf('120', now), 120_000);
  assert.equal(retryAfterMsOf('Wed, 25 Nov 2026 09:00:30 GMT', now), 30_000);
  assert.equal(retryAfterMsOf('Wed, 25 Nov 2026 08:00:00 GMT', now), 0);
  for (const odd of [null, '', 'soon', '-5', '9'.repeat(40)])
    assert.equal(retryAfterMsOf(odd, now), null);
});
