import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  codeTokens,
  exactCodeToken,
  phoneTokens,
  SEARCH_TOKEN_LENGTH_MAX,
  SEARCH_TOKENS_MAX,
  searchTokens,
  searchWords,
} from './search.ts';

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
  assert.deepEqual(searchWords('  zoé, müll '), [['zoe'], ['mull']]);
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

const finds = (search: string, tokens: readonly string[]) =>
  searchWords(search).every((word) =>
    word.some((beginning) => tokens.some((token) => token.startsWith(beginning))),
  );

test('a phone number is found however it is written there and here, and by its end', () => {
  const written = [
    '+49 30 123456',
    '0049 30 123456',
    '030 123456',
    '+49 (0)30 / 12 34-56',
    '4930123456',
  ];
  for (const one of written) {
    const tokens = [...phoneTokens(one), ...searchTokens(['Ada Lovelace'])];
    for (const other of [...written, '030123456', '123456', 'ada 030 12 34 56'])
      assert.ok(finds(other, tokens), `${other} finds ${one}`);
    for (const other of ['030 123457', '030 123456 bob', '+49 40 123456', '3456'])
      assert.ok(!finds(other, tokens), `${other} does not find ${one}`);
  }
  assert.ok(
    finds('+39 06 1234567', phoneTokens('06 1234567')),
    'a zero that stays behind the code',
  );
  assert.deepEqual(phoneTokens('11 22'), ['11', '22'], 'too short for a number');
});

test('every phone number is found as it is written', () => {
  const odd = [
    '030 123456 ext. 12',
    '0301234567x89',
    '030–123456',
    '+49 (0) 30 123456',
    '12 34',
    'n/a',
  ];
  for (const one of odd) assert.ok(finds(one, phoneTokens(one)), one);
  assert.ok(finds('030 123456', phoneTokens('030 123456 ext. 12')));
  assert.ok(finds('+49 (0) 30 123456', phoneTokens('+49 30 123456')));
  fc.assert(
    fc.property(fc.stringMatching(/^[+(]?[0-9][0-9 ()/.x–-]{0,20}$/), (phone) => {
      assert.ok(finds(phone, phoneTokens(phone)), phone);
    }),
  );
});

test('numbers that are no phone number are found as before', () => {
  const tokens = searchTokens(['1001', '028-4711471-1234567', '4711']);
  for (const search of ['1001', '028-4711471-1234567', '4711471', '1001 4711'])
    assert.ok(finds(search, tokens), search);
});

test('a code is found by the beginning of each of its words, and exactly', () => {
  assert.deepEqual(codeTokens('TEE-Red'), ['tee-red TEE-Red']);
  assert.deepEqual(codeTokens('#12 Café 12'), ['12 #12 Café 12', 'cafe #12 Café 12']);
  assert.deepEqual(codeTokens('--'), [' --']);
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
      assert.equal(new Set(codeTokens(one)).size, codeTokens(one).length);
      assert.equal(codeTokens(one)[0], exactCodeToken(one));
      assert.equal(codeTokens(one).includes(exactCodeToken(other)), one === other);
      for (const word of searchWords(one))
        assert.ok(codeTokens(one).some((token) => token.startsWith(word[0])));
    }),
  );
});
