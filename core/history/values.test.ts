import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatMajor } from '../money.ts';
import { decimalOf, integerOf, minorOf, momentOf, sumOf } from './values.ts';

const BERLIN = { dates: 'day-first', timeZone: 'Europe/Berlin' } as const;
const amounts = fc.bigInt({ min: 1n - 10n ** 12n, max: 10n ** 12n - 1n });

describe('an amount', () => {
  test('is read as people write it', () => {
    const points = ['$1,299.00', '1299', '(5.00)', '-5', '4.2500', 'EUR 5', '5 kr', '.5', '−3'];
    assert.deepEqual(
      points.map((text) => decimalOf(text, '.')),
      ['1299', '1299', '-5', '-5', '4.25', '5', '5', '0.5', '-3'],
    );
    const inIndia = ['₹12,34,567.50', '1,00,000', '12,345'];
    assert.deepEqual(
      inIndia.map((text) => decimalOf(text, '.')),
      ['1234567.5', '100000', '12345'],
    );
    const commas = ['1.299,00', '5,20', '1 299,5 €', "12'345"];
    assert.deepEqual(
      commas.map((text) => decimalOf(text, ',')),
      ['1299', '5.2', '1299.5', '12345'],
    );
  });

  test('is refused where it may mean something else', () => {
    for (const text of [
      '5,20',
      '1.299,00',
      '1,29',
      '1,23,4',
      '123,45,678',
      '',
      'free',
      '1.2.3',
      '0.1234567',
      '1e3',
    ])
      assert.equal(decimalOf(text, '.'), undefined, text);
    for (const text of ['5.20', '1,299.00']) assert.equal(decimalOf(text, ','), undefined, text);
  });

  test('that was formatted reads back to itself, in every currency and with either mark', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        fc.constantFrom('.', ','),
        (amount, currency, mark) => {
          const text = formatMajor(amount, currency).replace('.', mark);
          const read = decimalOf(text, mark as '.' | ',');
          assert.equal(minorOf(read ?? 'none', currency), amount);
        },
      ),
    );
  });

  test('is rounded half away from zero to what the currency has', () => {
    assert.deepEqual(
      [minorOf('0.005', 'EUR'), minorOf('-0.005', 'EUR'), minorOf('0.5', 'JPY')],
      [1n, -1n, 1n],
    );
    assert.deepEqual([minorOf('0.0049', 'EUR'), minorOf('1.2345', 'KWD')], [0n, 1235n]);
  });

  test('adds up exactly', () => {
    assert.equal(sumOf(['0.1', '0.2', '-1']), '-0.7');
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 20 }), (parts) => {
        const sum = parts.reduce((total, part) => total + part, 0n);
        const text = sumOf(parts.map((part) => formatMajor(part, 'EUR')));
        assert.equal(minorOf(text, 'EUR'), sum);
      }),
    );
  });

  test('of units is whole', () => {
    assert.deepEqual(['2', '-3', '2.0', ' 7 ', '2.5', 'two', ''].map(integerOf), [
      2,
      -3,
      2,
      7,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a date', () => {
  const read = (text: string, form: Parameters<typeof momentOf>[1] = BERLIN) =>
    momentOf(text, form)?.toISOString();

  test('is read in the forms of files, and in the zone of the shop', () => {
    assert.equal(read('2026-04-12T08:10:00Z'), '2026-04-12T08:10:00.000Z');
    assert.equal(read('2009-01-01T10:50:49-08:00'), '2009-01-01T18:50:49.000Z');
    assert.equal(read('14.08.2025 17:05'), '2025-08-14T15:05:00.000Z');
    assert.equal(read('2025-01-14 17:05:09'), '2025-01-14T16:05:09.000Z');
    const us = { dates: 'month-first', timeZone: 'UTC' } as const;
    assert.equal(read('08/14/25', us), '2025-08-14T00:00:00.000Z');
    assert.equal(read('Jan-15-20', us), '2020-01-15T00:00:00.000Z');
    assert.equal(read('15 Jan 2020 12:30 AM', us), '2020-01-15T00:30:00.000Z');
  });

  test('that does not exist is none', () => {
    for (const text of ['2026-02-30', '31.04.2026', '12/31/2026', '2026-01-01 25:00', 'last week'])
      assert.equal(read(text), undefined, text);
  });

  test('of any moment reads back to itself', () => {
    const days = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(days, (day) => assert.equal(read(day.toISOString()), day.toISOString())));
  });
});
