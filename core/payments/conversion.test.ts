import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { AMOUNT_MINOR_MAX } from '../money.ts';
import {
  type Conversion,
  isBelowUnit,
  rateOf,
  sumReaching,
  sumWithin,
  worthOf,
} from './conversion.ts';

const amount = fc.oneof(
  fc.bigInt({ min: 1n, max: 2000n }),
  fc.bigInt({ min: 1n, max: AMOUNT_MINOR_MAX }),
);
const conversion: fc.Arbitrary<Conversion> = fc.record({
  amountMinor: amount,
  orderAmountMinor: amount,
});

describe('what a payment in another currency is worth', () => {
  test('nothing is worth nothing, the whole just what was stated, and more is never worth less', () => {
    fc.assert(
      fc.property(conversion, amount, amount, (stated, a, b) => {
        assert.equal(worthOf(0n, stated), 0n);
        assert.equal(worthOf(stated.amountMinor, stated), stated.orderAmountMinor);
        assert.equal(worthOf(-a, stated), -worthOf(a, stated));
        const [less, more] = a < b ? [a, b] : [b, a];
        assert.ok(worthOf(less, stated) <= worthOf(more, stated));
      }),
    );
  });

  test('parts are worth the whole together, however it is cut', () => {
    fc.assert(
      fc.property(conversion, fc.array(fc.nat(100), { maxLength: 20 }), (stated, cuts) => {
        const places = cuts
          .map((cut) => (stated.amountMinor * BigInt(cut)) / 100n)
          .sort((a, b) => (a < b ? -1 : 1));
        let before = 0n;
        let worth = 0n;
        for (const place of [...places, stated.amountMinor]) {
          const part = worthOf(place, stated) - worthOf(before, stated);
          assert.ok(part >= 0n);
          worth += part;
          before = place;
        }
        assert.equal(worth, stated.orderAmountMinor);
      }),
    );
  });

  test('a wished worth is reached by the least that is worth it, or not passed by the most', () => {
    fc.assert(
      fc.property(conversion, amount, (stated, wished) => {
        const reaching = sumReaching(wished, stated);
        const within = sumWithin(wished, stated);
        assert.ok(worthOf(reaching, stated) >= wished && worthOf(within, stated) <= wished);
        assert.ok(within <= reaching && reaching - within <= 1n);
        if (stated.orderAmountMinor <= stated.amountMinor) {
          assert.equal(worthOf(reaching, stated), wished, 'a finer currency hits it');
          assert.equal(within, reaching);
        } else {
          assert.ok(worthOf(reaching - 1n, stated) < wished);
          assert.ok(worthOf(within + 1n, stated) > wished);
        }
        assert.ok(isBelowUnit(wished - worthOf(within, stated), stated));
      }),
    );
  });

  test('the whole is reached by the whole', () => {
    fc.assert(
      fc.property(conversion, (stated) => {
        if (stated.orderAmountMinor <= stated.amountMinor) return;
        assert.equal(sumReaching(stated.orderAmountMinor, stated), stated.amountMinor);
        assert.equal(sumWithin(stated.orderAmountMinor, stated), stated.amountMinor);
      }),
    );
  });

  test('in the currency of the order, an amount is worth itself', () => {
    for (const say of [worthOf, sumReaching, sumWithin]) assert.equal(say(1234n, null), 1234n);
  });
});

describe('the rate of a conversion', () => {
  const rate = (amountMinor: bigint, from: string, orderAmountMinor: bigint, to: string) =>
    rateOf({ amountMinor, orderAmountMinor }, { from, to });

  test('is said to five digits, whatever decimals the currencies have', () => {
    assert.equal(rate(10_832n, 'USD', 10_000n, 'EUR'), '0.92319');
    assert.equal(rate(1600n, 'JPY', 1000n, 'EUR'), '0.00625');
    assert.equal(rate(1000n, 'EUR', 1600n, 'JPY'), '160');
    assert.equal(rate(3_006n, 'KWD', 10_000n, 'EUR'), '33.267');
    assert.equal(rate(1n, 'USD', 26_000n, 'VND'), '2600000');
    assert.equal(rate(26_000n, 'VND', 1n, 'USD'), '0.00000038462');
  });
});
