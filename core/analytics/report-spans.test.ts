import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ReportSpans, reportSpans, type Stretch } from './report-spans.ts';

const DAY_MS = 86_400_000;
const EPOCH = Date.parse('2009-01-01');
const dayOf = (place: number) => new Date(EPOCH + place * DAY_MS).toISOString().slice(0, 10);
const DAYS = Array.from({ length: 5 * 366 }, (_, place) => dayOf(place));

/** How often each day is summed up, less how often it is taken away. */
function counted(spans: ReportSpans): string[] {
  const { firstDays, firstMonths, years, lastMonths, lastDays } = spans;
  const stretches = [firstDays, firstMonths, years, lastMonths, lastDays];
  const times = new Map<string, number>();
  for (const { from, before, factor } of stretches)
    for (const day of DAYS.filter((one) => one >= from && one < before))
      times.set(day, (times.get(day) ?? 0) + factor);
  return [...times].flatMap(([day, count]) => Array(count).fill(day)).sort();
}

const lengthOf = ({ from, before }: Stretch): number =>
  from < before ? (Date.parse(before) - Date.parse(from)) / DAY_MS : 0;

const STARTS = [0, 1, 27, 30, 31, 58, 59, 180, 334, 364, 365, 366, 400, 730, 1000];
const PERIODS = STARTS.flatMap((start) =>
  Array.from({ length: 40 }, (_, place) => DAYS.slice(start, start + 1 + place * 23 - (place % 6))),
);

for (const widest of ['day', 'month', 'year'] as const)
  for (const mayTakeAway of [true, false])
    test(`every day counts once, up to ${widest}s${mayTakeAway ? '' : ', nothing taken away'}`, () => {
      for (const wanted of PERIODS) {
        const spans = reportSpans(wanted[0] ?? '', wanted.at(-1) ?? '', { widest, mayTakeAway });
        assert.deepEqual(counted(spans), wanted, JSON.stringify(spans));
      }
    });

const NONE = { from: 'infinity', before: 'infinity', factor: 1 };

test('without months every day counts once, too, and years are whole', () => {
  for (const wanted of PERIODS) {
    const options = { hasMonths: false, mayTakeAway: false };
    const spans = reportSpans(wanted[0] ?? '', wanted.at(-1) ?? '', options);
    assert.deepEqual(counted(spans), wanted, JSON.stringify(spans));
    assert.deepEqual([spans.firstMonths, spans.lastMonths], [NONE, NONE]);
  }
});

test('no end is more than half a month of days and half a year of months', () => {
  for (const days of PERIODS) {
    const spans = reportSpans(days[0] ?? '', days.at(-1) ?? '');
    const ends = [lengthOf(spans.firstDays), lengthOf(spans.lastDays)];
    assert.ok(Math.max(...ends) <= 16, JSON.stringify(spans));
    const months = [lengthOf(spans.firstMonths), lengthOf(spans.lastMonths)];
    assert.ok(Math.max(...months) <= 184, JSON.stringify(spans));
  }
});

test('years and months are whole, and what is too much is taken away', () => {
  assert.deepEqual(reportSpans('2010-12-30', '2013-02-03'), {
    firstDays: { from: '2010-12-30', before: '2011-01-01', factor: 1 },
    firstMonths: NONE,
    years: { from: '2011-01-01', before: '2013-01-01', factor: 1 },
    lastMonths: { from: '2013-01-01', before: '2013-02-01', factor: 1 },
    lastDays: { from: '2013-02-01', before: '2013-02-04', factor: 1 },
  });
  assert.deepEqual(reportSpans('2010-03-04', '2012-11-28'), {
    firstDays: { from: '2010-03-01', before: '2010-03-04', factor: -1 },
    firstMonths: { from: '2010-01-01', before: '2010-03-01', factor: -1 },
    years: { from: '2010-01-01', before: '2013-01-01', factor: 1 },
    lastMonths: { from: '2012-12-01', before: '2013-01-01', factor: -1 },
    lastDays: { from: '2012-11-29', before: '2012-12-01', factor: -1 },
  });
});

test('a few days of one month are these days, and nearly all of it the month less a few', () => {
  const few = reportSpans('2010-03-14', '2010-03-16');
  assert.deepEqual(few.firstDays, { from: '2010-03-14', before: '2010-03-17', factor: 1 });
  assert.deepEqual([few.firstMonths, few.lastDays], [NONE, NONE]);
  const most = reportSpans('2010-03-01', '2010-03-28');
  assert.deepEqual(most.firstMonths, { from: '2010-03-01', before: '2010-04-01', factor: 1 });
  assert.deepEqual(most.lastDays, { from: '2010-03-29', before: '2010-04-01', factor: -1 });
});

test('open ends are years without end', () => {
  const { years, ...rest } = reportSpans(null, null);
  assert.deepEqual(years, { from: '-infinity', before: 'infinity', factor: 1 });
  assert.ok(Object.values(rest).every(({ from }) => from === 'infinity'));
  const since = reportSpans('2010-11-29', null);
  assert.deepEqual(since.years, { from: '2011-01-01', before: 'infinity', factor: 1 });
  assert.deepEqual(since.firstMonths, { from: '2010-12-01', before: '2011-01-01', factor: 1 });
  const until = reportSpans(null, '2010-03-15');
  assert.deepEqual(until.years, { from: '-infinity', before: '2010-01-01', factor: 1 });
  assert.deepEqual(until.lastMonths, { from: '2010-01-01', before: '2010-03-01', factor: 1 });
});
