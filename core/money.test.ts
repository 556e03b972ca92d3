import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  AMOUNT_MINOR_MAX,
  allocate,
  formatMajor,
  isUnitPrice,
  minorDigits,
  multiplyUnitPrice,
  parseMajor,
} from './money.ts';

const amounts = fc.bigInt({ min: -AMOUNT_MINOR_MAX, max: AMOUNT_MINOR_MAX });
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 });
const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n);

describe('allocating an amount', () => {
  test('loses no cent, whatever the amount, its sign and the weights', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, by) => {
        assert.equal(sumOf(allocate(amount, by)), amount);
      }),
    );
  });

  test('gives every part its exact share, rounded down or up by less than one', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, by) => {
        const total = sumOf(by);
        const shares = total === 0n ? by.map(() => 1n) : by;
        const of = total === 0n ? BigInt(by.length) : total;
        allocate(amount, by).forEach((part, index) => {
          const off = part * of - amount * (shares[index] ?? 0n);
          assert.ok(off < of && off > -of);
        });
      }),
    );
  });

  test('treats a refund as the mirror of the charge', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, by) => {
        const charged = allocate(amount, by);
        assert.deepEqual(
          allocate(-amount, by),
          charged.map((part) => -part),
        );
      }),
    );
  });

  test('gives the odd cent to the larger remainder, and among equals to the earlier part', () => {
    assert.deepEqual(allocate(100n, [1n, 1n, 1n]), [34n, 33n, 33n]);
    assert.deepEqual(allocate(-100n, [1n, 1n, 1n]), [-34n, -33n, -33n]);
    assert.deepEqual(allocate(10n, [1n, 2n]), [3n, 7n]);
  });

  test('counts weights that are all zero as equal, and gives a zero among others nothing', () => {
    assert.deepEqual(allocate(5n, [0n, 0n]), [3n, 2n]);
    assert.deepEqual(allocate(5n, [0n, 7n]), [0n, 5n]);
  });

  test('throws without weights and for a negative one', () => {
    assert.throws(() => allocate(1n, []), RangeError);
    assert.throws(() => allocate(1n, [2n, -1n]), RangeError);
  });
});

/** Rounds numerator ÷ denominator half away from zero, as exact rational arithmetic does. */
function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  const size = numerator * sign;
  const whole = size / denominator;
  return sign * ((size % denominator) * 2n >= denominator ? whole + 1n : whole);
}

describe('multiplying a unit price', () => {
  const prices = fc.record({
    isNegative: fc.boolean(),
    whole: fc.integer({ min: 0, max: 999_999_999 }),
    fraction: fc.stringMatching(/^\d{0,6}$/),
    quantity: fc.integer({ min: 1, max: 1_000_000 }),
  });
  for (const [currency, digits] of [
    ['JPY', 0],
    ['EUR', 2],
    ['KWD', 3],
  ] as const)
    test(`agrees with exact arithmetic for ${currency}, rounded once, half away from zero`, () => {
      fc.assert(
        fc.property(prices, ({ isNegative, whole, fraction, quantity }) => {
          const size = `${whole}${fraction === '' ? '' : `.${fraction}`}`;
          const digitsOfPrice = BigInt(`${isNegative ? '-' : ''}${whole}${fraction}`);
          const exact = roundedQuotient(
            digitsOfPrice * BigInt(quantity) * 10n ** BigInt(digits),
            10n ** BigInt(fraction.length),
          );
          const text = isNegative ? `-${size}` : size;
          assert.equal(multiplyUnitPrice(text, quantity, currency), exact);
        }),
      );
    });

  test('rounds per line, not per unit', () => {
    assert.equal(multiplyUnitPrice('0.005', 3, 'EUR'), 2n);
    assert.equal(multiplyUnitPrice('-0.005', 1, 'EUR'), -1n);
    assert.equal(multiplyUnitPrice('0.004999', 1, 'EUR'), 0n);
    assert.equal(multiplyUnitPrice('1.5', 1, 'JPY'), 2n);
    assert.equal(multiplyUnitPrice('1.2345', 1, 'KWD'), 1235n);
  });

  test('throws for what is no unit price', () => {
    for (const text of ['', '1,5', '1.', '.5', '1.1234567', '+1', '1e3', '1234567890123'])
      assert.throws(() => multiplyUnitPrice(text, 1, 'EUR'), RangeError);
  });

  test('knows a unit price when it sees one', () => {
    for (const text of ['0', '-1.5', '999999999999.999999']) assert.ok(isUnitPrice(text));
    for (const text of ['', '-', '1.', '1.0000000', ' 1']) assert.ok(!isUnitPrice(text));
  });
});

describe('writing an amount in its major unit', () => {
  test('uses the decimals of the currency', () => {
    assert.equal(formatMajor(1250n, 'EUR'), '12.50');
    assert.equal(formatMajor(-5n, 'EUR'), '-0.05');
    assert.equal(formatMajor(1250n, 'JPY'), '1250');
    assert.equal(formatMajor(-1n, 'JPY'), '-1');
    assert.equal(formatMajor(7n, 'KWD'), '0.007');
    assert.equal(formatMajor(0n, 'CLF'), '0.0000');
  });

  test('is read back as the same amount', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }),
        fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'XXX'),
        (amount, currency) => {
          assert.equal(multiplyUnitPrice(formatMajor(amount, currency), 1, currency), amount);
        },
      ),
    );
  });

  test('takes two decimals for a currency it does not know', () => {
    assert.equal(minorDigits('XXX'), 2);
  });
});

test('a decimal text is read as it is written, and what is no amount is none', () => {
  for (const [minor, currency] of [
    [1250n, 'EUR'],
    [-5n, 'EUR'],
    [1250n, 'JPY'],
    [-1001n, 'KWD'],
  ] as const)
    assert.equal(parseMajor(formatMajor(minor, currency), currency), minor);
  assert.equal(parseMajor('5.00', 'JPY'), 5n);
  assert.equal(parseMajor('1.2', 'KWD'), 1200n);
  for (const text of ['', '1,50', '1.234', 'x', '--1', '1e3'])
    assert.equal(parseMajor(text, 'EUR'), undefined);
});
