import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTRAST_MIN, contrastOf, WHITE } from './contrast.ts';

test('black on white is 21, a color on itself 1, in either order', () => {
  assert.equal(contrastOf('#000000', WHITE), 21);
  assert.equal(contrastOf('#3848c0', '#3848c0'), 1);
  assert.equal(contrastOf(WHITE, '#767676'), contrastOf('#767676', WHITE));
});

test('the grays on both sides of the bound are told apart as the standard says', () => {
  assert.ok(contrastOf('#767676', WHITE) >= CONTRAST_MIN);
  assert.ok(contrastOf('#777777', WHITE) < CONTRAST_MIN);
});
