import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInThrottle } from './sign-in-throttle.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9, minutes));

test('ten guesses in fifteen minutes are admitted, the eleventh is not', () => {
  const throttle = signInThrottle();
  for (let guess = 0; guess < 10; guess += 1) assert.ok(throttle.admit('shop ann', at(guess)));
  assert.equal(throttle.admit('shop ann', at(14)), false);
  assert.ok(throttle.admit('shop bob', at(14)), 'another name is not affected');
  assert.ok(throttle.admit('shop ann', at(16)), 'the window is over');
});

test('a right guess forgets the wrong ones before it', () => {
  const throttle = signInThrottle();
  for (let guess = 0; guess < 9; guess += 1) throttle.admit('shop ann', at(0));
  throttle.admit('shop ann', at(1));
  throttle.succeeded('shop ann');
  assert.ok(throttle.admit('shop ann', at(2)));
});
