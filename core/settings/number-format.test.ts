import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberIn, PADDING_MAX, PREFIX_PATTERN, writeNumber } from './number-format.ts';

const format = fc.record({
  prefix: fc.stringMatching(new RegExp(PREFIX_PATTERN)),
  padding: fc.integer({ min: 0, max: PADDING_MAX }),
});
const number = fc.bigInt({ min: 1n, max: 10n ** 15n });

test('two numbers never look the same, whatever their formats', () => {
  fc.assert(
    fc.property(number, format, number, format, (one, formatOfOne, other, formatOfOther) => {
      fc.pre(one !== other);
      const text = (of: bigint, how: typeof formatOfOne) => writeNumber(of, how) ?? String(of);
      assert.notEqual(text(one, formatOfOne), text(other, formatOfOther));
    }),
  );
});

test('a number is read back from how it was written', () => {
  fc.assert(
    fc.property(number, format, (one, how) => {
      assert.equal(numberIn(writeNumber(one, how) ?? String(one)), one);
    }),
  );
  assert.equal(writeNumber(1001n, { prefix: '', padding: 3 }), null);
  assert.equal(writeNumber(1001n, { prefix: 'DE-', padding: 6 }), 'DE-001001');
  assert.equal(numberIn('DE-'), undefined);
});

test('a prefix that ends with a digit is none', () => {
  const pattern = new RegExp(PREFIX_PATTERN);
  for (const good of ['', 'DE-', '2026/', 'R', 'a.b_']) assert.ok(pattern.test(good), good);
  for (const bad of ['DE1', '7', 'a b', 'Ü-', 'ABCDEFGHIJKLM-']) assert.ok(!pattern.test(bad), bad);
});
