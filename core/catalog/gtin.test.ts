import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gtinCheckDigit, isGtin } from './gtin.ts';

const bodies = fc
  .constantFrom(7, 11, 12, 13)
  .chain((length) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)));

test('codes printed on real goods are GTINs', () => {
  for (const barcode of ['96385074', '036000291452', '4006381333931', '10614141000415'])
    assert.ok(isGtin(barcode), barcode);
});

test('every body has exactly one check digit', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const right = [...'0123456789'].filter((digit) => isGtin(`${body}${digit}`));
      assert.deepEqual(right, [String(gtinCheckDigit(body))]);
    }),
  );
});

test('one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(bodies, fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
      const digits = [...`${body}${gtinCheckDigit(body)}`];
      const at = place % digits.length;
      digits[at] = String((Number(digits[at]) + shift) % 10);
      assert.ok(!isGtin(digits.join('')));
    }),
  );
});

test('a leading zero changes nothing: GTIN-12 and GTIN-13 of one item share the check digit', () => {
  assert.equal(gtinCheckDigit('03600029145'), gtinCheckDigit('003600029145'));
});

test('other lengths and other characters are no GTIN', () => {
  for (const text of ['', '0', '123456789', '40063813339', '400638133393a', ' 4006381333931'])
    assert.ok(!isGtin(text), text);
});
