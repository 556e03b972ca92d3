import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AMOUNT_MINOR_MAX } from '../money.ts';
import { explodeKit } from './kit.ts';

const components = fc.array(
  fc.record({
    sku: fc.string(),
    quantityPerKit: fc.integer({ min: 1, max: 100 }),
    priceMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n })),
  }),
  { minLength: 1, maxLength: 12 },
);

test('the components share the amount of the kit line exactly, and are whole kits', () => {
  const amounts = fc.bigInt({ min: -AMOUNT_MINOR_MAX, max: AMOUNT_MINOR_MAX });
  fc.assert(
    fc.property(components, fc.integer({ min: 1, max: 1000 }), amounts, (parts, kits, amount) => {
      const exploded = explodeKit(parts, kits, amount);
      assert.equal(
        exploded.reduce((sum, part) => sum + part.amountMinor, 0n),
        amount,
      );
      assert.deepEqual(
        exploded.map(({ sku, quantity }) => [sku, quantity]),
        parts.map(({ sku, quantityPerKit }) => [sku, quantityPerKit * kits]),
      );
    }),
  );
});

test('shares follow the list prices, times how many are in the kit', () => {
  const shares = explodeKit(
    [
      { sku: 'cup', quantityPerKit: 2, priceMinor: 500n },
      { sku: 'pot', quantityPerKit: 1, priceMinor: 3000n },
    ],
    3,
    6000n,
  );
  assert.deepEqual(shares, [
    { sku: 'cup', quantity: 6, amountMinor: 1500n },
    { sku: 'pot', quantity: 3, amountMinor: 4500n },
  ]);
});

test('without prices the units count; a part without a price among priced ones costs nothing', () => {
  const part = (sku: string, quantityPerKit: number, priceMinor: bigint | null) => ({
    sku,
    quantityPerKit,
    priceMinor,
  });
  const amounts = (...parts: ReturnType<typeof part>[]) =>
    explodeKit(parts, 1, 900n).map((one) => one.amountMinor);
  assert.deepEqual(amounts(part('a', 1, null), part('b', 2, null)), [300n, 600n]);
  assert.deepEqual(amounts(part('a', 1, 0n), part('b', 2, 0n)), [300n, 600n]);
  assert.deepEqual(amounts(part('a', 1, null), part('b', 2, 10n)), [0n, 900n]);
});
