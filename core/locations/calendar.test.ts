import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Calendar, isOpenOn, localDate, nextCutOff, shipsBy, WEEKDAYS } from './calendar.ts';

const weekdays: Calendar = { open: ['mon', 'tue', 'wed', 'thu', 'fri'], closed: ['2026-12-25'] };
const daily: Calendar = { open: WEEKDAYS, closed: [] };

function next(timeZone: string, cutOff: string | null, now: string, calendar = daily): unknown {
  return nextCutOff({ timeZone, cutOff, calendar }, new Date(now))?.toISOString();
}

test('a location is open on its weekdays, but for its days off', () => {
  assert.equal(isOpenOn(weekdays, '2026-12-24'), true, 'a Thursday');
  assert.equal(isOpenOn(weekdays, '2026-12-25'), false, 'a day off');
  assert.equal(isOpenOn(weekdays, '2026-12-26'), false, 'a Saturday');
});

test('the cut-off of today counts until it has passed, then the next open day', () => {
  const berlin = 'Europe/Berlin';
  assert.equal(next(berlin, '14:00', '2026-12-24T12:00:00Z', weekdays), '2026-12-24T13:00:00.000Z');
  assert.equal(next(berlin, '14:00', '2026-12-24T13:00:00Z', weekdays), '2026-12-24T13:00:00.000Z');
  assert.equal(
    next(berlin, '14:00', '2026-12-24T13:00:00.001Z', weekdays),
    '2026-12-28T13:00:00.000Z',
  );
});

test('the local date counts, not that of UTC', () => {
  assert.equal(localDate(new Date('2026-11-23T23:30:00Z'), 'Asia/Tokyo'), '2026-11-24');
  assert.equal(next('Asia/Tokyo', '10:00', '2026-11-23T23:30:00Z'), '2026-11-24T01:00:00.000Z');
  assert.equal(next('Asia/Kathmandu', '10:00', '2026-11-23T00:00:00Z'), '2026-11-23T04:15:00.000Z');
});

test('when clocks go forward, a cut-off that is skipped comes as much later', () => {
  // Europe/Berlin, 29 March 2026: 02:00 becomes 03:00. 02:30 is 03:30 in summer time.
  assert.equal(next('Europe/Berlin', '02:30', '2026-03-28T23:30:00Z'), '2026-03-29T01:30:00.000Z');
  assert.equal(next('Europe/Berlin', '14:00', '2026-03-28T22:00:00Z'), '2026-03-29T12:00:00.000Z');
  // America/New_York, 8 March 2026: 02:00 becomes 03:00.
  assert.equal(
    next('America/New_York', '14:00', '2026-03-08T06:00:00Z'),
    '2026-03-08T18:00:00.000Z',
  );
});

test('when clocks go back, a cut-off that comes twice is the first of the two', () => {
  // Europe/Berlin, 25 October 2026: 03:00 becomes 02:00.
  assert.equal(next('Europe/Berlin', '02:30', '2026-10-24T22:30:00Z'), '2026-10-25T00:30:00.000Z');
  assert.equal(next('Europe/Berlin', '14:00', '2026-10-24T22:30:00Z'), '2026-10-25T13:00:00.000Z');
  // In between, today's has passed although the clock shows 02:15 again.
  assert.equal(next('Europe/Berlin', '02:30', '2026-10-25T01:15:00Z'), '2026-10-26T01:30:00.000Z');
});

test('a midnight that a zone skips is an hour later', () => {
  // Africa/Cairo, 24 April 2026: 00:00 becomes 01:00, so the 23rd ends there.
  assert.equal(next('Africa/Cairo', null, '2026-04-23T12:00:00Z'), '2026-04-23T22:00:00.000Z');
});

test('without a cut-off the day itself ends it', () => {
  assert.equal(next('Europe/Berlin', null, '2026-11-23T12:00:00Z'), '2026-11-23T23:00:00.000Z');
});

test('a location that never opens has no cut-off', () => {
  const never: Calendar = { open: [], closed: [] };
  assert.equal(next('Europe/Berlin', '14:00', '2026-11-23T12:00:00Z', never), undefined);
});

test('an order leaves as many working days after the cut-off as handling takes', () => {
  const hours = {
    timeZone: 'Europe/Berlin',
    cutOff: '14:00',
    calendar: weekdays,
  };
  const wednesday = new Date('2026-12-23T09:00:00Z');
  const by = (handlingDays: number) => shipsBy({ ...hours, handlingDays }, wednesday);
  assert.equal(by(0)?.toISOString(), '2026-12-23T13:00:00.000Z');
  assert.equal(by(1)?.toISOString(), '2026-12-24T13:00:00.000Z');
  assert.equal(by(2)?.toISOString(), '2026-12-28T13:00:00.000Z');
});
