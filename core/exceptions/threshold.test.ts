import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelOf, usualThreshold } from './threshold.ts';

test('few are green, some orange, many red', () => {
  const levels = [0, 4, 5, 24, 25].map((open) => levelOf(open, { orange: 5, red: 25 }));
  assert.deepEqual(levels, ['green', 'green', 'orange', 'orange', 'red']);
});

test('one is enough to see where it is bad', () => {
  assert.equal(levelOf(1, usualThreshold('cannot-source')), 'orange');
  assert.equal(levelOf(1, usualThreshold('put-back')), 'green');
});
