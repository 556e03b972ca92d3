// What is typed into filters and dialogs, and what is asked for it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minorUnitsOf, typedAmount } from '../src/orders/amounts.ts';
import { momentOfDay, typedDay } from '../src/orders/filter-day.ts';
import { momentOf, startOfDay, startOfNextDay, typedMoment } from '../src/orders/moment-field.ts';

test('a day begins at midnight where the user is, in winter, in summer and when clocks change', () => {
  const days = {
    '2026-01-15': '2026-01-14T23:00:00.000Z',
    '2026-03-29': '2026-03-28T23:00:00.000Z',
    '2026-03-30': '2026-03-29T22:00:00.000Z',
    '2026-10-25': '2026-10-24T22:00:00.000Z',
    '2026-10-26': '2026-10-25T23:00:00.000Z',
  };
  for (const [day, moment] of Object.entries(days)) {
    assert.equal(momentOfDay(day, 'Europe/Berlin'), moment);
    assert.equal(startOfDay(day, 'Europe/Berlin'), moment);
    assert.equal(typedDay(moment, 'Europe/Berlin'), day);
  }
  assert.equal(momentOfDay('', 'Europe/Berlin'), null);
  assert.equal(typedDay('', 'Europe/Berlin'), '');
});

test('a day ends when the next begins, also when clocks change', () => {
  for (const [day, moment] of [
    ['2026-01-31', '2026-01-31T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z'],
  ] as const)
    assert.equal(startOfNextDay(day, 'Europe/Berlin'), moment);
  assert.equal(startOfNextDay('', 'Europe/Berlin'), null);
});

test('a moment is typed by the clock of the user, before and after it changes', () => {
  for (const [typed, moment] of [
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ] as const) {
    assert.equal(momentOf(typed, 'Europe/Berlin'), moment);
    assert.equal(typedMoment(moment, 'Europe/Berlin'), typed);
  }
  assert.equal(momentOf('', 'Europe/Berlin'), null);
  assert.equal(typedMoment(null, 'Europe/Berlin'), '');
});

test('an amount has as many places as its currency', () => {
  assert.deepEqual(
    [minorUnitsOf('1290', 'JPY'), minorUnitsOf('12,5', 'EUR'), minorUnitsOf('1.234', 'KWD')],
    [1290, 1250, 1234],
  );
  assert.deepEqual(
    [minorUnitsOf('12.5', 'JPY'), minorUnitsOf('12.345', 'EUR'), minorUnitsOf('1.2345', 'KWD')],
    [undefined, undefined, undefined],
  );
  assert.deepEqual(
    [typedAmount(1290, 'JPY'), typedAmount(1250, 'EUR'), typedAmount(1234, 'KWD')],
    ['1290', '12.50', '1.234'],
  );
});
