import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assessRisk, type RiskFacts } from './risk-assessment.ts';
import { isReleasable, stateAfter } from './risk-review.ts';
import type { RiskPolicy, RiskRule } from './risk-rule.ts';

const rules: RiskRule[] = [
  { kind: 'velocity', by: 'email', ordersMax: 2, withinMinutes: 60, score: 40 },
  { kind: 'address-mismatch', score: 20 },
  { kind: 'first-order-over', amountMinor: 50_000n, currency: 'EUR', score: 30 },
  { kind: 'provider-level', level: 'elevated', score: 50 },
];
const policy: RiskPolicy = { active: true, reviewFrom: 50, rules };
const berlin = { country: 'DE', postalCode: '10115' };
const quiet: RiskFacts = {
  totalMinor: 60_000n,
  currency: 'EUR',
  isFirstOrder: false,
  shipping: berlin,
  billing: { country: 'DE', postalCode: '10 115' },
  signals: [],
  ordersOf: () => 2,
};
const why = (facts: Partial<RiskFacts>) => assessRisk(policy, { ...quiet, ...facts });

describe('the risk of an order', () => {
  test('nothing against it is no points and no reasons', () => {
    assert.deepEqual(why({}), { score: 0, needsReview: false, reasons: [] });
  });

  test('each rule adds its points and says why, and together they ask for a review', () => {
    const { score, needsReview, reasons } = why({
      isFirstOrder: true,
      billing: { country: 'FR', postalCode: '10115' },
    });
    assert.deepEqual([score, needsReview], [50, true]);
    assert.deepEqual(reasons, [
      { kind: 'address-mismatch', score: 20, facts: { field: 'country' } },
      {
        kind: 'first-order-over',
        score: 30,
        facts: { totalMinor: 60_000, amountMinor: 50_000, currency: 'EUR' },
      },
    ]);
  });

  test('too many orders within the window, and a provider’s word or a worse one', () => {
    const told = { source: 'stripe', level: 'highest', score: 87 } as const;
    const { score, reasons } = why({ ordersOf: () => 3, signals: [told] });
    assert.equal(score, 90);
    assert.deepEqual(reasons[0]?.facts, {
      by: 'email',
      orders: 3,
      ordersMax: 2,
      withinMinutes: 60,
    });
    assert.deepEqual(reasons[1]?.facts, { source: 'stripe', level: 'highest', score: 87 });
  });

  test('an amount in another currency, or a place that is not known, says nothing', () => {
    assert.equal(why({ isFirstOrder: true, currency: 'JPY', billing: null }).score, 0);
  });
});

describe('the state of a review', () => {
  const much = { score: 60, needsReview: true, reasons: [] };
  const little = { score: 10, needsReview: false, reasons: [] };

  test('nothing leaves before it was looked at, or while a person has to decide', () => {
    assert.equal(stateAfter('waiting', null, little), 'clear');
    assert.equal(stateAfter('waiting', null, much), 'review');
    assert.deepEqual(
      (['waiting', 'clear', 'review', 'approved', 'declined'] as const).map(isReleasable),
      [false, true, false, true, false],
    );
  });

  test('what a person approved stays so, until more is against it than they knew', () => {
    assert.equal(stateAfter('waiting', 60, much), 'approved');
    assert.equal(stateAfter('waiting', 55, much), 'review');
    assert.equal(stateAfter('declined', null, little), 'declined');
    assert.equal(stateAfter('review', null, little), 'review');
  });
});
