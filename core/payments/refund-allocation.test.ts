import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { minorDigits } from '../money.ts';
import { smaller } from './payment.ts';
import { allocateRefund, REFUND_ALLOCATIONS } from './refund-allocation.ts';

const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n);

describe('a refund over several payments', () => {
  test('last in first out takes from the newest, original first from the first, proportional from each', () => {
    const rooms = [6000n, 3000n, 1000n];
    assert.deepEqual(allocateRefund(2500n, rooms, 'last-in-first-out'), [0n, 1500n, 1000n]);
    assert.deepEqual(allocateRefund(7000n, rooms, 'original-first'), [6000n, 1000n, 0n]);
    assert.deepEqual(allocateRefund(2500n, rooms, 'proportional'), [1500n, 750n, 250n]);
  });

  for (const currency of ['JPY', 'EUR', 'KWD'])
    test(`is exact with ${minorDigits(currency)} decimals: it sums to the amount, and none gives more than it has`, () => {
      const unit = 10n ** BigInt(minorDigits(currency));
      const room = fc
        .tuple(fc.bigInt({ min: 0n, max: 10n ** 6n }), fc.bigInt({ min: 0n, max: unit - 1n }))
        .map(([whole, part]) => whole * unit + part);
      fc.assert(
        fc.property(
          fc.array(room, { maxLength: 10 }),
          fc.bigInt({ min: 0n, max: 12n * 10n ** 6n * unit }),
          fc.constantFrom(...REFUND_ALLOCATIONS),
          (rooms, amount, allocation) => {
            const parts = allocateRefund(amount, rooms, allocation);
            const all = sumOf(rooms);
            assert.equal(sumOf(parts), smaller(amount, all));
            parts.forEach((part, index) => {
              assert.ok(part >= 0n && part <= (rooms[index] ?? 0n));
            });
          },
        ),
      );
    });

  test('proportional parts are off from the exact share by less than one minor unit', () => {
    const rooms = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(rooms, fc.nat(100), (all, percent) => {
        const total = sumOf(all);
        const amount = (total * BigInt(percent)) / 100n;
        allocateRefund(amount, all, 'proportional').forEach((part, index) => {
          const off = part * total - amount * (all[index] ?? 0n);
          assert.ok(off < total && off > -total);
        });
      }),
    );
  });
});
