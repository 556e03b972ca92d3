import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, refuse } from './refusal.ts';

test('a refusal has a code, words, and data where there is some', () => {
  assert.deepEqual(refuse('not-found', 'There is no such thing.'), {
    refused: 'not-found',
    detail: 'There is no such thing.',
  });
  assert.deepEqual(refuse('too-few', 'Only 2.', { available: 2 }), {
    refused: 'too-few',
    detail: 'Only 2.',
    data: { available: 2 },
  });
});

test('a refusal is told from every other outcome', () => {
  assert.ok(isRefusal(refuse('not-found', '')));
  for (const outcome of [undefined, null, 0, '', 'refused', {}, [], { detail: 'x' }])
    assert.ok(!isRefusal(outcome), JSON.stringify(outcome));
});
