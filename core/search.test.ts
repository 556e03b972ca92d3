import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEARCH_TOKEN_LENGTH_MAX, SEARCH_TOKENS_MAX, searchTokens, searchWords } from './search.ts';

test('a code is found whole and by its parts', () => {
  assert.deepEqual(searchTokens(['TEE-Red-XL']), ['tee-red-xl', 'tee', 'red', 'xl']);
});

test('an e-mail address is found whole and by its parts', () => {
  assert.deepEqual(searchTokens(['Ann.Lee@Example.com']), [
    'ann.lee@example.com',
    'ann',
    'lee',
    'example',
    'com',
  ]);
});

test('diacritics and case do not matter, scripts other than Latin are kept', () => {
  assert.deepEqual(searchTokens(['Zoë MÜLLER', '東京']), ['zoe', 'muller', '東京']);
  assert.deepEqual(searchWords('  zoé, müll '), ['zoe', 'mull']);
});

test('tokens are at most 30, of at most 60 characters, whole characters only', () => {
  const many = searchTokens(Array.from({ length: 50 }, (_, place) => `w${place}`));
  assert.equal(many.length, SEARCH_TOKENS_MAX);
  const [long = ''] = searchTokens([`${'😀a'.repeat(50)}b`]);
  assert.equal([...long].length, SEARCH_TOKEN_LENGTH_MAX);
  assert.ok(long.isWellFormed());
});

test('a search without a word in it has no words', () => {
  assert.deepEqual(searchWords(' !!! '), []);
});
