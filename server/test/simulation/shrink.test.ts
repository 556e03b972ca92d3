// That what is left of a failing list is short, and still fails.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shrink } from './shrink.ts';

const MANY = Array.from({ length: 500 }, (_, place) => place);

test('of many steps the two that fail together are left, in their order', () => {
  const fails = (steps: readonly number[]) => steps.includes(17) && steps.includes(430);
  assert.deepEqual(shrink(MANY, fails), [17, 430]);
});

test('a step that only fails behind so many others keeps as many', () => {
  const fails = (steps: readonly number[]) => steps.indexOf(400) >= 3;
  assert.equal(shrink(MANY, fails).length, 4);
  assert.equal(shrink(MANY, fails).at(-1), 400);
});

test('one that fails with nothing is left with nothing, and tries are bounded', () => {
  assert.deepEqual(
    shrink(MANY, () => true),
    [],
  );
  let tries = 0;
  shrink(MANY, (steps) => {
    tries += 1;
    return steps.length === MANY.length;
  });
  assert.ok(tries <= 2000, String(tries));
});
