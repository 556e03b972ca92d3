import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryCodeOf } from './country.ts';

test('a country is known by its code, its name, and what people call it', () => {
  const names = ['DE', 'de', 'Germany', ' United Kingdom ', 'UK', 'USA', 'EIRE', 'RSA', 'Turkey'];
  assert.deepEqual(names.map(countryCodeOf), [
    'DE',
    'DE',
    'DE',
    'GB',
    'GB',
    'US',
    'IE',
    'ZA',
    'TR',
  ]);
});

test('what is no country is none', () => {
  for (const text of ['European Community', 'Unspecified', 'EU', 'ZZ', 'DD', 'X', ''])
    assert.equal(countryCodeOf(text), undefined, text);
});
