import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ReportSpans, reportSpans, type Stretch } from './report-spans.ts';

const DAY_MS = 86_400_000;
const EPOCH = Date.parse('2009-01-01');
const dayOf = (place: number) => new Date(EPOCH + place * DAY_MS).toISOString().slice(0, 10);
const DAYS = Array.from({ length: 5 * 366 }, (_, place) => dayOf(place));

function daysIn({ from, before }: Stretch): string[] {
  return DAYS.filter((day) => day >= from && day < before);
}

/** Every day that is summed, as often as it is. */
function covered(spans: ReportSpans): string[] {
  return Object.values(spans).flatMap(daysIn).sort();
}

test('every period is covered, each day once', () => {
  const starts = [0, 1, 27, 30, 31, 58, 59, 180, 334, 364, 365, 366, 400, 730, 1000];
  for (const start of starts)
    for (let length = 1; length < 800; length += 1 + (length % 7)) {
      const wanted = DAYS.slice(start, start + length);
      const spans = reportSpans(wanted[0] ?? '', wanted.at(-1) ?? '');
      assert.deepEqual(covered(spans), wanted, JSON.stringify(spans));
    }
});

test('years and months are whole', () => {
  assert.deepEqual(reportSpans('2010-12-30', '2013-02-03'), {
    firstDays: { from: '2010-12-30', before: '2011-01-01' },
    firstMonths: { from: 'infinity', before: 'infinity' },
    years: { from: '2011-01-01', before: '2013-01-01' },
    lastMonths: { from: '2013-01-01', before: '2013-02-01' },
    lastDays: { from: '2013-02-01', before: '2013-02-04' },
  });
});

test('open ends are years without end', () => {
  const { years, ...rest } = reportSpans(null, null);
  assert.deepEqual(years, { from: '-infinity', before: 'infinity' });
  assert.ok(Object.values(rest).every(({ from }) => from === 'infinity'));
  const since = reportSpans('2010-11-29', null);
  assert.deepEqual(since.years, { from: '2011-01-01', before: 'infinity' });
  assert.deepEqual(since.firstMonths, { from: '2010-12-01', before: '2011-01-01' });
  const until = reportSpans(null, '2010-03-15');
  assert.deepEqual(until.years, { from: '-infinity', before: '2010-01-01' });
  assert.deepEqual(until.lastMonths, { from: '2010-01-01', before: '2010-03-01' });
});
