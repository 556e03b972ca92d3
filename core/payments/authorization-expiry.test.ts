import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renewalDue } from './authorization-expiry.ts';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const now = at('01T00:00');

test('a week is seen to a day before its end, four hours an hour before', () => {
  assert.deepEqual(renewalDue(now, at('08T00:00')), at('07T00:00'));
  assert.deepEqual(renewalDue(now, at('01T04:00')), at('01T03:00'));
});

test('one that can be renewed earlier is renewed then', () => {
  assert.deepEqual(renewalDue(now, at('29T00:00'), at('04T00:00')), at('04T00:00'));
});

test('one that has run out is due at once', () => {
  assert.deepEqual(renewalDue(now, at('01T00:00')), now);
});
