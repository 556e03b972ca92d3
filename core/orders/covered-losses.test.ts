import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParcelId } from '../ids.ts';
import { coveredLosses, type GivenBack } from './covered-losses.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const loss = (parcel: string, hour: number, value: number) => ({
  parcel: parcel as ParcelId,
  toldAt: at(hour),
  valueMinor: BigInt(value),
});
const refund = (amount: number, hour: number, reason: GivenBack['reason'] = 'other') => ({
  amountMinor: BigInt(amount),
  reason,
  grantedAt: at(hour),
});

test('refunds since the first loss cover the losses in their order, each in full or not at all', () => {
  const losses = [loss('late', 12, 500), loss('early', 10, 1000)];
  assert.deepEqual(coveredLosses(losses, [refund(999, 13)]), ['late']);
  assert.deepEqual(coveredLosses(losses, [refund(1000, 11)]), ['early']);
  assert.deepEqual(coveredLosses(losses, [refund(1000, 11), refund(499, 13)]), ['early']);
  assert.deepEqual(coveredLosses(losses, [refund(1000, 11), refund(500, 13)]), ['early', 'late']);
});

test('what was given before the loss, or for a return, covers none; what was given for a loss does', () => {
  const losses = [loss('lost', 10, 1000)];
  assert.deepEqual(coveredLosses(losses, [refund(1000, 9, 'goodwill')]), []);
  assert.deepEqual(coveredLosses(losses, [refund(1000, 11, 'return')]), []);
  assert.deepEqual(coveredLosses(losses, [refund(1000, 9, 'lost')]), ['lost']);
});

test('a parcel that cost nothing is covered by nothing', () => {
  assert.deepEqual(coveredLosses([loss('gift', 10, 0)], [refund(1000, 11)]), []);
});
