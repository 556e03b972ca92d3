import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FULFILLMENT_STATUSES, ORDER_STATUSES, STOCK_STATUSES } from './order-status.ts';
import { datesAtRisk, type OrderStage, PROMISE_RISKS, promiseRisk } from './promise-risk.ts';

const now = new Date('2026-11-28T12:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const open: OrderStage = {
  status: 'open',
  fulfillmentStatus: 'unfulfilled',
  stockStatus: 'promised',
};

test('an order is late after its date, and at risk while less is left than its stage takes', () => {
  const risks = (stage: OrderStage) =>
    [-1, 1, 3, 7, 23, 25].map((left) => promiseRisk(stage, hours(left), now));
  const [late, risk, time] = PROMISE_RISKS;
  assert.deepEqual(risks(open), [late, risk, risk, time, time, time]);
  assert.deepEqual(risks({ ...open, fulfillmentStatus: 'in-progress' }), [
    ...[late, risk, time, time, time, time],
  ]);
  assert.deepEqual(risks({ ...open, status: 'on-hold' }), [late, risk, risk, risk, time, time]);
  assert.deepEqual(risks({ ...open, stockStatus: 'backordered' }), [
    ...[late, risk, risk, risk, risk, time],
  ]);
});

test('what has left the house, and what was promised for no date, is no risk', () => {
  assert.equal(promiseRisk({ ...open, status: 'completed' }, hours(-1), now), null);
  assert.equal(promiseRisk({ ...open, status: 'canceled' }, hours(-1), now), null);
  assert.equal(promiseRisk(open, null, now), null);
});

test('the ranges of dates say of every order what is said of it alone', () => {
  const stage = fc.record({
    status: fc.constantFrom(...ORDER_STATUSES),
    fulfillmentStatus: fc.constantFrom(...FULFILLMENT_STATUSES),
    stockStatus: fc.constantFrom(...STOCK_STATUSES),
  });
  fc.assert(
    fc.property(stage, fc.integer({ min: -50 * 60, max: 50 * 60 }), (one, minutes) => {
      const shipBy = hours(minutes / 60);
      const within = PROMISE_RISKS.filter((risk) => {
        const range = datesAtRisk(one, risk, now);
        return (
          range !== null &&
          (range.from === null || shipBy >= range.from) &&
          (range.to === null || shipBy < range.to)
        );
      });
      const risk = promiseRisk(one, shipBy, now);
      assert.deepEqual(within, risk === null ? [] : [risk]);
    }),
  );
});
