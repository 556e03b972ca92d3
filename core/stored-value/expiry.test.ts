import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ExpiringMovement, expiredMinor, lotsOf, nextExpiry } from './expiry.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const came = (amountMinor: bigint, expiresAt: Date | null = null): ExpiringMovement => ({
  amountMinor,
  heldMinor: 0n,
  hold: null,
  expiresAt,
});
const promise = (hold: string, heldMinor: bigint, amountMinor = 0n): ExpiringMovement => ({
  amountMinor,
  heldMinor,
  hold,
  expiresAt: null,
});

test('what ends first is spent first', () => {
  const lots = lotsOf([came(10n), came(10n, day(9)), came(10n, day(5)), promise('a', 12n)]);
  assert.deepEqual(lots, [
    { leftMinor: 8n, expiresAt: day(9) },
    { leftMinor: 10n, expiresAt: null },
  ]);
  assert.deepEqual(nextExpiry(lots, day(1)), day(9));
});

test('what an order was promised does not end meanwhile, and ends when it is given back', () => {
  const held = [came(10n, day(5)), promise('a', 10n)];
  assert.equal(expiredMinor(lotsOf(held), day(6)), 0n);
  const spent = [...held, promise('a', -4n, -4n)];
  const back = [...spent, promise('a', -6n)];
  assert.equal(expiredMinor(lotsOf(back), day(6)), 6n);
  assert.deepEqual(lotsOf([...back, came(-6n)]), []);
});

test('what comes back to a credit that is over stays for good', () => {
  const lots = lotsOf([came(10n, day(5)), promise('a', 10n), promise('a', -10n, -10n), came(10n)]);
  assert.equal(expiredMinor(lots, day(9)), 0n);
  assert.equal(nextExpiry(lots, day(9)), null);
});

test('what came promised from another customer is not free', () => {
  assert.deepEqual(lotsOf([came(5n, day(2)), promise('a', 7n, 7n)]), [
    { leftMinor: 5n, expiresAt: day(2) },
  ]);
});

test('whatever happens, what is free is the sum of what came and went', () => {
  const step = fc.record({
    kind: fc.constantFrom('give', 'take', 'hold', 'spend', 'release', 'expire'),
    amount: fc.integer({ min: 1, max: 50 }).map(BigInt),
    end: fc.option(fc.integer({ min: 2, max: 28 }).map(day)),
    hold: fc.constantFrom('a', 'b'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const done: ExpiringMovement[] = [];
      const sum = (of: (one: ExpiringMovement) => bigint) =>
        done.reduce((total, one) => total + of(one), 0n);
      for (const { kind, amount, end, hold } of steps) {
        const free = sum((one) => one.amountMinor - one.heldMinor);
        const held = sum((one) => (one.hold === hold ? one.heldMinor : 0n));
        if (kind === 'give') done.push(came(amount, end));
        if (kind === 'take' && amount <= free) done.push(came(-amount));
        if (kind === 'hold' && amount <= free) done.push(promise(hold, amount));
        if (kind === 'spend' && amount <= held) done.push(promise(hold, -amount, -amount));
        if (kind === 'release' && amount <= held) done.push(promise(hold, -amount));
        const gone = expiredMinor(lotsOf(done), day(14));
        if (kind === 'expire' && gone > 0n) done.push(came(-gone));
        const lots = lotsOf(done);
        const left = lots.reduce((total, lot) => total + lot.leftMinor, 0n);
        assert.equal(
          left,
          sum((one) => one.amountMinor - one.heldMinor),
        );
        if (kind === 'expire') assert.equal(expiredMinor(lots, day(14)), 0n);
        assert.ok(lots.every(({ leftMinor }) => leftMinor > 0n));
      }
    }),
  );
});
