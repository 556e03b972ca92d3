import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueDate, exposureOf, fitsLimit } from './payment-terms.ts';

const money = { authorized: 100n, voided: 0n, captured: 0n, refunded: 0n };

test('what is owed by terms falls with what is paid, canceled or given back, and is never negative', () => {
  assert.equal(exposureOf(money, 100n), 100n);
  assert.equal(exposureOf({ ...money, captured: 60n }, 100n), 40n);
  assert.equal(exposureOf(money, 70n), 70n);
  assert.equal(exposureOf({ ...money, voided: 100n }, 100n), 0n);
  assert.equal(exposureOf({ ...money, captured: 100n }, 60n), 0n);
});

test('it grows only where credit is given: an order that costs more owes no more by it', () => {
  assert.equal(exposureOf(money, 500n), 100n);
});

test('a limit is reached, and not passed', () => {
  assert.equal(fitsLimit(100n, 60n, 40n), true);
  assert.equal(fitsLimit(100n, 60n, 41n), false);
});

test('net days are counted from the invoice', () => {
  const invoiced = new Date('2026-02-01T12:00:00Z');
  assert.equal(dueDate(invoiced, 30).toISOString(), '2026-03-03T12:00:00.000Z');
});
