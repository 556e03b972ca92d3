// cspell:ignore abgeschlossen auswirkung authorisation brutto gebühr guthaben haben irgendetwas
// cspell:ignore netto rückzahlung transaktionscode transaktionsereigniscode uhrzeit währung
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { isReportProblem, type StatementLine } from '@doorstep/core/payments/statement.ts';
import { paypalReport } from './report.ts';

const ENGLISH =
  'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Reference Txn ID,' +
  'Invoice Number,Custom Number,Balance Impact';

interface Row {
  readonly date?: string;
  readonly zone?: string;
  readonly type?: string;
  readonly status?: string;
  readonly currency?: string;
  readonly gross: string;
  readonly fee?: string;
  readonly id?: string;
  readonly related?: string;
  readonly custom?: string;
  readonly impact?: string;
}

const cellsOf = (row: Row): string[] => [
  ...[row.date ?? '11/27/2026', '09:30:15', row.zone ?? 'PST', 'Ada'],
  ...[row.type ?? 'Express Checkout Payment', row.status ?? 'Completed', row.currency ?? 'USD'],
  ...[row.gross, row.fee ?? '0.00', '', row.id ?? '1AB23456CD789012E', row.related ?? ''],
  ...['', row.custom ?? '', row.impact ?? 'Credit'],
];

function readAll(rows: readonly Row[]) {
  const reader = paypalReport();
  assert.equal(reader.take(['Account Activity']), null);
  assert.equal(reader.take(ENGLISH.split(',')), null);
  assert.equal(reader.isKnown(), true);
  return rows.map((row) => reader.take(cellsOf(row)));
}

function lineOf(row: Row): StatementLine {
  const [read] = readAll([row]);
  assert.ok(read !== null && read !== undefined && !isReportProblem(read), inspect(read));
  return read;
}

const problemOf = (row: Row): string | null => {
  const [read] = readAll([row]);
  return read !== null && read !== undefined && isReportProblem(read) ? read.problem : null;
};

describe('a booking of the activity report', () => {
  test('has the name that the transaction search gives it, and what PayPal kept of it', () => {
    const payment = `pay_${'1'.repeat(32)}`;
    const line = lineOf({ gross: '1,234.56', fee: '-36.10', custom: payment });
    assert.deepEqual(line, {
      reference: '1AB23456CD789012E/T0006/USD',
      kind: 'charge',
      booked: { amountMinor: 123_456n, currency: 'USD' },
      feeMinor: 3610n,
      original: null,
      source: '1AB23456CD789012E',
      relates: null,
      payment,
      key: null,
      factReference: '1AB23456CD789012E',
      occurredAt: new Date('2026-11-27T17:30:15Z'),
      payout: null,
    });
  });

  test('is of the kind that its type says, as the code would', () => {
    const kinds = (
      [
        ['Payment Refund', '-5.00'],
        ['Payment Refund', '5.00'],
        ['Chargeback', '-5.00'],
        ['Hold on Balance for Dispute Investigation', '-5.00'],
        ['Cancellation of Hold for Dispute Resolution', '5.00'],
        ['Chargeback Fee', '-20.00'],
        ['General Currency Conversion', '-5.00'],
        ['General Withdrawal - Bank Account', '-900.00'],
        ['User Initiated Withdrawal', '-900.00'],
        ['Reserve Hold', '-50.00'],
        ['Pre-approved Payment Bill User Payment', '-9.00'],
        ['Gift of the Magi', '-9.00'],
      ] as const
    ).map(([type, gross]) => lineOf({ type, gross }).kind);
    assert.deepEqual(kinds, [
      ...[
        'refund',
        'refund-reversal',
        'dispute',
        'dispute',
        'dispute-reversal',
        'fee',
        'conversion',
      ],
      ...['payout', 'payout', 'other', 'other', 'unknown'],
    ]);
    assert.equal(
      lineOf({ type: 'General Withdrawal', gross: '-9.00' }).payout,
      '1AB23456CD789012E',
    );
    const related = lineOf({ type: 'Chargeback', gross: '-5.00', related: '9ZY87654XW321098V' });
    assert.deepEqual([related.source, related.relates], [null, '9ZY87654XW321098V']);
  });

  test('keeps a type that nobody knows under its own name, so that it is kept once', () => {
    const { reference, kind } = lineOf({ type: 'Gift of the Magi', gross: '9.00' });
    assert.deepEqual([reference, kind], ['1AB23456CD789012E/Gift of the Magi/USD', 'unknown']);
  });

  test('says its amount exactly, whoever wrote it', () => {
    const amounts = (
      [
        ['USD', '1,234,567.89', 123_456_789n],
        ['EUR', '-1.234.567,89', -123_456_789n],
        ['INR', '12,34,567.89', 123_456_789n],
        ['EUR', '−1\u00a0234,50', -123_450n],
        ['EUR', '0,05', 5n],
        ['JPY', '1,234', 1234n],
        ['JPY', '1.234', 1234n],
        ['JPY', '12', 12n],
        ['JPY', '1234,00', 1234n],
        ['KWD', '1.234', 1234n],
        ['KWD', '1,234.500', 1_234_500n],
        ['HUF', '12.345', 1_234_500n],
        ['USD', '90071992547.40', 9_007_199_254_740n],
      ] as const
    ).map(([currency, gross, minor]) => [lineOf({ currency, gross }).booked.amountMinor, minor]);
    for (const [read, minor] of amounts) assert.equal(read, minor);
    assert.match(problemOf({ gross: '1.2345' }) ?? '', /no amount of USD/);
    assert.match(problemOf({ gross: '1,23,4' }) ?? '', /no amount of USD/);
    assert.match(problemOf({ gross: '1.00', fee: '...' }) ?? '', /no amount of USD/);
  });

  test('that moved nothing, or is not booked yet, is passed over; what cannot be read is said', () => {
    const passed: Row[] = [
      { gross: '5.00', status: 'Pending' },
      { gross: '5.00', impact: 'Memo' },
      { gross: '5.00', impact: '' },
      { gross: '5.00', type: 'General Authorisation' },
    ];
    assert.deepEqual(readAll(passed), [null, null, null, null]);
    assert.match(problemOf({ gross: '5.00', status: 'Enchanted' }) ?? '', /no status/);
    assert.match(problemOf({ gross: '5.00', id: '' }) ?? '', /no transaction id/);
    assert.match(problemOf({ gross: '5.00', zone: 'Mars/Phobos' }) ?? '', /no time zone/);
    assert.match(problemOf({ gross: '5.00', date: '02/30/2026' }) ?? '', /no time/);
  });
});

