import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../refusal.ts';
import { type RefundLimit, refundSay } from './refund-limit.ts';

const limits: RefundLimit[] = [
  { role: 'service', currency: 'EUR', aloneMinor: 5000n, mostMinor: 20_000n },
  { role: 'api-key', currency: 'EUR', aloneMinor: 0n, mostMinor: null },
];
const eur = (amountMinor: bigint, givenMinor = 0n) => ({
  amountMinor,
  givenMinor,
  currency: 'EUR',
});

test('up to the limit alone, above it with somebody else, beyond the most not at all', () => {
  assert.equal(refundSay(limits, 'service', eur(5000n)), 'alone');
  assert.equal(refundSay(limits, 'service', eur(5001n)), 'with-approval');
  assert.ok(isRefusal(refundSay(limits, 'service', eur(20_001n))));
  assert.equal(refundSay(limits, 'api-key', eur(1n)), 'with-approval');
});

test('parts do not get round a limit: what was given before counts', () => {
  assert.equal(refundSay(limits, 'service', eur(2500n, 2500n)), 'alone');
  assert.equal(refundSay(limits, 'service', eur(2501n, 2500n)), 'with-approval');
});

test('who is not limited, and the shop itself, give back what is due; a currency that is not named needs two', () => {
  assert.equal(refundSay(limits, 'operations', eur(1_000_000n)), 'alone');
  assert.equal(refundSay(limits, null, eur(1_000_000n)), 'alone');
  const yen = { amountMinor: 1n, givenMinor: 0n, currency: 'JPY' };
  assert.equal(refundSay(limits, 'service', yen), 'with-approval');
});
