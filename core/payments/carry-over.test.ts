import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PaymentId } from '../ids.ts';
import { isRefusal } from '../refusal.ts';
import { carryOver } from './carry-over.ts';
import { NO_MONEY, type Payment, type PaymentMoney, refundable } from './payment.ts';
import { REFUND_ALLOCATIONS } from './refund-allocation.ts';
import { decideSettlement } from './settlement.ts';

const payment = (
  id: string,
  money: Partial<PaymentMoney>,
  more: Partial<Payment> = {},
): Payment => ({
  ...NO_MONEY,
  id: id as PaymentId,
  conversion: null,
  captureBlocked: false,
  refundBlocked: false,
  voidBlocked: false,
  ...money,
  ...more,
});
const terms = (totalMinor: bigint, grantedMinor: bigint) => ({
  dueMinor: totalMinor - grantedMinor,
  grantedMinor,
  earnedMinor: totalMinor - grantedMinor,
  finished: true,
});
const LIFO = 'last-in-first-out' as const;

test('what payments give over, the credit gives, and the rest goes back where it came from', () => {
  const paid = payment('card', { authorized: 100n, captured: 100n });
  const parts = carryOver(terms(100n, 30n), [paid], { amountMinor: 30n, allocation: LIFO });
  assert.deepEqual(parts, [30n]);
  const carried = [{ ...paid, carried: -30n }, payment('credit', { carried: 30n })];
  assert.deepEqual(decideSettlement(terms(100n, 30n), carried), [
    { payment: 'credit', kind: 'refund', amountMinor: 30n, worthMinor: 30n },
  ]);
  const given = [{ ...paid, carried: -30n }, payment('credit', { carried: 30n, refunded: 30n })];
  assert.deepEqual(decideSettlement(terms(100n, 30n), given), []);
  assert.deepEqual(decideSettlement(terms(100n, 100n), given), [
    { payment: 'card', kind: 'refund', amountMinor: 70n, worthMinor: 70n },
  ]);
});

test('what was refused where it was carried waits for a person, and goes nowhere else', () => {
  const paid = payment('card', { authorized: 100n, captured: 100n, carried: -30n });
  const blocked = payment('credit', { carried: 30n }, { refundBlocked: true });
  assert.deepEqual(decideSettlement(terms(100n, 30n), [paid, blocked]), []);
  assert.deepEqual(decideSettlement(terms(100n, 50n), [paid, blocked]), [
    { payment: 'card', kind: 'refund', amountMinor: 20n, worthMinor: 20n },
  ]);
});

test('only what was captured in the currency of the order is carried', () => {
  const waits = payment('card', { authorized: 100n });
  const refused = carryOver(terms(100n, 30n), [waits], { amountMinor: 30n, allocation: LIFO });
  assert.ok(isRefusal(refused) && refused.data?.['capturedMinor'] === 0);
  const conversion = { amountMinor: 110n, orderAmountMinor: 100n };
  const other = payment('other', { authorized: 110n, captured: 110n }, { conversion });
  assert.ok(
    isRefusal(carryOver(terms(100n, 30n), [other], { amountMinor: 30n, allocation: LIFO })),
  );
});

test('however refunds go, to credit or back: nobody gets more than was captured, and all that is owed', () => {
  const step = fc.record({
    amount: fc.bigInt({ min: 1n, max: 80n }),
    toCredit: fc.boolean(),
    allocation: fc.constantFrom(...REFUND_ALLOCATIONS),
  });
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 1n, max: 100n }), { minLength: 1, maxLength: 3 }),
      fc.array(step, { maxLength: 8 }),
      (captured, steps) => {
        const total = captured.reduce((sum, one) => sum + one, 0n);
        let payments = captured.map((amount, place) =>
          payment(`card ${place}`, { authorized: amount, captured: amount }),
        );
        payments.push(payment('credit', {}));
        let granted = 0n;
        let toCreditMinor = 0n;
        for (const { amount, toCredit, allocation } of steps) {
          if (granted + amount > total) continue;
          granted += amount;
          if (toCredit) {
            const parts = carryOver(terms(total, granted), payments, {
              amountMinor: amount,
              allocation,
            });
            assert.ok(!isRefusal(parts));
            payments = payments.map((one, place) => ({
              ...one,
              carried:
                one.id === 'credit' ? one.carried + amount : one.carried - (parts[place] ?? 0n),
            }));
            toCreditMinor += amount;
          }
          for (const intent of decideSettlement(terms(total, granted), payments, allocation))
            payments = payments.map((one) =>
              one.id === intent.payment
                ? { ...one, refunded: one.refunded + intent.amountMinor }
                : one,
            );
          const credit = payments.find(({ id }) => id === 'credit');
          assert.equal(credit?.refunded, toCreditMinor);
          assert.equal(
            payments.reduce((sum, one) => sum + one.refunded, 0n),
            granted,
          );
          assert.equal(
            payments.reduce((sum, one) => sum + one.carried, 0n),
            0n,
          );
          for (const one of payments) assert.ok(one.refunded <= one.captured + one.carried);
          assert.equal(
            payments.reduce((sum, one) => sum + refundable(one), 0n),
            total - granted,
          );
        }
      },
    ),
  );
});