describe('the days of an activity report', () => {
  const days = (rows: readonly Omit<Row, 'gross'>[]) =>
    readAll(rows.map((row) => ({ ...row, gross: '1.00' }))).map((read) =>
      read === null || isReportProblem(read) ? null : read.occurredAt.toISOString().slice(0, 16),
    );

  test('are of the order that the first clear one shows, and before it of its zone', () => {
    assert.deepEqual(days([{ date: '03/04/2026', zone: 'America/New_York' }]), [
      '2026-03-04T14:30',
    ]);
    assert.deepEqual(days([{ date: '03/04/2026', zone: 'BST' }]), ['2026-04-03T08:30']);
    const canadian = [{ date: '25/03/2026' }, { date: '03/04/2026' }];
    assert.deepEqual(days(canadian.map((row) => ({ ...row, zone: 'America/Toronto' }))), [
      '2026-03-25T13:30',
      '2026-04-03T13:30',
    ]);
    // Read otherwise before: it is said, not guessed anew.
    assert.deepEqual(days([{ date: '03/04/2026' }, { date: '25/03/2026' }]), [
      '2026-03-04T17:30',
      null,
    ]);
    assert.deepEqual(days([{ date: '2026-07-01', zone: 'CEST' }]), ['2026-07-01T07:30']);
  });
});

test('a German report is read by its own words, and by the code where it has one', () => {
  const reader = paypalReport();
  reader.take(
    'Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Transaktionscode,Auswirkung auf Guthaben,Transaktionsereigniscode'.split(
      ',',
    ),
  );
  const take = (type: string, gross: string, code: string) => {
    const [time, tail] = [
      ['27.11.2026', '10:00:00', 'CET', 'Ada'],
      ['1AB23456CD789012E', 'Haben'],
    ];
    const read = reader.take([
      ...time,
      ...[type, 'Abgeschlossen', 'EUR', gross, '-0,35', '', ...tail, code],
    ]);
    assert.ok(read !== null && !isReportProblem(read), inspect(read));
    return [read.kind, read.reference.split('/')[1], read.booked.amountMinor, read.feeMinor];
  };
  assert.deepEqual(take('Rückzahlung', '-1.000,00', ''), ['refund', 'T1107', -100_000n, 35n]);
  assert.deepEqual(take('Irgendetwas', '10,00', 'T0007'), ['charge', 'T0007', 1000n, 35n]);
});
