import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awakeClock } from './awake-clock.ts';

test('a long time in which nobody looked counts as a short one', () => {
  let time = 0;
  const clock = awakeClock(() => time);
  time += 400;
  assert.equal(clock(), 400);
  time += 3_600_000;
  assert.equal(clock(), 1400);
  time += 300;
  assert.equal(clock(), 1700);
});
