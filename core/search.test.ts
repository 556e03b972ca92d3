import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SEARCH_TOKEN_LENGTH_MAX, SEARCH_TOKENS_MAX, searchTokens, searchWords } from './search.ts';

test('a code is found whole and by its parts, where the whole does not begin with them', () => {
  assert.deepEqual(searchTokens(['TEE-Red-XL']), ['tee-red-xl', 'red', 'xl']);
  assert.deepEqual(searchTokens(['S-12', 'S-123', 's']), ['s-123', '123']);
});

test('a token left out for another is found by that other, whatever the word', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[ab-]{1,6}$/), { maxLength: 5 }), (texts) => {
      const tokens = searchTokens(texts);
      const all = texts.flatMap((text) => [text.replace(/^-+|-+$/g, ''), ...text.split('-')]);
      for (const token of all.filter((one) => one !== ''))
        assert.ok(
          tokens.some((one) => one.startsWith(token)),
          `${token} in ${tokens}`,
        );
    }),
  );
});

test('an e-mail address is found whole and by its parts', () => {
  assert.deepEqual(searchTokens(['Ann.Lee@Example.com']), [
    'ann.lee@example.com',
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
